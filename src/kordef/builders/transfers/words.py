"""Words around sums that say what the sum is not: the price of a deal."""

from __future__ import annotations

__all__ = ["BEATS", "NOT_PRICES", "SPENDING"]

SPENDING = frozenset("spend spends spent invest invests invested allocated allocates earmarked budgeted".split())
NOT_PRICES = frozenset(
    (
        "share shares budget fund funds revenue sales profit exports turnover spending loan loans financing credit factory "
        "plant investment stake market tax aid project programme program"
    ).split()
)
"""Nouns whose sums are not the price of a deal."""
BEATS = frozenset(
    (
        "beat beats beating outbid outbids outbidding edged edging defeated defeating defeats bested besting trumped trumping "
        "ahead saw sees rejecting rejected spurned spurning snubbed snubbing shunned shunning overlooked overlooking "
        "eliminated eliminating dismissed disqualified turned turning passed passing"
    ).split()
)
"""Words before those who lost a contest."""
