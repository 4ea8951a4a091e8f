"""Bodies without a name of their own that speak: "medics said", "энергетики уточнили", "the police: two hurt".

Such a body is a source only beside a word of saying, a mark, or a clause of what it says; whatever else it does
("police cordoned off the street") tells nothing of who spoke.
"""

from skyledger.extract.office_places import place_of_body
from skyledger.extract.offices import names_from, names_to
from skyledger.extract.reading import Reading
from skyledger.extract.voices import closes, is_at
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase

# Channels whose owner speaks, whoever else is named.
OWN_CHANNELS = frozenset(("official", "regulator"))
_BEFORE_VERB, _BEHIND_VERB, _IN_BODY = 4, 3, 6  # words between a body and the word of saying
_CUTS = frozenset(",.;:()\n")
_OF_STATE = frozenset(("president", "prime_minister"))
# Soldiers who speak are somebody only with their country: "военные Латвии подтвердили".
_SOLDIERS = ("военн", "військов", "войск", "військ", "military", "troops", "soldiers")
# First words of what is no verb: "according to", "по данным", "in a statement".
_LEADS = frozenset(
    (
        "according as by in on per at from data figures via to citing quoting quoted if going latest "
        "по как согласно со с в во на из із з за зі у як згідно від если якщо судя"
    ).split()
)
# Words before a body that is no subject: where something goes or what is hit.
_OBJECTS = frozenset(
    (
        "to for with against near into onto hit struck attacked behind beside under "
        "к ко для против над под возле около до при без через біля проти перед від поруч рядом"
    ).split()
)
# Who speaks for a body stands before it with a preposition: "a spokesman for the Oryol administration".
_DEPUTIES = (
    *("deputy", "first", "head", "chief", "spokes", "director", "commander", "press"),
    *("заместител", "замнач", "начальник", "глава", "руководител", "представител", "пресс", "командир", "директор"),
    *("заступни", "голова", "очільни", "керівни", "речни", "пресофіцер", "командувач", "директор"),
)
_HEAD_REACH = 6  # words between a body and the first word of the office in it
_SPOKESMEN = ("spokes", "representative", "officer", "official", "head", "chief")
# Unnamed persons, whose words are not their body's.
_PERSONS = (
    "источник",
    "джерел",
    "sources",
    "собеседник",
    "співрозмовник",
    "worker",
    "employee",
    "сотрудни",
    "працівни",
)
_WORKS_REACH = 3
_THEIRS = frozenset("they it its their он она они его её ее их вона вони він його її їх їхніх їхньому".split())
_PASSIVE = frozenset("was were been be are is being had".split())
# Verbs of telling somebody: who stands behind them is told.
_ADDRESSING = ("told", "inform", "notif", "assur", "remind", "warn", "brief", "called", "tells")
_THAT = frozenset(("that", "что", "що", "будто", "ніби", "нібито", "якобы"))
_COUNTS = frozenset("count list record log register note document number".split())
PUTS = word_class((*_COUNTS, *"put puts placed places set sets pegs pegged estimates estimated has".split()))
_AT = 6  # words between "puts" and "at"
_SHORT = 4  # letters: shorter words before "that" are no verbs
_OPENING, _LABEL = 2, 4  # words before a body that is a label, and between it and the colon


def source_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> tuple[SpeakerPhrase | None, bool]:
    """Return the nameless body that speaks in a sentence, the one nearest to the word of saying.

    Returns:
        The body or None, and whether it speaks for this sentence only, as medics and companies do.
    """
    if "source" not in reading.starts or reading.document.outlet.type in OWN_CHANNELS:
        return None, False
    best: tuple[int, Mention] | None = None
    for source in sources_in(reading, sentence):
        far = _speaks(reading, sentence, source)
        if _needs_country(reading, source) and not _is_of_country(place_of_body(reading, source, places)):
            continue  # the president of a company, soldiers of nobody knows whom
        if far is not None and (best is None or far < best[0]):
            best = far, source
    return (None, False) if best is None else (phrase_of(reading, best[1], places), "weak" in best[1].flags)


def _needs_country(reading: Reading, source: Mention) -> bool:
    return source.value in _OF_STATE or reading.tokens.words[source.stop - 1].startswith(_SOLDIERS)


