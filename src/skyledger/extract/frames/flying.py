"""May a quantity be objects in the air here? A number without a noun only in a list, beside a trigger or a place."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated
from skyledger.extract.frames.binding import is_flying, is_weapon_of_defence
from skyledger.extract.frames.elliptic import elliptic_stands
from skyledger.extract.reading import Reading
from skyledger.extract.remainders import is_of_a_share
from skyledger.extract.scene import Scene
from skyledger.extract.words import APPOSED_BETWEEN, OWNER_WORDS, says_not_all
from skyledger.model.frame import Mention, Quantity, Sentence

# A noun that belongs to another noun is not what was shot down: "склад дронов", "оператор БПЛА".
_GROUND_UNITS = frozenset(("person", "building", "vehicle", "location", "child"))
# More than this in one night has never been stated by anyone; such a figure is a slip or a running total of the war.
IMPLAUSIBLE = 5000


_FAMILIES = (
    frozenset(("uav", "decoy_uav", "fpv_drone", "unknown")),
    frozenset(("missile", "cruise_missile", "ballistic_missile", "high_speed_air_target", "unknown")),
    frozenset(("rocket_artillery", "missile", "unknown")),
    frozenset(("guided_bomb", "unknown")),
    frozenset(("aircraft", "unknown")),
    frozenset(("sea_drone",)),
)


def _are_kin(left: Quantity, right: Quantity) -> bool:
    """Tell whether two nouns may name the same thing: a drone and its make, a missile and its make."""
    values = {q.noun.value for q in (left, right) if q.noun is not None}
    return any(values <= family for family in _FAMILIES)


_NOT = frozenset(("not", "every", "ни", "жоден", "жодна", "жодного", "жодної"))
_FINITE = frozenset("was were is are has have had been got".split())  # "none of the 40 was shot down"
_LEFT_OUT = (["all", "but"], ["все", "кроме"], ["всех", "кроме"], ["усі", "крім"], ["всі", "крім"], ["усі", "окрім"])
_OUT_OF = frozenset(("из", "з", "із", "of"))
_LESS = frozenset(("меньше", "больше", "менше", "більше", "менее", "fewer", "less"))


def _is_difference(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a number says how much more or less there was: "на пять меньше", "five fewer"."""
    words = reading.tokens.words
    behind = words[quantity.stop : quantity.stop + 2]
    if not behind or (behind[0] not in _LESS and behind != ["more", "than"]):
        return False
    if reading.gap(quantity.stop - 1, quantity.stop).strip():
        return False
    return behind[0].isascii() or (quantity.start > 0 and words[quantity.start - 1] == "на")


