"""Fires: where it burns, what burned out, how many fires there were."""

from dataclasses import replace

from skyledger.extract.frames.burnt_craft import burns_itself
from skyledger.extract.frames.clause import Clause, plain_frame
from skyledger.extract.frames.damage import find_targets, read_damage
from skyledger.extract.frames.things import DAMAGED, count_single, name_things
from skyledger.extract.nouns import is_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity
from skyledger.model.kinds import Kind, Unit

_BURNT_DOWN = (
    "обгорел",
    "обгорі",
    "сгор",
    "выгор",
    "сгар",
    "спал",
    "сжег",
    "сожж",
    "сожг",
    "испепел",
    "згор",
    "вигор",
    "спопел",
)
_BURNING = ("спали", "спален", "спопел", "испепел", "сжег", "сожг", "сожж")  # needs to be told of what
_CONSUMED = (
    "burned",
    "burnt",
    "reduced",
    "consumed",
    "gutted",
    "went up in",
    "went up like",
    "incinerat",
    "turned to ash",
    "torched",
)
_BURNT_WORDS = frozenset(("burned", "burnt", "gutted", "destroyed", "torched", "set", "sets", "setting"))
_SETS = frozenset(("set", "sets", "setting"))
_BURNT_OUT = ("згоріл", "вигоріл", "обгоріл", "сгорел", "выгорел", "обгорел", "burned out", "burnt out")

# "cleared to fire", "ready to fire" is said of those who shoot
_LEAVE = frozenset(
    ("cleared", "ordered", "allowed", "permitted", "permission", "ready", "order", "forced", "able", "had")
)
_GUNS = frozenset(
    (
        "defence",
        "defense",
        "took",
        "machinegun",
        "opened",
        "open",
        "opening",
        "under",
        "arms",
        "gun",
        "aircraft",
        "friendly",
        "returned",
        "return",
        "artillery",
        "rocket",
        "mortar",
        "tank",
        "cannon",
        "sniper",
        "rifle",
        "automatic",
        "covering",
        "enemy",
        "hostile",
    )
)

_BRIGADES = frozenset(
    (
        "service",
        "services",
        "brigade",
        "brigades",
        "department",
        "crews",
        "crew",
        "station",
        "alarm",
        "safety",
        "group",
        "groups",
        "teams",
        "support",
    )
)
# Whole works are where it burns, not one thing that burned down.
_WORKS = frozenset(("refinery", "oil depot", "industrial facility", "energy facility", "substation", "port"))


