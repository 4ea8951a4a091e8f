"""Who speaks in which sentence: persons, bodies, and offices named with their region."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from skyledger.extract.accounts import account_in, points_back
from skyledger.extract.credits import closing_office, credited_to, credits_somebody, heading_office
from skyledger.extract.governments import authorities_in, government_in, ministry_in
from skyledger.extract.named_sources import (
    acts,
    heads_text,
    is_place_of_news,
    marked_person,
    marks_office,
    named_office,
    told_of_person,
)
from skyledger.extract.office_places import with_place
from skyledger.extract.offices import named_holder, role_with_place
from skyledger.extract.offices_alone import governor_of, office_there, other_office
from skyledger.extract.reading import Reading
from skyledger.extract.several_voices import voice_at, voices_in
from skyledger.extract.side_voices import counts_all, tells_in_passing
from skyledger.extract.sources import source_in
from skyledger.extract.speech_subjects import (
    is_datelined,
    is_of_same,
    names_stranger,
    only_admits,
    only_declares,
    only_denies,
    quotes_in_passing,
)
from skyledger.extract.voices import phrase_in
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase

# What opens a sentence that only says who told what stands before it: "Об этом сообщил", "Такий перелік навів".
_BACKWARD = (
    *("об этом", "такие данные", "такую информацию", "соответствующ", "такие цифры", "эти данные", "эти цифры"),
    *(
        "такова сводка",
        "таков перечень",
        "такой перечень",
        "такую статистику",
        "такую раскладку",
        "такую картину",
        "такой расклад",
        "так описывают",
        "так описал",
        "такая статистика",
        "всё это",
        "все это",
    ),
    *("эту информацию", "эти сведения", "такие сведения", "такой итог", "о последствиях сообщил", "о ситуации сообщил"),
    *("про це", "цю інформацію", "відповідну інформацію", "такі дані", "такі цифри", "ці дані", "ці цифри"),
    *("такий перелік", "таку статистику", "такою є статистика", "таке зведення", "усе це", "все це", "таку інформацію"),
    *("такий підсумок", "ці відомості", "про наслідки повідомив", "про ситуацію повідомив"),
    *("this was", "about this", "these figures", "the figures come from", "the figures were", "such is the count"),
    *("such is the tally", "this is the tally", "this was announced", "all this comes from", "all of this comes from"),
    *("the list was given by", "the account comes from", "that is the count of", "that is the tally of", "so said"),
    *("so wrote", "the information comes from", "the data come from", "the numbers come from"),
)


# A text without any of these names nobody who speaks.
_VOICES = frozenset(("role", "speech", "pronoun", "speaker", "body", "source"))


@dataclass(slots=True)
class Attribution:
    """Speaker of a sentence.

    Attributes:
        phrase: Who, or None for somebody the packs do not know.
        explicit: Said in this very sentence (else carried from an earlier one).
        onward: Speaks for this sentence and later ones, not for what stands before.
        voices: Where several speak in the sentence, each with the token of the name.
    """

    phrase: SpeakerPhrase | None
    explicit: bool
    onward: bool = False
    voices: tuple[tuple[int, SpeakerPhrase], ...] = ()

    def is_told_later(self, sentence: Sentence) -> bool:
        """Tell whether the speaker is named behind a sentence only."""
        return self.phrase is not None and self.phrase.span is not None and self.phrase.span.start >= sentence.last

    def at(self, token: int) -> SpeakerPhrase | None:
        """Return who speaks at a token of the sentence."""
        return voice_at(self.voices, token) or self.phrase


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
    offices: set[int] = set()
    starts = [place.start for place in places]
    told = _Told(reading, places)
    for sentence in reading.sentences:
        first = bisect_left(starts, sentence.start)
        here = places[first : bisect_left(starts, sentence.stop, first)]
        offices |= _places_of_offices(reading, sentence, here)
        told.read(sentence, here)
    _attribute_opening(reading, told.result)
    return told.result, offices


def _places_of_offices(reading: Reading, sentence: Sentence, here: list[PlacePhrase]) -> set[int]:
    """Return the start tokens of places that only name an office or its holder."""
    offices: set[int] = set()
    for role in reading.in_range("role", sentence.start, sentence.stop):
        office = role_with_place(reading, role, here)
        if office is not None and not is_place_of_news(reading, role, office, here):
            offices.add(office.start)
        holder = named_holder(reading, role, office)
        if holder is not None and holder.span is not None:  # "mayor Artem Semenikhin" is no town of Artem
            offices.update(p.start for p in here if p.span.overlaps(holder.span))
    return offices


class _Told:
    """Who speaks, sentence by sentence; whoever spoke last goes on speaking."""

    def __init__(self, reading: Reading, places: list[PlacePhrase]) -> None:
        self.reading = reading
        self.places = places
        self.current: SpeakerPhrase | None = None
        self.head: SpeakerPhrase | None = None  # "Khabirov: ..." opens the text: all of it is his
        self.result: dict[int, Attribution] = {}

    def read(self, sentence: Sentence, here: list[PlacePhrase]) -> None:
        """Note who speaks in a sentence, and for which sentences before it."""
        reading = self.reading
        if self.current is not None and is_datelined(reading, sentence):
            self.current = None  # "TEHRAN: ..." is another story
        speech = list(reading.in_range("speech", sentence.start, sentence.stop))
        pronoun = list(reading.in_range("pronoun", sentence.start, sentence.stop))
        asks = bool(pronoun) and not speech and acts(reading, sentence)
        if asks:
            pronoun = []  # "the mayor has asked for help"
        marked = marked_person(reading, sentence)
        if speech and only_declares(reading, sentence, speech):
            speech = []  # "the alert had been declared at 2:51": nobody speaks
        credited = credits_somebody(reading, sentence)
        named = marked or credited or any(f(reading, sentence) for f in (marks_office, named_office, told_of_person))
        phrase = phrase_in(reading, sentence, here) if speech or pronoun or (named and not asks) else None
        state = government_in(reading, sentence, here) if phrase is None else None
        alone = state is not None and state.role == "government"  # "Islamabad called it a fairy tale", and no more
        phrase = phrase or state or authorities_in(reading, sentence, speech, here)
        phrase = phrase or (credited_to(reading, sentence, here) if credited else None)
        if phrase is None and (not pronoun or self.current is None):
            phrase, alone = self._nameless(sentence, here)
        if phrase is None and self.current is None and speech:
            phrase = governor_of(reading, sentence, here) or office_there(reading, sentence, speech)
        if phrase is None:
            self.result[sentence.index] = self._unnamed(sentence, speech, pronoun)
        elif (alone and not points_back(self.reading, sentence)) or quotes_in_passing(reading, sentence, speech):
            self.current = self.current if not alone or counts_all(reading, self.current) else None
            self.result[sentence.index] = Attribution(with_place(reading, phrase, self.places), True, True)
        elif self.current is not None and tells_in_passing(reading, sentence, phrase, self.current):
            self.result[sentence.index] = Attribution(with_place(reading, phrase, self.places), True, True)
            _attribute_clauses(reading, sentence, phrase, self.result)
        elif marked and not speech and _is_bullet(reading, sentence):
            self.result[sentence.index] = Attribution(phrase, True)  # its neighbours in the list are not his words
        else:
            phrase = self.current = with_place(reading, phrase, self.places)
            if marked and not self.result and heads_text(reading, sentence, phrase):
                self.head = phrase
            onward = not (speech or pronoun or marked or credited) or only_denies(reading, sentence)
            onward = onward or only_admits(reading, sentence, speech)
            self.result[sentence.index] = Attribution(
                phrase, True, onward or _is_of_before(reading, sentence), self._voices(sentence, here)
            )
            _attribute_backward(reading, sentence, phrase, self.result)
            _attribute_clauses(reading, sentence, phrase, self.result)

    def _nameless(self, sentence: Sentence, here: list[PlacePhrase]) -> tuple[SpeakerPhrase | None, bool]:
        """Return a body without a name who speaks, and whether for this sentence only."""
        office = closing_office(self.reading, sentence, here) or heading_office(self.reading, sentence, here)
        if office is not None:
            return office, False
        source, alone = source_in(self.reading, sentence, here)
        return (source, alone) if source is not None else account_in(self.reading, sentence, here)

    def _voices(self, sentence: Sentence, here: list[PlacePhrase]) -> tuple[tuple[int, SpeakerPhrase], ...]:
        """Return all who speak in a sentence, offices with the place told of last."""
        voices = voices_in(self.reading, sentence, here)
        return tuple((start, with_place(self.reading, phrase, self.places)) for start, phrase in voices)

    def _unnamed(self, sentence: Sentence, speech: list[Mention], pronoun: list[Mention]) -> Attribution:
        """Return who speaks in a sentence that names nobody the packs know."""
        if pronoun:
            other = other_office(self.reading, sentence, self.current)
            if other is not None:
                self.current = with_place(self.reading, other, self.places)
            self.current = self.current or ministry_in(self.reading, pronoun)
            return Attribution(self.current, self.current is not None)
        if speech and any(is_of_same(self.reading, s) for s in speech):
            return Attribution(self.current, self.current is not None)
        if speech and names_stranger(self.reading, sentence, speech):
            self.current = None
            return Attribution(None, True)
        return self._same_sentence(sentence) or Attribution(
            self.current, bool(self.current) and self.current is self.head
        )

    def _same_sentence(self, sentence: Sentence) -> Attribution | None:
        """Return who speaks in a piece behind a semicolon: whoever the piece before it names."""
        before = self.result.get(sentence.index - 1)
        if before is None or not before.explicit or before.phrase is None or before.onward:
            return None
        return before if _ends_with_semicolon(self.reading, sentence.index) else None


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
        if reading.sentences[index].last > headline:
            result[index] = Attribution(result[first].phrase, False)


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
    closer = short or opening.startswith(_BACKWARD) or points_back(reading, sentence)
    if not closer and not credits_somebody(reading, sentence):
        return
    for index in range(sentence.index - 1, -1, -1):
        known = result.get(index)
        beside = index == sentence.index - 1  # "not in Donetsk, as channels wrote. Slyusar told of it"
        if known is not None and (known.phrase is not None or (known.explicit and not beside)):
            break
        result[index] = Attribution(phrase, True)
