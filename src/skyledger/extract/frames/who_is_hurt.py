"""Whom a word of harm speaks of: the people nearest to it, those an aside parts from it, the whole before its part."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated
from skyledger.extract.frames.by_place import tells_what_was
from skyledger.extract.frames.insertions import is_inserted
from skyledger.extract.frames.joined_people import AND
from skyledger.extract.frames.people import counts_things
from skyledger.extract.frames.tolls import is_relative
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity

ONE_BODY = frozenset(("body", "тело", "тіло", "death"))
_AND_COMMA = AND | {","}
_BEFORE_AGE = _AND_COMMA | {"—", "–", "-", "("}
# Endings of Russian active participles, which say more of who stands before them.
_PARTICIPLES = tuple(
    stem + ending
    for stem in ("вш", "ющ", "ущ", "ящ", "ащ")
    for ending in ("ий", "ая", "ие", "его", "ую", "ей", "их", "ийся", "аяся", "иеся", "егося", "ихся")
)
_DIES_REACH = 2  # words between "and" and the verb: "и позже скончался"
_WHERE = frozenset("куди де звідки куда где откуда where".split())


def people_of(scene: Scene, chunks: list[Chunk], index: int, trigger: Mention) -> Quantity | None:
    """Return the quantity of people a trigger governs: nearest in its chunk, else in the next or previous."""
    chunk = chunks[index]
    others = [t for t in chunk.triggers if t is not trigger and not _says_the_same(t, trigger)]

    def distance(q: Quantity) -> int:
        return trigger.start - q.stop if q.stop <= trigger.start else q.start - trigger.stop

    own = [q for q in chunk.quantities if not any(_between(t, q, trigger) for t in others)]
    if not own and trigger.value == "killed" and all(t.value == "injured" for t in others):
        own = chunk.quantities  # "a woman wounded on Monday has died"
    own = [q for q in own if not counts_things(scene, q, trigger)]
    own = [q for q in own if not is_negated(scene.reading, q.start, q.stop, 1)]
    # a noun that is itself the trigger ("раненых") is not what is counted
    own = [q for q in own if q.noun is None or q.noun.start != trigger.start or q.count is not None]
    if names_body(scene, trigger) and any(q.start >= trigger.stop for q in own):
        own = [q for q in own if q.start >= trigger.stop]  # not those who found it
    if own:
        nearest = min(own, key=lambda q: (q.count is None, distance(q)))
        return _whole_before(own, nearest, trigger)
    if (same := _wounded_who_died(scene, chunks, index, trigger)) is not None:
        return same
    back = 1  # "a farmer, 38, was killed", "two men, 59 and 63, died"
    while back < index and _is_passed_over(scene, chunks, index - back):
        back += 1
    ahead = 1
    if index + 2 < len(chunks):
        passed = tells_what_was(scene.reading, chunks[index + 1])
        ahead = 2 if passed or is_inserted(scene.reading, chunks, index + 1) else 1
    for step in (ahead, -back):
        other = index + step
        if 0 <= other < len(chunks) and not chunks[other].triggers and chunks[other].quantities:
            if step == -1 and chunks[index].opener in (":", "("):
                continue
            further = chunks[other - 1].quantities if step < 0 and other else []
            part = bool(further) and (
                any(_is_part(scene, q) for q in chunks[other].quantities) or _is_share(chunks, other, further[-1])
            )
            if part and not chunks[other - 1].triggers:
                return further[-1]  # "four people, including a child, were hurt"
            if step < 0 and (whole := _named_one_by_one(chunks, other)) is not None:
                return whole
            return chunks[other].quantities[0 if step > 0 else -1]
    return None


def _says_the_same(other: Mention, trigger: Mention) -> bool:
    """Tell whether two words of one meaning share a verb: the "has died" and the "died in hospital" of one man."""
    return other.value == trigger.value and other.start < trigger.stop and trigger.start < other.stop


_ROW = 4  # chunks of "трьох людей, чоловіка й двох жінок"


def _named_one_by_one(chunks: list[Chunk], last: int) -> Quantity | None:
    """Return those who are then named one by one: "трьох людей, чоловіка й двох жінок, госпіталізовано"."""
    named = 0
    for at in range(last, max(-1, last - _ROW), -1):
        if chunks[at].triggers:
            return None
        for quantity in reversed(chunks[at].quantities):
            count = quantity.count
            if named > 1 and count is not None and count.low == count.high == named:
                return quantity
            named += 1 if count is None else count.low
    return None


def _wounded_who_died(scene: Scene, chunks: list[Chunk], index: int, trigger: Mention) -> Quantity | None:
    """Return who was hurt first where the same one died: "a man was wounded and died in hospital"."""
    chunk, before = chunks[index], chunks[index - 1]
    joined = index > 0 and (chunk.opener in AND or scene.reading.tokens.words[chunk.start] in AND)
    if not joined or trigger.value != "killed" or chunk.quantities or trigger.start - chunk.start > _DIES_REACH:
        return None
    if not before.triggers or any(t.value != "injured" for t in before.triggers):
        return None
    told = [q for q in before.quantities if q.stop <= before.triggers[0].start]
    return told[-1] if len(told) == 1 else None


def _whole_before(own: list[Quantity], nearest: Quantity, trigger: Mention) -> Quantity:
    """Return those of whom the nearest are a part: "six people including two children perished"."""
    before = [q for q in own if q.stop <= nearest.start and q.count is not None and not q.subset]
    part = nearest.subset and nearest.noun is not None and nearest.noun.lang == "en" and nearest.stop <= trigger.start
    return before[-1] if part and before else nearest


def _is_part(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether people are some of those counted before: "including a child", "one of them a child"."""
    return quantity.subset or bool(scene.reading.starting("subset", quantity.start, quantity.stop))


