"""Ages said between commas, which part nobody from what befell him: "a man, 44, and his daughter, 9, were hurt".

The age becomes part of the words that name the person, so that neither comma ends a clause.
"""

from dataclasses import replace

from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.model.frame import Quantity, Sentence

_OLDEST = 110
_GROWN = 18
_YOUNGEST_TOLD = 14  # "a driver of 52", but no crew of five
_BODIES = frozenset("crew crews family team group crowd staff party squad".split())
_AND = frozenset("and и та й і or или або".split())
_NEXT_PERSON = frozenset("a an the his her their two three".split())
_AGED = frozenset(("aged", "ages"))


def with_ages(reading: Reading, people: list[Quantity]) -> list[Quantity]:
    """Return people, those followed by a bare age between commas together with it."""
    return [_with_age(reading, q) for q in people]


def _with_age(reading: Reading, person: Quantity) -> Quantity:
    at, words, noun = person.stop, reading.tokens.words, person.noun
    if noun is None or person.count is not None or not is_of(person, PEOPLE) or at + 1 >= len(words):
        return person
    gap = reading.gap(at - 1, at).strip()
    told = words[at] == "of" and not gap
    if not told and gap != ",":
        return person
    at += told or words[at] in _AGED
    if not words[at].isdigit() or not 0 < int(words[at]) <= _OLDEST:
        return person
    age = int(words[at])
    if told and (age < _YOUNGEST_TOLD or words[noun.start] in _BODIES):
        return person
    if not told and at + 1 < len(words) and reading.gap(at, at + 1).strip() not in (",", ".", ";"):
        return person
    young = age < _GROWN and noun.value == "person"
    return replace(person, stop=at + 1, noun=replace(noun, value="child") if young else noun)


def has_age(reading: Reading, person: Quantity) -> bool:
    """Tell whether the words that name a person end in an age."""
    noun = person.noun
    return noun is not None and noun.stop < person.stop and reading.tokens.words[person.stop - 1].isdigit()


def aged_stretches(reading: Reading, sentence: Sentence, people: list[Quantity]) -> list[tuple[int, int]]:
    """Return the stretches of an age and the word behind its second comma, unless another person follows it."""
    words, found = reading.tokens.words, []
    for person in people:
        if not has_age(reading, person) or person.stop >= sentence.stop:
            continue
        behind = words[person.stop]
        listed = behind in _AND or any(q.start <= person.stop < q.stop for q in people)
        if reading.gap(person.stop - 1, person.stop).strip() == "," and not listed and behind not in _NEXT_PERSON:
            found.append((person.stop - 1, person.stop + 1))
    return found
