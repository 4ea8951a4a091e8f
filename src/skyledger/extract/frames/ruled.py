"""What the rules made of a sentence weights would speak of: words they know, refused, found denied or at an end."""

from skyledger.extract.context import trap_at
from skyledger.extract.frames.civil import DETAILS
from skyledger.extract.frames.fates import FATES
from skyledger.extract.frames.tallied import lists_enemy_losses
from skyledger.extract.learned.labels import write_label
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence
from skyledger.model.kinds import Kind

_NEAR = 5  # words between a negation and what it denies, at most
_NEAR_OBJECT = 2  # words between a negation and what flies: "not a drone"
# Openings of the reasons for which a rule refuses a word beside which nothing else can be told either.
REFUSED = (
    *("not something", "future", "feared", "planned", "asked", "played", "said in general", "said not to have"),
    *("inside a drill", "wished", "still in the air"),
)
DENIED = "negated"
OF_OTHERS = "a drone of those who help"


def _triggers_of() -> dict[str, frozenset[str]]:
    """Return by which triggers of the packs the rules tell each label."""
    found: dict[str, set[str]] = {}
    for trigger, (kind, fate) in FATES.items():
        found.setdefault(write_label(kind.value, fate.value if fate else ""), set()).add(trigger)
    for part in ("launched", "hit"):
        found[write_label(Kind.ATTACK.value, part)].add("attacked")
    found[Kind.ATTACK.value].add("launched")
    for trigger, detail in {**DETAILS, "trains": "train delays", "flights": "flights"}.items():
        found.setdefault(write_label(Kind.OTHER_EFFECT.value, detail=detail), set()).add(trigger)
    for label, triggers in _EFFECTS.items():
        found[label] = set(triggers)
    return {label: frozenset(triggers) for label, triggers in found.items()}


_EFFECTS = {
    "casualties.killed": ("killed",),
    "casualties.injured": ("injured",),
    "no_casualties": ("no_casualties", "killed", "injured"),
    "no_damage": ("no_damage", "damage"),
    "damage": ("damage",),
    "fire": ("fire", "fire_out"),
    "power_outage": ("outage", "restored"),
    "airspace_closure": ("closure",),
    "airspace_reopening": ("reopening",),
    "diversion": ("diversion",),
}
_ENDS = {"power_outage": "restored", "fire": "fire_out", "airspace_closure": "reopening"}
_TRIGGERS_OF = _triggers_of()
_NO_TRIGGERS: frozenset[str] = frozenset()


def triggers_of(label: str) -> frozenset[str]:
    """Return by which triggers of the packs the rules tell a label."""
    return _TRIGGERS_OF.get(label, _NO_TRIGGERS)


def is_known(scene: Scene, sentence: Sentence, label: str) -> bool:
    """Tell whether a sentence has a word by which the rules tell a label: they had their reasons not to."""
    values = triggers_of(label)
    here = scene.reading.in_range("trigger", sentence.start, sentence.stop)
    return any(t.value in values and "weak" not in t.flags for t in here)


def is_over(scene: Scene, sentence: Sentence, label: str) -> bool:
    """Tell whether a sentence has a word of the end of what a label tells: power restored, a fire put out."""
    value = _ENDS.get(label)
    return any(t.value == value for t in scene.reading.in_range("trigger", sentence.start, sentence.stop))


def is_rejected(scene: Scene, sentence: Sentence, label: str) -> bool:
    """Tell whether the rules refused a word of a sentence by which they would tell a label."""
    values = triggers_of(label)
    here = [r for r in scene.rejected if sentence.first <= r.span.start < sentence.last]
    return any(r.value in values or r.reason.startswith(OF_OTHERS) for r in here)


def is_refused(scene: Scene, sentence: Sentence, *, denied: bool) -> bool:
    """Tell whether a rule found that what a sentence tells did not happen.

    Args:
        scene: The text with its phrases.
        sentence: Which sentence.
        denied: Whether a word that is denied speaks against the rest too.
    """
    reading = scene.reading
    if trap_at(reading, sentence, sentence.start, sentence.stop) is not None or lists_enemy_losses(reading, sentence):
        return True
    for thing in reading.in_range("object", sentence.start, sentence.stop):
        if reading.starting("negation", thing.start - _NEAR_OBJECT, thing.stop + 1):
            return True  # "дронів немає", "no drones", "not a drone"
    reasons = (*REFUSED, DENIED) if denied else REFUSED
    here = [r for r in scene.rejected if sentence.first <= r.span.start < sentence.last]
    return any(r.reason.startswith(reasons) for r in here)


def is_denied(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a negation stands near the word that tells: "прилётов не было", "did not touch 12 drones"."""
    reading = scene.reading
    start, stop = max(sentence.start, trigger.start - _NEAR), min(sentence.stop, trigger.stop + _NEAR)
    for negation in reading.in_range("negation", start, stop):
        left, right = min(negation.stop, trigger.stop) - 1, max(negation.start, trigger.start)
        if not reading.parted(left, right, CLAUSE_MARKS):
            return True
    return False
