"""Who speaks in which sentence: persons, bodies, and offices named with their region."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from skyledger.extract.place_atoms import is_careless, is_region
from skyledger.extract.reading import Reading
from skyledger.extract.words import AGENT_BEFORE
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase
from skyledger.model.text import Span

# How far a speech word may stand from who speaks: "Об этом в своём канале сообщил губернатор".
_BACKWARD = (
    "об этом",
    "про це",
    "this was",
    "такие данные",
    "такую информацию",
    "about this",
    "соответствующее",
    "цю інформацію",
    "відповідну інформацію",
)


# A text without any of these names nobody who speaks.
_VOICES = frozenset(("role", "speech", "pronoun", "speaker", "body"))


@dataclass(slots=True)
class Attribution:
    """Speaker of a sentence.

    Attributes:
        phrase: Who, or None for somebody the packs do not know.
        explicit: Said in this very sentence (else carried from an earlier one).
    """

    phrase: SpeakerPhrase | None
    explicit: bool


def _role_with_place(reading: Reading, role: Mention, places: list[PlacePhrase]) -> PlacePhrase | None:
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


def _people(reading: Reading, sentence: Sentence) -> list[tuple[Mention, tuple[str, ...]]]:
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
        marked = len({m.value for m in mentions}) == 1 and "initial" not in mentions[0].flags
        speaks = marked and reading.text[reading.tokens.stops[stop - 1] :].startswith(":")  # "Слюсарь: сбито 11"
        if not sure and not speaks and not any(0 <= start - r.stop <= 3 for r in roles):
            continue
        if stop - start == 1 and not reading.is_capitalised(start) and not is_careless(reading):
            continue
        people.append((mentions[0], tuple(dict.fromkeys(m.value for m in (sure or mentions)))))
    return people


def _bodies(reading: Reading, sentence: Sentence) -> list[tuple[Mention, tuple[str, ...]]]:
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


def _phrase_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return who speaks in a sentence that has a speech word: a person before an office before a body."""
    people = _people(reading, sentence)
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
        place = None if role is None else _role_with_place(reading, role, places)
        return SpeakerPhrase(ids, "" if role is None else role.value, place, reading.span(mention.start, mention.stop))
    bodies = sorted(_bodies(reading, sentence), key=lambda p: distance(p[0]))
    for role in reading.in_range("role", sentence.start, sentence.stop):
        place = _role_with_place(reading, role, places)
        near = distance(role) <= 6
        if "weak" in role.flags and place is None:
            continue
        if place is not None and near and (not bodies or distance(role) <= distance(bodies[0][0])):
            start = min(role.start, place.start)
            office = "administration" if _has_press(reading, role) else role.value
            return SpeakerPhrase((), office, place, reading.span(start, max(role.stop, place.stop)))
    for mention, ids in bodies:
        if distance(mention) <= 9 or (not speech and _is_marked(reading, sentence, mention)):
            span = reading.span(mention.start, mention.stop)
            return SpeakerPhrase(ids, "", None, span, "word" in mention.flags)
    return _ministry_of_moscow(reading, sentence, speech)


def _has_press(reading: Reading, role: Mention) -> bool:
    """Tell whether the press service of an office speaks, which is that of the region's government."""
    before = " ".join(reading.tokens.words[max(0, role.start - 3) : role.start])
    return before.endswith(("служба", "службе", "служби", "службі", "press service of the", "press office of the"))


