"""The closed vocabularies of the records: one enum each, one sentence for each member.

Members are strings, so that they compare equal to what a JSON file says. ``describe(member)`` gives the sentence.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = [
    "ActorKind",
    "AgreementKind",
    "AgreementStatus",
    "Basis",
    "Certainty",
    "Counting",
    "DeploymentKind",
    "DialogueKind",
    "EventKind",
    "EvidenceKind",
    "Modality",
    "Omission",
    "Qualifier",
    "Quoting",
    "Relation",
    "ReviewAction",
    "Role",
    "Section",
    "Severity",
    "Speech",
    "Stage",
    "Term",
    "TransferKind",
    "Vocabulary",
    "Voice",
    "describe",
]


class Vocabulary(StrEnum):
    """A string enum whose members carry a sentence of meaning."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


def describe(member: Vocabulary) -> str:
    """The sentence that says what a member of a vocabulary means."""
    return member.meaning


class Qualifier(Vocabulary):
    """How a source hedges a number."""

    EXACT = "exact", "The number as it stands."
    ABOUT = "about", "Near the number: about, some, roughly, close to, almost, estimated."
    OVER = "over", "More than the number; no upper end."
    AT_LEAST = "at_least", "The number or more; no upper end."
    UNDER = "under", "Less than the number; no lower end."
    UP_TO = "up_to", "The number or less; no lower end."
    RANGE = "range", "Between two numbers, or one of two."
    AVERAGE = "average", "A mean."
    FRACTION = "fraction", "A part of a whole given as a fraction."


class ActorKind(Vocabulary):
    """What sort of body or person an actor is."""

    STATE = "state", "A state with an ISO 3166-1 code."
    IGO = "igo", "An international organisation with members and organs, such as NATO or the EU."
    FORUM = "forum", "A grouping or recurring forum of states without legal personality, such as the IP4."
    COMPANY = "company", "A firm, whoever owns it."
    GOVERNMENT_BODY = "government_body", "A ministry, agency, parliament, court or other organ of a state."
    MILITARY_UNIT = "military_unit", "An armed service, unit, command or ship's company."
    RESEARCH_INSTITUTE = "research_institute", "A think tank, university or statistical institute."
    MEDIA = "media", "A news agency, newspaper or broadcaster."
    PARTY = "party", "A political party."
    PERSON = "person", "A natural person, named or described."


class Modality(Vocabulary):
    """How a sentence puts what it says; another axis than the stage of a deal."""

    ASSERTED = "asserted", "The source says it as a fact."
    REPORTED = "reported", "The source passes it on from somebody without vouching for it."
    PLANNED = "planned", "Somebody who can do it has announced or decided to do it."
    EXPECTED = "expected", "The source or its speaker thinks that it will happen."
    POSSIBLE = "possible", "It may or could happen."
    CONDITIONAL = "conditional", "It happens only if something else does."
    PROPOSED = "proposed", "Somebody has suggested it."
    DEMANDED = "demanded", "Somebody calls on others to do it."
    DENIED = "denied", "The source or its speaker says that it is not so."


class Section(Vocabulary):
    """Where in the document the words stand."""

    BODY = "body", "Running text, headings and lists included."
    CAPTION = "caption", "The words under or beside a picture."
    TABLE = "table", "A cell, header or title of a table."
    EMBEDDED = "embedded", "A related story inside the page, with a source record of its own."


class EvidenceKind(Vocabulary):
    """How a field follows from the words it points at."""

    STATED = "stated", "The words say it."
    IMPLIED = "implied", "The words say it together with their context (an omitted year, a pronoun, a shared supplier)."
    COMPUTED = "computed", "It was calculated from the words."
    CATALOGUE = "catalogue", "The words name something of which the catalogue knows it; the source does not state it."


class Quoting(Vocabulary):
    """What a release may show of a source's words."""

    ALLOWED = "allowed", "Quotes of at most 300 characters."
    OFFSETS = "offsets", "No words: only the places and the hashes of quotes."
    NOTHING = "nothing", "Nothing that rests on the source; a release that holds it is refused."


class AgreementKind(Vocabulary):
    """What sort of agreement it is."""

    TREATY = "treaty", "A treaty or alliance binding under international law."
    PARTNERSHIP = (
        "partnership",
        "A political partnership, from strategic partnership to security and defence partnership.",
    )
    FRAMEWORK_AGREEMENT = "framework_agreement", "An agreement that later agreements or contracts fill in."
    TRADE_AGREEMENT = "trade_agreement", "An agreement on trade, such as a free trade agreement."
    PROGRAMME = "programme", "A programme of cooperation, such as NATO's individually tailored programmes."
    MOU = "mou", "A memorandum of understanding."
    JOINT_DECLARATION = "joint_declaration", "A joint statement, declaration, accord or communique."
    FUNDING_INITIATIVE = "funding_initiative", "A fund or facility that raises or allots money."
    TECHNICAL_ARRANGEMENT = (
        "technical_arrangement",
        "A working-level arrangement, such as one on airworthiness certificates.",
    )
    PLEDGE = "pledge", "A promise or target, such as a share of GDP to spend."
    OTHER = "other", "Any other agreement."


