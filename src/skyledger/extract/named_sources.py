"""Persons and offices that are the source of a sentence without a speech word."""

from skyledger.extract.reading import Reading
from skyledger.extract.voices import bodies_in, is_marked, people_in
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase
from skyledger.model.kinds import PlaceKind

# Words before a person who is only acted with or upon.
_COMPANY = frozenset("with against about on from о об про на с со з із к до для против проти від от".split())
# Stems of what a holder does other than tell.
_ACTS = (
    *("asked", "urge", "попрос", "призва", "закли", "обіця", "обеща", "promis", "vow"),
    *("visit", "met", "ordered", "instruct", "appoint", "thank", "resign", "arrive", "hosted", "travel", "sign"),
    *("встрет", "посет", "поруч", "приказ", "назнач", "поблагодар", "прибы", "приех", "подпис", "выразил", "отстав"),
    *("зустрі", "відвіда", "доруч", "наказа", "признач", "подякув", "прибу", "приїх", "підпис", "висловив", "відстав"),
)
_ACTING = word_class(stems=_ACTS)


def marked_person(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether punctuation marks a speaker: "Шапша: сбито 40", "... сбито 40 — ГУСЕВ", "... — Росавіація"."""
    named = [*people_in(reading, sentence), *bodies_in(reading, sentence)]
    return any(is_marked(reading, sentence, mention) for mention, _ in named)


def is_place_of_news(reading: Reading, role: Mention, office: PlacePhrase, here: list[PlacePhrase]) -> bool:
    """Tell whether an office's place is also where it happened: "в мэрии Воронежа рассказали о попадании в школу".

    Such is the town of a town's office that names no other place.
    """
    if role.value in ("governor", "administration") or len(office.members) != 1:
        return False
    places = reading.packs.places
    if any(places[i].kind in (PlaceKind.REGION, PlaceKind.COUNTRY) for i in office.members[0] if i in places):
        return False
    return not any(p is not office and p.role == "place" for p in here)


def marks_office(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a colon may mark an office as who speaks: "Глава Волгодонска: упали обломки"."""
    colon = reading.text.find(":", sentence.first, sentence.last)
    return colon >= 0 and bool(reading.in_range("role", sentence.start, sentence.stop))


def named_office(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a holder is named with his office, who is the source then: "Governor Oleh Kiper counted 33"."""
    roles = reading.in_range("role", sentence.start, sentence.stop)
    return (
        bool(roles)
        and not acts(reading, sentence)
        and any(0 <= person.start - role.stop <= 3 for person, _ in people_in(reading, sentence) for role in roles)
    )


def acts(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether somebody visits, orders, asks or thanks in a sentence."""
    return reading.says(sentence, _ACTING)


def told_of_person(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a holder is named outside of any act: he is the source, whatever the verb.

    What he does himself ("visited the wounded", "ordered schools shut") says nothing of who told it.
    """
    people = [m for m, _ in people_in(reading, sentence)]
    if not people:
        return False
    words = reading.tokens.words
    for person in people:
        if person.start and words[person.start - 1] in _COMPANY:
            return False
        if reading.ending("unit", person.start, person.start):
            return False  # "на дом Владислава Шапши"
    return not acts(reading, sentence)


def heads_text(reading: Reading, sentence: Sentence, phrase: SpeakerPhrase) -> bool:
    """Tell whether a name and a colon open a sentence: "Khabirov: two drones tried to reach a plant"."""
    if phrase.span is None or reading.text[sentence.first : phrase.span.start].strip():
        return False
    return reading.text.startswith(":", phrase.span.stop)