def attribute_sentences(reading: Reading, places: list[PlacePhrase]) -> tuple[dict[int, Attribution], set[int]]:
    """Tell who speaks in each sentence.

    Args:
        reading: The document as read.
        places: All place phrases; those that belong to an office are returned so that they make no claim's place.

    Returns:
        Attribution by sentence index, and the start tokens of places that only name an office.
    """
    if _VOICES.isdisjoint(reading.starts):
        return {sentence.index: Attribution(None, False) for sentence in reading.sentences}, set()
    result: dict[int, Attribution] = {}
    offices: set[int] = set()
    current: SpeakerPhrase | None = None
    for sentence in reading.sentences:
        first = bisect_left(places, sentence.start, key=lambda p: p.start)
        here = places[first : bisect_left(places, sentence.stop, key=lambda p: p.start)]
        for role in reading.in_range("role", sentence.start, sentence.stop):
            office = _role_with_place(reading, role, here)
            if office is not None:
                offices.add(office.start)
        speech = reading.in_range("speech", sentence.start, sentence.stop)
        pronoun = reading.in_range("pronoun", sentence.start, sentence.stop)
        marked = _marked_person(reading, sentence)
        if speech and _only_declares(reading, sentence, speech):
            speech = []  # "the alert had been declared at 2:51": nobody speaks
        named = marked or _named_office(reading, sentence)
        phrase = _phrase_in(reading, sentence, here) if speech or pronoun or named else None
        phrase = phrase or _government_in(reading, here)
        if phrase is None and current is None and speech:
            phrase = _governor_of(reading, sentence, here)
        if phrase is not None and marked and not speech and _is_bullet(reading, sentence):
            result[sentence.index] = Attribution(phrase, True)  # its neighbours in the list are not his words
        elif phrase is not None:
            current = phrase
            result[sentence.index] = Attribution(phrase, True)
            _attribute_backward(reading, sentence, phrase, result)
            _attribute_clauses(reading, sentence, phrase, result)
        elif pronoun:
            current = current or _ministry(reading, pronoun)
            result[sentence.index] = Attribution(current, current is not None)
        elif speech and _names_stranger(reading, sentence, speech):
            current = None
            result[sentence.index] = Attribution(None, True)
        else:
            result[sentence.index] = Attribution(current, False)
    _attribute_opening(reading, result)
    return result, offices


