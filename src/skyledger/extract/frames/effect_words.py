"""What in a sentence tells an effect on the ground: words of the packs, and those their surroundings make so."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from skyledger.extract.frames import (
    collapsed,
    darkened,
    lacking,
    missing_people,
    moved,
    rescues,
    roads,
    ruined,
    saved,
    supply_failed,
    tallied,
    turned,
    wrecked,
)
from skyledger.extract.frames.collapsed import find_collapsed, may_have_collapsed
from skyledger.extract.frames.darkened import find_darkened, may_be_dark
from skyledger.extract.frames.destroyed import destroys_ground
from skyledger.extract.frames.lacking import find_lacks, may_lack
from skyledger.extract.frames.listed_things import find_listed, may_list_things
from skyledger.extract.frames.made_triggers import beside, instead
from skyledger.extract.frames.missing_people import find_missing, may_be_missing
from skyledger.extract.frames.moved import find_moved, may_have_moved
from skyledger.extract.frames.rescues import told_rescues
from skyledger.extract.frames.roads import find_standing, may_stand_still
from skyledger.extract.frames.ruined import find_ruins, may_be_ruined
from skyledger.extract.frames.saved import find_saved, may_be_saved
from skyledger.extract.frames.stripped import find_stripped, may_be_stripped
from skyledger.extract.frames.suffered import suffered_things
from skyledger.extract.frames.supply_failed import find_failed, may_have_failed
from skyledger.extract.frames.tallied import find_tallies, may_tally
from skyledger.extract.frames.turned import find_turned, may_be_turned
from skyledger.extract.frames.victims import harmed_things, may_have_victims
from skyledger.extract.frames.wrecked import find_wrecks, may_be_wrecked
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

_RAIDS = ("attack", "raid", "strike", "came", "flew")
_GUNFIRE_REACH = 8
_BURNT = frozenset("charred blackened incinerated torched".split())


@dataclass(frozen=True, slots=True)
class _Finder:
    """Words of one manner of telling.

    Attributes:
        may: Whether a text may have them at all; costs next to nothing.
        find: Those of a sentence, given the triggers known so far.
        put: How they go among those triggers.
        kinds: Classes of words of which the sentence must have one; 0 where it need not.
    """

    may: Callable[[Reading], bool]
    find: Callable[[Scene, Sentence, list[Mention]], list[Mention]]
    put: Callable[[list[Mention], list[Mention]], list[Mention]]
    kinds: int = 0


_FINDERS = (
    _Finder(may_lack, find_lacks, beside, lacking.NAMED),
    _Finder(may_be_turned, find_turned, instead, turned.TURNING),
    _Finder(may_have_victims, harmed_things, instead),
    _Finder(may_have_victims, told_rescues, beside, rescues.PULLING),
    _Finder(may_be_saved, find_saved, instead, saved.GETTING),
    _Finder(may_be_missing, find_missing, beside, missing_people.TELLING),
    _Finder(may_have_moved, find_moved, instead, moved.MOVING),
    _Finder(may_be_ruined, find_ruins, instead, ruined.RUINING),
    _Finder(may_have_collapsed, find_collapsed, instead, collapsed.TELLING),
    _Finder(may_be_stripped, find_stripped, instead),
    _Finder(may_be_wrecked, find_wrecks, instead, wrecked.TELLING),
    _Finder(may_tally, find_tallies, beside, tallied.HEADING),
    _Finder(may_be_dark, find_darkened, instead, darkened.TOLD_BY),
    _Finder(may_have_failed, find_failed, instead, supply_failed.FAILING),
    _Finder(may_stand_still, find_standing, instead, roads.STANDING),
    _Finder(may_list_things, find_listed, beside),
)


class EffectWords:
    """Finds them in the sentences of one document, in those manners alone that its words allow."""

    def __init__(self, scene: Scene, values: frozenset[str]) -> None:
        self.scene = scene
        self.values = values
        self.finders = [f for f in _FINDERS if f.may(scene.reading)]

    def of(self, sentence: Sentence) -> list[Mention]:
        """Return the triggers of a sentence in order; "destroyed" only where it is said of something on the ground."""
        found = self.scene.triggers_in(sentence, self.values)
        triggers = [t for t in found if t.value != "downed" or destroys_ground(self.scene, t)]
        triggers = [t for t in triggers if not self._is_gunfire(sentence, t)]
        if things := suffered_things(self.scene, sentence):
            triggers = beside(triggers, things)
        said = self.scene.reading.masks[sentence.index]
        for finder in self.finders:
            if finder.kinds and not said & finder.kinds:
                continue
            if others := finder.find(self.scene, sentence, triggers):
                triggers = finder.put(triggers, others)
        return [replace(t, value="fire") if self._is_burnt(t) else t for t in triggers]

    def _is_gunfire(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether "by fire" is that of guns: "91 neutralised by fire", but not "a house destroyed by fire"."""
        words = self.scene.reading.tokens.words
        if words[trigger.start : trigger.stop] == ["in", "the", "dark"]:
            return words[trigger.start - 1].startswith(_RAIDS)  # "twelve attacks in the dark"
        if words[trigger.start] != "fire" or words[trigger.start - 1] != "by" or trigger.start == sentence.start:
            return False
        near = self.scene.quantities_in(max(sentence.start, trigger.start - _GUNFIRE_REACH), trigger.start)
        return not any(q.noun is not None and q.noun.category == "unit" for q in near)

    def _is_burnt(self, trigger: Mention) -> bool:
        """Tell whether a word of damage says that fire did it: "the school is a charred shell"."""
        if trigger.value != "damage" or self.scene.reading.tokens.words[trigger.start] not in _BURNT:
            return False
        near = self.scene.quantities_in(max(0, trigger.start - 6), trigger.stop + 4)
        return any(q.noun is not None and q.noun.value in ("building", "apartment") for q in near)
