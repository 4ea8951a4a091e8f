"""Damage, fire, power cuts and the other things an attack does to civilian life: which words of them stand."""

from collections.abc import Callable

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.context import is_being_clarified, is_negated, trap_at
from skyledger.extract.frames.befallen import befalls_thing
from skyledger.extract.frames.civil import DETAILS, read_civil
from skyledger.extract.frames.clause import Clause, plain_frame
from skyledger.extract.frames.damage import read_damage
from skyledger.extract.frames.effect_words import EffectWords
from skyledger.extract.frames.fire import read_fire
from skyledger.extract.frames.further import further_things
from skyledger.extract.frames.helpers import came_to_help
from skyledger.extract.frames.items import ItemRule
from skyledger.extract.frames.listing import is_after_semicolon
from skyledger.extract.frames.losses import is_spared, loses_part, touches_thing
from skyledger.extract.frames.nobody_of import is_of_nobody, without_nobodys
from skyledger.extract.frames.not_so import did_not_come
from skyledger.extract.frames.power import read_power
from skyledger.extract.frames.respectively import effects_apart, effects_each, is_told_apart
from skyledger.extract.frames.stated_next import state_figure
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.frames.tallied import heads_list
from skyledger.extract.frames.traffic import read_flights, read_trains
from skyledger.extract.frames.untold import is_managed
from skyledger.extract.nouns import SUPPLIED, THINGS, is_of
from skyledger.extract.reading import Reading
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


# "ледь не знесло" denies no damage and tells of none.
_NEARLY = (["ледь", "не"], ["мало", "не"], ["трохи", "не"], ["чуть", "не"], ["едва", "не"])
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


