"""The English words for calendar time, as tables that an expert can extend; all keys are in lower case."""

from __future__ import annotations

__all__ = [
    "ABBREVIATED",
    "AMBIGUOUS_MONTHS",
    "ATTRIBUTIVE_STOPS",
    "BUSINESS",
    "COMPARED",
    "COUNTED",
    "DATED_NOUNS",
    "DAY_NAMES_BLOCKED_AFTER",
    "DAY_NAMES_BLOCKED_BEFORE",
    "DAY_PARTS",
    "DECADE_WORDS",
    "EASTER_DAYS",
    "FIXED_DAYS",
    "FUTURE_WORDS",
    "HEDGES",
    "IRREGULAR_PASTS",
    "LEVELS",
    "MEETINGS",
    "MIDSEASONS",
    "MONTHS",
    "MONTH_NAMES",
    "MONTH_PREPOSITIONS",
    "MOVED",
    "MOVED_BY",
    "NAME_NOUNS",
    "NOT_PASTS",
    "NUMBERS",
    "ORDINALS",
    "PARTS",
    "SAYING",
    "SCHEDULED",
    "SEASONS",
    "UNCERTAIN",
    "UNITS",
    "VAGUE_NUMBERS",
    "WEEKDAYS",
    "WEEKDAY_FEASTS",
    "WEEKDAY_SHORT",
    "YEAR_PREPOSITIONS",
]

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

ABBREVIATED = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
"""Short forms of month names; a full stop may follow."""

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | ABBREVIATED

AMBIGUOUS_MONTHS = frozenset({"march", "april", "may", "june", "august", *ABBREVIATED})
"""Month words that are also verbs, adjectives, given names or other abbreviations."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}

WEEKDAY_SHORT = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
"""Short forms of weekday names; they count only beside a date or after a preposition."""

DAY_NAMES_BLOCKED_BEFORE = frozenset([
    "black", "bloody", "your", "super", "ash", "palm", "holy", "maundy", "cyber", "shrove", "casual", "giving", "every", "each",
])  # fmt: skip
"""Before a weekday these make a name or a recurring day of it."""

DAY_NAMES_BLOCKED_AFTER = frozenset(
    {
        *("times", "telegraph", "mail", "mirror", "express", "herald", "post", "tribune", "world", "night"),
        *("briefing", "newsletter", "digest", "roundup", "edition", "magazine", "review", "report", "club"),
    }
)
"""Capitalised after a weekday these make a newspaper, a letter to readers or a programme of it."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons with their EDTF code."""

MIDSEASONS = {"midsummer": 6, "midwinter": 12}
"""Turning points of the year that are named like seasons, with their month."""

UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "fortnight", "fortnights": "fortnight",
    "weekend": "weekend", "weekends": "weekend", "month": "month", "months": "month", "quarter": "quarter",
    "quarters": "quarter", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
    "century": "century", "centuries": "century", "yr": "year", "yrs": "year", "qtr": "quarter",
    "hour": "hour", "hours": "hour",
}  # fmt: skip

DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "lunchtime"})

PARTS = {"early": "early", "mid": "mid", "late": "late", "midyear": "mid"}
"""Words that stand before a year, month or decade and say which part of it is meant."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

VAGUE_NUMBERS = frozenset({"few", "several", "couple", "some", "many", "handful"})
"""Numbers that cannot be resolved ("a few years ago")."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

