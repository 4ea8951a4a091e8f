"""Whose account a sentence gives without a word of saying: "the rescuers' count", "счёт ночи от Воздушных сил".

A noun of counting or listing beside a body, an office or a holder tells the source: as its owner ("the mayor's
ledger", "перечень прокуратуры"), or as what the subject keeps, gives or draws up ("Нацполіція веде власний облік").
"""

from skyledger.extract.offices import office_of, role_with_place
from skyledger.extract.reading import Reading
from skyledger.extract.sources import (
    OWN_CHANNELS,
    PUTS,
    extent,
    goes_on,
    is_object,
    is_towards,
    phrase_of,
    puts_at,
    sources_in,
    works_in,
)
from skyledger.extract.voices import bodies_in, is_at, people_in
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase

_OWNED, _KEPT = 3, 4  # words between a noun of counting and whose it is, and between a subject and what it keeps
_BESIDE = 1  # words between a body and a verb by which bodies tell
_CLOSER = 16  # words of a sentence that only tells whose figures stand before
_THIS = frozenset(
    (
        "that this these those such так такой такая такие такую таков такова таковы это эти этот эту "
        "такий така такі таку це ці цей цю"
    ).split()
)
_THAT = frozenset(("that", "this", "it", "это", "этом", "це", "цьому"))
_CUTS = frozenset(",.;:()\n")
_OWNERS = frozenset(("of", "from", "by"))
# Prepositions that make another noun of what stands behind them: "список раненых в больнице".
_APART = frozenset(
    (
        "в во на к ко о об для по с со без над под при про до у за через in on at to for with about into near "
        "після біля перед"
    ).split()
)


def account_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> tuple[SpeakerPhrase | None, bool]:
    """Return whose count, list or figure a sentence says it gives.

    Returns:
        The source or None, and whether it speaks for this sentence only.
    """
    if reading.document.outlet.type in OWN_CHANNELS:
        return None, False
    words = reading.in_range("account", sentence.start, sentence.stop)
    puts = reading.says(sentence, PUTS)
    if not words and not puts and not reading.in_range("speech", sentence.start, sentence.stop):
        return None, False
    nouns = [w for w in words if w.value == "noun"]
    for holder, phrase in holders_in(reading, sentence, places):
        if any(_owns(reading, holder, n) for n in nouns):
            return phrase, "weak" in holder.flags
        if holder.category == "speaker" or is_towards(reading, sentence, holder) or works_in(reading, sentence, holder):
            continue
        stop = extent(reading, sentence, holder)[1]
        told = any(_tells(reading, holder, stop, w) for w in words if w.value == "verb")
        told = told or goes_on(reading, sentence, holder)
        kept = [n for n in nouns if "weak" not in n.flags]
        if told or any(_keeps(reading, holder, stop, n) for n in kept) or (puts and puts_at(reading, holder)):
            return phrase, "weak" in holder.flags
    return None, False


def points_back(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence only says whose words stood before it: "The police chief gave that figure"."""
    if sentence.stop - sentence.start > _CLOSER or reading.in_range("trigger", sentence.start, sentence.stop):
        return False
    words = reading.tokens.words
    if reading.in_range("number", sentence.start, sentence.stop):
        return False
    accounts = reading.in_range("account", sentence.start, sentence.stop)
    said = bool(accounts) or bool(reading.in_range("speech", sentence.start, sentence.stop))
    if said and (words[sentence.start] in _THIS or words[sentence.stop - 1] in _THAT):
        return True
    return any(n.value == "noun" and words[n.start - 1] in _THIS for n in accounts if n.start > sentence.start)


def holders_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> list[tuple[Mention, SpeakerPhrase]]:
    """Return all in a sentence who may give an account: holders, bodies, nameless bodies, offices."""
    found = [
        (m, SpeakerPhrase(ids, "", None, reading.span(m.start, m.stop), "word" in m.flags))
        for m, ids in [*people_in(reading, sentence), *bodies_in(reading, sentence)]
    ]
    found += [
        (source, phrase_of(reading, source, places))
        for source in sources_in(reading, sentence)
        if not _overlaps(source, found) and not _is_inside_office(reading, source)
    ]
    for role in reading.in_range("role", sentence.start, sentence.stop):
        if not _overlaps(role, found):
            place = role_with_place(reading, role, places)
            stop = role.stop if place is None else max(role.stop, place.stop)
            office = office_of(reading, role, place)
            found.append((role, SpeakerPhrase((), office, place, reading.span(role.start, stop))))
    return found


def _is_inside_office(reading: Reading, source: Mention) -> bool:
    """Tell whether a body is a part of a longer office: "the region's government"."""
    roles = reading.starting("role", source.start - _OWNED, source.start + 1)
    return any(r.stop >= source.stop and r.stop - r.start > source.stop - source.start for r in roles)


def _overlaps(mention: Mention, found: list[tuple[Mention, SpeakerPhrase]]) -> bool:
    return any(f.start < mention.stop and mention.start < f.stop for f, _ in found)


def _tells(reading: Reading, holder: Mention, stop: int, verb: Mention) -> bool:
    """Tell whether a body is the subject of a verb by which bodies tell: "«Укрзализныця» списывает электровоз"."""
    if 0 <= verb.start - stop <= _BESIDE:
        return not reading.parted(stop - 1, verb.start, _CUTS)
    if holder.lang == "en" or holder.start != verb.stop:
        return False
    return not reading.parted(verb.stop - 1, holder.start, _CUTS) and not is_object(reading, holder, "")


def _owns(reading: Reading, holder: Mention, noun: Mention) -> bool:
    """Tell whether a noun of counting is somebody's: "the army's count", "tally from the rescuers", "счёт от мэрии"."""
    words = reading.tokens.words
    if 0 <= noun.start - holder.stop <= _OWNED and not reading.parted(holder.stop - 1, noun.start, _CUTS):
        if holder.lang != "en":
            return holder.start > 0 and words[holder.start - 1] == "у"  # "у спасателей другие цифры"
        come_from = "from" in words[max(0, holder.start - 2) : holder.start]
        return come_from or reading.gap(holder.stop - 1, noun.start).startswith(("'", "’"))
    if not 0 <= holder.start - noun.stop <= _OWNED or reading.parted(noun.stop - 1, holder.start, _CUTS):
        return False
    between = words[noun.stop : holder.start]
    if noun.start and words[noun.start - 1] in _THIS and is_at(reading, holder.start):
        return True  # "такой счёт привели в правительстве региона"
    if holder.lang == "en":
        return not _OWNERS.isdisjoint(between)
    return _APART.isdisjoint(between) and not _is_driven(reading, noun, holder)


def _is_driven(reading: Reading, noun: Mention, holder: Mention) -> bool:
    """Tell whether something happened between a noun and a body: "данные уничтожены, пожарные"."""
    return bool(reading.in_range("trigger", noun.stop, holder.start))


def _keeps(reading: Reading, holder: Mention, stop: int, noun: Mention) -> bool:
    """Tell whether a subject does something with a noun of counting: "Нацполіція веде власний облік"."""
    if not 1 <= noun.start - stop <= _KEPT or reading.parted(stop - 1, noun.start, _CUTS):
        return False
    words = reading.tokens.words
    before = words[holder.start - 1] if holder.start else ""
    if before in _APART or before in _OWNERS or reading.in_range("trigger", stop, noun.start):
        return False
    return _APART.isdisjoint(words[stop : noun.start])
