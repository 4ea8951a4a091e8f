"""Who is named in a sentence as its source: persons, bodies, and offices named with their place."""

import re

from skyledger.extract.place_atoms import is_careless
from skyledger.extract.reading import Reading
from skyledger.extract.words import AGENT_BEFORE
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase
from skyledger.model.text import Span


def role_with_place(reading: Reading, role: Mention, places: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the region beside a role word: "губернатор Калужской области", "head of the Kaluga region"."""
    for place in places:
        if 0 <= place.start - role.stop <= 2 and not set(",.;:").intersection(reading.gap(role.stop - 1, place.start)):
            return place
        if 0 <= role.start - place.stop <= 1 and not set(",.;:").intersection(reading.gap(place.stop - 1, role.start)):
            return place
    adjectives = [
        m
        for m in reading.ending("place_adj", role.start - 1, role.start)
        if 0 <= role.start - m.stop <= 1
        and "-" in m.value
        and ":" not in m.value
        # "on Poltava. Governor ..." is no governor of Poltava
        and not set(",.;:\n").intersection(reading.gap(m.stop - 1, role.start))
    ]
    if adjectives:
        first = adjectives[0]
        span = reading.span(first.start, first.stop)
        ids = tuple(dict.fromkeys(m.value for m in adjectives if m.start == first.start))
        return PlacePhrase((ids,), first.start, first.stop, span, "office")
    return None


def people_in(reading: Reading, sentence: Sentence) -> list[tuple[Mention, tuple[str, ...]]]:
    """Return persons named in a sentence with their candidate ids; a common surname needs a role or first name."""
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
        sure = [m for m in mentions if not m.flags & {"common", "word", "initial"}]
        if not sure and not _is_announced(reading, sentence, mentions) and not any(0 <= start - r.stop <= 3 for r in roles):
            continue
        if stop - start == 1 and not reading.is_capitalised(start) and not is_careless(reading):
            continue
        people.append((mentions[0], tuple(dict.fromkeys(m.value for m in (sure or mentions)))))
    return people


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
    speech = reading.in_range("speech", sentence.start, sentence.stop) + reading.in_range(
        "pronoun", sentence.start, sentence.stop
    )

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
    for role in reading.in_range("role", sentence.start, sentence.stop):
        place = role_with_place(reading, role, places)
        near = distance(role) <= 6
        if "weak" in role.flags and place is None:
            continue
        if place is not None and near and (not bodies or distance(role) <= distance(bodies[0][0])):
            start = min(role.start, place.start)
            office = "administration" if _has_press(reading, role) else role.value
            return SpeakerPhrase((), office, place, reading.span(start, max(role.stop, place.stop)))
    for mention, ids in bodies:
        if distance(mention) <= 9 or (not speech and is_marked(reading, sentence, mention)):
            span = reading.span(mention.start, mention.stop)
            return SpeakerPhrase(ids, "", None, span, "word" in mention.flags)
    return _ministry_of_moscow(reading, sentence, speech)


def _has_press(reading: Reading, role: Mention) -> bool:
    """Tell whether the press service of an office speaks, which is that of the region's government."""
    before = " ".join(reading.tokens.words[max(0, role.start - 3) : role.start])
    return before.endswith(("служба", "службе", "служби", "службі", "press service of the", "press office of the"))


def is_marked(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether punctuation marks a speaker: "Шапша: сбито 40", "... сбито 40 — ГУСЕВ", "... (Росавиация)"."""
    after = reading.text[reading.tokens.stops[mention.stop - 1] : sentence.last].lstrip("*_ »")
    before = reading.text[sentence.first : reading.tokens.starts[mention.start]].rstrip(" «\"")
    if after.startswith(":"):
        return True
    if before.endswith("("):
        return after.startswith(")")
    return before.endswith(("—", "–", "-")) and not after.strip(" .!*_\n»)")
