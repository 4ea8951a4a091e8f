"""Buildings, vehicles and flats damaged: one frame for each thing counted."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.clause import Clause, find_place
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.sites import sites_of
from skyledger.extract.frames.things import DAMAGED, count_single, is_means_of_harm, name_things, names_part
from skyledger.extract.nouns import is_of
from skyledger.extract.number_ranges import bounds
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Frame, Mention, Quantity
from skyledger.model.kinds import Kind, Qualifier, Unit

_JOINS = frozenset((",", ";", "и", "та", "й", "і", "and", ":", "а", "–", "—", "plus", "также"))
_IN = frozenset(("в", "во", "у"))
# What stands behind these is where it happened, not what was damaged: "windows out between two blocks".
_BESIDE = frozenset("between beside opposite behind между возле около напротив між біля навпроти поблизу".split())

# English verbs that make a chunk a clause of its own: "all 70 schools stay shut".
_VERBS = frozenset("are is was were has have had will stay stays remain remains sit sat stand stood can could".split())


def read_damage(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return one frame for each counted thing, or one for what is named without a number."""
    if (glass := _counted_glass(clause)) is not None:
        own = [q for q in find_targets(clause) if q.start >= clause.trigger.stop]
        return [glass, *_counted_things(clause, own, [q for q in own if q.count is not None])]
    used = {(f.count_span.start, f.count_span.stop) for f in before if f.kind is Kind.DAMAGE and f.count_span}
    targets = [_counted_behind(clause, q) for q in find_targets(clause)]
    in_parts = names_part(clause.words) or any(_is_uncounted_part(q) for q in targets)
    targets = [count_single(clause.scene, q, targets, in_parts=in_parts) for q in targets]
    counted = [
        q for q in targets if q.count is not None and q.span is not None and (q.span.start, q.span.stop) not in used
    ]
    more = _more_of_the_same(clause.scene, clause.trigger, before) if not targets else None
    if more is not None:
        return [more]
    if counted or _are_told(targets, used) or _is_told_before(clause, before):
        return _counted_things(clause, targets, counted)
    if any(f.kind is Kind.DAMAGE for f in before) and not targets:
        return []
    if not targets and not _says_damage_alone(clause):
        clause.scene.reject(clause.trigger.start, clause.trigger.stop, clause.trigger.value, "nothing damaged is named")
        return []
    nouns = [q.noun for q in targets if q.noun is not None]
    frame = _frame(clause, nouns[0] if nouns else None)
    frame.place, frame.detail = find_place(clause), name_things(clause.scene, *nouns[:3])
    return [frame]


_PANES = frozenset(("windows", "panes", "windowpanes"))


def _counted_glass(clause: Clause) -> Frame | None:
    """Return the damage of panes counted right before them: "some 140 windows are out"."""
    trigger, words = clause.trigger, clause.reading.tokens.words
    if words[trigger.start] not in _PANES:
        return None
    for quantity in clause.scene.quantities_in(max(clause.sentence.start, trigger.start - 4), trigger.start):
        if quantity.elliptic and quantity.count is not None and quantity.stop == trigger.start:
            frame = _frame(clause, None)
            frame.count, frame.count_span = replace(quantity.count, unit=Unit.OTHER), quantity.span
            frame.place, frame.detail = find_place(clause), "windows"
            return frame
    return None


