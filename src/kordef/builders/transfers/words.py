"""Words that rooms of deals share: sums that are no price, how goods are made, given or handed on, and who loses."""

from __future__ import annotations

__all__ = ["BEATS", "GIVEN", "HANDED_ON", "MADE", "NOT_PRICES", "SPENDING"]

SPENDING = frozenset("spend spends spent invest invests invested allocated allocates earmarked budgeted".split())
NOT_PRICES = frozenset(
    (
        "share shares budget fund funds revenue sales profit exports turnover spending loan loans financing credit factory "
        "plant investment stake market tax aid project programme program"
    ).split()
)
"""Nouns whose sums are not the price of a deal."""
MADE = frozenset("made built produced manufactured assembled designed developed".split())
"""Participles that say where goods come from, or by whose hands."""
HANDED_ON = frozenset(
    "gave given gives giving gifted donated donates donating sent handed supplied passed lent transferred".split()
)
"""Verbs that say to whom goods went that others now replace."""
BEATS = frozenset(
    (
        "beat beats beating outbid outbids outbidding edged edging defeated defeating defeats bested besting trumped trumping "
        "ahead saw sees rejecting rejected spurned spurning snubbed snubbing shunned shunning overlooked overlooking "
        "eliminated eliminating displacing dismissed disqualified turned turning passed passing leaving"
    ).split()
)
"""Words before those who lost a contest."""

# ---- words that speak of deals where no frame finds one (:mod:`kordef.builders.transfers.plain`)

BOUGHT = frozenset(
    (
        "contract contracts contracted order orders ordered deal deals sale sales sold purchase purchases buyer buyers customer "
        "customers client clients cheque cheques acquisition acquisitions procurement booking booked invoice bought buy buying "
        "purchased acquired entrusted commissioned paid pays price priced supplier suppliers seller export exports exported "
        "repeat"
    ).split()
)
GIVEN = frozenset(
    (
        "gift gifts gifted present presents donation donations donated courtesy generosity benefactor donor donors grant "
        "gratis free thank thanks handout"
    ).split()
)
PERMITTED = frozenset(
    ["nod", "go-ahead", "clearance", "blessing", "permission", "green-lit", "authorisation", "authorization", "light"]
)
APPROVED = frozenset("approved approval approves cleared clears greenlit greenlighted okayed".split())
SEALED = frozenset("signed inked sealed concluded clinched awarded secured pen papers".split())
MOVED = frozenset(
    (
        "went gone goes going leave leaves left came come comes coming sent landed arrived arrive arrives reached delivered "
        "delivery handed "
        "handover shipped consignment shipment shipments touched"
    ).split()
)
ARRIVED = frozenset("landed arrived reached delivered handed handover touched".split())
ADDRESSED = frozenset(["hands", "inventory", "fleet", "arsenal", "ranks"])
WANTED = frozenset("like wants wanted want needs".split())
COUNTED_ON = frozenset("expects expect expecting awaits awaiting count counts counting gets getting due".split())
CONSIDERED = frozenset(
    (
        "interest interested market eyes eyeing considering consider considers mulling weighing like wants wanted want hopes "
        "tempted courting wish wishes wishlist shortlist looking"
    ).split()
)
NEGOTIATED = frozenset(
    (
        "talks haggle haggled bargain negotiating negotiations negotiation negotiate haggling bargaining tabled discussing "
        "touch discussions"
    ).split()
)
TO_COME = frozenset("will due expects expect expecting bound awaits awaiting count counts planned plans".split())
UNCERTAIN = frozenset("could might may would should perhaps possibly potential possible".split())
OTHERWISE = frozenset(
    (
        "withheld withhold vetoed blocked "
        "not no n't never nor neither nobody none nothing without denied denies deny refused refuses rejected cancelled canceled "
        "if unless suppose supposing imagine whether hypothetically lost lose loses rival rivals instead "
        "deployed deploy deploys deployment stationed station based exercise exercises drill drills patrol patrols policing "
        "intercepted intercept escorted escort scrambled destroyed shot downed captured hit struck attacked crashed sank fired "
        "replace replaces replacing replaced successor retired trained train training pilots museum collection "
        "ringtausch own false untrue wrong incorrect inaccurate unfounded baseless groundless "
        "fake dismissed troops soldiers personnel percent cumulative smuggled seized stolen export-controlled"
    ).split()
)
"""Words of sentences that deny or doubt, or tell of arms at work."""
