"""Damage, fire, power cuts and the other things an attack does to civilian life: which words of them stand."""

from collections.abc import Callable
from dataclasses import replace

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.context import is_being_clarified, is_negated, trap_at
from skyledger.extract.frames.civil import DETAILS, read_civil
from skyledger.extract.frames.clause import Clause, plain_frame
from skyledger.extract.frames.damage import destroys_ground, read_damage
from skyledger.extract.frames.darkened import find_darkened, may_be_dark
from skyledger.extract.frames.fire import read_fire
from skyledger.extract.frames.further import further_things
from skyledger.extract.frames.items import ItemRule
from skyledger.extract.frames.lacking import find_lacks, may_lack
from skyledger.extract.frames.listing import is_after_semicolon
from skyledger.extract.frames.losses import is_spared, loses_part, touches_thing
from skyledger.extract.frames.power import read_power
from skyledger.extract.frames.rescues import told_rescues
from skyledger.extract.frames.respectively import effects_apart, effects_each, is_told_apart
from skyledger.extract.frames.ruined import find_ruins, may_be_ruined
from skyledger.extract.frames.stripped import find_stripped, may_be_stripped
from skyledger.extract.frames.suffered import suffered_things
from skyledger.extract.frames.tallied import find_tallies, heads_list, may_tally
from skyledger.extract.frames.traffic import read_flights, read_trains
from skyledger.extract.frames.turned import find_turned, may_be_turned
from skyledger.extract.frames.victims import harmed_things, may_have_victims
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Sentence
from skyledger.model.kinds import Kind

# Who reads a trigger; each gets the frames its sentence has so far.
_READERS: dict[str, Callable[[Clause, list[Frame]], list[Frame]]] = {
    **dict.fromkeys(("damage", "downed"), read_damage),
    **dict.fromkeys(("fire", "fire_out"), read_fire),
    **dict.fromkeys(("outage", "restored"), read_power),
    **dict.fromkeys(DETAILS, read_civil),
    "flights": read_flights,
    "trains": read_trains,
}
_READ = frozenset(_READERS)
TRIGGERS = _READ - {"downed"}


_BURNT = frozenset("charred blackened incinerated torched".split())
_BARE = 5  # words of a line of alarm
# What else explodes, and explosions of another kind.
_OTHER_BLASTS = (
    "газ",
    "балон",
    "баллон",
    "цін",
    "цен",
    "попул",
    "gas",
    "price",
    "емоц",
    "эмоц",
    "вулкан",
    "наднов",
    "сверхнов",
)


_SUPPLIED = frozenset(("customer", "settlement", "building", "apartment"))


