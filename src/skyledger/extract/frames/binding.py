"""Which trigger governs a quantity, and which place it belongs to, by where they stand in the chunks."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

_VERBAL = frozenset(("verb", "past", "base", "ing", "neut"))


_PRESENT = frozenset("було летіло летіли йшло йшли рухалося прямувало зайшло было летело летели шло шли".split())
_BOTH = frozenset(("и", "та", "і", "й", "and", "or", "или", "або"))
SHARES = frozenset(("и", "та", "і", "and", "й", ","))


def is_flying(quantity: Quantity) -> bool:
    """Tell whether a quantity counts objects in the air, or may (a number without a noun)."""
    return quantity.noun is None or quantity.noun.category == "object"


def is_weapon_of_defence(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether what flies is the defence itself: interceptor drones, "зенитная ракета"."""
    if quantity.noun is None or "agent" not in reading.starts:
        return False
    noun = quantity.noun
    return any(a.stop >= noun.stop for a in reading.starting("agent", noun.start - 3, noun.start + 1))


def _first_of_cluster(triggers: list[Mention], chosen: Mention) -> Mention:
    """Return the governing trigger of neighbours: "перехвачены и уничтожены", "отражена атака", "hits ... struck"."""
    index = triggers.index(chosen)
    while index and triggers[index].start - triggers[index - 1].stop <= 1:
        previous = triggers[index - 1]
        if (
            previous.value == triggers[index].value
            or previous.value in ("downed", "suppressed")
            or triggers[index].value == "attacked"
        ):
            index -= 1
        else:
            break
    return triggers[index]


def _nearest(triggers: list[Mention], quantity: Quantity) -> Mention:
    def distance(trigger: Mention) -> tuple[int, int]:
        gap = quantity.start - trigger.stop if trigger.stop <= quantity.start else trigger.start - quantity.stop
        return (max(gap, 0), trigger.start)

    return _first_of_cluster(triggers, min(triggers, key=distance))


