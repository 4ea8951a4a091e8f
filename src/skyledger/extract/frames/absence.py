"""Nobody hurt, nothing damaged: said in a phrase of absence, or by a negation that reaches the noun."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import has_negation, is_being_clarified, trap_at
from skyledger.extract.frames.came_through import find_survivors
from skyledger.extract.frames.denials import (
    corrects_number,
    denies_change,
    negation_of,
    only_no_reports,
    was_not_avoided,
)
from skyledger.extract.frames.no_harm import find_no_harm, is_of_health
from skyledger.extract.frames.not_of_people import says_lost_without_harm
from skyledger.extract.frames.nothing import find_nothing, may_be_nothing
from skyledger.extract.frames.own_staff import is_of_staff
from skyledger.extract.frames.placing import place_of_words
from skyledger.extract.frames.unharmed import find_unharmed, is_unsure
from skyledger.extract.frames.wished import is_wished
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.scene import Scene
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Mention, Rejected, Sentence
from skyledger.model.kinds import Kind, Modality

NONE = frozenset(("no_casualties", "no_damage"))
# Stems of "destruction" and "damage" inside a phrase of absence: "сведений о пострадавших и разрушениях нет".
_RUIN = ("разрушен", "поврежден", "руйнув", "пошкодж", "damage", "destruction")
_DENIABLE = frozenset(("killed", "injured", "damage"))
TRIGGERS = NONE | _DENIABLE
_EVERYBODY = frozenset("everyone everybody ppl folks all все усі всі".split())
_NOT_ALL = (["не", "все"], ["не", "всі"], ["не", "усі"], ["not", "all"])
_NOT = frozenset("not не no never".split())
NOBODY = Interval(low=0, high=0)
_JOINS = frozenset("и или ни та або і й ані nor or and".split())
_JOINED_REACH = 5
_NONE_KINDS = frozenset((Kind.NO_CASUALTIES, Kind.NO_DAMAGE))
_SUFFER = ("пострад", "постражд", "harm", "hurt", "зачеп", "задел", "задет", "touched", "affected", "suffer")
_THINGS = frozenset(("building", "vehicle", "part"))
_NOBODY = frozenset("ніхто нікого никто никого nobody".split())
# Phrases that deny deaths alone leave injuries unknown.
_DEATHS_ONLY = ("жертв", "смерт", "погиб", "загибл", "загину", "fatalit", "deaths", "died", "killed")
_INJURIES_TOO = (
    "пострада",
    "ранен",
    "постражд",
    "поран",
    "injur",
    "wounded",
    "hurt",
    "casualt",
    "травм",
    "потерпіл",
    "harm",
    "люди",
    "last",
)
# Who needs no hospital may still be hurt: "госпіталізація не потрібна".
_IN_HOSPITAL = ("госпитал", "госпітал", "шпитал", "hospital")


# "Целы все, кроме кока": somebody is not.
_EXCEPT = frozenset("кроме крім окрім except исключением винятком".split())


_OTHERS = frozenset(("інших", "других", "other"))  # "no others" denies nothing of those told of
_GRAVE = (  # of lesser ones nothing is said
    "серьезн",
    "серйозн",
    "значн",
    "значит",
    "критичн",
    "крупн",
    "масштабн",
    "катастроф",
)


class AbsenceRule:
    """Finds "no casualties" and "no damage", one frame each a sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.may_be_nothing = may_be_nothing(scene.reading)

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return what a sentence says there was none of."""
        frames: list[Frame] = []
        here = self.scene.triggers_in(sentence, TRIGGERS)
        told = [t for t in here if t.value in NONE and ("weak" not in t.flags or self._says_of_people(t))]
        told = [t for t in told if not says_lost_without_harm(self.scene, sentence, t)]
        of_health = [t for t in told if t.value == "no_damage" and is_of_health(self.scene.reading, t)]
        if of_health:
            told = [t for t in told if t not in of_health]
            self._deny(sentence, of_health)
        if self.may_be_nothing and (nothing := find_nothing(self.scene, sentence)):
            own = {t.value for t in nothing}
            told = [*(t for t in told if t.value not in own), *nothing]
            self._deny(sentence, nothing)
        if all(t.value == "no_damage" for t in told):  # "nothing suffered and nobody came to grief"
            told = [*told, *(find_unharmed(self.scene, sentence) or find_survivors(self.scene, sentence))]
        told = told or find_no_harm(self.scene, sentence)
        for trigger in told:
            if self._holds(sentence, trigger):
                self._add(sentence, trigger, frames)
        for noun in here:
            if noun.value in _DENIABLE:
                self._add_negated(sentence, noun, frames)
        return frames

    def of_nobody(self, sentence: Sentence, trigger: Mention, frames: list[Frame]) -> list[Frame]:
        """Return that nobody was hurt, where a word of harm is said of nobody and no other words say so."""
        told = any(f.kind is Kind.NO_CASUALTIES for f in frames)
        if told or is_being_clarified(self.scene.reading, sentence.start, sentence.stop):
            return []
        if trap_at(self.scene.reading, sentence, trigger.start, trigger.stop) is not None:
            return []
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        return [self._none_frame(sentence, trigger, Kind.NO_CASUALTIES, words)]

    def _holds(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether words of absence say so of what happened, and of all."""
        reading = self.scene.reading
        before = reading.tokens.words[trigger.start - 1] if trigger.start else ""
        reason = self._why_not(sentence, trigger, before)
        if reason is None and is_of_staff(reading, trigger):
            reason = "said of one's own staff, not of all"
        if reason is not None:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, reason)
        return reason is None and before not in _OTHERS and not before.startswith(_GRAVE)

    def _why_not(self, sentence: Sentence, trigger: Mention, before: str) -> str | None:
        reading = self.scene.reading
        if is_unsure(reading, sentence, trigger) or is_wished(reading, sentence, trigger.start):
            return "wished, asked, or said of some of them"
        if trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
            return "inside a drill, forecast or other trap"
        if _EXCEPT.intersection(reading.tokens.words[trigger.stop : min(trigger.stop + 2, sentence.stop)]):
            return "said of all but some"
        not_all = reading.tokens.words[max(0, trigger.start - 2) : trigger.start] in _NOT_ALL
        return "the absence itself is negated" if before in ("не", "not") or not_all else None

    def _add(self, sentence: Sentence, trigger: Mention, frames: list[Frame]) -> None:
        """Add what words of absence say, once of each kind; who is unharmed may stand with what is whole."""
        kind = Kind.NO_CASUALTIES if trigger.value == "no_casualties" else Kind.NO_DAMAGE
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        frame = next((f for f in frames if f.kind is kind), None)
        if frame is None:
            frame = self._told_of(sentence, trigger, kind, words)
            frames.append(frame)
        if kind is Kind.NO_CASUALTIES and any(stem in words for stem in _RUIN):
            self._add_unharmed(sentence, trigger, words, frame, frames)

    def _add_negated(self, sentence: Sentence, noun: Mention, frames: list[Frame]) -> None:
        """Add what a negation beside a noun of harm or damage denies."""
        reading = self.scene.reading
        kind = Kind.NO_DAMAGE if noun.value == "damage" else Kind.NO_CASUALTIES
        negation = negation_of(self.scene, sentence, noun)
        if negation is None or any(f.kind is kind for f in frames) or was_not_avoided(self.scene, sentence):
            return
        if is_wished(reading, sentence, min(negation.start, noun.start)):
            return
        trapped = trap_at(reading, sentence, noun.start, noun.stop) is not None
        if trapped or is_being_clarified(reading, sentence.start, sentence.stop):
            return
        frame = self._told_of(sentence, noun, kind, reading.words(noun.start, noun.stop).lower())
        frame.rule = f"{noun.lang}.{kind.value}.negated"
        self.scene.denied.append(Rejected(frame.trigger, noun.value, "denied by a negation"))
        frames.append(frame)

    def _told_of(self, sentence: Sentence, trigger: Mention, kind: Kind, words: str) -> Frame:
        """Return the frame, preliminary where there are only no reports."""
        frame = self._none_frame(sentence, trigger, kind, words)
        if only_no_reports(self.scene, sentence):
            frame.modality, frame.modality_span = Modality.PRELIMINARY, frame.trigger
        return frame

    def _deny(self, sentence: Sentence, nothing: list[Mention]) -> None:
        """Note words of damage that are denied: "nor was any house damaged" damages none."""
        for trigger in self.scene.triggers_in(sentence, frozenset(("damage",))):
            if any(n.start <= trigger.start < n.stop for n in nothing):
                span = self.scene.reading.span(trigger.start, trigger.stop)
                self.scene.denied.append(Rejected(span, trigger.value, "denied by a negation"))

    def joined(self, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
        """Add what is denied of things beside people: "люди и строения не пострадали", "neither people nor houses"."""
        frames = [f for f in frames if f.kind in _NONE_KINDS]
        if len({f.kind for f in frames}) != 1:
            return []
        frame, reading = frames[0], self.scene.reading
        words = frame.trigger.slice(reading.text).lower()
        if not any(s in words for s in _SUFFER):
            return []
        start, stop = max(sentence.start, frame.token - _JOINED_REACH), min(sentence.stop, frame.token + _JOINED_REACH)
        units = reading.starting("unit", start, stop)
        people = [u for u in units if u.value in PEOPLE]
        things = [u for u in units if u.value in _THINGS]
        denied = frame.kind is Kind.NO_DAMAGE  # the phrase names the thing itself
        words_before = reading.tokens.words[max(0, frame.token - 1) : frame.token]
        joined = denied and any(p.stop == frame.token - 1 for p in people) and not _JOINS.isdisjoint(words_before)
        joined = joined or any(
            _JOINS.intersection(reading.tokens.words[min(p.stop, t.stop) : max(p.start, t.start)])
            and abs(p.start - t.start) <= _JOINED_REACH - 2
            for p in people
            for t in things
        )
        if not joined:
            return []
        kind = Kind.NO_DAMAGE if frame.kind is Kind.NO_CASUALTIES else Kind.NO_CASUALTIES
        trigger = Mention("trigger", kind.value, frame.token, frame.token + 1, frozenset(), "en")
        other = self._none_frame(sentence, trigger, kind, words)
        other.trigger, other.rule, other.place = frame.trigger, f"{frame.rule}.joined", frame.place
        other.harm_spans = (frame.trigger,) if other.harm else ()
        other.modality, other.modality_span = frame.modality, frame.modality_span
        return [other]

    def _says_of_people(self, trigger: Mention) -> bool:
        """Tell whether a word of being well is said of people: "residents are fine", "целы все жильцы"."""
        reading, words = self.scene.reading, self.scene.reading.tokens.words
        for token in range(max(0, trigger.start - 4), min(trigger.stop + 3, len(words))):
            left, right = min(token + 1, trigger.stop), max(token, trigger.start)
            if left <= right and reading.parted(left - 1, right, ",;:.!?()—–"):
                continue
            person = any(m.value in ("person", "child") for m in reading.starting("unit", token, token + 1))
            if person or (words[token] in _EVERYBODY and token < trigger.start):
                return not any(w in _NOT for w in words[max(0, trigger.start - 5) : trigger.start])
        return False

    def _add_unharmed(
        self, sentence: Sentence, trigger: Mention, words: str, beside: Frame, frames: list[Frame]
    ) -> None:
        """Add the "no damage" of "обошлось без жертв и разрушений", as firm as the rest of it."""
        if any(f.kind is Kind.NO_DAMAGE for f in frames):
            return
        unharmed = self._none_frame(sentence, trigger, Kind.NO_DAMAGE, words)
        unharmed.modality, unharmed.modality_span = beside.modality, beside.modality_span
        frames.append(unharmed)

    def _none_frame(self, sentence: Sentence, trigger: Mention, kind: Kind, words: str) -> Frame:
        place = place_of_words(self.scene, sentence, trigger)
        harm = None
        if kind is Kind.NO_CASUALTIES:
            deaths_only = any(w in words for w in _DEATHS_ONLY) and not any(w in words for w in _INJURIES_TOO)
            harm = Harm(
                killed=NOBODY, injured=None if deaths_only else NOBODY, children=None if deaths_only else NOBODY
            )
        span = self.scene.reading.span(trigger.start, trigger.stop)
        return Frame(
            kind,
            span,
            sentence.index,
            f"{trigger.lang}.{kind.value}.phrase",
            place=place,
            harm=harm,
            harm_spans=(span,) if harm else (),
            token=trigger.start,
        )

    def read_denied(self, sentence: Sentence, chunk: Chunk, trigger: Mention, frames: list[Frame]) -> list[Frame]:
        """Read "пострадавших, по первым данным, нет" and "не пострадали" as an absence."""
        reading = self.scene.reading
        if not has_negation(reading, chunk.start, chunk.stop) or any(f.kind is Kind.NO_CASUALTIES for f in frames):
            return []
        if any(q.count is not None for q in chunk.quantities):
            return []
        if is_being_clarified(reading, sentence.start, sentence.stop):
            return []
        hurt = [t for t in chunk.triggers if t.value in ("killed", "injured")]
        near = [
            m
            for m in reading.in_range("negation", chunk.start, chunk.stop)
            if abs(m.start - trigger.start) <= 6
            and not denies_change(reading, m)
            and not any(t.start <= m.start < t.stop for t in hurt)  # "did not survive"
            and not corrects_number(reading, m)
        ]
        if reading.tokens.words[trigger.start].startswith(_IN_HOSPITAL):
            return []
        if not near or trap_at(reading, sentence, trigger.start, trigger.stop):
            return []
        if is_wished(reading, sentence, min(trigger.start, near[0].start)):
            return []
        words = reading.words(min(trigger.start, near[0].start), max(trigger.stop, near[0].stop)).lower()
        nouns = {q.noun.value for q in self.scene.quantities_in(chunk.start, chunk.stop) if q.noun is not None}
        things = bool(nouns & _THINGS) and not nouns & {"person", "child"}  # "ни один объект не пострадал"
        things = things and _NOBODY.isdisjoint(reading.tokens.words[chunk.start : chunk.stop])  # "ніхто в будинку"
        kind = Kind.NO_DAMAGE if things and trigger.value == "injured" else Kind.NO_CASUALTIES
        return [self._none_frame(sentence, trigger, kind, words)]
