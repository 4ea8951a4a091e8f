"""Numbers no rule has bound: weights learned from marked texts say what they tell, or nothing does.

The weights only choose among what the words may mean; the number, its noun, its place and the word shown as the trigger
are those of the text. Whatever a rule refused for being denied, drilled, foretold or asked stays refused, and a number
that says again what a rule read is dropped.
"""

from dataclasses import replace
from functools import cache

from skyledger.extract.frames.clauses import only_object
from skyledger.extract.frames.elliptic import has_own_noun
from skyledger.extract.frames.flying import IMPLAUSIBLE
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.ruled import is_denied, is_known, is_over, is_refused, is_rejected, triggers_of
from skyledger.extract.frames.things import name_things
from skyledger.extract.frames.unnamed_people import counts_things
from skyledger.extract.frames.weighing import AIR, WEIGHED, Weighing
from skyledger.extract.learned.candidates import figures_in
from skyledger.extract.learned.features import features_of, noun_class, words_about
from skyledger.extract.learned.labels import NONE, read_label
from skyledger.extract.learned.weights import Floors, Weights, load_weights
from skyledger.extract.reading import Reading
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType, PlaceKind

BEYOND_DOUBT = 0.8  # from here on a number beside another one of the same kind is read: "96 blocks ... and two schools"
SURE = 0.3  # how likely both the number and its sentence must tell the same; docs/learned.md has what others give
_LIKELY = 0.15  # share of a label that is looked at
_PEOPLE = frozenset(("unit:person", "unit:child"))
_NOT_BROKEN = frozenset(
    ("person", "child", "customer", "region", "location", "airport", "flight", "explosion", "settlement")
)
_CASUALTIES = "casualties."
_OF_PEOPLE = frozenset(("missing", "rescued", "evacuation"))
_BY_NEGATION = frozenset(("casualties.killed", "other_effect:missing"))
_CUT = ",;:.—–()"
_NEAR = 3  # words between a number and an idle verb
_GOES_ON = 2  # sentences that may still speak of the people counted
_HARM = frozenset(("killed", "injured"))
_INSIDE = frozenset((".", ",", "-", ""))  # before the rest of a number: "1.5 hundred", "одного-единственного"
_OF = frozenset("of из із but except кроме крім окрім".split())
# Of both of those spoken of: no figure of its own.
_BOTH = frozenset("оба обе обоих обеих обоим обеим обидва обидві обидвох обом обома both".split())