class EffectRule:
    """Finds effects on the ground; the document must be about the air for them to stand (see ``extract.py``)."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.undamaged: list[Mention] = []
        self.may_lack = may_lack(scene.reading)
        self.may_be_turned = may_be_turned(scene.reading)
        self.may_be_ruined = may_be_ruined(scene.reading)
        self.may_be_stripped = may_be_stripped(scene)
        self.may_tally = may_tally(scene.reading)
        self.may_be_dark = may_be_dark(scene.reading)
        self.items = ItemRule(scene)
        self.leads: dict[int, tuple[Mention, list[Frame]]] = {}
        self.may_have_victims = may_have_victims(scene)

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the effect frames of a sentence."""
        triggers = [
            t for t in self.scene.triggers_in(sentence, _READ) if t.value != "downed" or destroys_ground(self.scene, t)
        ]
        if things := suffered_things(self.scene, sentence):
            triggers = sorted([*triggers, *things], key=lambda t: t.start)
        if self.may_lack and (lacks := find_lacks(self.scene, sentence, triggers)):
            triggers = sorted([*triggers, *lacks], key=lambda t: t.start)
        if self.may_be_turned and (turned := find_turned(self.scene, sentence, triggers)):
            spans = {n for t in turned for n in range(t.start, t.stop)}
            triggers = sorted([*(t for t in triggers if t.start not in spans), *turned], key=lambda t: t.start)
        if self.may_have_victims and (harmed := harmed_things(self.scene, sentence, triggers)):
            verbs = {t.start for t in harmed}
            triggers = sorted([*(t for t in triggers if t.start not in verbs), *harmed], key=lambda t: t.start)
        if self.may_have_victims and (saved := told_rescues(self.scene, sentence, triggers)):
            triggers = sorted([*triggers, *saved], key=lambda t: t.start)
        if self.may_be_ruined and (ruins := find_ruins(self.scene, sentence, triggers)):
            held = {n for t in ruins for n in range(t.start, t.stop)}
            triggers = sorted([*(t for t in triggers if t.start not in held), *ruins], key=lambda t: t.start)
        triggers = [replace(t, value="fire") if self._is_burnt(t) else t for t in triggers]
        if self.may_be_stripped and (stripped := find_stripped(self.scene, sentence, triggers)):
            held = {n for t in stripped for n in range(t.start, t.stop)}
            triggers = sorted([*(t for t in triggers if t.start not in held), *stripped], key=lambda t: t.start)
        if self.may_tally and (tallies := find_tallies(self.scene, sentence, triggers)):
            triggers = sorted([*triggers, *tallies], key=lambda t: t.start)
        if self.may_be_dark and (dark := find_darkened(self.scene, sentence, triggers)):
            held = {n for t in dark for n in range(t.start, t.stop)}
            triggers = sorted([*(t for t in triggers if t.start not in held), *dark], key=lambda t: t.start)
        if not triggers:
            lead = self.leads.get(sentence.lead) if sentence.lead is not None else None
            if lead is None and self.items.goes_on(sentence):  # "Глушковский район — без света 14 сёл. \n Льгов — 1150"
                lead = self.leads.get(sentence.index - 1)
                if lead is not None:
                    self.leads[sentence.index] = lead = (lead[0], [])
            if lead is None and is_after_semicolon(self.scene.reading, sentence):
                lead = self._of_the_same(sentence)
            return self.items.read(sentence, *lead) if lead is not None else []
        units = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.noun is not None and q.noun.category == "unit"
        ]
        places = self.scene.places_in(sentence.start, sentence.stop)
        chunks = cut_chunks(self.scene.reading, sentence, units, triggers, places, self.scene.stretches_in(sentence))
        frames: list[Frame] = []
        read: list[Mention] = []
        for index, chunk in enumerate(chunks):
            for trigger in chunk.triggers:
                clause = Clause(self.scene, sentence, chunks, index, trigger)
                if any(t.start == trigger.start and t.value == trigger.value for t in read):
                    continue  # one word of two languages
                read.append(trigger)
                if self._stands(sentence, trigger) and self._is_borne_out(clause):
                    frames += _READERS[trigger.value](clause, frames)
                    self.leads[sentence.index] = (trigger, frames)
                elif (
                    self.undamaged
                    and self.undamaged[-1] is trigger
                    and not any(f.kind is Kind.NO_DAMAGE for f in frames)
                ):
                    frames.append(plain_frame(clause, Kind.NO_DAMAGE, frozenset()))
        if is_told_apart(self.scene, sentence):
            return effects_apart(self.scene, sentence, frames)
        return effects_each(self.scene, sentence, [*frames, *further_things(self.scene, sentence, frames)])

    def _is_burnt(self, trigger: Mention) -> bool:
        """Tell whether a word of damage says that fire did it: "the school is a charred shell"."""
        if trigger.value != "damage" or self.scene.reading.tokens.words[trigger.start] not in _BURNT:
            return False
        near = self.scene.quantities_in(max(0, trigger.start - 6), trigger.stop + 4)
        return any(q.noun is not None and q.noun.value in ("building", "apartment") for q in near)

    def _of_the_same(self, sentence: Sentence) -> tuple[Mention, list[Frame]] | None:
        """Return the verb left out behind a semicolon: "в Рыльске повреждены два дома; в Судже — пять гаражей"."""
        lead = self.leads.get(sentence.index - 1)
        if lead is not None and lead[0].value == "outage" and self._goes_on_counting(sentence):
            self.leads[sentence.index] = lead = (lead[0], [])
            return lead
        places = self.scene.places_in(sentence.start, min(sentence.stop, sentence.start + 3))
        if lead is None or lead[0].value != "damage" or not places:
            return None
        dash = self.scene.reading.gap(places[0].stop - 1, places[0].stop) if places[0].stop < sentence.stop else ""
        if not set("—–-:").intersection(dash):
            return None
        self.leads[sentence.index] = (lead[0], [])
        return self.leads[sentence.index]

    def _goes_on_counting(self, sentence: Sentence) -> bool:
        """Tell whether a piece behind a semicolon is one more place without power: "; 53,000 in Odesa"."""
        first = self.scene.quantities_in(sentence.start, sentence.start + 3)
        counted = [q for q in first if q.count is not None]
        if not counted or not self.scene.places_in(sentence.start, sentence.stop):
            return False
        return counted[0].elliptic or (counted[0].noun is not None and counted[0].noun.value in _SUPPLIED)

    def _is_borne_out(self, clause: Clause) -> bool:
        """Tell whether a word of damage is strong, or has what was lost beside it."""
        trigger = clause.trigger
        if "weak" in trigger.flags and trigger.value == "explosions" and not self._is_bare_news(clause):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "an explosion of anything")
            return False
        if trigger.value != "damage" or "weak" not in trigger.flags or loses_part(clause):
            return True
        if heads_list(self.scene, clause.sentence, trigger):
            return True
        self.scene.reject(trigger.start, trigger.stop, trigger.value, "nothing lost stands beside it")
        return False

    def _is_bare_news(self, clause: Clause) -> bool:
        """Tell whether a line says no more than that there was an explosion, and in which town: "Вибух у Сумах"."""
        sentence, words = clause.sentence, self.scene.reading.tokens.words
        if sentence.stop - sentence.start > _BARE or not self.scene.places_in(sentence.start, sentence.stop):
            return False
        if any(u.value != "explosion" for u in self.scene.reading.starting("unit", sentence.start, sentence.stop)):
            return False
        if "?" in self.scene.reading.text[sentence.first : sentence.last]:
            return False
        return not any(w.startswith(_OTHER_BLASTS) for w in words[sentence.start : sentence.stop])

    def _stands(self, sentence: Sentence, trigger: Mention) -> bool:
        reading, scene = self.scene.reading, self.scene
        if "future" in trigger.flags or ("inf" in trigger.flags and trigger.lang != "en"):
            scene.reject(trigger.start, trigger.stop, trigger.value, "not something that happened")
            return False
        trap = trap_at(reading, sentence, trigger.start, trigger.stop)
        if trap is None and trigger.value == "flights":  # "из-за тумана задержаны рейсы"
            others = reading.in_range("trap", sentence.start, sentence.stop)
            trap = next((t for t in others if t.value == "other_cause"), None)
        if trap is not None:
            scene.reject(
                trigger.start, trigger.stop, trigger.value, f"{trap.value}: {reading.words(trap.start, trap.stop)}"
            )
            return False
        if trigger.value == "damage" and any(r.span == reading.span(trigger.start, trigger.stop) for r in scene.denied):
            return False
        after = [  # "руйнувань немає", but not "є руйнування, постраждалих немає"
            m
            for m in reading.starting("negation", trigger.stop, min(trigger.stop + 2, sentence.stop))
            if "," not in reading.gap(trigger.stop - 1, m.start)
        ]
        if "lack" in trigger.flags:
            return True
        if is_negated(reading, trigger.start, trigger.stop) or (trigger.value in ("fire", "damage") and after):
            near = self.scene.quantities_in(max(sentence.start, trigger.start - 3), trigger.stop + 3)
            people = any(  # "людей не зачепило", but not "жодна будівля не постраждала"
                q.noun is not None and q.noun.value == "person" and q.noun.start != trigger.start for q in near
            )
            told = bool(trigger.flags & {"verb", "past", "plur", "sing", "neut"})
            if "weak" in trigger.flags:
                told = touches_thing(scene, trigger)
            if trigger.value == "damage" and told and not people:
                self.undamaged.append(trigger)
            scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
            return False
        if trigger.value == "damage" and is_spared(scene, trigger):
            self.undamaged.append(trigger)
            scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
            return False
        if (
            trigger.value == "damage"
            and is_being_clarified(reading, sentence.start, sentence.stop)
            and not [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
        ):
            scene.reject(trigger.start, trigger.stop, trigger.value, "still being clarified")
            return False
        return True
