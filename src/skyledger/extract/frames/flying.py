"""May a quantity be objects in the air here? A number without a noun only in a list, beside a trigger or a place."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated
from skyledger.extract.frames.binding import is_flying, is_weapon_of_defence
from skyledger.extract.frames.elliptic import elliptic_stands
from skyledger.extract.reading import Reading
from skyledger.extract.remainders import is_of_a_share
from skyledger.extract.scene import Scene
from skyledger.extract.words import APPOSED_BETWEEN, OWNER_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

# A noun that belongs to another noun is not what was shot down: "склад дронов", "оператор БПЛА".
_GROUND_UNITS = frozenset(("person", "building", "vehicle", "location", "child"))
# More than this in one night has never been stated by anyone; such a figure is a slip or a running total of the war.
_IMPLAUSIBLE = 5000


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
        if quantity.count is not None and quantity.count.low > _IMPLAUSIBLE and quantity.span is not None:
            self.scene.note(
                "count.implausible", quantity.span, "more objects than one night has ever seen: not taken as a count"
            )
            return False
        if quantity.of_total is not None and _NOT.intersection(
            reading.tokens.words[max(0, quantity.start - 3) : quantity.start]
        ):
            return False  # "not one of the eight drones got through", "not a single one"
        if (
            _is_difference(reading, quantity)
            or is_of_a_share(reading, quantity)
            or _is_whole_behind(self.scene, quantity)
        ):
            return False  # "на пять меньше", "half of the 60 drones"
        ahead = reading.tokens.words[max(0, quantity.start - 3) : quantity.start]
        told = reading.at("trigger", quantity.stop) is not None  # "none of the eleven shot down over the region"
        if ("none" in ahead and not told) or (ahead[-1:] == ["every"] and quantity.elliptic):
            return False  # "none of the twelve drones reached its target: every one of them was downed"
        if quantity.count is not None and is_negated(self.scene.reading, quantity.start, quantity.stop, 1):
            return False  # "14, а не 16"
        if reading.tokens.words[max(0, quantity.start - 2) : quantity.start] in _LEFT_OUT:
            return False  # "all but eleven were shot down", of nobody knows how many
        if quantity.noun is not None and quantity.noun.value == "aircraft" and _went_elsewhere(self.scene, chunk):
            return False
        words = self.scene.reading.tokens.words
        after = words[quantity.stop] if quantity.stop < len(words) else ""
        if after in OWNER_WORDS:
            return False  # "drone operators"
        if words[quantity.stop - 1].startswith(("калибр", "калібр")) and after[:1].isdigit():
            return False  # "калибра 155 мм"
        if quantity.noun is None:
            if quantity.count is None or (noun is None and not _noun_in(self.scene, sentence)):
                return False
            if quantity.count.high is not None and quantity.count.high > 3000:
                return False
            return elliptic_stands(self.scene, chunk, following, preceding, quantity, sentence, carried)
        if quantity.count is None or quantity.count.stated is None:
            before = [q for q in chunk.quantities if q.stop == quantity.start and q.noun is not None]
            if any(q.noun is not None and q.noun.category == "unit" and q.noun.value in _GROUND_UNITS for q in before):
                return False
            if self._names_the_same(quantity, sentence):
                return False
            word = reading.tokens.words[quantity.start - 1] if quantity.start else ""
            if word in ("типу", "типа", "type"):
                return False  # "ракет типу «Іскандер»" names a type, not one missile
            if word in OWNER_WORDS:
                return False
        return True

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