def is_partitive(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a quantity opens a clause as the whole others are part of: "Из 88 дронов ..., сбито 80".

    "29 из 31 дрона" and "a swarm of 20 drones" do not.
    """
    if quantity.count is not None and quantity.count.stated is None and quantity.count.high == 1:
        return False  # "з дрона скинули вибухівку"
    opener = quantity.start - 1
    if opener > 0 and reading.tokens.words[opener] == "the":
        opener -= 1  # "Of the 27 drones aimed at the region, 25 were downed"
    if opener < 0 or reading.tokens.words[opener] not in ("из", "із", "зі", "з", "of"):
        return False
    if opener == reading.sentence_of(opener).start:
        return True
    return reading.parted(opener - 1, opener, ",;:—–")


def _repels(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a verb says of an attack what "shot down" says of its drones."""
    return reading.tokens.words[trigger.start].startswith(("отраз", "отраж", "отбит", "отбил", "відбит", "відбил"))


def _is_counted_apart(chunk: Chunk, nearest: Mention, quantity: Quantity) -> bool:
    """Tell whether a number of its own opens the clause of a suppression: "66 were shot down, nine jammed"."""
    return chunk.start <= quantity.start <= chunk.start + 1 and quantity.stop <= nearest.start and quantity.elliptic


def _joined_fate(chunks: list[Chunk], index: int, nearest: Mention, quantity: Quantity) -> Mention:
    """Return the downed of "уничтожены и подавлены 13 БПЛА", whatever stands first: one number for both is downed."""
    near = chunks[index].triggers + (chunks[index - 1].triggers[-1:] if chunks[index].opener in SHARES else [])
    if nearest.value != "suppressed":
        return nearest
    behind = chunks[index + 1] if index + 1 < len(chunks) else None
    if behind is not None and behind.opener in _BOTH and behind.start == nearest.stop and not behind.quantities:
        joined = [t for t in behind.triggers if t.value == "downed" and t.start == behind.start + 1]
        if joined:
            return joined[0]  # "подавлены и сбиты"
    if _is_counted_apart(chunks[index], nearest, quantity):
        near = [t for t in near if t.start >= quantity.stop]
    return next((t for t in near if t.value == "downed" and -2 <= nearest.start - t.stop <= 1), nearest)


def _fallen(triggers: list[Mention], nearest: Mention, quantity: Quantity) -> Mention | None:
    """Return the debris a participle belongs to: "обломки сбитых ракет упали" tells of debris."""
    if nearest.value != "downed" or "attr" not in nearest.flags or nearest.start < quantity.start - 2:
        return None
    return next((t for t in triggers if t.value == "debris" and t.stop == nearest.start), None)


_BEFORE_NOUN = frozenset(("the", "a", "an", "this", "that", "another", "air", "drone", "massive", "s", "of", "night"))


def _is_listed(chunks: list[Chunk], index: int, quantity: Quantity) -> bool:
    """Tell whether a colon behind an attack opens a list of what it was made of: "налёт на Херсон: 12 дронов"."""
    stated = quantity.noun is not None and quantity.count is not None and quantity.count.stated is not None
    first = chunks[index].opener == ":" and quantity.start == chunks[index].start
    return stated and first and not any(c.triggers for c in chunks[index:])


def is_told(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a trigger is a verb; the packs' English forms carry no mark: "targeted", "shelled"."""
    return bool(trigger.flags & _VERBAL) or (
        trigger.lang == "en" and reading.tokens.words[trigger.stop - 1].endswith("ed")
    )


def _is_noun(reading: Reading, trigger: Mention) -> bool:
    """Tell whether "raid" or "attack" is the noun: "The raid goes on: several drones remain over the north"."""
    before = reading.tokens.words[trigger.start - 1] if trigger.start else ""
    return trigger.lang == "en" and "base" in trigger.flags and before in _BEFORE_NOUN


_BEFORE_DOWNED = frozenset("a an the one another several enemy two three".split())


def _pieces_of(reading: Reading, triggers: list[Mention], nearest: Mention) -> Mention | None:
    """Return the pieces that "of downed drones" says whose they are: they came down, the drones were told of before."""
    words = reading.tokens.words
    of = nearest.start - (2 if nearest.start and words[nearest.start - 1] in _BEFORE_DOWNED else 1)
    if nearest.value != "downed" or of < 1 or words[of] not in ("of", "from"):
        return None
    return next((t for t in triggers if t.value == "debris" and t.stop == of), None)


def _end_of_sent(chunk: Chunk, quantity: Quantity) -> Mention | None:
    """Return what became of things whose sending stands inside their phrase: "сбиты все десять выпущенных ракет"."""
    inside = [t for t in chunk.triggers if quantity.start < t.start < quantity.stop and "attr" in t.flags]
    if any(q.count is not None and q is not quantity for q in chunk.quantities):
        return None  # "из 40 запущенных дронов сбиты 32"
    sent = any(t.value in ("launched", "attacked") for t in inside)
    if quantity.noun is None or quantity.noun.lang == "en" or not sent:
        return None
    ends = [t for t in chunk.triggers if t not in inside and t.value in ("downed", "suppressed", "lost")]
    return next((t for t in ends if not t.flags & {"attr", "weak"}), None)


def _pieces_before(reading: Reading, chunk: Chunk, quantity: Quantity) -> Mention | None:
    """Return the English pieces that are of these things: "fragments of a drone rained onto the rack"."""
    if quantity.noun is None or quantity.noun.lang != "en" or reading.tokens.words[quantity.start - 1] != "of":
        return None
    return next((t for t in chunk.triggers if t.value == "debris" and t.stop == quantity.start - 1), None)


def trigger_for(
    reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity, carried: Mention | None
) -> Mention | None:
    """Return the trigger that governs a quantity: in its chunk, before it, after it, or of the list's lead."""
    chunk = chunks[index]
    inner = next((t for t in chunk.triggers if t.value == "hit" and quantity.start < t.start < quantity.stop), None)
    if inner is not None and quantity.noun is not None and quantity.noun.lang != "en":
        return inner  # "зафіксовано три влучання безпілотників"
    if (ended := _end_of_sent(chunk, quantity)) is not None:
        return ended
    if (whose := _pieces_before(reading, chunk, quantity)) is not None:
        return whose
    if chunk.triggers:
        return _in_own_chunk(reading, chunks, index, quantity)
    if (first := _behind_dash(chunks, index, quantity)) is not None:
        return first
    if (earlier := _told_earlier(reading, chunks, index, quantity)) is not None:
        return earlier
    if carried is not None and all("weak" in t.flags for c in chunks for t in c.triggers):
        return carried  # an item "13 над регионом, из них 12 БПЛА, летевших на Москву" has its lead's verb
    # "29 из 31 дрона, атаковавших область, сбиты": the main verb before a participle
    behind = [t for later in chunks[index + 1 :] for t in later.triggers]
    if behind and is_partitive(reading, quantity) and "attr" in behind[0].flags and "weak" not in behind[0].flags:
        return behind[0]  # "из 88 дронов, запущенных ночью, сбито 80"
    if behind and not _only_present(reading, chunks, index):
        main = [t for t in behind if "attr" not in t.flags]
        return next((t for t in main if "weak" not in t.flags), (main or behind)[0])
    return carried


def _in_own_chunk(reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity) -> Mention:
    """Return the trigger of a number's own chunk that governs it."""
    chunk = chunks[index]
    nearest = _joined_fate(chunks, index, _nearest(chunk.triggers, quantity), quantity)
    if nearest.value == "attacked" and not is_told(reading, nearest):  # "атаку четырёх дронов отразили военные"
        repelled = (t for t in chunk.triggers if t.value == "downed" and _repels(reading, t))
        return next(repelled, nearest)
    if (pieces := _pieces_of(reading, chunk.triggers, nearest)) is not None:
        return pieces
    if (fallen := _fallen(chunk.triggers, nearest, quantity)) is not None:
        return fallen
    if nearest.value == "launched" and not nearest.flags & _VERBAL and nearest.stop <= quantity.start:
        # "a swarm of 20 drones was shot down": the verb tells, not the noun
        # and in "repelled a raid by 20 drones"
        fates = (
            t
            for t in chunk.triggers
            if t.value in ("downed", "suppressed") and (t.start >= quantity.stop or t.stop <= nearest.start)
        )
        return next(fates, nearest)
    return nearest


def _behind_dash(chunks: list[Chunk], index: int, quantity: Quantity) -> Mention | None:
    """Return the fate behind a dash that says it of a number alone: "збито 40, ще 35 — локаційно втрачені"."""
    behind = chunks[index + 1] if index + 1 < len(chunks) else None
    if behind is None or behind.opener not in DASHES or quantity.noun is not None or not behind.triggers:
        return None
    first = behind.triggers[0]
    near = first.start - behind.start <= 1 and first.value in ("lost", "suppressed", "downed", "hit")
    return first if near else None


def _told_earlier(reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity) -> Mention | None:
    """Return the trigger of the chunks before, the last main verb before any participle."""
    participle: Mention | None = None
    for earlier in reversed(chunks[:index]):
        # "Атака триває, у небі ще кілька дронів": a noun reaches no further than its own chunk
        reaching = [
            t
            for t in earlier.triggers
            if t.value != "attacked"
            or (is_told(reading, t) and not _is_noun(reading, t))
            or (earlier is chunks[index - 1] and _is_listed(chunks, index, quantity))
        ]
        # "уничтожены 23 дрона, запущенные ночью: 8 — над ..." : the verb before a participle tells, if there is one
        main = [t for t in reaching if "attr" not in t.flags]
        if main:
            return _first_of_cluster(earlier.triggers, main[-1])
        if reaching and participle is None:
            participle = _first_of_cluster(earlier.triggers, reaching[-1])
    return participle


def _only_present(reading: Reading, chunks: list[Chunk], index: int) -> bool:
    """Tell whether a clause says of its number that it was there: "летіло 52 дрони, 49 збито" downs no 52."""
    chunk = chunks[index]
    later = [c for c in chunks[index + 1 :] if c.triggers]
    if not _PRESENT.intersection(reading.tokens.words[chunk.start : chunk.stop]):
        said = {"них", "them"}.intersection(reading.tokens.words[later[0].start : later[0].stop])
        return not said and _is_part_of_last(chunk, chunks[index - 1] if index else chunk, later[0])
    return bool(later) and any(is_flying(q) and q.count is not None for q in later[0].quantities)


def _is_part_of_last(chunk: Chunk, before: Chunk, later: Chunk) -> bool:
    """Tell whether a smaller number is a part of the one before: "Шосткинський район – 14 дронів, 9 придушено"."""
    own = [q for q in chunk.quantities if q.count is not None and q.noun is not None]
    parts = [q for q in later.quantities if q.count is not None]
    if len(own) != 1 or len(parts) != 1 or later.places or later.opener != ",":
        return False
    if not chunk.places and not (chunk.opener in DASHES and before.places):
        return False
    whole, part = own[0].count, parts[0].count
    if parts[0].noun is not None or whole is None or part is None or part.high is None or whole.low is None:
        return False
    return part.high < whole.low