def read_fire(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return the fire of a clause, or the burnt-out vehicles, which are damage."""
    if _is_gunfire(clause) or _burns_people(clause) or burns_itself(clause):
        return []
    if (apart := _burnt_side_by_side(clause)) and not any(f.kind is Kind.FIRE for f in before):
        return apart
    if _burnt_vehicles(clause):
        return read_damage(clause, before)
    if any(f.kind is Kind.FIRE for f in before) or _is_told_elsewhere(clause):
        return []
    return _burnt(clause, _fire(clause))


def _fire(clause: Clause) -> Frame:
    frame = plain_frame(clause, Kind.FIRE, frozenset())
    nouns = [
        q.noun
        for q in clause.chunk.quantities
        if q.noun is not None and q.noun.value in ("building", "vehicle", "apartment", "part")
    ]
    if not nouns and clause.index + 1 < len(clause.chunks) and not clause.chunks[clause.index + 1].triggers:
        nouns = [
            q.noun
            for q in clause.chunks[clause.index + 1].quantities
            if q.noun is not None and q.noun.value in ("building", "vehicle")
        ]
    named = [
        q for q in clause.chunk.quantities if q.noun is not None and name_things(clause.scene, q.noun) not in _WORKS
    ]
    burned = [
        q
        for q in (count_single(clause.scene, q, named) for q in named)
        if q.count is not None and q.noun is not None and q.noun.value in ("building", "vehicle", "apartment")
    ]
    if burned:
        nearest = min(burned, key=lambda q: abs(q.start - clause.trigger.start))
        frame.count, frame.count_span = nearest.count, nearest.span
        burnt_out = clause.words.startswith(_BURNT_OUT)
        if burnt_out and nearest.noun is not None and nearest.noun.value == "vehicle":
            frame.kind = Kind.DAMAGE  # a burnt-out car is lost, not on fire
    elif (fires := _fires(clause.scene, clause.trigger)) is not None:
        frame.count, frame.count_span = fires.count, fires.span
    if nouns and nouns[0] is not None:
        near = min(nouns, key=lambda n: abs((n.start if n else 0) - clause.trigger.start))
        frame.detail = name_things(clause.scene, near)
        frame.detail_span = clause.reading.span(near.start, near.stop) if near else None
    return frame


def _fires(scene: Scene, trigger: Mention) -> Quantity | None:
    """Return how many fires a noun in the plural counts: "кілька пожеж", "три загоряння"."""
    if "verb" in trigger.flags:
        return None
    near = scene.quantities_in(max(0, trigger.start - 3), trigger.start)
    return next((q for q in near if q.elliptic and q.count is not None and q.stop == trigger.start), None)


def _burnt(clause: Clause, fire: Frame) -> list[Frame]:
    """Return burnt-out vehicles as damage: "сгорели два автомобиля" is no fire still to be put out."""
    word = clause.reading.tokens.words[clause.trigger.start]
    if word.startswith(_BURNING) and fire.detail_span is None and fire.count is None:
        return []  # "сожгли дрон в небе"
    burnt = word.startswith(_BURNT_DOWN)
    if burnt and fire.count is not None and fire.count.unit == Unit.VEHICLE:
        return [replace(fire, kind=Kind.DAMAGE, rule=f"{clause.trigger.lang}.damage.burnt")]
    return [fire]


def _burnt_side_by_side(clause: Clause) -> list[Frame]:
    """Return "two sheds and a tractor burnt down" as a fire in two sheds and the loss of a tractor."""
    if not clause.words.startswith((*_BURNT_DOWN, *_CONSUMED)):
        return []
    own = clause.chunk.quantities
    after = clause.trigger.stop
    behind = any(q.noun is not None and q.noun.start >= after and q.noun.value in DAMAGED for q in own)
    listed = [q for q in find_targets(clause) if q.noun is not None and (q.noun.start >= after) is behind]
    listed = [q for q in (count_single(clause.scene, q, listed) for q in listed) if q.count is not None]
    values = {q.noun.value for q in listed if q.noun is not None}
    if not {"building", "vehicle"} <= values:
        return []
    frames = []
    for quantity in listed:
        vehicle = quantity.noun is not None and quantity.noun.value == "vehicle"
        frame = plain_frame(clause, Kind.DAMAGE if vehicle else Kind.FIRE, frozenset())
        frame.count, frame.count_span = quantity.count, quantity.span
        frame.detail = name_things(clause.scene, quantity.noun)
        frames.append(frame)
    return frames


def _burnt_vehicles(clause: Clause) -> bool:
    """Tell whether vehicles burnt out, which is damage; burnt buildings are a fire."""
    word = clause.reading.tokens.words[clause.trigger.start]
    words = clause.reading.tokens.words[max(clause.chunk.start, clause.trigger.start - 6) : clause.trigger.start]
    if clause.trigger.lang != "en" or (word not in _BURNT_WORDS and _SETS.isdisjoint(words)):
        return False
    behind = clause.scene.quantities_in(clause.trigger.stop, clause.trigger.stop + 1)
    if any(q.noun is not None and q.noun.value == "vehicle" for q in behind):
        return True  # "windows in eleven houses and a burnt-out minibus"
    near = [q for q in clause.chunk.quantities if is_of(q, DAMAGED)]
    return bool(near) and all(q.noun is not None and q.noun.value == "vehicle" for q in near)


def _is_gunfire(clause: Clause) -> bool:
    """Tell whether "fire" is that of guns, or of those who put fires out: "opened fire", "fire service"."""
    words = clause.reading.tokens.words
    before = words[clause.trigger.start - 1] if clause.trigger.start else ""
    behind = words[clause.trigger.stop] if clause.trigger.stop < len(words) else ""
    counted = clause.trigger.start > 1 and words[clause.trigger.start - 2].isdigit()
    if before == "by" and (
        counted or clause.reading.ending("number", clause.trigger.start - 1, clause.trigger.start - 1)
    ):
        return True  # "71 by fire and 26 by electronic warfare"
    leave = before == "to" and clause.trigger.start > 1 and words[clause.trigger.start - 2] in _LEAVE
    if before == "by" and _downs_only(clause):
        return words[clause.trigger.stop - 1] == "fire"
    if behind in ("of", "from") and _is_of_guns(clause):
        return words[clause.trigger.stop - 1] == "fire"
    return words[clause.trigger.stop - 1] == "fire" and (before in _GUNS or behind in _BRIGADES or leave)


def _downs_only(clause: Clause) -> bool:
    """Tell whether "by fire" says how drones were brought down: nothing that burns stands in the clause."""
    nouns = [q.noun for q in clause.chunk.quantities]
    counted = any(n is None or n.category == "object" for n in nouns)
    return counted and not any(n is not None and n.category == "unit" for n in nouns)


def _is_of_guns(clause: Clause) -> bool:
    """Tell whether those who shoot stand behind "fire of": "fell to the fire of our gunners"."""
    stop = clause.trigger.stop
    return any(a.value == "defence" for a in clause.reading.starting("agent", stop, stop + 3))


def _burns_people(clause: Clause) -> bool:
    """Tell whether people were burnt and nothing else: "a baker and his wife were burnt"."""
    if clause.reading.tokens.words[clause.trigger.start] not in ("burned", "burnt"):
        return False
    units = [q.noun.value for q in clause.chunk.quantities if q.noun is not None]
    return bool(units) and all(u in ("person", "child") for u in units)


def _is_told_elsewhere(clause: Clause) -> bool:
    """Tell whether "из горящей пятиэтажки" only names what another sentence tells to have caught fire."""
    if "attr" not in clause.trigger.flags or "verb" in clause.trigger.flags:
        return False
    fires = clause.reading.by_category.get("trigger", ())
    return any(t.value == "fire" and "attr" not in t.flags for t in fires)