def _is_told_before(clause: Clause, before: list[Frame]) -> bool:
    """Tell whether damage of nothing in particular was told just before."""
    near = (f for f in before if f.kind is Kind.DAMAGE and f.token // 40 == clause.trigger.start // 40)
    return any(not f.detail for f in near)


def _counted_things(clause: Clause, targets: list[Quantity], counted: list[Quantity]) -> list[Frame]:
    """Return the frames of counted things, each named, and where it stood."""
    parts = [q.noun for q in targets if q.noun is not None and q.noun.value == "part"]
    place, sites = find_place(clause), sites_of(clause, targets)
    frames = []
    for quantity in counted:
        named = name_things(clause.scene, *(parts if len(counted) == 1 and parts else [quantity.noun]))
        frame = _frame(clause, quantity.noun)
        frame.count, frame.count_span = quantity.count, quantity.span
        frame.place = sites.get(quantity.start, place)
        frame.detail = named or name_things(clause.scene, quantity.noun)
        frames.append(frame)
    return frames


def _frame(clause: Clause, noun: Mention | None) -> Frame:
    reading, trigger = clause.reading, clause.trigger
    return Frame(
        Kind.DAMAGE,
        reading.span(trigger.start, trigger.stop),
        clause.sentence.index,
        f"{trigger.lang}.damage.verb",
        detail_span=None if noun is None else reading.span(noun.start, noun.stop),
        token=trigger.start,
    )


_NUMBER_OF = frozenset("число количество числа количества кількість число".split())
_GROWN_TO = (
    "достиг",
    "состав",
    "вырос",
    "возрос",
    "увелич",
    "превыс",
    "дошл",
    "сягну",
    "зросл",
    "перевищ",
    "становить",
)
_EXCEEDED = ("превыс", "перевищ")


def _counted_behind(clause: Clause, quantity: Quantity) -> Quantity:
    """Give things the figure their number has grown to: "число повреждённых домов в Курске выросло до 18"."""
    noun, reading = quantity.noun, clause.reading
    first = max(clause.sentence.start, clause.trigger.start - 2)
    words = reading.tokens.words
    if noun is None or quantity.count is not None or noun.value == "part" or "plur" not in noun.flags:
        return quantity
    if not _NUMBER_OF.intersection(words[first : clause.trigger.start]):
        return quantity
    for told in clause.scene.quantities_in(quantity.stop, clause.sentence.stop):
        grown = next((w for w in words[max(quantity.stop, told.start - 2) : told.start] if w.startswith(_GROWN_TO)), "")
        if not grown or not told.elliptic or told.count is None:
            continue
        count = replace(told.count, unit=Unit(noun.value))
        if grown.startswith(_EXCEEDED) and count.stated is not None:
            low, high = bounds(count.stated, Qualifier.MORE_THAN)
            count = replace(count, low=low, high=high, qualifier=Qualifier.MORE_THAN)
        return replace(quantity, count=count, span=told.span)
    return quantity


def _are_told(targets: list[Quantity], used: set[tuple[int, int]]) -> bool:
    """Tell whether another verb has counted the things: "разрушены или повреждены восемь домов"."""
    spans = [(q.span.start, q.span.stop) for q in targets if q.count is not None and q.span is not None]
    return bool(used.intersection(spans))


def _is_uncounted_part(quantity: Quantity) -> bool:
    return quantity.noun is not None and quantity.noun.value == "part" and quantity.count is None


def find_targets(clause: Clause) -> list[Quantity]:
    """Return what was damaged: the units of the chunk and of the chunks that continue its list."""
    own = [q for q in clause.chunk.quantities if is_of(q, DAMAGED)]
    own = [q for q in own if not is_means_of_harm(clause.scene, q) and not _lacks_supply(clause, q)]
    words = clause.reading.tokens.words
    own = [q for q in own if not _heads_name(clause, q) and words[q.start - 1] not in _BESIDE]
    targets = own
    for number, chunk in enumerate(clause.chunks[clause.index + 1 :], clause.index + 1):
        if chunk.triggers or chunk.opener not in _JOINS:
            break
        more = [q for q in chunk.quantities if is_of(q, DAMAGED)]
        more = [q for q in more if own or clause.reading.tokens.words[q.start - 1] not in _IN]  # "оба в больнице"
        if (not more and chunk.stop - chunk.start > 3) or _has_verb(clause.scene, chunk) or _is_shut(clause, chunk):
            break
        behind = clause.chunks[number + 1 : number + 2]
        if behind and behind[0].opener == "and" and _has_verb(clause.scene, behind[0]):
            break  # "the main was broken, all 70 schools and 63 kindergartens stay shut"
        targets = targets + more
    first = clause.index
    while own and first and clause.chunks[first].opener in _JOINS - {":"} and not clause.chunks[first - 1].triggers:
        first -= 1  # "A lorry and two tractors were wrecked"
        listed = [q for q in clause.chunks[first].quantities if is_of(q, DAMAGED - {"part"})]
        if not listed or clause.reading.in_range("trigger", clause.chunks[first].start, clause.chunks[first].stop):
            break  # "debris fell on the roof of a depot, four lorries were damaged"
        targets = listed + targets
    if own and clause.index and clause.chunk.opener in _JOINS and not clause.chunks[clause.index - 1].triggers:
        targets = [
            q for q in clause.chunks[clause.index - 1].quantities if q.noun is not None and q.noun.value == "part"
        ] + targets
    if not own:
        for chunk in reversed(clause.chunks[: clause.index]):
            back = [q for q in chunk.quantities if is_of(q, DAMAGED)]
            if chunk.triggers:
                break
            targets = back + targets
    return targets


_SHUT = ("замк", "закрыт", "закрит", "дистанц", "дистант", "shut", "closed")


def _is_shut(clause: Clause, chunk: Chunk) -> bool:
    """Tell whether a chunk only says that something is shut: "..., детский сад сегодня на замке"."""
    return any(w.startswith(_SHUT) for w in clause.reading.tokens.words[chunk.start : chunk.stop])


_SUPPLIES = frozenset(("outage", "water", "gas", "heating"))


_AREAS = frozenset(("settlement", "location"))


def _heads_name(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether "settlement" belongs to a name no gazetteer has: "in Mirny settlement fragments struck a gate"."""
    if quantity.noun is None or quantity.noun.value not in _AREAS or quantity.count is not None:
        return False
    reading, before = clause.reading, quantity.start - 1
    return before > clause.sentence.start and reading.is_capitalised(before) and reading.tokens.words[before].isascii()


def _lacks_supply(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether a thing behind is without power or water: "из-за повреждения ЛЭП без света четыре села"."""
    between = clause.reading.starting("trigger", clause.trigger.stop, quantity.start)
    return any(t.value in _SUPPLIES for t in between)


def _has_verb(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a chunk ends as a clause of its own: "восьми поїздам змінили маршрут"."""
    counted = {t for q in chunk.quantities for t in range(q.start, q.stop)}
    words = scene.reading.tokens.words
    if any(words[t] in _VERBS for t in range(chunk.start, chunk.stop)):
        return True
    own = [t for t in range(chunk.start, chunk.stop) if t not in counted]
    if any(words[t - 1] == "не" and is_past_form(words[t]) for t in own if t > chunk.start):
        return True  # "помята крыша насосной, цех не останавливался"
    return any(words[t].endswith(("или", "али", "лися", "ались", "лся", "лась", "лось", "лася", "лося")) for t in own)


def _more_of_the_same(scene: Scene, trigger: Mention, before: list[Frame]) -> Frame | None:
    """Return "and 13 more": a number behind a verb of damage that counts what was counted before."""
    earlier = [f for f in before if f.kind is Kind.DAMAGE and f.count is not None]
    near = [q for q in _beside(scene, trigger) if q.elliptic and q.count is not None]
    if not earlier or not near or near[0].count is None:
        return None
    if scene.reading.tokens.words[near[0].stop - 1].endswith(COLLECTIVE):
        return None  # "стёклами иссечены четверо"
    last = earlier[-1]
    assert last.count is not None
    span = scene.reading.span(trigger.start, trigger.stop)
    frame = Frame(
        Kind.DAMAGE, span, last.sentence, f"{trigger.lang}.damage.more", place=last.place, token=trigger.start
    )
    frame.count, frame.count_span, frame.detail = (
        replace(near[0].count, unit=last.count.unit),
        near[0].span,
        last.detail,
    )
    return frame


def _beside(scene: Scene, trigger: Mention) -> list[Quantity]:
    """Return the numbers right behind a word in its sentence, or "another 14" before it."""
    behind = scene.quantities_in(trigger.stop, min(trigger.stop + 3, scene.reading.sentence_of(trigger.start).stop))
    before = [q for q in scene.quantities_in(trigger.start - 2, trigger.start) if q.stop == trigger.start]
    words = scene.reading.tokens.words
    return [*behind, *(q for q in before if "another" in (words[q.start], words[q.start - 1]))]


def _says_damage_alone(clause: Clause) -> bool:
    stems = ("поврежд", "пошкодж", "damage", "разруш", "руйнув", "зруйн")
    if clause.trigger.value != "damage":
        return False
    return any(stem in clause.words for stem in stems) or names_part(clause.words)