_SETS_APART = frozenset((",", "(", "—", "–", "-"))


def _is_share(chunks: list[Chunk], at: int, whole: Quantity) -> bool:
    """Tell whether a chunk set apart counts some of those before it: "nine people, three in grave condition, were"."""
    chunk = chunks[at]
    first = chunk.quantities[0]
    if chunk.opener not in _SETS_APART or first.start != chunk.start or chunk.triggers or first.count is None:
        return False
    bare = first.elliptic or (first.noun is not None and first.noun.value == "child")
    person = whole.noun is not None and whole.noun.value == "person"
    return bare and person and whole.count is not None and first.count.low < whole.count.low


def _is_passed_over(scene: Scene, chunks: list[Chunk], at: int) -> bool:
    """Tell whether the search for who is meant goes on before a chunk: it names nobody and is no clause apart."""
    chunk = chunks[at]
    if chunk.quantities:
        return chunk.opener in _BEFORE_AGE and _tells_ages(scene, chunk)
    shared = chunks[at + 1].opener in AND and chunk.opener in _AND_COMMA and not chunk.triggers
    return _is_aside(scene, chunk) or is_inserted(scene.reading, chunks, at) or shared


def _is_aside(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a chunk only says more of who or what stands before it: an age, "куди влетів дрон"."""
    relative = chunk.opener == "," and scene.reading.tokens.words[chunk.start] in _WHERE
    if chunk.opener == "," and scene.reading.tokens.words[chunk.start].endswith(_PARTICIPLES):
        return True  # "слесарь, дежуривший на станции, не дожил"
    return _is_ages(scene, chunk) or relative or (chunk.opener == "," and is_relative(scene.reading, chunk))


def _is_ages(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a chunk holds an age or a year of birth and nothing else."""
    words = scene.reading.tokens.words[chunk.start : chunk.stop]
    return len(words) == 1 or _tells_ages(scene, chunk)


def _tells_ages(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a chunk is digits and the words of an age or a birth: "и 1988 годов рождения"."""
    words = scene.reading.tokens.words[chunk.start : chunk.stop]
    return all(w.isdigit() or w in AND or w in _BORN for w in words)


_BORN = frozenset("года годов лет рождения г р роки років року народження р born in years old aged".split())


def _between(other: Mention, quantity: Quantity, trigger: Mention) -> bool:
    if quantity.stop <= trigger.start:
        return quantity.stop <= other.start < trigger.start
    return trigger.stop <= other.start < quantity.start


def names_body(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a word of harm speaks of a body found."""
    return not ONE_BODY.isdisjoint(scene.reading.tokens.words[trigger.start : trigger.stop])
