"""What terms may mean: the categories, values and flags that the rules read; docs/packs.md explains each.

A value that no rule reads would be data without effect, so both lists are closed and ``skyledger packs check`` holds
every pack against them. A new value comes together with the rule that reads it.
"""

from collections.abc import Mapping

from skyledger.model.kinds import ObjectType

LANGS = ("en", "ru", "uk")

# What happened; each is read by a frame of extract/frames/.
_TRIGGERS = """
alert alert_lifted attacked closure damage debris direction diversion downed evacuation explosions fire fire_out flights
gas heating hit injured internet killed launched lost missing no_casualties no_damage outage reopening rescued restored
schools sighting suppressed trains water
"""
_UNITS = """
airport apartment building child customer explosion flight location part person region settlement vehicle
"""

_OFFICES = "administration city_administration district_head emergency_service governor mayor police prosecutor"

# Bodies that bear no name and are told by what they are, of any country.
_SOURCES = """
administration air_force border_guard city_administration emergency_service general_staff government headquarters
intelligence international investigators military ministry operator police president prime_minister prosecutor regulator
security_service
"""

VALUES: Mapping[str, frozenset[str]] = {
    "account": frozenset({"noun", "verb"}),
    "agent": frozenset({"defence", "enemy", "jamming"}),
    "anaphor": frozenset({"official"}),
    "article": frozenset({"one"}),
    "clarify": frozenset({"being_clarified"}),
    "idle": frozenset({"verb"}),
    "hedge": frozenset({"denied", "preliminary", "unconfirmed"}),
    "launch_area": frozenset({"launch"}),
    "negation": frozenset({"not"}),
    "not_unit": frozenset({"measure"}),
    "object": frozenset(ObjectType),
    "place_head": frozenset({"airport", "city", "district", "region", "sea"}),
    "pronoun": frozenset({"he"}),
    "quantifier": frozenset({"about", "at_least", "each", "fewer_than", "more_than", "up_to"}),
    "role": frozenset(_OFFICES.split()),
    "source": frozenset(_SOURCES.split()),
    "speech": frozenset({"said"}),
    "subset": frozenset({"of_which", "out_of"}),
    "total": frozenset({"total"}),
    "trap": frozenset({"anniversary", "drill", "earlier", "forecast", "genre", "other", "other_cause", "past"}),
    "trigger": frozenset(_TRIGGERS.split()),
    "unit": frozenset(_UNITS.split()),
    "vague": frozenset({"dozens", "hundreds", "several", "thousands"}),
}

# Categories whose values are written otherwise, each with how.
OPEN_VALUES: Mapping[str, str] = {
    "detail": "one to four English words in lower case",
    "number": "a whole number in digits",
}
PLACE_CATEGORIES = frozenset({"place", "place_adj"})
SPEAKER_CATEGORIES = frozenset({"body", "speaker", "title"})
LEXICON_CATEGORIES = frozenset({*VALUES, *OPEN_VALUES})
CATEGORIES = LEXICON_CATEGORIES | PLACE_CATEGORIES | SPEAKER_CATEGORIES

_LARGEST_NUMBER = 1_000_000
_MOST_DETAIL_WORDS = 4

# Marks that word forms get when packs are compiled, and marks that a pack sets.
FORM_FLAGS = frozenset({"attr", "base", "future", "inf", "ing", "neut", "past", "plur", "sing", "verb"})
SET_FLAGS = frozenset({"both", "plural", "running", "singular", "weak"})
PLACE_FLAGS = frozenset({"abbr", "adj", "airport", "city", "code", "name", "short", "word"})
HEADS = frozenset(
    {"county", "district", "hromada", "krai", "okrug", "region", "republic", "sea", "voivodeship", "works"}
)
SPEAKER_FLAGS = frozenset({"common", "initial", "surname", "word"})

PERSON_ROLES = frozenset(
    {
        *("governor", "mayor", "acting_mayor", "city_administration", "district_head", "council_head"),
        *("representative", "president", "prime_minister", "vice_prime_minister", "spokesperson"),
    }
)
BODY_ROLES = frozenset(
    {
        *("ministry", "air_force", "general_staff", "military", "intelligence", "security_service", "border_guard"),
        *("police", "prosecutor", "investigators", "emergency_service", "regulator", "administration"),
        *("headquarters", "presidency", "government", "operator", "centre", "international"),
    }
)


def is_lexicon_value(category: str, value: str) -> bool:
    """Tell whether a lexicon category may have a value."""
    if category == "number":
        return value.isascii() and value.isdigit() and int(value[:8]) <= _LARGEST_NUMBER and len(value) <= 7
    if category == "detail":
        words = value.split(" ")
        return len(words) <= _MOST_DETAIL_WORDS and all(w.isascii() and w.isalpha() and w.islower() for w in words)
    return value in VALUES.get(category, frozenset())


def describe_values(category: str) -> str:
    """Return what the values of a lexicon category are, for a message."""
    return OPEN_VALUES.get(category) or ", ".join(sorted(VALUES[category]))


def flags_of(category: str) -> frozenset[str]:
    """Return the flags that terms of a category may carry."""
    if category in PLACE_CATEGORIES:
        return PLACE_FLAGS | {f"head={head}" for head in HEADS}
    return SPEAKER_FLAGS if category in SPEAKER_CATEGORIES else FORM_FLAGS | SET_FLAGS
