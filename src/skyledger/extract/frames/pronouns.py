"""What befell those spoken of before: "Two drones flew at Odesa. Gunners shot them down", "дрон был: его сняла ПВО".

A pronoun is the object of a verb of downing, or of any verb of those who defend; it stands for the one number of drones
before it, or for the one drone.
"""

from skyledger.extract.context import has_negation, trap_at
from skyledger.extract.frames.acts import may_be_verb
from skyledger.extract.frames.fates import ENDS_OF_TRIGGERS
from skyledger.extract.frames.object_types import object_type_of
from skyledger.extract.frames.running import only_counted
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_passive_form
from skyledger.extract.word_bits import word_class
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, Qualifier, Unit

_SINGLE = frozenset("it его ее її його".split())
_SEVERAL = frozenset("them both их їх обоих обох обидва обидві".split())
_THEY = frozenset("they both они вони оба обе обидва обидві".split())
_IT = frozenset("it он она він вона".split())
ANCHORS = _SINGLE | _SEVERAL | _THEY | _IT  # no text without one of these words has a pronoun to read
_BROUGHT = frozenset("shot brought gunned knocked took cut picked pulled swatted plucked blew".split())
_DOWN = frozenset("down out from apart off".split())
_AGENTS = {"defence": Fate.DOWNED, "jamming": Fate.SUPPRESSED}
_WORKED = ("отработал", "відпрацюва")  # idle of itself: "его отработала ПВО"
_PRONOUNS = word_class({*_SINGLE, *_SEVERAL, *_THEY, *_IT})
_REACH = 2  # words between a pronoun and its verb
_CLAUSE = 6


def befell_them(scene: Scene, sentence: Sentence, before: Quantity | None, frames: list[Frame]) -> list[Frame]:
    """Return the downing or suppression that a sentence tells of a pronoun, or nothing.

    Args:
        scene: The document.
        sentence: Which sentence.
        before: The number of the sentence before, whose fate was not told.
        frames: What the sentence tells otherwise.
    """
    words = scene.reading.tokens.words
    if any(f.kind is Kind.INTERCEPTION for f in frames):
        return []
    for n in scene.reading.of_class(_PRONOUNS, sentence.start, sentence.stop):
        subject = words[n] in _THEY or words[n] in _IT
        if words[n] not in _SINGLE and words[n] not in _SEVERAL and not subject:
            continue
        told = _undergone(scene, sentence, n) if subject else None
        told = told or _fate_of(scene, sentence, n)
        if told is None or trap_at(scene.reading, sentence, n, n + 1) is not None:
            continue
        single = words[n] in _SINGLE or words[n] in _IT
        found = _one(scene, sentence, n) if single else _several(scene, sentence, n, before)
        if found is not None:
            return [_frame(scene, sentence, told, found)]
    return []


def _fate_of(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int, Fate] | None:
    """Return the verb whose object a pronoun is, with the fate it tells."""
    reading = scene.reading
    words = reading.tokens.words
    start, stop = _clause(scene, sentence, n)
    if has_negation(reading, start, stop):
        return None
    if words[n - 1] in _BROUGHT and words[n + 1 : n + 2] and words[n + 1] in _DOWN:
        return n - 1, n + 2, Fate.DOWNED
    for trigger in reading.in_range("trigger", start, stop):
        if trigger.value in ENDS_OF_TRIGGERS and "weak" not in trigger.flags and _governs(words, trigger, n):
            return trigger.start, trigger.stop, ENDS_OF_TRIGGERS[trigger.value]
    agents = [a for a in reading.starting("agent", start, stop) if a.value in _AGENTS and "weak" not in a.flags]
    weak = [t for t in reading.in_range("trigger", start, stop) if t.value == "downed" and _governs(words, t, n)]
    if agents and weak:
        return weak[0].start, weak[0].stop, _AGENTS[agents[0].value]
    if len(agents) != 1 or any("weak" not in t.flags for t in reading.in_range("trigger", start, stop)):
        return None
    if any(not words[m.start].startswith(_WORKED) for m in reading.starting("idle", start, stop)):
        return None
    near = range(max(start, n - _REACH), min(stop, n + 1 + _REACH))
    verb = next((v for v in near if words[v].startswith(_WORKED) or (v != n and may_be_verb(reading, scene, v))), None)
    return None if verb is None else (verb, verb + 1, _AGENTS[agents[0].value])