class FlyingTest:
    """Decides for the quantities of one document; remembers names that only say what a counted object was."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.named: list[Quantity] = []

    def counts(
        self,
        chunk: Chunk,
        following: Chunk | None,
        preceding: Chunk | None,
        quantity: Quantity,
        sentence: Sentence,
        carried: Mention | None,
        noun: Mention | None,
    ) -> bool:
        """Tell whether a quantity may be objects in the air here."""
        reading = self.scene.reading
        if not is_flying(quantity) or is_weapon_of_defence(reading, quantity):
            return False
        if quantity.count is not None and quantity.count.low > IMPLAUSIBLE and quantity.span is not None:
            self.scene.note(
                "count.implausible", quantity.span, "more objects than one night has ever seen: not taken as a count"
            )
            return False
        if _is_of_another_whole(self.scene, quantity) or _is_negated(reading, quantity):
            return False
        if quantity.noun is not None and quantity.noun.value == "aircraft" and _went_elsewhere(self.scene, chunk):
            return False
        if _owns_something(reading, quantity):
            return False
        if quantity.noun is None:
            if quantity.count is None or (noun is None and not _noun_in(self.scene, sentence)):
                return False
            if quantity.count.high is not None and quantity.count.high > 3000:
                return False
            return elliptic_stands(self.scene, chunk, following, preceding, quantity, sentence, carried)
        if quantity.count is None or quantity.count.stated is None:
            return not (_belongs_to_unit(chunk, quantity) or self._only_names(quantity, sentence))
        return True

    def _only_names(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a noun without a number names a type or an owner: "ракет типу «Іскандер»", "drone operators"."""
        if self._names_the_same(quantity, sentence):
            return True
        before = self.scene.reading.tokens.words[quantity.start - 1] if quantity.start else ""
        return before in ("типу", "типа", "type") or before in OWNER_WORDS

    def _names_the_same(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a bare name only says what a counted object was: "80 БпЛА типу «Шахед», «Гербера»"."""
        reading = self.scene.reading
        earlier = [
            q for q in self.scene.quantities_in(sentence.start, quantity.start) if is_flying(q) and q.noun is not None
        ]
        if not earlier:
            return False
        last = earlier[-1]
        if last.stop <= quantity.start and not _are_kin(last, quantity):
            return False  # "27 дронов и ракета", "восемь бомб, крылатую ракету"
        if 0 <= quantity.start - last.stop <= 1 and "," not in reading.gap(last.stop - 1, quantity.start):
            self.named.append(quantity)
            return True  # "ракетами «Калибр»"
        if last.stop > quantity.start or (last.count is None and last not in self.named):
            return False
        between = reading.tokens.words[last.stop : quantity.start]
        if "." in reading.gap(last.stop - 1, quantity.start) or len(between) > 3:
            return False
        if all(w in APPOSED_BETWEEN for w in between):
            self.named.append(quantity)
            return True
        return False


def _is_whole_behind(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is the whole behind its part: "четыре дрона из пяти", "four drones of five"."""
    start = quantity.start - 1
    if not quantity.elliptic or start < 1 or scene.reading.tokens.words[start] not in _OUT_OF:
        return False
    before = scene.quantities_in(start - 4, start)
    return any(q.stop == start and q.noun is not None and q.count is not None for q in before)


def _went_elsewhere(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether planes here are flights sent to another airport: "18 самолётов ушли на запасные"."""
    found = scene.reading.starting("trigger", chunk.start, chunk.stop)
    return any(t.value in ("diversion", "flights") for t in found)


def _noun_in(scene: Scene, sentence: Sentence) -> bool:
    return bool(scene.reading.in_range("object", sentence.start, sentence.stop))


def _is_of_another_whole(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is a difference or the whole behind its part: "на пять меньше", "half of the 60 drones"."""
    reading = scene.reading
    return _is_difference(reading, quantity) or is_of_a_share(reading, quantity) or _is_whole_behind(scene, quantity)


def _is_negated(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether none of them is meant: "not one of the eight", "none of the twelve", "14, а не 16", "all but 11"."""
    ahead = reading.tokens.words[max(0, quantity.start - 3) : quantity.start]
    if quantity.of_total is not None and _NOT.intersection(ahead):
        return True
    if says_not_all(reading.tokens.words[max(0, quantity.start - 4) : quantity.start]):
        return True
    told = reading.at("trigger", quantity.stop) is not None  # "none of the eleven shot down over the region"
    told = told and reading.tokens.words[quantity.stop] not in _FINITE
    if ("none" in ahead and not told) or (ahead[-1:] == ["every"] and quantity.elliptic):
        return True
    if quantity.count is not None and is_negated(reading, quantity.start, quantity.stop, 1):
        return True
    return ahead[-2:] in _LEFT_OUT  # of nobody knows how many


def _owns_something(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether what flies only describes what follows: "drone operators"."""
    words = reading.tokens.words
    after = words[quantity.stop] if quantity.stop < len(words) else ""
    return after in OWNER_WORDS


def _belongs_to_unit(chunk: Chunk, quantity: Quantity) -> bool:
    """Tell whether a noun belongs to one on the ground right before it: "склад дронов", "оператор БПЛА"."""
    before = [q.noun for q in chunk.quantities if q.stop == quantity.start and q.noun is not None]
    return any(n.category == "unit" and n.value in _GROUND_UNITS for n in before)
