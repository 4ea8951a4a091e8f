"""A figure told in the sentence behind: "Город остался без света. Речь идёт о 12 400 абонентах"."""

from dataclasses import replace

from skyledger.extract.nouns import is_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Sentence
from skyledger.model.kinds import Kind, Unit

# How such a sentence opens; nothing else may be told in it.
_OPENINGS = (
    *(("йдеться", "про"), ("ідеться", "про"), ("мова", "про"), ("мова", "йде"), ("рахунок", "іде"), ("рахунок", "йде")),
    *(("це", "понад"), ("це", "близько"), ("це", "майже"), ("усього", "це"), ("загалом", "це"), ("рахунок", "на")),
    *(("речь", "идет"), ("речь", "о"), ("счет", "идет"), ("это", "более"), ("это", "около"), ("всего", "это")),
    *(("we", "are"), ("this", "is"), ("that", "is"), ("that", "means"), ("this", "means"), ("the", "figure")),
)
_COUNTED = {
    Kind.POWER_OUTAGE: frozenset(("customer", "building", "apartment", "person", "settlement")),
    Kind.DAMAGE: frozenset(("building", "apartment", "vehicle")),
}


def state_figure(scene: Scene, sentence: Sentence, before: list[Frame]) -> None:
    """Give the one effect of the sentence before that has no figure the only one that this sentence states."""
    words = scene.reading.tokens.words
    if tuple(words[sentence.start : sentence.start + 2]) not in _OPENINGS:
        return
    bare = [f for f in before if _is_open(f) and f.sentence == sentence.index - 1]
    told = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None and q.noun is not None]
    if len(bare) != 1 or len(told) != 1 or not is_of(told[0], _COUNTED[bare[0].kind]):
        return
    if bare[0].count is not None and not is_of(told[0], frozenset(("customer",))):
        return
    assert told[0].count is not None
    bare[0].count, bare[0].count_span = replace(told[0].count), told[0].span


def _is_open(frame: Frame) -> bool:
    """Tell whether an effect has no figure, or towns and villages whose customers may yet be told."""
    if frame.kind not in _COUNTED:
        return False
    dark = frame.kind is Kind.POWER_OUTAGE
    return frame.count is None or (dark and frame.count.unit is Unit.SETTLEMENT)