class AgreementStatus(Vocabulary):
    """How far an agreement had come when the source was written."""

    PROPOSED = "proposed", "Suggested or intended."
    NEGOTIATING = "negotiating", "Under negotiation."
    ANNOUNCED = "announced", "Announced or agreed in principle."
    SIGNED = "signed", "Signed, adopted or concluded."
    IN_FORCE = "in_force", "In force or in operation."
    UPGRADED = "upgraded", "Replaced by a later and closer arrangement."
    ENDED = "ended", "Expired, withdrawn from or cancelled."


class DialogueKind(Vocabulary):
    """What sort of meeting or exchange it is."""

    DIALOGUE = "dialogue", "Talks of officials under a name of their own."
    MINISTERIAL = "ministerial", "A meeting of ministers or of officials of that rank."
    SUMMIT = "summit", "A meeting of heads of state, of government or of an organisation."
    VISIT = "visit", "A journey to another country or place."
    COURTESY_CALL = "courtesy_call", "A call on somebody of higher rank."
    PHONE_CALL = "phone_call", "A conversation by telephone or video."
    PRESS_CONFERENCE = "press_conference", "A press conference."
    BRIEFING = "briefing", "A briefing of journalists, partners or a body."
    FORUM = "forum", "A multilateral forum or conference."
    CONSULTATIVE_BODY = "consultative_body", "A standing committee or consultation."
    OTHER = "other", "Any other meeting."


class Stage(Vocabulary):
    """How far a deal has come, after the stages of the Open Contracting Data Standard and what the trade calls them."""

    CONSIDERED = "considered", "Somebody thinks about it."
    PLANNED = "planned", "Announced, approved or foreseen, without a contract."
    NEGOTIATING = "negotiating", "Under negotiation."
    SELECTED = "selected", "The supplier is chosen, the contract is not yet signed."
    FRAMEWORK = "framework", "Under a framework agreement that executive contracts are to fill."
    SIGNED = "signed", "Contract signed or ordered."
    DELIVERING = "delivering", "Deliveries have begun."
    DELIVERED = "delivered", "All of it is delivered."
    DONATED = "donated", "Given without payment."
    SUSPENDED = "suspended", "Held up."
    CANCELLED = "cancelled", "Called off, or lost to another."


class TransferKind(Vocabulary):
    """By what sort of deal goods change hands."""

    SALE = "sale", "A sale, order or contract of purchase."
    DONATION = "donation", "A gift of equipment."
    LEASE = "lease", "A lease or loan of equipment."
    LICENCE = "licence", "Production under licence."
    SELECTION = "selection", "A choice of supplier."
    PLAN = "plan", "A plan or approval to acquire or to sell."


class Counting(Vocabulary):
    """What the number of an item counts."""

    NEW = "new", "The items of this deal."
    ADDITIONAL = "additional", "Items on top of earlier ones."
    TOTAL = "total", "All items of several deals together."
    OPTION = "option", "Items that may be ordered under an option."


class Term(Vocabulary):
    """What a deal brings besides the goods."""

    TECHNOLOGY_TRANSFER = "technology_transfer", "Know-how passes to the buyer."
    LOCAL_PRODUCTION = "local_production", "Made or assembled in the buyer's country."
    MAINTENANCE = "maintenance", "Maintenance, repair, overhaul or support."
    TRAINING = "training", "Training of the buyer's personnel."
    OFFSETS = "offsets", "Compensating business for the buyer's industry."
    OPTION = "option", "The right, not the duty, to buy more."


class DeploymentKind(Vocabulary):
    """What forces do."""

    DEPLOYMENT = "deployment", "Forces are sent or stationed somewhere."
    OPERATION = "operation", "A named or described operation or mission."
    EXERCISE = "exercise", "An exercise or manoeuvre."
    PATROL = "patrol", "Patrols and surveillance."
    PORT_CALL = "port_call", "A ship's call at a port."
    TRAINING = "training", "Training of forces by others."
    OTHER = "other", "Any other activity of forces."