class EffectRule:
    """Finds effects on the ground; the document must be about the air for them to stand (see ``extract.py``)."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.undamaged: list[Mention] = []
        self.words = EffectWords(scene, _READ)
        self.items = ItemRule(scene)
        self.leads: dict[int, tuple[Mention, list[Frame]]] = {}

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the effect frames of a sentence."""
        triggers = self.words.of(sentence)
        if not triggers:
            if sentence.index - 1 in self.leads:
                state_figure(self.scene, sentence, self.leads[sentence.index - 1][1])
            return self._led(sentence)
        frames = self._read(sentence, triggers)
        if is_told_apart(self.scene, sentence):
            return effects_apart(self.scene, sentence, frames)
        return effects_each(self.scene, sentence, [*frames, *further_things(self.scene, sentence, frames)])

    def _read(self, sentence: Sentence, triggers: list[Mention]) -> list[Frame]:
        """Return what the triggers of a sentence say, each read with its clause."""
        units = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.noun is not None and q.noun.category == "unit" and not came_to_help(self.scene, sentence, q)
        ]
        places = self.scene.places_in(sentence.start, sentence.stop)
        chunks = cut_chunks(self.scene.reading, sentence, units, triggers, places, self.scene.stretches_in(sentence))
        frames: list[Frame] = []
        read: set[tuple[int, str]] = set()
        for index, chunk in enumerate(chunks):
            for trigger in chunk.triggers:
                clause = Clause(self.scene, sentence, chunks, index, trigger)
                if (trigger.start, trigger.value) in read:
                    continue  # one word of two languages
                read.add((trigger.start, trigger.value))
                if self._stands(sentence, trigger) and self._is_borne_out(clause):
                    frames += _READERS[trigger.value](clause, frames)
                    self.leads[sentence.index] = (trigger, frames)
                elif self._denies_damage(sentence, trigger) and not any(f.kind is Kind.NO_DAMAGE for f in frames):
                    frames.append(plain_frame(clause, Kind.NO_DAMAGE, frozenset()))
        return frames

    def _denies_damage(self, sentence: Sentence, trigger: Mention) -> bool:
        denied = bool(self.undamaged) and self.undamaged[-1] is trigger
        return denied and not is_of_nobody(self.scene, sentence, trigger)

    def _led(self, sentence: Sentence) -> list[Frame]:
        """Return what a sentence without a word of its own goes on telling: an item, a piece behind a semicolon."""
        lead = self.leads.get(sentence.lead) if sentence.lead is not None else None
        if lead is None and self.items.goes_on(sentence):  # "Глушковский район — без света 14 сёл. \n Льгов — 1150"
            lead = self.leads.get(sentence.index - 1)
            if lead is not None:
                self.leads[sentence.index] = lead = (lead[0], [])
        if lead is None and is_after_semicolon(self.scene.reading, sentence):
            lead = self._of_the_same(sentence)
        return self.items.read(sentence, *lead) if lead is not None else []

    def _of_the_same(self, sentence: Sentence) -> tuple[Mention, list[Frame]] | None:
        """Return the verb left out behind a semicolon: "в Рыльске повреждены два дома; в Судже — пять гаражей"."""
        lead = self.leads.get(sentence.index - 1)
        if lead is not None and lead[0].value == "outage" and self._goes_on_counting(sentence):
            self.leads[sentence.index] = lead = (lead[0], [])
            return lead
        places = self.scene.places_in(sentence.start, min(sentence.stop, sentence.start + 3))
        if lead is not None and lead[0].value == "damage" and self._is_bare_thing(sentence, lead[0]):
            self.leads[sentence.index] = lead = (lead[0], [])
            return lead
        if lead is None or lead[0].value != "damage" or not places:
            return None
        dash = self.scene.reading.gap(places[0].stop - 1, places[0].stop) if places[0].stop < sentence.stop else ""
        if not set("—–-:").intersection(dash):
            return None
        self.leads[sentence.index] = (lead[0], [])
        return self.leads[sentence.index]

    def _is_bare_thing(self, sentence: Sentence, lead: Mention) -> bool:
        """Tell whether a piece is one more thing under a heading: "Damaged: a clinic in A; a garage in B"."""
        headed = self.scene.reading.parted(lead.stop - 1, lead.stop, ":") if lead.stop < sentence.start else False
        first = self.scene.quantities_in(sentence.start, sentence.start + 1)
        things = bool(first) and is_of(first[0], THINGS)
        return headed and things and bool(self.scene.places_in(sentence.start, sentence.stop))

    def _goes_on_counting(self, sentence: Sentence) -> bool:
        """Tell whether a piece behind a semicolon is one more place without power: "; 53,000 in Odesa"."""
        first = self.scene.quantities_in(sentence.start, sentence.start + 3)
        counted = [q for q in first if q.count is not None]
        if not counted or not self.scene.places_in(sentence.start, sentence.stop):
            return False
        return counted[0].elliptic or (counted[0].noun is not None and counted[0].noun.value in SUPPLIED)

    def _is_borne_out(self, clause: Clause) -> bool:
        """Tell whether a word of damage is strong, or has what was lost beside it."""
        trigger = clause.trigger
        if "weak" in trigger.flags and trigger.value == "explosions" and not self._is_bare_news(clause):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "an explosion of anything")
            return False
        if trigger.value != "damage" or "weak" not in trigger.flags or loses_part(clause) or befalls_thing(clause):
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
        """Tell whether a trigger says what happened; one that says of damage that there was none is kept."""
        reason = self._why_not(sentence, trigger)
        if reason is None:
            return True
        if reason:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, reason)
        return False

    def _why_not(self, sentence: Sentence, trigger: Mention) -> str | None:
        """Return why a trigger does not say what happened, empty where another rule said so; None where it does."""
        reading, scene = self.scene.reading, self.scene
        bare = "inf" in trigger.flags and trigger.lang != "en" and not _attackers_managed(reading, sentence, trigger)
        if "future" in trigger.flags or bare:
            return "not something that happened"
        trap = trap_at(reading, sentence, trigger.start, trigger.stop)
        if trap is None and trigger.value == "flights":  # "из-за тумана задержаны рейсы"
            others = reading.in_range("trap", sentence.start, sentence.stop)
            trap = next((t for t in others if t.value == "other_cause"), None)
        if trap is not None:
            return f"{trap.value}: {reading.words(trap.start, trap.stop)}"
        if trigger.value == "damage" and any(r.span == reading.span(trigger.start, trigger.stop) for r in scene.denied):
            return ""
        if "lack" in trigger.flags:
            return None
        if trigger.value == "damage" and _is_fall_of_pieces(reading, sentence, trigger):
            return "pieces fell, nothing collapsed"
        if reading.tokens.words[max(0, trigger.start - 2) : trigger.start] in _NEARLY:
            return "it nearly happened"
        if is_negated(reading, trigger.start, trigger.stop) or _is_negated_behind(scene, sentence, trigger):
            if trigger.value == "damage" and _denies_of_things(scene, sentence, trigger):
                self.undamaged.append(trigger)
            return "negated"
        if trigger.value != "damage":
            return "negated" if did_not_come(reading, sentence, trigger) else None
        if is_spared(scene, trigger) or not without_nobodys(scene, sentence, [trigger]):
            self.undamaged.append(trigger)
            return "negated"
        counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
        clarified = is_being_clarified(reading, sentence.start, sentence.stop) and not counted
        return "still being clarified" if clarified else None


