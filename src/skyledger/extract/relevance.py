"""Is this document about something in the air at all? Precision first: a flood's dead are no casualties of a raid."""

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention
from skyledger.model.kinds import ClaimStatus, Kind, Modality

_ANCHORS = frozenset(
    (
        Kind.INTERCEPTION,
        Kind.ATTACK,
        Kind.AIRSPACE_CLOSURE,
        Kind.AIRSPACE_REOPENING,
        Kind.DIVERSION,
        Kind.ALERT,
        Kind.SIGHTING,
    )
)
_AIR_WORDS = (
    "пво",
    "ппо",
    "удар",
    "обстр",
    "атак",
    "дрон",
    "бпла",
    "ракет",
    "shelling",
    "strike",
    "drone",
    "missile",
    "attack",
    "raid",
    "rosaviatsia",
    "росавиац",
    "debris",
    "barrage",
    "bombard",
    "pvo",
    "air def",
    "прилет",
    "приліт",
    "влуч",
    "попадан",
    "тревог",
    "тривог",
    "воздушн",
    "повітрян",
    "air defence",
    "air defense",
    "наліт",
    "налет",
    "обломк",
    "уламк",
    "взрыв",
    "вибух",
)
_OFFICIAL = frozenset(("official", "regulator"))


def whole_trap(reading: Reading) -> str | None:
    """Return why a whole document is fiction, sport, a fund-raiser or the like, or None.

    The word must stand in the title or the first two sentences, where such texts say what they are.
    """
    for sentence in reading.sentences[:2]:
        for trap in reading.in_range("trap", sentence.start, sentence.stop):
            if trap.value in ("drill", "other", "anniversary"):
                return f"{trap.value}: {reading.words(trap.start, trap.stop)}"
    return None


def _names_object(reading: Reading, hedge: Mention) -> bool:
    words = reading.words(hedge.start, hedge.stop).lower()
    return any(stem in words for stem in ("drone", "беспилот", "дрон", "безпілот"))


def _cause_denied(scene: Scene) -> bool:
    """Tell whether the text says it was no drone or missile."""
    reading = scene.reading
    if any(t.value == "other_cause" for t in reading.by_category.get("trap", ())):
        return True
    for sentence in reading.sentences:
        hedges = reading.in_range("hedge", sentence.start, sentence.stop)
        objects = reading.in_range("object", sentence.start, sentence.stop)
        negations = reading.in_range("negation", sentence.start, sentence.stop)
        if any(0 <= o.start - n.stop <= 2 for o in objects for n in negations):
            return True  # "a gas leak, not a drone", "not by a drone"
        if any(h.value == "denied" and _names_object(reading, h) for h in hedges):
            return True
        if any(h.value == "denied" for h in hedges) and (
            reading.in_range("object", sentence.start, sentence.stop)
            or any(t.value in ("attacked", "hit") for t in reading.in_range("trigger", sentence.start, sentence.stop))
        ):
            return True
    return False


def is_about_the_air(scene: Scene, frames: list[Frame]) -> bool:
    """Tell whether anything in the air is spoken of, so that effects on the ground may be its effects.

    An anchor is an interception, attack, closure or alert among the frames, or words of the air in the text; an
    official's channel that reports harm is taken to speak of attacks, as its short follow-ups name nothing else.
    """
    if any(
        f.kind in _ANCHORS and f.status is ClaimStatus.CURRENT and f.modality is not Modality.DENIED for f in frames
    ):
        return True
    if _cause_denied(scene) or any(f.status is not ClaimStatus.CURRENT for f in frames):
        return False
    folded = scene.reading.tokens.folded
    if any(word in folded for word in _AIR_WORDS):
        return True
    return scene.reading.document.outlet.type in _OFFICIAL
