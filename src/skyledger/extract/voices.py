"""Who is named in a sentence as its source: persons, bodies, and offices named with their place."""

import re
from collections.abc import Callable

from skyledger.extract.offices import HEADED, SERVICES, is_name, named_holder, office_end, office_of, role_with_place
from skyledger.extract.place_atoms import is_careless
from skyledger.extract.reading import Reading
from skyledger.extract.words import AGENT_BEFORE
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase
from skyledger.model.text import Span


def people_in(reading: Reading, sentence: Sentence) -> list[tuple[Mention, tuple[str, ...]]]:
    """Return persons named in a sentence with their candidate ids; a common surname needs a role or first name."""
    if "speaker" not in reading.starts:
        return []
    people = reading.people.get(sentence.index)
    if people is None:
        people = reading.people[sentence.index] = _people_in(reading, sentence)
    return people


def _people_in(reading: Reading, sentence: Sentence) -> list[tuple[Mention, tuple[str, ...]]]:
    found: dict[tuple[int, int], list[Mention]] = {}
    for mention in reading.in_range("speaker", sentence.start, sentence.stop):
        found.setdefault((mention.start, mention.stop), []).append(mention)
    if not found:
        return []
    roles = reading.in_range("role", sentence.start, sentence.stop)
    people = []
    for (start, stop), mentions in found.items():
        if any(s <= start and stop <= e and (s, e) != (start, stop) for s, e in found):
            continue
        if stop - start == 1 and _bears_other_name(reading, start):
            continue
        sure = [m for m in mentions if not m.flags & {"common", "word", "initial"}]
        if (
            not sure
            and not _is_announced(reading, sentence, mentions)
            and not any(0 <= start - r.stop <= 3 for r in roles)
        ):
            continue
        # "атаки дронов" is no Dronov, however careless the text
        unlikely = not is_careless(reading) or reading.at("object", start) is not None
        if stop - start == 1 and not reading.is_capitalised(start) and unlikely:
            continue
        people.append((mentions[0], tuple(dict.fromkeys(m.value for m in (sure or mentions)))))
    return people


def _bears_other_name(reading: Reading, surname: int) -> bool:
    """Tell whether a first name of somebody else stands before a surname: "глава округа Иван Петренко"."""
    first = surname - 1
    if first < 0 or reading.gap(first, surname) not in (" ", "\u00a0") or first in reading.sentence_starts:
        return False
    return is_name(reading, first) and not reading.is_known(first)