def _is_of_country(place: PlacePhrase | None) -> bool:
    return place is not None and len(place.members) == 1 and all(len(i) == 2 for i in place.members[0])


def sources_in(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the nameless bodies of a sentence, longer ones instead of those inside them."""
    found: list[Mention] = []
    for source in reading.in_range("source", sentence.start, sentence.stop):
        if any(f.start <= source.start and source.stop <= f.stop and f.value != source.value for f in found):
            continue
        if any(f.start <= source.start and source.stop <= f.stop for f in found):
            continue
        found.append(source)
    return found


def phrase_of(reading: Reading, source: Mention, places: list[PlacePhrase]) -> SpeakerPhrase:
    """Return a nameless body as a speaker, with the place it is of."""
    place = place_of_body(reading, source, places)
    start = source.start if place is None or place.start != source.start - 1 else place.start
    return SpeakerPhrase((), source.value, place, reading.span(start, source.stop))


def _speaks(reading: Reading, sentence: Sentence, source: Mention) -> int | None:
    """Return how far a body stands from the word by which it speaks, or None where it does not."""
    before = reading.tokens.words[source.start - 1] if source.start > sentence.start else ""
    if _closes(reading, sentence, source) or _labels(reading, sentence, source):
        return 0
    if works_in(reading, sentence, source):
        return None
    towards = is_towards(reading, sentence, source)
    distances = [
        d
        for speech in reading.in_range("speech", sentence.start, sentence.stop)
        for d in (_distance(reading, sentence, source, speech, before, towards),)
        if d is not None
    ]
    if not distances and not towards and goes_on(reading, sentence, source):
        return 1
    if not distances and not towards and (_says_that(reading, sentence, source) or puts_at(reading, source)):
        return 1
    return min(distances, default=None)


def goes_on(reading: Reading, sentence: Sentence, source: Mention) -> bool:
    """Tell whether a body opens a sentence and tells by a pronoun: "ДСНС відпрацювала: ..., ідеться в її зведенні"."""
    if source.start - sentence.start > _OPENING:
        return False
    words = reading.tokens.words
    speech = reading.in_range("speech", source.stop, sentence.stop)
    nouns = reading.in_range("account", source.stop, sentence.stop)
    if any(n.value == "noun" and words[n.start - 1] in _THEIRS for n in nouns):
        return True
    return any(not _THEIRS.isdisjoint(words[max(source.stop, s.start - 1) : s.stop + 1]) for s in speech)


def works_in(reading: Reading, sentence: Sentence, source: Mention) -> bool:
    """Tell whether an unnamed person only works in a body: "настаивают источники в украинской разведке"."""
    before = reading.tokens.words[max(sentence.start, source.start - _WORKS_REACH) : source.start]
    return any(w.startswith(_PERSONS) for w in before)


def _closes(reading: Reading, sentence: Sentence, source: Mention) -> bool:
    """Tell whether a body stands in brackets or behind the last dash: "... – the regional government"."""
    words = reading.tokens.words
    start = source.start
    while start > sentence.start and not reading.gap(start - 1, start).strip():
        if words[start - 1] != "the" and not reading.ending("place_adj", start, start):
            break
        start -= 1
    return closes(reading, sentence, start, source.stop)


def _labels(reading: Reading, sentence: Sentence, source: Mention) -> bool:
    """Tell whether a colon stands behind a body and who speaks for it: "Представитель спасателей Елена Кривая: ..."."""
    if source.start - sentence.start > _OPENING or reading.in_range("trigger", sentence.start, source.start):
        return False
    end = reading.tokens.stops[source.stop - 1]
    colon = reading.text.find(":", end, sentence.last)
    if colon < 0:
        return False
    between = reading.text[end:colon].split()
    return len(between) <= _LABEL and all(w[0].isupper() and w.replace("-", "").isalpha() for w in between)


def _distance(
    reading: Reading, sentence: Sentence, source: Mention, speech: Mention, before: str, towards: bool
) -> int | None:
    """Return the words between a body and a word of saying that is its own, or None where it is another's."""
    words = reading.tokens.words
    leads = words[speech.start] in _LEADS
    start, stop = extent(reading, sentence, source)
    if 0 <= speech.start - stop <= _BEFORE_VERB:
        if leads or towards or reading.parted(stop - 1, speech.start, _CUTS):
            return None
        passive = source.lang == "en" and not _PASSIVE.isdisjoint(words[stop : speech.start])
        return None if passive else speech.start - stop
    reach = _IN_BODY if is_at(reading, source.start) else _BEHIND_VERB
    if not 0 <= start - speech.stop <= reach or reading.parted(speech.stop - 1, start, _CUTS):
        return None
    if leads or start < source.start:
        return start - speech.stop
    if reading.in_range("trigger", speech.stop, source.start):
        return None  # "кажуть прилетіло на завод"
    if source.lang == "en":
        inverted = speech.start == sentence.start or _is_cut(reading, speech.start)
        addressed = words[speech.start].startswith(_ADDRESSING) or towards
        return start - speech.stop if inverted and not addressed else None
    return None if is_object(reading, source, before) else start - speech.stop


def extent(reading: Reading, sentence: Sentence, body: Mention) -> tuple[int, int]:
    """Return where a body begins and ends with who speaks for it: "Viktor Danylenko, deputy chief of the police"."""
    start = body.start
    for head in range(body.start - 1, max(sentence.start, body.start - _HEAD_REACH) - 1, -1):
        if reading.tokens.words[head].startswith(_DEPUTIES):
            named = names_to(reading, head)
            if named is not None:
                start = named[0]
    behind = names_from(reading, body.stop) if body.stop < sentence.stop else None
    return start, body.stop if behind is None else behind[1]


def is_towards(reading: Reading, sentence: Sentence, source: Mention) -> bool:
    """Tell whether a body is no subject but where something is or goes: "three people near the port counted"."""
    words = reading.tokens.words
    back = 3 if source.lang == "en" else 1
    first = max(sentence.start, source.start - back)
    if any(w.startswith(_SPOKESMEN) for w in words[max(sentence.start, first - 1) : source.start]):
        return False
    return any(
        words[t] in _OBJECTS and not reading.parted(t, source.start, _CUTS)
        for t in range(source.start - 1, first - 1, -1)
    )


def _is_cut(reading: Reading, token: int) -> bool:
    """Tell whether a mark stands right before a word: ", said the crisis centre"."""
    return bool(reading.gap(token - 1, token).strip())


def is_object(reading: Reading, source: Mention, before: str) -> bool:
    """Tell whether a body behind a Slavic verb is spoken to or of: "сообщили медикам", "показали больницу"."""
    if is_at(reading, source.start):
        return False
    if before in _OBJECTS:
        return True
    words = reading.tokens.words[source.start : source.stop]
    return any(w.endswith(("ам", "ям", "ому", "ему")) for w in words) or words[0].endswith(("у", "ю"))


def _says_that(reading: Reading, sentence: Sentence, source: Mention) -> bool:
    """Tell whether a clause of what is said hangs on a body and one unknown verb: "the crisis centre reckons that"."""
    words = reading.tokens.words
    for verb in (source.stop, source.stop + 1):
        if verb + 1 >= sentence.stop or words[verb + 1] not in _THAT or len(words[verb]) < _SHORT:
            continue
        if reading.parted(source.stop - 1, verb, _CUTS):
            continue
        return source.lang == "en" or reading.gap(verb, verb + 1).strip() == ","
    return False


def puts_at(reading: Reading, subject: Mention) -> bool:
    """Tell whether a subject puts a figure at a number, or counts one: "the ministry put the bag at 66"."""
    words = reading.tokens.words
    verb = subject.stop
    if verb + 1 >= len(words) or not reading.bits[verb] & PUTS:
        return False
    if words[verb] in _COUNTS:
        return _is_number(reading, verb + 1)
    at = next((t for t in range(verb + 1, min(verb + _AT, len(words) - 1)) if words[t] == "at"), None)
    return at is not None and _is_number(reading, at + 1)


def _is_number(reading: Reading, token: int) -> bool:
    return reading.tokens.words[token][0].isdigit() or reading.at("number", token) is not None
