"""May a quantity be objects in the air here? A number without a noun only in a list, beside a trigger or a place."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated
from skyledger.extract.frames.binding import is_flying, is_weapon_of_defence
from skyledger.extract.frames.listing import DASHES, is_lone_number, owns_place_before
from skyledger.extract.frames.running import states_figure
from skyledger.extract.reading import Reading
from skyledger.extract.remainders import is_of_a_share
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.words import AFTER_ELLIPTIC, APPOSED_BETWEEN, EVENTS, OWNER_WORDS, STAND_INS
from skyledger.model.frame import Mention, Quantity, Sentence

# Collective numerals count people: "жертвами удара дрона стали двое".
_PEOPLE_ONLY = ("двое", "трое", "веро", "теро", "меро")
# A noun that belongs to another noun is not what was shot down: "склад дронов", "оператор БПЛА".
_GROUND_UNITS = frozenset(("person", "building", "vehicle", "location", "child"))
# More than this in one night has never been stated by anyone; such a figure is a slip or a running total of the war.
_IMPLAUSIBLE = 5000


_GROUND_EFFECTS = frozenset(("flights", "damage", "fire", "outage", "restored", "evacuation", "water", "diversion"))
_FATES = frozenset(("hit", "downed", "suppressed", "lost", "debris"))
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


def _counts_unknown(reading: Reading, token: int) -> bool:
    """Tell whether a name in quotes no pack knows follows a number: "12 БПЛА и 3 «Пеклухи»" is twelve drones."""
    if token >= len(reading.tokens.words) or reading.gap(token - 1, token).strip(" \u00a0") not in tuple('«"“„'):
        return False
    return not reading.is_known(token)


_NOT = frozenset(("not", "every", "ни", "жоден", "жодна", "жодного", "жодної"))
_LEFT_OUT = (["all", "but"], ["все", "кроме"], ["всех", "кроме"], ["усі", "крім"], ["всі", "крім"], ["усі", "окрім"])
_OUT_OF = frozenset(("из", "з", "із", "of"))
_REST = ("остав", "осталь", "решт", "залиш")  # "два оставшихся врезались в склад"
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


def _names_only(chunk: Chunk) -> bool:
    """Tell whether a chunk is no more than what flies: "«Гербери»" in "«Гербери» – 12"."""
    bare = [q for q in chunk.quantities if is_flying(q)]
    return len(bare) == 1 and bare[0].count is None and chunk.stop - chunk.start <= _NAME_LENGTH and not chunk.places


_QUARTERS = frozenset(
    (
        "південь північ схід захід південніше північніше східніше західніше юг север восток запад южнее севернее "
        "восточнее западнее"
    ).split()
)
_OFF = frozenset("від от of".split())
_QUARTERS_EN = frozenset("south north east west southeast southwest northeast northwest".split())


def _is_somewhere(words: list[str], stop: int) -> bool:
    """Tell whether a bare number is followed by where it is just now: "two south of", "два на південь від"."""
    behind = words[stop : stop + 3]
    if behind[:1] == ["на"]:
        return bool(_QUARTERS.intersection(behind)) and bool(_OFF.intersection(behind))
    return bool(_QUARTERS_EN.intersection(behind[:1])) and behind[1:2] == ["of"]


_ENDED = frozenset(("downed", "suppressed"))
_THE_REST = ("решт", "остальн", "інші", "інших", "другие", "остат")
_REST_REACH = 3  # words of "а их было" between the rest and its number


def _is_of_the_rest(reading: Reading, sentence: Sentence, chunk: Chunk, following: Chunk | None) -> bool:
    """Tell whether a number only says how many the rest are: "Решту, а це дев'ять, збито над морем"."""
    told = following is not None and following.opener == "," and any(t.value in _FATES for t in following.triggers)
    if not told or chunk.opener != ",":
        return False
    before = reading.tokens.words[max(sentence.start, chunk.start - 2) : chunk.start]
    return any(w.startswith(_THE_REST) for w in before) and chunk.stop - chunk.start <= _REST_REACH + 1


_ALREADY = frozenset(("уже", "вже", "already"))
_NAME_LENGTH = 4  # words


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
        if _is_difference(reading, quantity) or is_of_a_share(reading, quantity) or self._is_whole_behind(quantity):
            return False  # "на пять меньше", "half of the 60 drones"
        ahead = reading.tokens.words[max(0, quantity.start - 3) : quantity.start]
        told = reading.at("trigger", quantity.stop) is not None  # "none of the eleven shot down over the region"
        if ("none" in ahead and not told) or (ahead[-1:] == ["every"] and quantity.elliptic):
            return False  # "none of the twelve drones reached its target: every one of them was downed"
        if quantity.count is not None and is_negated(self.scene.reading, quantity.start, quantity.stop, 1):
            return False  # "14, а не 16"
        if reading.tokens.words[max(0, quantity.start - 2) : quantity.start] in _LEFT_OUT:
            return False  # "all but eleven were shot down", of nobody knows how many
        if quantity.noun is not None and quantity.noun.value == "aircraft" and self._went_elsewhere(chunk):
            return False
        words = self.scene.reading.tokens.words
        after = words[quantity.stop] if quantity.stop < len(words) else ""
        if after in OWNER_WORDS:
            return False  # "drone operators"
        if words[quantity.stop - 1].startswith(("калибр", "калібр")) and after[:1].isdigit():
            return False  # "калибра 155 мм"
        if quantity.noun is None:
            if quantity.count is None or (noun is None and not self._noun_in(sentence)):
                return False
            if quantity.count.high is not None and quantity.count.high > 3000:
                return False
            return self._elliptic_stands(chunk, following, preceding, quantity, sentence, carried)
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

    def _speaks_of_others(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether an English sentence named people or things and nothing that flies before a bare number."""
        reading = self.scene.reading
        if reading.starting("object", sentence.start, sentence.stop):
            return False
        named = reading.starting("unit", sentence.start, quantity.start)
        return bool(named) and named[-1].lang == "en" and named[-1].value in ("person", "child", "part", "vehicle")

    def _is_whole_behind(self, quantity: Quantity) -> bool:
        """Tell whether a number is the whole behind its part: "четыре дрона из пяти", "four drones of five"."""
        start = quantity.start - 1
        if not quantity.elliptic or start < 1 or self.scene.reading.tokens.words[start] not in _OUT_OF:
            return False
        before = self.scene.quantities_in(start - 4, start)
        return any(q.stop == start and q.noun is not None and q.count is not None for q in before)

    def _is_part_of_others(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether "39 of them" are of what was counted last on the ground: boiler houses, wagons, people."""
        if not quantity.subset:
            return False
        before = self.scene.quantities_in(sentence.start, quantity.start)
        counted = [q for q in before if q.count is not None and q.noun is not None]
        last = counted[-1].noun if counted else None
        return last is not None and last.category == "unit" and last.value not in ("region", "location")

    def _went_elsewhere(self, chunk: Chunk) -> bool:
        """Tell whether planes here are flights sent to another airport: "18 самолётов ушли на запасные"."""
        found = self.scene.reading.starting("trigger", chunk.start, chunk.stop)
        return any(t.value in ("diversion", "flights") for t in found)

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

    def _noun_in(self, sentence: Sentence) -> bool:
        return bool(self.scene.reading.in_range("object", sentence.start, sentence.stop))

    def _elliptic_stands(
        self,
        chunk: Chunk,
        following: Chunk | None,
        preceding: Chunk | None,
        quantity: Quantity,
        sentence: Sentence,
        carried: Mention | None,
    ) -> bool:
        """Tell whether a number without a noun is one of the objects: in a list, beside a trigger or a place."""
        reading = self.scene.reading
        words = reading.tokens.words
        after = words[quantity.stop] if quantity.stop < len(words) else ""
        if not chunk.triggers and _is_somewhere(words, quantity.stop):
            return False  # "один збито, ще два на південь від Чорноморська" are in the air
        if any(t.value == "fire" for t in reading.starting("trigger", quantity.stop, quantity.stop + 1)):
            return False  # "three fires"
        if after.startswith(EVENTS):
            return False  # "отбит ещё один налёт"
        if reading.at("not_unit", quantity.stop) is not None or _counts_unknown(reading, quantity.stop):
            return False
        if after in ("з", "із", "из", "of") and reading.starting("unit", quantity.stop + 1, quantity.stop + 3):
            return False  # "в одному з сіл FPV влучив у трактор"
        if after.startswith("залп"):
            return False  # "стільки ракет для одного залпу"
        if words[quantity.stop - 1].endswith(_PEOPLE_ONLY) or self._is_part_of_others(quantity, sentence):
            return False
        if self._speaks_of_others(quantity, sentence):
            return False
        if quantity.start and words[quantity.start - 1] in ("until", "till"):
            return False  # "closed until eight"
        if states_figure(self.scene, quantity) and chunk.stop - chunk.start <= 4:
            return True
        harmed = [
            t
            for t in reading.in_range(
                "trigger", max(sentence.start, quantity.start - 2), min(sentence.stop, quantity.stop + 3)
            )
            if t.value in ("killed", "injured")
        ]
        if harmed:  # "more than 50 injured" are people
            return False
        behind = {t.value for t in reading.starting("trigger", quantity.stop, quantity.stop + 1)}
        if (
            behind & _GROUND_EFFECTS and not behind & _FATES and not after.startswith(_REST)
        ):  # "six hit three locations" may be drones
            return False  # "ще 12 скасовано через атаку дронів" are flights
        if (
            after
            and after not in AFTER_ELLIPTIC
            and not after.startswith(STAND_INS)
            and not (
                not after.isascii()
                and is_past_form(after)
                and reading.starting("unit", quantity.stop, quantity.stop + 1) == []
            )
            and not any(
                m.start == quantity.stop
                for c in ("trigger", "agent", "place", "place_adj", "subset", "speech", "total", "quantifier", "hedge")
                for m in reading.starting(c, quantity.stop, quantity.stop + 1)
            )
            and reading.gap(quantity.stop - 1, quantity.stop).strip(" \u00a0") == ""
            and quantity.stop < sentence.stop
        ):
            return False
        behind_dash = following is not None and following.opener in DASHES
        fated = following is not None and any(t.start - following.start <= 1 for t in following.triggers)
        dashed = behind_dash and following is not None and (bool(following.places) or fated)
        # "над Смоленской — 9", "Уничтожено БПЛА — 63": the number stands alone behind a dash
        opened = chunk.opener in DASHES or (chunk.opener == ":" and quantity.total)  # "Сбито всего: 17"
        alone = opened and preceding is not None and chunk.stop - chunk.start <= 3
        pointed = alone and bool(preceding.places or preceding.triggers) if preceding is not None else False
        pointed = pointed or (
            preceding is not None
            and owns_place_before([preceding, chunk, *([following] if following is not None else [])], 1)
        )
        pointed = pointed or (preceding is not None and is_lone_number(chunk) and _names_only(preceding))
        pointed = pointed or (alone and reading.tokens.words[quantity.start - 1] in _ALREADY and chunk.triggers == [])
        pointed = pointed or _is_of_the_rest(reading, sentence, chunk, following)
        ended = reading.in_range("trigger", sentence.start, quantity.start) if after == "by" else []
        by_means = any(t.value in _ENDED for t in ended)  # "twelve by missiles and eight by guns"
        over_regions = any(q.noun is not None and q.noun.value == "region" for q in chunk.quantities)
        return (
            bool(chunk.places or chunk.triggers or quantity.subset or dashed or pointed or over_regions or by_means)
            or carried is not None
        )