def _is_announced(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Tell whether marks or a word of saying show that an ambiguous name is the person: "Слюсарь: сбито 11".

    Several holders may bear the name then; the regions of the text decide.
    """
    mention = mentions[0]
    if "initial" in mention.flags and mention.stop - mention.start == 1:
        return False
    if is_marked(reading, sentence, mention):
        return True
    beside = reading.at("speech", mention.stop) or reading.ending("speech", mention.start, mention.start)
    return bool(beside) and reading.is_capitalised(mention.start)


def bodies_in(reading: Reading, sentence: Sentence) -> list[tuple[Mention, tuple[str, ...]]]:
    """Return institutions named in a sentence with their candidate ids, but for those that are the means of an act."""
    if "body" not in reading.starts and "title" not in reading.starts:
        return []
    found: dict[tuple[int, int], list[str]] = {}
    first: dict[tuple[int, int], Mention] = {}
    for category in ("body", "title"):
        for mention in reading.in_range(category, sentence.start, sentence.stop):
            before = reading.tokens.words[mention.start - 1] if mention.start else ""
            if before in AGENT_BEFORE and before not in ("by",):
                continue
            key = (mention.start, mention.stop)
            found.setdefault(key, []).append(mention.value)
            first[key] = mention
    return [(first[k], tuple(dict.fromkeys(v))) for k, v in found.items()]


_THE_MINISTRY = re.compile(r"\b(?:the |moscow's )(?:defen[cs]e ministry|ministry of defen[cs]e|ministry)\b")
_MOSCOW_SPEAKS = re.compile(
    r"\b(?:moscow time|msk|defen[cs]e ministry in moscow|moscow's (?:defen[cs]e )?ministry|^moscow,|"
    r"russian air defen[cs]e|on-duty air defen[cs]e)\b"
)


def _ministry_of_moscow(reading: Reading, sentence: Sentence, speech: list[Mention]) -> SpeakerPhrase | None:
    """Return Russia's ministry where a text calls it "the defence ministry" and tells by Moscow time or dateline."""
    if not speech or not _MOSCOW_SPEAKS.search(reading.tokens.folded):
        return None
    match = _THE_MINISTRY.search(reading.tokens.folded, sentence.first, sentence.last)
    if match is None or "ru-mod" not in reading.packs.officials:
        return None
    return SpeakerPhrase(("ru-mod",), "", None, Span(start=match.start(), stop=match.end()))


def phrase_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return who speaks in a sentence that has a speech word: a person before an office before a body."""
    people = people_in(reading, sentence)
    spans = sentence.start, sentence.stop
    speech = [*reading.in_range("speech", *spans), *reading.in_range("pronoun", *spans)]

    def distance(mention: Mention) -> int:
        return min((abs(mention.start - s.start) for s in speech), default=99)

    for mention, ids in sorted(people, key=lambda p: distance(p[0])):
        role = next(
            (r for r in reading.in_range("role", sentence.start, sentence.stop) if 0 <= mention.start - r.stop <= 5),
            None,
        )
        place = None if role is None else role_with_place(reading, role, places)
        return SpeakerPhrase(ids, "" if role is None else role.value, place, reading.span(mention.start, mention.stop))
    bodies = sorted(bodies_in(reading, sentence), key=lambda p: distance(p[0]))
    office = _office_in(reading, sentence, places, distance, distance(bodies[0][0]) if bodies else 99)
    if office is not None:
        return office
    for mention, ids in bodies:
        if distance(mention) <= 9 or (not speech and is_marked(reading, sentence, mention)):
            return _head_of(reading, mention, ids) or SpeakerPhrase(
                ids, "", None, reading.span(mention.start, mention.stop), "word" in mention.flags
            )
    return _ministry_of_moscow(reading, sentence, speech)


def _head_of(reading: Reading, body: Mention, ids: tuple[str, ...]) -> SpeakerPhrase | None:
    """Return the governor where the head of a region's administration speaks: "начальник Сумської ОВА"."""
    official = reading.packs.officials.get(ids[0])
    if official is None or official.role != "administration" or not official.region or not body.start:
        return None
    if reading.tokens.words[body.start - 1] not in HEADED:
        return None
    span = reading.span(body.start - 1, body.stop)
    place = PlacePhrase(((official.region,),), body.start, body.stop, span, "office")
    return SpeakerPhrase((), "governor", place, span)


def _office_in(
    reading: Reading,
    sentence: Sentence,
    places: list[PlacePhrase],
    distance: Callable[[Mention], int],
    nearest_body: int,
) -> SpeakerPhrase | None:
    """Return the office that speaks in a sentence, unless a body stands nearer to the word of saying."""
    for role in reading.in_range("role", sentence.start, sentence.stop):
        if _is_part_of_body(reading, role):
            continue
        place = role_with_place(reading, role, places)
        holder = named_holder(reading, role, place)
        marked = reading.text.startswith(":", office_end(role, place, holder, reading))
        if holder is not None and (marked or distance(role) <= _FAR):
            return holder
        if not marked and distance(role) > min(_NEAR, nearest_body):
            continue
        if place is None:
            if _is_local(reading, role):
                return SpeakerPhrase((), role.value, None, reading.span(role.start, role.stop))
            if role.value in SERVICES and (marked or distance(role) <= _ADJACENT or _is_in_clause(reading, role)):
                return SpeakerPhrase((), role.value, None, reading.span(role.start, role.stop))
            continue
        start = min(role.start, place.start)
        office = "administration" if _has_press(reading, role) else office_of(reading, role, place)
        return SpeakerPhrase((), office, place, reading.span(start, max(role.stop, place.stop)))
    return None


_WITHOUT_HOLDER = frozenset(("prosecutor", "police", "emergency_service", "headquarters", "administration"))
_OF_AREA = ("regional", "областн", "обласн", "краев", "крайов", "provincial", "региональн", "регіональн")
_LOCAL = ("тамошн", "тамтешн", "местн", "місцев", "local")


def _is_local(reading: Reading, role: Mention) -> bool:
    """Tell whether an office is that of the place told of: "тамтешня адміністрація", "the regional prosecutor"."""
    if role.start > 0 and reading.tokens.words[role.start - 1].startswith(_LOCAL):
        return True
    return role.value in _WITHOUT_HOLDER and reading.tokens.words[role.start].startswith(_OF_AREA)


def _is_in_clause(reading: Reading, role: Mention) -> bool:
    """Tell whether it is in a service that something was told, a little before it: "розповіли «Хвилі» в раді"."""
    if not is_at(reading, role.start):
        return False
    return any(
        not reading.parted(s.stop - 1, role.start, ",.;:")
        for s in reading.ending("speech", role.start - _FAR, role.start)
    )


def is_at(reading: Reading, token: int) -> bool:
    """Tell whether a body stands behind a preposition of where it was told, with an adjective between at most."""
    first = max(0, token - _AT_REACH)
    at = next((t for t in range(token - 1, first - 1, -1) if reading.tokens.words[t] in AT_BODY), None)
    return at is not None and not reading.parted(at, token, ",.;:")


def _is_part_of_body(reading: Reading, role: Mention) -> bool:
    """Tell whether an office is only a part of another body's name: "в администрации порта"."""
    return any(
        s.start <= role.start and role.stop <= s.stop and s.stop - s.start > role.stop - role.start
        for s in reading.starting("source", role.start - 3, role.start + 1)
    )


# Prepositions before the body in which something was told, or from which it came.
AT_BODY = frozenset(("в", "во", "у", "на", "из", "з", "із", "от", "від", "зі", "со"))
_AT_REACH = 2
# Words between an office and the word of saying: with its holder's name, with its place, alone.
_FAR, _NEAR, _ADJACENT = 8, 6, 3


def _has_press(reading: Reading, role: Mention) -> bool:
    """Tell whether the press service of an office speaks, which is that of the region's government."""
    words = reading.tokens.words[max(0, role.start - 7) : role.start]
    if words and words[-1] in ("служба", "службе", "служби", "службі", "пресслужба", "пресслужбе", "пресслужбі"):
        return True
    return "press" in words and words[-1] != "press"  # "the press office of Tatarstan's head"


def is_marked(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether punctuation marks a speaker: "Шапша: сбито 40", "... сбито 40 — ГУСЕВ", "... (Росавиация)"."""
    after = reading.text[reading.tokens.stops[mention.stop - 1] : sentence.last].lstrip("*_ »")
    return after.startswith(":") or closes(reading, sentence, mention.start, mention.stop)


def closes(reading: Reading, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether tokens stand in brackets or behind the last dash of a sentence: "... сбито 40 — ГУСЕВ"."""
    after = reading.text[reading.tokens.stops[stop - 1] : sentence.last].lstrip("*_ »")
    before = reading.text[sentence.first : reading.tokens.starts[start]].rstrip(' «"')
    if before.endswith("("):
        return after.startswith(")")
    return before.endswith(("—", "–", "-")) and not after.strip(" .!*_\n»)")