DECADE_WORDS = {
    "tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

HEDGES = frozenset({"about", "around", "circa", "c", "ca", "approximately", "approx", "roughly", "~"})
"""Words that make a date approximate (EDTF "~")."""

UNCERTAIN = frozenset({"possibly", "perhaps", "maybe", "probably"})
"""Words directly before a date that make it uncertain (EDTF "?")."""

FIXED_DAYS: dict[tuple[str, ...], tuple[int, int]] = {
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("christmas",): (12, 25), ("xmas",): (12, 25),
    ("boxing", "day"): (12, 26), ("new", "year", "s", "day"): (1, 1), ("new", "years", "day"): (1, 1),
    ("new", "year", "s", "eve"): (12, 31), ("new", "years", "eve"): (12, 31), ("may", "day"): (5, 1),
    ("valentine", "s", "day"): (2, 14), ("halloween",): (10, 31), ("armistice", "day"): (11, 11),
    ("bastille", "day"): (7, 14), ("valentines", "day"): (2, 14), ("groundhog", "day"): (2, 2), ("epiphany",): (1, 6),
    ("st", "patrick", "s", "day"): (3, 17), ("st", "patricks", "day"): (3, 17), ("saint", "patrick", "s", "day"): (3, 17),
    ("april", "fools", "day"): (4, 1), ("april", "fool", "s", "day"): (4, 1), ("earth", "day"): (4, 22),
    ("international", "women", "s", "day"): (3, 8), ("cinco", "de", "mayo"): (5, 5), ("juneteenth",): (6, 19),
    ("all", "saints", "day"): (11, 1), ("veterans", "day"): (11, 11), ("anzac", "day"): (4, 25), ("leap", "day"): (2, 29),
    ("xmas", "day"): (12, 25), ("xmas", "eve"): (12, 24),
}  # fmt: skip
"""Days that fall on the same date every year, as (month, day)."""

EASTER_DAYS: dict[tuple[str, ...], int] = {
    ("good", "friday"): -2, ("easter", "sunday"): 0, ("easter", "monday"): 1, ("ascension", "day"): 39,
    ("easter",): 0, ("palm", "sunday"): -7, ("ash", "wednesday"): -46, ("whit", "monday"): 50, ("pentecost",): 49,
}  # fmt: skip
"""Days counted from (western) Easter Sunday."""

WEEKDAY_FEASTS: dict[tuple[str, ...], tuple[int, int, int, int]] = {
    ("thanksgiving", "day"): (4, 3, 11, 0), ("thanksgiving",): (4, 3, 11, 0), ("labor", "day"): (1, 0, 9, 0),
    ("memorial", "day"): (-1, 0, 5, 0), ("mother", "s", "day"): (2, 6, 5, 0), ("mothers", "day"): (2, 6, 5, 0),
    ("father", "s", "day"): (3, 6, 6, 0), ("fathers", "day"): (3, 6, 6, 0),
    ("martin", "luther", "king", "day"): (3, 0, 1, 0), ("mlk", "day"): (3, 0, 1, 0), ("presidents", "day"): (3, 0, 2, 0),
    ("columbus", "day"): (2, 0, 10, 0), ("black", "friday"): (4, 3, 11, 1), ("cyber", "monday"): (4, 3, 11, 4),
}  # fmt: skip
"""Days counted by a weekday of a month, as the United States keep them: which one (-1: the last), the weekday, the month,
and how many days later."""

MONTH_PREPOSITIONS = frozenset([
    "in", "since", "until", "till", "by", "from", "of", "last", "next", "this", "early", "mid", "late", "during",
    "through", "throughout", "between", "before", "after", "to", "for", "and", "or", "end", "past", "previous",
    "following", "coming", "around", "about", "circa", "on", "into", "per", "starting", "beginning",
])  # fmt: skip
"""Words before a bare month name that show that it is one."""

YEAR_PREPOSITIONS = frozenset([
    "in", "since", "until", "till", "by", "from", "of", "during", "for", "after", "before", "between", "to", "and",
    "or", "through", "throughout", "around", "about", "circa", "early", "mid", "late", "year", "years", "into",
    "beyond", "end", "fiscal", "financial", "calendar", "fy", "later", "starting", "beginning", "summer", "autumn",
    "spring", "winter", "fall", "as", "versus", "vs", "via", "dated", "ca", "c", "pre", "post", "approx",
])  # fmt: skip
"""Words before a number of four digits that show a year."""

NAME_NOUNS = frozenset([
    "vision", "agenda", "horizon", "expo", "resolution", "article", "section", "paragraph", "page", "room", "flight",
    "class", "type", "model", "mk", "mark", "block", "phase", "lot", "building", "file", "case", "figure", "fig",
    "table", "box", "channel", "route", "highway", "form", "standard", "iso", "pzh", "land", "project", "no", "nos",
    "number", "chapter", "version", "windows", "area", "sector", "zone", "series", "serial", "line", "unit", "suite",
    "level", "boeing", "airbus", "usd", "eur", "gbp", "krw", "sek", "nok", "dkk", "pln", "jpy", "us", "rs", "tel",
    "ext", "pin", "code", "id", "strategy", "hull", "pennant", "factory", "plant", "kospi", "nikkei", "copyright", "©",
])  # fmt: skip
"""Before a number of four digits these make a name, a rank or a sum of it."""

COUNTED = frozenset([
    "km", "kilometres", "kilometers", "kilometre", "kilometer", "m", "metres", "meters", "metre", "meter", "mm", "cm",
    "miles", "mile", "feet", "ft", "yards", "kg", "kilograms", "tonnes", "tons", "tonne", "ton", "pounds", "lb", "lbs",
    "litres", "liters", "gallons", "barrels", "hp", "kw", "mw", "gw", "kwh", "mwh", "hectares", "acres", "percent",
    "per", "pct", "percentage", "million", "billion", "trillion", "mn", "bn", "tn", "thousand", "hundred", "dollars",
    "euros", "won", "yen", "yuan", "rubles", "roubles", "zlotys", "zloty", "kroner", "kronor", "crowns", "lei", "lira",
    "rupees", "francs", "rounds", "shells", "bullets", "cartridges", "missiles", "rockets", "bombs", "drones",
    "vehicles", "tanks", "howitzers", "guns", "rifles", "trucks", "aircraft", "jets", "helicopters", "planes", "ships",
    "boats", "vessels", "launchers", "units", "pieces", "items", "sets", "kits", "troops", "soldiers", "personnel",
    "people", "men", "women", "sailors", "marines", "airmen", "officers", "recruits", "conscripts", "reservists",
    "fighters", "workers", "jobs", "employees", "staff", "engineers", "civilians", "refugees", "students", "visitors",
    "passengers", "casualties", "deaths", "homes", "houses", "households", "companies", "firms", "countries", "nations",
    "members", "times", "hours", "hrs", "minutes", "seconds", "sorties", "flights", "copies", "mines", "grenades",
    "mortars", "radars", "systems", "stars", "points", "votes", "seats", "sq", "square", "cubic", "degrees", "celsius",
    "rpm", "gmt", "utc", "kst", "cet", "hz", "mhz", "ghz", "gb", "mb", "tb", "cc", "nm", "knots", "kph", "mph",
    "strong", "man", "seat", "seater", "pound", "volt", "watt", "watts", "participants", "more", "others", "further",
])  # fmt: skip
"""Units and counted nouns: a number before them is a quantity and neither a year nor a day."""

ATTRIBUTIVE_STOPS = frozenset([
    "a", "an", "the", "and", "or", "but", "to", "of", "in", "on", "at", "by", "for", "with", "from", "as", "that",
    "which", "who", "when", "where", "while", "after", "before", "until", "since", "because", "if", "it", "he", "she",
    "they", "we", "its", "his", "her", "their", "this", "these", "those", "is", "are", "was", "were", "be", "been",
    "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must", "do", "does", "did", "not",
    "so", "than", "then", "through", "between", "during", "under", "over", "into", "onto", "about", "alone", "also",
    "onward", "onwards", "there", "up", "down", "out", "off", "s", "local", "following", "amid", "against", "alongside",
    "despite", "saw", "brought", "said", "came", "marked", "just", "only", "still", "already", "again", "without",
    "within", "across", "around", "near", "via", "towards", "toward", "throughout", "behind", "beyond", "instead",
    "together", "though", "although", "whether", "whose", "too", "now", "yet", "except", "owing", "thanks", "per",
])  # fmt: skip
"""Words after a date that do not make it the attribute of a noun."""

MEETINGS = frozenset([
    "meeting", "meetings", "talks", "summit", "announcement", "ceremony", "decision", "agreement", "signing", "vote",
    "contract", "deal", "visit", "statement", "briefing", "session", "hearing", "launch", "events", "event", "release",
    "notification", "delivery", "strike", "attack", "parade", "conference", "handover", "award",
])  # fmt: skip
"""After "today's" these nouns show that the day is meant, and not the present age."""

FUTURE_WORDS = frozenset([
    "will", "would", "shall", "won", "ll", "tomorrow", "due", "expected", "expect", "expects", "expecting", "plan", "plans",
    "planned", "planning", "scheduled", "slated", "set", "aim", "aims", "aiming", "intend", "intends", "intended",
    "hope", "hopes", "hoping", "forthcoming", "upcoming", "ahead", "should", "could", "may", "might", "must", "can",
    "projected", "proposed", "anticipated", "anticipates", "anticipate", "poised", "wants", "want", "seeks", "seek",
    "targeted", "targets", "target", "tentatively", "deadline", "expires", "expire", "envisaged", "foresees",
    "foreseen", "going", "earmarked", "pledged", "promised", "vowed", "starting", "propose", "proposes", "becomes",
    "begins", "begin", "starts", "opens", "resumes", "resume", "faces", "convenes", "ends", "looms", "penciled",
    "pencilled", "earmarks", "tipped", "billed", "timetabled", "pencil", "eyed", "eyes", "envisages", "envisions",
])  # fmt: skip
"""Words of a clause that make its dates lie ahead."""

NOT_PASTS = frozenset(
    {"need", "united", "armed", "joint", "speed", "feed", "hundred", "indeed", "exceed", "proceed", "succeed", "allied",
     "combined", "advanced", "self", "unmanned", "mechanized", "mechanised", "armored", "armoured", "guided", "fixed",
     "wheeled", "tracked", "towed", "limited", "red", "bed", "shed", "based", "called", "named", "wed", "mohamed", "ahmed",
     "estimated", "related"}
)  # fmt: skip
"""Words in "-ed" that say nothing about when."""

IRREGULAR_PASTS = frozenset([
    "was", "were", "had", "did", "said", "met", "took", "held", "left", "sent", "made", "came", "went", "began",
    "became", "gave", "saw", "brought", "bought", "sold", "built", "won", "lost", "told", "spoke", "spent", "rose",
    "fell", "grew", "led", "put", "ran", "drew", "flew", "hit", "got", "paid", "chose", "chosen", "taken", "given",
    "seen", "shown", "gone", "done", "known", "been", "broke", "broken", "fought", "found", "kept", "knew", "sank",
    "shot", "stood", "struck", "swept", "thought", "wrote", "written", "withdrew", "withdrawn", "has", "have", "sought",
    "meant", "fed", "felt", "dealt", "drove", "driven", "threw", "beat", "upheld", "oversaw", "underwent", "undertook",
    "stole", "swore", "taught", "understood", "wore", "ago", "lay", "laid", "arose", "sprang", "shook", "dates",
    "agreed", "freed", "guaranteed",
])  # fmt: skip
"""Past forms that do not end in "-ed", and "has", "have", which look back as well."""

LEVELS = frozenset([
    "level", "levels", "figure", "figures", "prices", "total", "totals", "baseline", "peak", "high", "low", "data",
    "report", "reports", "edition", "version", "model", "film", "study", "survey", "standards", "values",
])  # fmt: skip
"""After "from 2022" or "by 2022" these show that the year describes them and opens no interval."""

MOVED = frozenset(
    {"postponed", "moved", "rescheduled", "delayed", "shifted", "brought", "pushed", "changed", "deferred"}
)
"""Before "from Monday to Friday" these show two dates and no interval."""

MOVED_BY = (["put", "off"], ["put", "back"], ["pushed", "back"], ["moved", "back"], ["held", "over"])
"""The like in two words."""

COMPARED = frozenset([
    "up", "down", "increase", "decrease", "rise", "drop", "fell", "rose", "grew", "different", "differs", "unchanged",
    "change", "changed", "climbed", "jumped", "dropped", "slipped", "growth", "decline", "dates", "dated", "date",
    "dating", "back", "footage", "photo", "photograph", "image", "letter", "memo", "document", "quote", "statement",
    "interview", "archive", "remains", "carried", "inherited", "veterans", "learned", "lessons",
])  # fmt: skip
"""Shortly before "from 2022" these show a comparison or a mere date."""

DATED_NOUNS = frozenset([
    "deal", "contract", "contracts", "order", "orders", "agreement", "framework", "treaty", "accord", "pact", "package",
    "tender", "law", "decree", "notice", "ones", "one", "plan", "offer", "batch", "design", "model", "resolution",
    "directive", "regulation", "decision", "draft", "report", "data", "figures", "study", "edition", "figure", "total",
    "level", "levels", "number", "sum", "tally", "peak", "record", "value", "volume", "low", "high",
])  # fmt: skip
"""Nouns whose date may stand behind "from" without beginning anything ("the order from Nov. 2021")."""

BUSINESS = frozenset([
    "sales", "revenue", "revenues", "profit", "profits", "earnings", "exports", "imports", "orders", "deliveries",
    "shipments", "turnover", "income", "operating", "results", "quarter", "won", "billion", "million", "trillion",
    "percent", "spending", "output", "production", "yoy",
])  # fmt: skip
"""Words near "the first half" that make it one of a year."""

SCHEDULED = frozenset([
    "returns", "return", "leaves", "leave", "arrives", "arrive", "departs", "depart", "opens", "begins", "begin",
    "starts", "resumes", "resume", "closes", "expires", "expire", "plays", "travels", "travel", "flies", "sails",
    "convenes", "reconvenes", "reopens", "airs", "premieres", "graduates", "retires", "debuts", "elapses",
])  # fmt: skip
"""Verbs that in the present tense tell what a timetable holds: "the brigade returns in the autumn"."""

SAYING = frozenset([
    "said", "says", "say", "announced", "announces", "added", "adds", "hoped", "hopes", "believes", "believed",
    "insisted", "argued", "warned", "noted", "told", "claimed", "reported",
])  # fmt: skip
"""Behind these "that May" is a person, not a month."""
