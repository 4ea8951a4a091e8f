"""How many came, where only a part of them is told of: "сбиты 8 из 11 дронов", "of 36 drones, 30 fell"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_partitive
from skyledger.extract.frames.fates import TRIGGERS
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.wholes import whole_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

RULE = ".attack.whole"
_ENDED = frozenset((Fate.DOWNED, Fate.SUPPRESSED, Fate.LOST, Fate.HIT, Fate.DEBRIS))
_OPENED = frozenset(("launched", "attacked", "sighting"))
_AIR_FORCES = ("повітряні сили", "повітряних сил", "повітряним силам", "воздушные силы", "воздушных сил", "air force")
_SET_OUT = frozenset("flew came headed entered crossed went penetrated".split())
_COUNTRY = ("ukrain", "украин", "україн")
_SEEN = (
    ["were", "over"],
    ["were", "above"],
    ["were", "in"],
    ["were", "seen"],
    ["were", "spotted"],
    ["were", "detected"],
)
_WENT = (
    *("йшло", "йшли", "ішло", "ішли", "летіло", "летіли", "прямувало", "прямували", "рухалося", "рухалися", "рухались"),
    *("сунуло", "сунули", "неслося", "неслися", "шло", "шли", "летело", "летели", "двигались", "двигалось", "неслись"),
)
_FALLEN = frozenset(("downed", "suppressed", "lost", "debris", "hit"))


def add_wholes(scene: Scene, sentence: Sentence, chunks: list[Chunk], frames: list[Frame]) -> list[Frame]:
    """Return the attacks that the wholes of a sentence are whose parts have a fate and which no frame tells of.

    Args:
        scene: The document.
        sentence: Which sentence.
        chunks: What it is cut into.
        frames: What its numbers made.
    """
    ended = [f for f in frames if f.fate in _ENDED and f.count is not None]
    if not ended:
        return []
    found: list[Frame] = []
    for index, chunk in enumerate(chunks):
        for quantity in chunk.quantities:
            whole = _whole(scene, sentence, quantity, ended)
            if whole is None or any(_tells(f, whole) for f in frames):
                continue
            found.append(_frame(scene, sentence, chunks, index, whole))
    return found


def _whole(scene: Scene, sentence: Sentence, quantity: Quantity, ended: list[Frame]) -> Quantity | None:
    """Return the M of "N of M" where N came to an end, or the M of "of M drones, N were downed"."""
    if quantity.noun is None or quantity.noun.category != "object" or quantity.noun.value == "aircraft":
        return None
    if quantity.of_total is not None:
        own = any(f.token == quantity.start and f.fate is not Fate.DEBRIS for f in ended) and not _is_only_seen(
            scene, quantity
        )
        told = scene.reading.starting("trigger", quantity.start, quantity.stop)
        if not own or any(t.value in _FALLEN for t in told) or _adds_up(quantity.of_total, ended):
            return None
        return whole_of(quantity)
    if quantity.count is None or quantity.count.stated is None or not is_partitive(scene.reading, quantity):
        return None
    behind = scene.reading.starting("trigger", quantity.start, quantity.stop + 2)
    if any(t.value in TRIGGERS and t.start <= quantity.stop and "attr" in t.flags for t in behind):
        return None  # "из 12 сбитых дронов один упал"
    if _is_only_seen(scene, quantity):
        return None
    parts = [f for f in ended if f.token >= quantity.stop and f.count is not None and f.sentence == sentence.index]
    figures = [f.count.low for f in parts if f.count is not None]
    return quantity if figures and max(figures) < quantity.count.low and not _adds_up(quantity, parts) else None


def were_on_their_way(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a verb of going in the past stands beside a number: "на Охтирку йшло шість дронів, два збито"."""
    words = scene.reading.tokens.words
    beside = (*words[max(0, quantity.start - 1) : quantity.start], *words[quantity.stop : quantity.stop + 1])
    return any(w.startswith(_WENT) and w.endswith(("о", "и", "ов", "ів", "ись", "ися")) for w in beside)


def _adds_up(whole: Quantity, parts: list[Frame]) -> bool:
    """Tell whether the parts are the whole, which met their fate too: "seven of the 12 here, the other five there"."""
    fates = {f.fate for f in parts}
    total = sum(f.count.low for f in parts if f.count is not None)
    return len(fates) == 1 and whole.count is not None and total == whole.count.low


def _is_only_seen(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the things are said to have been in the air: "of the 58 drones that were over the region"."""
    words = scene.reading.tokens.words[quantity.stop : quantity.stop + 4]
    return any(words[n : n + 2] in _SEEN for n in range(len(words)))


def _tells(frame: Frame, whole: Quantity) -> bool:
    """Tell whether a frame gives the number of the whole already."""
    same = frame.count is not None and whole.count is not None and frame.count.low == whole.count.low
    return same and (frame.token == whole.start or frame.kind is not Kind.INTERCEPTION)


def _frame(scene: Scene, sentence: Sentence, chunks: list[Chunk], index: int, whole: Quantity) -> Frame:
    assert whole.noun is not None
    reading = scene.reading
    place = place_for(reading, chunks, index, whole)
    national = place is not None and reading.text[place.span.start : place.span.stop].lower().startswith(_COUNTRY)
    return Frame(
        Kind.ATTACK,
        reading.span(whole.start, whole.stop),
        sentence.index,
        whole.noun.lang + RULE,
        Fate.LAUNCHED if national or _flew_in(scene, whole) or speaks_for_the_country(scene) else None,
        ObjectType(whole.noun.value),
        reading.span(whole.noun.start, whole.noun.stop),
        whole.count,
        whole.span,
        place,
        token=whole.start,
    )


def _flew_in(scene: Scene, whole: Quantity) -> bool:
    """Tell whether a relative clause says that they set out: "of the 15 drones that flew into the region"."""
    assert whole.noun is not None
    behind = scene.reading.tokens.words[whole.noun.stop : whole.noun.stop + 3]
    return behind[:1] in (["that"], ["which"]) and bool(_SET_OUT.intersection(behind))


def speaks_for_the_country(scene: Scene) -> bool:
    """Tell whether an air force counts: what came was launched at the country."""
    outlet = scene.reading.document.outlet.name or ""
    folded = scene.reading.tokens.folded
    return any(name in folded or name in outlet.lower() for name in _AIR_FORCES)


def drop_told_wholes(frames: list[Frame]) -> list[Frame]:
    """Drop a whole that another sentence tells of with its own words: "з 80 дронів збито 64 ... запустив 80 дронів"."""
    wholes = [f for f in frames if f.rule.endswith(RULE) and f.count is not None]
    told = {id(w) for w in wholes for f in frames if f is not w and _is_same(w, f)}
    return [f for f in frames if id(f) not in told]


def _is_same(whole: Frame, other: Frame) -> bool:
    if other.kind not in (Kind.ATTACK, Kind.SIGHTING) or other.count is None or whole.count is None:
        return False
    repeated = other.rule.endswith(RULE) and other.sentence >= whole.sentence
    kin = other.object is whole.object or ObjectType.UNKNOWN in (other.object, whole.object)
    return kin and not repeated and other.count.interval == whole.count.interval