class WeighedRule:
    """Reads the numbers that are left when the rules have read a sentence."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        self.scene = weighing.scene
        self.spoken_of: Mention | None = None  # what flew, last named
        self.harmed_in: int | None = None  # the last sentence that told of people harmed

    def read(self, sentence: Sentence, told: list[Frame]) -> list[Frame]:
        """Return the frames of numbers that none of some frames speaks of.

        Args:
            sentence: Which sentence.
            told: What the rules read in it; casualties among them may be told their other half.
        """
        named = self.scene.reading.in_range("object", sentence.start, sentence.stop)
        figures = [q for q in figures_in(self.scene, sentence) if self._is_open(q, told)]
        frames: list[Frame] = []
        if figures and not is_refused(self.scene, sentence, denied=True):
            for quantity in figures:
                frames += self._weigh(sentence, quantity, [*told, *frames])
        self.spoken_of = named[-1] if named else self.spoken_of
        if any(f.kind is Kind.CASUALTIES for f in (*told, *frames)):
            self.harmed_in = sentence.index
        return frames

    def _is_open(self, quantity: Quantity, told: list[Frame]) -> bool:
        """Tell whether a number is one of its own and no frame speaks of it."""
        assert quantity.span is not None
        if quantity.subset or quantity.total or quantity.each or quantity.of_total is not None:
            return False
        reading = self.scene.reading
        if not _BOTH.isdisjoint(reading.tokens.words[quantity.start : quantity.stop]):
            return False
        if quantity.start and reading.gap(quantity.start - 1, quantity.start) in _INSIDE:
            return False
        noun = quantity.noun
        if noun is not None and any(map(is_past_form, reading.tokens.words[quantity.start : noun.start])):
            return False  # "одна догнала маршрутку": the noun is another's
        start, stop = quantity.span.start, quantity.span.stop
        spans = [s for f in told for s in (f.count_span, *f.harm_spans) if s is not None]
        return not [s for s in spans if s.start < stop and start < s.stop]

    def _weigh(self, sentence: Sentence, quantity: Quantity, told: list[Frame]) -> list[Frame]:
        """Return the frame of one number, or nothing."""
        label, sure = self._label(sentence, quantity)
        if label is None:
            return []
        kind, part, detail = read_label(label)
        if (kind is Kind.CASUALTIES or detail in _OF_PEOPLE) and self._counts_things(quantity):
            return []  # "two generators are in the hospital"
        clear = sure >= BEYOND_DOUBT and (quantity.noun is not None or kind not in AIR)
        clear = clear and not self._has_own_verb(sentence, quantity, label)
        if not _may_count(quantity, kind) or self._is_bound_otherwise(sentence, label, told, clear=clear):
            return []
        weights, reading = load_weights("figures"), self.scene.reading
        trigger, may_tell = self.weighing.word_for(sentence, weights, label, words_about(reading, sentence, quantity))
        if kind in AIR and quantity.elliptic and self._counts_unknown(sentence, quantity):
            return []
        if kind in AIR and (trigger is None or _only_flies(reading.tokens.words[trigger.start])):
            return []  # "2 БпЛА над Обуховим", "на Винницу летели 52": they may be flying still
        if kind in AIR and trigger is not None and quantity.stop < trigger.start and _tells(reading, trigger, told):
            return []  # "йшло шість дронів, двоє збито": the verb tells of the two
        trigger = trigger or made_trigger(reading.tokens.words, label, quantity.start, quantity.stop)
        denied = is_denied(self.scene, sentence, trigger) and not self._tells_by_negation(sentence, label)
        if not may_tell or denied or self._is_whole(sentence, quantity):
            return []
        if kind is Kind.CASUALTIES:
            return self._harm(sentence, quantity, trigger, part, told)
        frame = self.weighing.frame(sentence, trigger, kind, quantity)
        frame.count, frame.count_span, frame.detail = quantity.count, quantity.span, detail
        if kind in AIR and (self._is_idle(sentence, quantity) or _is_implausible(quantity)):
            return []
        if kind in AIR:
            frame.fate = Fate(part) if part else None
            return [frame] if self._flies(sentence, quantity, frame) else []
        if kind is Kind.DIVERSION and not self.scene.airports:
            return []  # where none was closed, flights land elsewhere for other reasons
        if kind is Kind.DIVERSION:
            frame.place, frame.to = None, frame.place  # the airport they could not land at is the text's
        elif detail == "flights" and frame.place is not None:
            frame.place = replace(frame.place, kinds=tuple(PlaceKind.AIRPORT for _ in frame.place.members))
        if kind is Kind.DAMAGE and quantity.noun is not None:
            frame.detail = name_things(self.scene, quantity.noun)
            frame.detail_span = reading.span(quantity.noun.start, quantity.noun.stop)
        return [frame]

    def _counts_unknown(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether a Russian or Ukrainian noun no pack knows stands behind a number: "три силоси списано"."""
        words = self.scene.reading.tokens.words
        behind = words[quantity.stop] if quantity.stop < sentence.stop else ""
        return not behind.isascii() and has_own_noun(self.scene.reading, quantity, sentence)

    def _is_bound_otherwise(self, sentence: Sentence, label: str, told: list[Frame], *, clear: bool) -> bool:
        """Tell whether the rules know a word for what a number may tell, and refused or gave it to another one."""
        if is_over(self.scene, sentence, label) or is_rejected(self.scene, sentence, label):
            return True
        if not is_known(self.scene, sentence, label):
            return False
        kind, part, _ = read_label(label)
        return not clear and any(f.kind is kind and (f.harm is not None or (f.fate or "") == part) for f in told)

    def _counts_things(self, quantity: Quantity) -> bool:
        """Tell whether an unknown noun behind a number is no word for people."""
        reading = self.scene.reading
        return quantity.noun is None and counts_things(reading, quantity)

    def _tells_by_negation(self, sentence: Sentence, label: str) -> bool:
        """Tell whether what is told may be told by what did not happen: "one could not be saved", "two not found"."""
        return label in _BY_NEGATION and not is_known(self.scene, sentence, label)

    def _has_own_verb(self, sentence: Sentence, quantity: Quantity, label: str) -> bool:
        """Tell whether the number's clause has a verb that tells something else: "работали 12 пожарных машин"."""
        reading = self.scene.reading
        start, stop = quantity.start, quantity.stop
        while start > sentence.start and not reading.parted(start - 1, start, _CUT):
            start -= 1
        while stop < sentence.stop and not reading.parted(stop - 1, stop, _CUT):
            stop += 1
        told = {t.start for t in reading.in_range("trigger", start, stop) if t.value in triggers_of(label)}
        verbs = (n for n in range(start, stop) if n not in told and is_past_form(reading.tokens.words[n]))
        return any(not quantity.start <= n < quantity.stop for n in verbs)

    def _is_whole(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether a number only says of how many another one is a part: "of the 58 drones 49 were downed"."""
        before = self.scene.reading.tokens.words[max(sentence.start, quantity.start - 2) : quantity.start]
        return not _OF.isdisjoint(before)

    def _label(self, sentence: Sentence, quantity: Quantity) -> tuple[str | None, float]:
        """Return what a number tells by its own words and by those of its sentence, where both agree enough."""
        weights, floors = _told()
        told = self.weighing.told(sentence)
        if not floors.reached(told):
            return None, 0.0  # whatever the number's own words say
        shares = load_weights("figures").one_of(features_of(self.scene, sentence, quantity))
        both = [
            (share * _told_of(weights, told, label), label)
            for label, share in shares.items()
            if share >= _LIKELY and label != NONE
        ]
        sure, label = max(both, default=(0.0, NONE))
        return (label, sure) if sure >= SURE else (None, sure)

    def _is_idle(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Tell whether a verb near a number tells nothing of what flies: sees, waits, fools, buys ..."""
        start, stop = max(sentence.start, quantity.start - _NEAR), min(sentence.stop, quantity.stop + _NEAR)
        return bool(self.scene.reading.starting("idle", start, stop))

    def _flies(self, sentence: Sentence, quantity: Quantity, frame: Frame) -> bool:
        """Give a frame what flew; tell whether anything did."""
        noun = quantity.noun or only_object(self.scene, sentence) or self.spoken_of
        if noun is None:
            return False
        self.weighing.name_object(frame, noun)
        return frame.object is not ObjectType.UNKNOWN or quantity.noun is not None

    def _harm(
        self, sentence: Sentence, quantity: Quantity, trigger: Mention, what: str, told: list[Frame]
    ) -> list[Frame]:
        """Return the frame of people harmed, or add them to those the sentence tells of otherwise."""
        if what not in _HARM or quantity.count is None or quantity.span is None:
            return []
        if quantity.noun is None and self.harmed_in is not None and sentence.index - self.harmed_in <= _GOES_ON:
            return []  # "27 раненых. Девять в тяжёлом состоянии" tells more of those counted
        number = quantity.count.interval
        for frame in told:
            if frame.kind is Kind.CASUALTIES and frame.harm is not None and getattr(frame.harm, what) is None:
                frame.harm = _with(frame.harm, what, number)
                frame.harm_spans = (*frame.harm_spans, quantity.span)
                return []
        if any(f.kind is Kind.CASUALTIES for f in told):
            return []
        frame = self.weighing.frame(sentence, trigger, Kind.CASUALTIES, quantity)
        frame.harm, frame.harm_spans = _with(Harm(), what, number), (quantity.span,)
        return [frame]


def without_retold(frames: list[Frame]) -> list[Frame]:
    """Drop what was weighed and says again a number of the same kind that a rule, or another sentence, read."""
    kept: list[Frame] = []
    read = [f for f in frames if not f.rule.endswith(WEIGHED)]
    for frame in frames:
        if frame.rule.endswith(WEIGHED):
            others = [f for f in (*read, *kept) if f.kind is frame.kind]
            if any(_same_number(f, frame) or _same_words(f, frame) for f in others):
                continue
        kept.append(frame)
    return kept


def _same_number(one: Frame, other: Frame) -> bool:
    if one.harm is not None and other.harm is not None:
        pairs = [(getattr(one.harm, n), getattr(other.harm, n)) for n in _HARM]
        return any(a is not None and a == b for a, b in pairs)
    if one.count is None or other.count is None:
        return False
    return one.count.interval == other.count.interval and one.sentence != other.sentence


def _same_words(one: Frame, other: Frame) -> bool:
    """Tell whether people are among those a rule added to the toll of a sentence before."""
    return any(a.overlaps(b) for a in one.harm_spans for b in other.harm_spans)


@cache
def _told() -> tuple[Weights, Floors]:
    weights = load_weights("told")
    return weights, weights.floors(dict.fromkeys(weights.labels, SURE))


def _told_of(weights: Weights, told: int, label: str) -> float:
    """Return how likely a sentence tells a label; of people harmed, whichever way."""
    if not label.startswith(_CASUALTIES):
        return weights.likelihood(told, label)
    return max(weights.likelihood(told, other) for other in weights.labels if other.startswith(_CASUALTIES))


def _may_count(quantity: Quantity, kind: Kind) -> bool:
    """Tell whether what a number counts can be what its kind tells of."""
    noun = noun_class(quantity)
    if kind in AIR:
        return noun == "none" or noun.startswith("object:")
    if kind is Kind.CASUALTIES:
        return noun == "none" or noun in _PEOPLE
    if kind is Kind.DAMAGE:
        return noun.startswith("unit:") and noun.partition(":")[2] not in _NOT_BROKEN
    return noun == "none" or noun.startswith("unit:")


_FLIES = ("лете", "летит", "летят", "летів", "летіл", "fly", "flew", "head")


def _only_flies(word: str) -> bool:
    """Tell whether a verb says no more of drones than that they fly."""
    return word.startswith(_FLIES)


def _tells(reading: Reading, trigger: Mention, told: list[Frame]) -> bool:
    """Tell whether a word already tells of a number that stands nearer to it."""
    span = reading.span(trigger.start, trigger.stop)
    return any(f.trigger == span and f.count is not None and f.count_span is not None for f in told)


def _is_implausible(quantity: Quantity) -> bool:
    return quantity.count is not None and quantity.count.low > IMPLAUSIBLE


def _with(harm: Harm, what: str, number: Interval) -> Harm:
    return replace(harm, killed=number) if what == "killed" else replace(harm, injured=number)