def _undergone(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int, Fate] | None:
    """Return the passive whose subject a pronoun is: "They were shot down", "они сбиты"."""
    reading = scene.reading
    words = reading.tokens.words
    stop = n + 1
    while stop < sentence.stop and stop - n < _CLAUSE and not reading.parted(stop - 1, stop, ALL_MARKS):
        stop += 1
    if has_negation(reading, n, stop):
        return None
    for trigger in reading.in_range("trigger", n + 1, stop):
        if (
            trigger.value not in ENDS_OF_TRIGGERS
            or "weak" in trigger.flags
            or trigger.flags & {"attr", "inf", "future"}
        ):
            continue
        passive = not _BE.isdisjoint(words[n + 1 : trigger.start + 1]) if trigger.lang == "en" else False
        word = words[trigger.start]
        short = trigger.lang != "en" and (is_passive_form(word) or word.endswith(_SHORT_FORMS))
        if passive or short:
            return trigger.start, trigger.stop, ENDS_OF_TRIGGERS[trigger.value]
    return None


_SHORT_FORMS = ("ит", "ен", "ан", "ят", "ут", "ий", "ено", "ано")  # "он сбит", "він збитий"
_BE = frozenset("was were been got being".split())


def _governs(words: list[str], trigger: Mention, n: int) -> bool:
    """Tell whether a pronoun is the object of an active verb: "shot down both", "их сбили", not "их сбитых дронов"."""
    if trigger.lang == "en":
        return "past" in trigger.flags and trigger.stop == n and words[trigger.start - 1] not in ("was", "were")
    if trigger.flags & {"attr", "inf", "future"} or not words[trigger.start].endswith(_ACTIVE):
        return False
    return 0 <= trigger.start - n - 1 <= _REACH or 0 <= n - trigger.stop <= 1


_ACTIVE = ("л", "ла", "ло", "ли", "в", "но", "то")  # "їх збито" has an object, too


def _clause(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int]:
    """Return the tokens about a pronoun that no punctuation parts from it."""
    reading, start, stop = scene.reading, n, n + 1
    while start > sentence.start and n - start < _CLAUSE and not reading.parted(start - 1, start, ALL_MARKS):
        start -= 1
    while stop < sentence.stop and stop - n < _CLAUSE and not reading.parted(stop - 1, stop, ALL_MARKS):
        stop += 1
    return start, stop


def _several(scene: Scene, sentence: Sentence, n: int, before: Quantity | None) -> Quantity | None:
    here = only_counted(scene, sentence)
    if here is not None:
        return here if here.stop <= n else None
    return before


def _one(scene: Scene, sentence: Sentence, n: int) -> Quantity | None:
    """Return the one thing in the air named last, where it is one: "беспилотник действительно был: его ..."."""
    reading = scene.reading
    first = sentence.start
    named = reading.in_range("object", first, n)
    if not named and sentence.index:
        earlier = reading.sentences[sentence.index - 1]
        named = reading.in_range("object", earlier.start, earlier.stop)
    if len(named) != 1 or "sing" not in named[0].flags or "plur" in named[0].flags:
        return None
    thing = named[0]
    counted = scene.quantities_in(max(0, thing.start - 3), thing.stop)
    if any(q.count is not None and q.count.high != 1 for q in counted if q.noun == thing):
        return None
    span = reading.span(thing.start, thing.stop)
    text = span.slice(reading.text)
    count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text)
    return Quantity(count, thing, thing.start, thing.stop, span)


def _frame(scene: Scene, sentence: Sentence, told: tuple[int, int, Fate], whole: Quantity) -> Frame:
    reading, noun = scene.reading, whole.noun
    assert noun is not None
    start, stop, fate = told
    places = scene.places_in(sentence.start, sentence.stop)
    return Frame(
        Kind.INTERCEPTION,
        reading.span(start, stop),
        sentence.index,
        f"{noun.lang}.interception.pronoun",
        fate,
        object_type_of(reading, noun),
        reading.span(noun.start, noun.stop),
        whole.count,
        whole.span,
        places[0] if places else None,
        token=start,
    )
