"""Words of harm said of machines: boats "went dead in the water", drones were "blinded by jamming"."""

from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

_WENT = frozenset("went go goes gone going".split())
_DAZED = frozenset("blinded deafened dazzled paralysed paralyzed stunned confused killed".split())
_REACH = 3  # words from "by" to the jammers
REASON = "said of machines"


def without_machines(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the words of harm but those that say a machine gave out or was jammed."""
    kept = []
    for trigger in triggers:
        if trigger.lang == "en" and _is_of_machine(scene, sentence, trigger):
            scene.reject(trigger.start, trigger.stop, trigger.value, REASON)
        else:
            kept.append(trigger)
    return kept


def _is_of_machine(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    words = scene.reading.tokens.words
    if words[trigger.start] == "dead":
        return words[trigger.start - 1] in _WENT and trigger.start > sentence.start
    if words[trigger.stop - 1] not in _DAZED or words[trigger.stop : trigger.stop + 1] != ["by"]:
        return False
    behind = scene.reading.starting("agent", trigger.stop, trigger.stop + _REACH)
    return any(a.value == "jamming" for a in behind)


def says_lost_without_harm(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether "without consequences" only says how what is lost was lost, as air forces write."""
    words = scene.reading.tokens.words
    if trigger.lang != "en" or words[trigger.start] not in ("without", "no", "with"):
        return False
    lost = scene.triggers_in(sentence, frozenset(("lost",)))
    return any(t.stop <= trigger.start and not scene.reading.parted(t.stop - 1, trigger.start, ";:.") for t in lost)