def _is_bullet(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list of news."""
    line = reading.text[reading.text.rfind("\n", 0, sentence.first) + 1 : sentence.first]
    return line.strip() in _BULLETS


_BULLETS = frozenset("•*-–—▪◦●‣·")


def _attribute_opening(reading: Reading, result: dict[int, Attribution]) -> None:
    """Let the first one who speaks also speak for the sentences before him, as far as his office reaches.

    Not for a headline: "Kaluga repels 40 drones" is the paper's way to say what he said of the region.
    """
    first = next((i for i in sorted(result) if result[i].phrase is not None or result[i].explicit), None)
    if first is not None and _is_bullet(reading, reading.sentences[first]):
        return
    if first is None or result[first].phrase is None:
        return
    title = reading.document.title or ""
    headline = len(title) if title and reading.text.startswith(title) else 0
    for index in range(first):
        if reading.sentences[index].last <= headline:
            continue
        result[index] = Attribution(result[first].phrase, False)


_GOVERNMENTS = {"RU": "ru-government", "RU-MOW": "ru-government", "UA": "ua-government", "UA-30": "ua-government"}


def _government_in(reading: Reading, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the government a capital stands for: "Kyiv said", "Москва заявила"."""
    for place in places:
        if place.role != "office" or len(place.members) != 1 or reading.at("speech", place.stop) is None:
            continue
        if reading.gap(place.stop - 1, place.stop).strip():
            continue  # "... Сил оборони України. За даними": another sentence
        before = reading.tokens.words[place.start - 1] if place.start else ""
        found = next((_GOVERNMENTS[i] for i in place.members[0] if i in _GOVERNMENTS), None)
        if found is not None and before not in ("of", "mayor", "мэр", "мер"):
            return SpeakerPhrase((found,), "", None, place.span)
    return None


def _ministry(reading: Reading, pronouns: list[Mention]) -> SpeakerPhrase | None:
    """Return the defence ministry "the ministry" can only mean where Moscow time is told and nobody spoke before."""
    folded = reading.tokens.folded
    if not any(zone in folded for zone in ("moscow time", "msk", "мск", "московск")):
        return None
    for pronoun in pronouns:
        if any(w in _MINISTRY for w in reading.tokens.words[pronoun.start : pronoun.stop]):
            return SpeakerPhrase(("ru-mod",), "", None, reading.span(pronoun.start, pronoun.stop))
    return None


def _governor_of(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the office of the only region of a sentence that says "the governor" and names nobody."""
    role = next((r for r in reading.in_range("role", sentence.start, sentence.stop) if r.value == "governor"), None)
    regions = [p for p in places if p.role == "place" and all(is_region(reading, i) for m in p.members for i in m)]
    if role is None or "weak" in role.flags or len(regions) != 1 or len(regions[0].members) != 1:
        return None
    return SpeakerPhrase((), "governor", regions[0], reading.span(role.start, role.stop))


_MINISTRY = frozenset(("ministry", "ведомстве", "министерстве", "ведомство", "министерство"))


def _marked_person(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether punctuation marks a speaker: "Шапша: сбито 40", "... сбито 40 — ГУСЕВ", "... — Росавіація"."""
    named = [*_people(reading, sentence), *_bodies(reading, sentence)]
    return any(_is_marked(reading, sentence, mention) for mention, _ in named)


def _named_office(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a holder is named with his office, who is the source then: "Governor Oleh Kiper counted 33"."""
    roles = reading.in_range("role", sentence.start, sentence.stop)
    return bool(roles) and any(
        0 <= person.start - role.stop <= 3 for person, _ in _people(reading, sentence) for role in roles
    )


_DECLARES = ("declared", "announced", "оголо", "объявл", "объяви")
_SIGNALS = frozenset(("alert", "alert_lifted", "closure", "reopening"))


def _only_declares(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether all that is "declared" in a sentence is an alert or a closure."""
    if not all(reading.tokens.words[s.start].startswith(_DECLARES) for s in speech):
        return False
    return any(t.value in _SIGNALS for t in reading.in_range("trigger", sentence.start, sentence.stop))


def _is_marked(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    after = reading.text[reading.tokens.stops[mention.stop - 1] : sentence.last]
    before = reading.text[sentence.first : reading.tokens.starts[mention.start]].rstrip()
    return after.lstrip("*_ »").startswith(":") or (before.endswith(("—", "–", "-")) and not after.strip(" .!*_\n»"))


def _names_stranger(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether a speech word has a subject the packs do not know."""
    if all(s.start and reading.tokens.words[s.start - 1] in _THEY for s in speech):
        return False
    words = reading.tokens.folded[sentence.first : sentence.last]
    return not any(s in words for s in ("telegram", "телеграм")) or any(
        reading.words(s.start, s.stop).lower() not in ("telegram", "on telegram", "в telegram") for s in speech
    )


# Subjects that mean whoever spoke before: "ВСУ насчитали 39 ракет".
_THEY = frozenset(("всу", "зсу", "они", "он", "вони", "він", "вона", "она", "they", "he", "she", "it", "там"))


def _ends_with_semicolon(reading: Reading, index: int) -> bool:
    """Tell whether a semicolon stands right before a sentence."""
    first = reading.sentences[index].first
    return reading.text[max(0, first - 40) : first].rstrip().endswith(";")


def _attribute_clauses(
    reading: Reading, sentence: Sentence, phrase: SpeakerPhrase, result: dict[int, Attribution]
) -> None:
    """Let "...; ...; ..., the service said" speak for the clauses before the semicolons."""
    index = sentence.index
    while index > 0 and _ends_with_semicolon(reading, index):
        index -= 1
        known = result.get(index)
        if known is not None and known.explicit:
            return
        result[index] = Attribution(phrase, True)


def _attribute_backward(
    reading: Reading, sentence: Sentence, phrase: SpeakerPhrase, result: dict[int, Attribution]
) -> None:
    """Let "Об этом сообщил ..." speak for the sentences before it that named nobody."""
    opening = reading.tokens.folded[sentence.first : sentence.last].strip(' \n"«—–-')
    speech_first = any(m.start == sentence.start for m in reading.in_range("speech", sentence.start, sentence.stop))
    short = speech_first and sentence.stop - sentence.start <= 8
    if not opening.startswith(_BACKWARD) and not short:
        return
    for index in range(sentence.index - 1, -1, -1):
        known = result.get(index)
        if known is not None and (known.explicit or known.phrase is not None):
            break
        result[index] = Attribution(phrase, True)