class EventKind(Vocabulary):
    """What sort of dated occurrence it is."""

    VOTE = "vote", "A vote in a body."
    LAW = "law", "A law, decree, resolution or declaration of martial law."
    ELECTION = "election", "An election or its outcome."
    COURT_RULING = "court_ruling", "The decision of a court."
    LAUNCH = "launch", "The founding or opening of a body, mission, site or production line."
    ATTACK = "attack", "An attack, invasion or act of war."
    TEST = "test", "A test or launch of a weapon."
    ANNIVERSARY = "anniversary", "An anniversary that the source dates."
    APPOINTMENT = "appointment", "Somebody takes or leaves an office."
    OTHER = "other", "Any other occurrence."


class Role(Vocabulary):
    """What an actor does in a dialogue or an event."""

    PARTICIPANT = "participant", "Takes part."
    HOST = "host", "Receives the others."
    CHAIR = "chair", "Chairs the meeting."
    VISITOR = "visitor", "Comes from elsewhere."
    SPEAKER = "speaker", "Speaks to an audience."
    FOR = "for", "Votes in favour."
    AGAINST = "against", "Votes against."
    ABSTAINING = "abstaining", "Abstains."
    AGENT = "agent", "Does it."
    TARGET = "target", "It is done to them."


class Basis(Vocabulary):
    """Whether an observation gives a level or a change."""

    LEVEL = "level", "The figure itself."
    CHANGE = "change", "A difference or rate of change; a decrease is negative."
    SHARE = "share", "A part of a whole."
    MULTIPLE = "multiple", "How many times another figure."
    TARGET = "target", "A figure that is aimed at."
    FORECAST = "forecast", "A figure that is expected."


class Speech(Vocabulary):
    """Whether a statement is quoted or told."""

    DIRECT = "direct", "In quotation marks."
    INDIRECT = "indirect", "In the words of the source."


class Voice(Vocabulary):
    """In which way somebody stands behind what a document says."""

    QUOTED = "quoted", "A person or body whose words the document gives or tells."
    CITED = "cited", "A publisher of data or a document that the document cites."
    DESCRIBED = "described", "Somebody without a name: an official at a Korean defence firm."


class ReviewAction(Vocabulary):
    """What a person did to a record."""

    ADDED = "added", "The loaders did not find it; a person read it in the text."
    CORRECTED = "corrected", "The loaders found it; a person mended some of its fields."


class Certainty(Vocabulary):
    """Which records a question about dates or amounts is to keep, where sources leave the answer open."""

    CERTAIN = "certain", "Only those of which it is true whatever the source left open."
    POSSIBLE = "possible", "Also those of which it may be true: the day or the number is not known so finely."
    NOT_EXCLUDED = "not_excluded", "Also those that say nothing of it: all but those of which it is not true."


class Relation(Vocabulary):
    """How two actors have to do with one another in a network."""

    SUPPLIES = "supplies", "The first sells, lends or gives goods to the second."
    EQUIPS = "equips", "The goods of the first are for the second to use, whoever receives them."
    AGREES = "agrees", "Both are parties to an agreement."
    MEETS = "meets", "Both take part in a meeting."
    DEPLOYS = "deploys", "Both take part in a deployment, an operation or an exercise."
    ACTS_ON = "acts_on", "The first does something that is done to the second."


class Omission(Vocabulary):
    """Why a figure is left out of a total."""

    NO_FIGURE = "no_figure", "The record gives neither a sum nor a number."
    REPEATED = "repeated", "Another record of the same case gives the figure that is counted."
    REPLACED = "replaced", "A record of the same case with a later stage gives the figure that is counted."
    POSSIBLE = "possible", "It may be of the deal whose figure is counted."
    PART = "part", "It is a part of a deal that is counted."
    CUMULATIVE = "cumulative", "It puts several deals together, and one of them, or a larger such number, is counted."
    ALTERNATIVE = "alternative", "It is a further sum that the source gives for the same deal."
    EQUIVALENT = "equivalent", "It is the source's own conversion of a sum that is counted."
    OTHER_CURRENCY = "other_currency", "Another record of the same case gives the sum in the currency that is counted."
    OTHER_GOODS = "other_goods", "The sum pays for other goods as well."
    OPTION = "option", "It may be ordered under an option."
    CANCELLED = "cancelled", "The deal was called off, or lost to another."
    DENIED = "denied", "The source or its speaker says that it is not so."
    UNSIGNED = (
        "unsigned",
        "There is no contract yet: considered, planned, negotiated, selected, or a framework to be filled.",
    )
    HYPOTHETICAL = "hypothetical", "It is only possible, conditional, proposed or demanded."


class Severity(Vocabulary):
    """How much a finding matters."""

    ERROR = "error", "It cannot be right."
    WARNING = "warning", "It is probably not right, or sources differ."
    NOTE = "note", "Worth a look."
