"""Who speaks in which sentence: persons, bodies, and offices named with their region."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from skyledger.extract.place_atoms import is_region
from skyledger.extract.reading import Reading
from skyledger.extract.voices import bodies_in, is_marked, people_in, phrase_in, role_with_place
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
        onward: Speaks for this sentence and later ones, not for what stands before.
    """

    phrase: SpeakerPhrase | None
    explicit: bool
    onward: bool = False


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
            office = role_with_place(reading, role, here)
            if office is not None:
                offices.add(office.start)
        speech = reading.in_range("speech", sentence.start, sentence.stop)
        pronoun = reading.in_range("pronoun", sentence.start, sentence.stop)
        marked = _marked_person(reading, sentence)
        if speech and _only_declares(reading, sentence, speech):
            speech = []  # "the alert had been declared at 2:51": nobody speaks
        told = not speech and not pronoun and not marked
        named = marked or _named_office(reading, sentence) or _told_of_person(reading, sentence)
        phrase = phrase_in(reading, sentence, here) if speech or pronoun or named else None
        phrase = phrase or _government_in(reading, here)
        if phrase is None and current is None and speech:
            phrase = _governor_of(reading, sentence, here)
        if phrase is not None and marked and not speech and _is_bullet(reading, sentence):
            result[sentence.index] = Attribution(phrase, True)  # its neighbours in the list are not his words
        elif phrase is not None:
            current = phrase
            result[sentence.index] = Attribution(phrase, True, told or _is_of_before(reading, sentence))
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
    """Tell whether a sentence is an item of a list of news, one of at least two."""
    line = reading.text[reading.text.rfind("\n", 0, sentence.first) + 1 : sentence.last]
    if not _opens_item(line):
        return False
    return sum(map(_opens_item, reading.text.split("\n"))) > 1


def _opens_item(line: str) -> bool:
    line = line.lstrip()
    return bool(line) and (line[0] in _BULLETS or unicodedata.category(line[0]) in _PICTURES)


_BULLETS = frozenset("•*-–—▪◦●‣·")
_PICTURES = ("So", "Sk")  # emoji that open an item


_BEFORE = frozenset(("ранее", "раніше", "earlier", "previously"))


def _is_of_before(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with what had been said earlier than the news: "Ранее Гладков сообщал о двух"."""
    return not _BEFORE.isdisjoint(reading.tokens.words[sentence.start : sentence.start + 2])


def _attribute_opening(reading: Reading, result: dict[int, Attribution]) -> None:
    """Let the first one who speaks also speak for the sentences before him, as far as his office reaches.

    Not for a headline: "Kaluga repels 40 drones" is the paper's way to say what he said of the region.
    """
    first = next((i for i in sorted(result) if result[i].phrase is not None or result[i].explicit), None)
    if first is not None and _is_bullet(reading, reading.sentences[first]):
        return
    if first is None or result[first].phrase is None or result[first].onward:
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
    named = [*people_in(reading, sentence), *bodies_in(reading, sentence)]
    return any(is_marked(reading, sentence, mention) for mention, _ in named)


def _named_office(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a holder is named with his office, who is the source then: "Governor Oleh Kiper counted 33"."""
    roles = reading.in_range("role", sentence.start, sentence.stop)
    return bool(roles) and any(
        0 <= person.start - role.stop <= 3 for person, _ in people_in(reading, sentence) for role in roles
    )


def _told_of_person(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a holder is named outside of any act: he is the source, whatever the verb: "Сергей Собянин вёл счёт".

    What he does himself ("visited the wounded", "ordered schools shut") says nothing of who told it.
    """
    people = [m for m, _ in people_in(reading, sentence)]
    if not people:
        return False
    words = reading.tokens.words
    for person in people:
        if person.start and words[person.start - 1] in _COMPANY:
            return False
    return not any(w.startswith(_ACTS) for w in words[sentence.start : sentence.stop])


# Words before a person who is only acted with or upon.
_COMPANY = frozenset("with against about on from о об про на с со з із к до для против проти від от".split())
# Stems of what a holder does other than tell.
_ACTS = (
    *("asked", "urge", "попрос", "призва", "закли", "обіця", "обеща", "promis", "vow"),
    *("visit", "met", "ordered", "instruct", "appoint", "thank", "resign", "arrive", "hosted", "travel", "sign"),
    *("встрет", "посет", "поруч", "приказ", "назнач", "поблагодар", "прибы", "приех", "подпис", "выразил", "отстав"),
    *("зустрі", "відвіда", "доруч", "наказа", "признач", "подякув", "прибу", "приїх", "підпис", "висловив", "відстав"),
)
_DECLARES = ("declared", "announced", "оголо", "объявл", "объяви")
_SIGNALS = frozenset(("alert", "alert_lifted", "closure", "reopening"))


def _only_declares(reading: Reading, sentence: Sentence, speech: list[Mention]) -> bool:
    """Tell whether all that is "declared" in a sentence is an alert or a closure."""
    if not all(reading.tokens.words[s.start].startswith(_DECLARES) for s in speech):
        return False
    return any(t.value in _SIGNALS for t in reading.in_range("trigger", sentence.start, sentence.stop))


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