_FALLS = ("обруш", "обвал", "рухнул", "посыпал", "осыпал", "сыпал", "посипал", "осипал")
_PIECES = (
    "обломк",
    "осколк",
    "фрагмент",
    "остатк",
    "дрон",
    "беспилотник",
    "бпла",
    "ракет",
    "уламк",
    "шахед",
    "безпілотник",
)
_FALL_REACH = 4


def _is_fall_of_pieces(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether what collapsed is debris that came down on something: "обломки обрушились на двор"."""
    words = reading.tokens.words
    if not words[trigger.start].startswith(_FALLS) or words[trigger.stop : trigger.stop + 1] != ["на"]:
        return False
    before = range(max(sentence.start, trigger.start - _FALL_REACH), trigger.start)
    named = [n for n in before if words[n].startswith(_PIECES)]
    return bool(named) and not reading.parted(named[-1], trigger.start, ",;:.()—–")


_MANAGED_REACH = 8


def _attackers_managed(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether those who attack managed to do what an infinitive says: "дронам удалось повредить подстанцию"."""
    first, last = stretch_around(reading, sentence, trigger.start, _MANAGED_REACH)
    enemies = any(a.value == "enemy" for a in reading.starting("agent", first, last))
    return (enemies or bool(reading.starting("object", first, last))) and is_managed(reading, sentence, trigger)


def _is_negated_behind(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a negation follows: "руйнувань немає", but not "є руйнування, постраждалих немає"."""
    reading = scene.reading
    if trigger.value not in ("fire", "damage"):
        return False
    behind = reading.starting("negation", trigger.stop, min(trigger.stop + 2, sentence.stop))
    return any(
        not set(",:").intersection(reading.gap(trigger.stop - 1, m.start)) and not _corrects(reading, m) for m in behind
    )


def _corrects(reading: Reading, negation: Mention) -> bool:
    """Tell whether a negation only puts a number right: "разрушены не два, а пять домов"."""
    n = negation.stop
    return n < len(reading.tokens.words) and (reading.tokens.words[n].isdigit() or reading.at("number", n) is not None)


_NOBODY = frozenset("никто никого людей ніхто нікого nobody".split())
_NOBODY_REACH = 6


def _denies_of_things(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether things were not damaged: "жодна будівля не постраждала", but not "людей не зачепило"."""
    if "weak" in trigger.flags:
        told = touches_thing(scene, trigger)
    else:
        told = bool(trigger.flags & {"verb", "past", "plur", "sing", "neut"})
    near = scene.quantities_in(max(sentence.start, trigger.start - _NOBODY_REACH), trigger.stop + 3)
    people = (q.noun for q in near if q.noun is not None and q.noun.value == "person")
    before = scene.reading.tokens.words[max(sentence.start, trigger.start - _NOBODY_REACH) : trigger.start]
    if _NOBODY.intersection(before):
        return False  # "никого вроде не зацепило"
    return told and all(noun.start == trigger.start for noun in people)
