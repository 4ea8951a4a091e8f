"""Which place a number belongs to, by where both stand in the chunks."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import SHARES, is_flying, is_weapon_of_defence
from skyledger.extract.frames.listing import DASHES, owns_place_before
from skyledger.extract.place_passed_by import is_located
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, PlacePhrase, Quantity, Sentence


def _placed_behind(chunks: list[Chunk], index: int) -> bool:
    """Tell whether a dash and a place follow a number that stands alone: "— 28 — над Брянщиной"."""
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    return following is not None and following.opener in DASHES and bool(following.places)


def _not_appended(chunk: Chunk, quantity: Quantity) -> list[Quantity]:
    """Return the quantities of a chunk without the names behind one: "one Neptune cruise missile", "УМПБ Д-30"."""
    left, last = [], quantity
    for other in chunk.quantities:
        if other.start > quantity.start and other.count is None and _is_appended(last, other):
            last = other
        else:
            left.append(other)
    return left


def _is_appended(quantity: Quantity, bare: Quantity) -> bool:
    """Tell whether a noun without a number only goes on: "one Neptune cruise missile", "безпілотник «Молнія»"."""
    if bare.start != quantity.stop or bare.noun is None:
        return False
    single = quantity.count is None and quantity.noun is not None and quantity.noun.category == "object"
    return bare.noun.lang == "en" or single


class _Flying:
    """Whether a chunk counts what flies, asked only of the chunks a search comes by."""

    def __init__(self, reading: Reading, chunks: list[Chunk]) -> None:
        self.words = reading.tokens.words
        self.chunks = chunks

    def __getitem__(self, n: int) -> bool:
        chunk = self.chunks[n]
        for q in chunk.quantities:
            counted = q.count is not None and is_flying(q) and self.words[q.start - 1] not in ("not", "не")
            if counted and (q.noun is not None or chunk.places or _placed_behind(self.chunks, n)):
                return True
        return False


def place_for(reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity) -> PlacePhrase | None:
    """Return the place of a quantity: behind it in its chunk, before it there, or in a chunk without a number."""
    chunk = chunks[index]
    later = [
        q.start
        for q in _not_appended(chunk, quantity)
        if q.start > quantity.start and is_flying(q) and not is_weapon_of_defence(reading, q)
    ]
    limit = min(later, default=chunk.stop)
    after = [p for p in chunk.places if quantity.start < p.start < limit]
    if after:
        return after[0]
    before = [p for p in chunk.places if p.stop <= quantity.start]
    if before:
        return before[-1]
    flying = _Flying(reading, chunks)
    dashed = chunk.opener in DASHES and index and chunks[index - 1].places and not flying[index - 1]
    if dashed or owns_place_before(chunks, index):
        return chunks[index - 1].places[-1]  # "над Смоленской — 9", "over the Kursk Region, 19"
    led = chunk.opener == ":" and index == 1 and chunks[0].start == reading.sentence_of(chunk.start).start
    if led and chunks[0].places and not flying[0]:
        return chunks[0].places[-1]  # "Kursk region: 12 drones destroyed, houses damaged in Glushkovo"
    if (joined := _place_of_joined(chunks, index, flying)) is not None:
        return joined
    if (shared := _place_of_list(chunks, index, quantity)) is not None:
        return shared
    if (ahead := _place_ahead(reading, chunks, index, flying)) is not None:
        return ahead
    for other in range(index - 1, -1, -1):
        if chunks[other].places and not flying[other]:
            return chunks[other].places[-1]
        if (
            flying[other]
            and chunks[other].places
            and sum(flying[n] for n in range(len(chunks))) <= 2
            and chunks[index].opener in SHARES
        ):
            return chunks[other].places[-1]
    return None


def _place_of_joined(chunks: list[Chunk], index: int, flying: _Flying) -> PlacePhrase | None:
    """Return the place behind the second of two joined numbers: "80 drones and two missiles at Ukraine"."""
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    if following is None or following.opener not in SHARES or following.opener == "," or chunks[index].places:
        return None
    if not following.places or not following.quantities or not flying[index + 1]:
        return None
    behind = following.places[0]
    elliptic = any(q.elliptic for q in following.quantities)
    own = elliptic and any(c.places for c in chunks[:index])
    return behind if behind.start > following.quantities[-1].start and not own else None


def _place_ahead(reading: Reading, chunks: list[Chunk], index: int, flying: _Flying) -> PlacePhrase | None:
    """Return the first place of the chunks behind that count nothing of their own."""
    for other in range(index + 1, len(chunks)):
        if flying[other] or chunks[other].opener == ":" or owns_place_before(chunks, other + 1):
            break
        if chunks[index].triggers and any(t.value == "debris" for t in chunks[other].triggers):
            break  # "збито шість цілей, уламки впали в Коростені"
        if chunks[other].places and chunks[other].opener not in ("(",):
            if _tells_else(reading, chunks[other], chunks[other].places[0]):
                break
            if is_located(reading, chunks[other].places[0]) or chunks[other].opener in DASHES:
                return chunks[other].places[0]
            break
    return None


_EFFECTS = frozenset("fire damage killed injured power no_casualties no_damage".split())


def _tells_else(reading: Reading, chunk: Chunk, place: PlacePhrase) -> bool:
    """Tell whether a place behind is that of what came of it: "put it at 21 and said the fire at Ust-Luga was out"."""
    told = reading.in_range("trigger", chunk.start, place.start)
    return any(t.value in _EFFECTS and "weak" not in t.flags for t in told)


def _place_of_list(chunks: list[Chunk], index: int, quantity: Quantity) -> PlacePhrase | None:
    """Return the place behind a list of different things: "80 Shaheds, three Iskanders and a Kinzhal at Ukraine"."""
    if quantity.noun is None or quantity.count is None or chunks[index].places:
        return None
    seen = {quantity.noun.value}
    for chunk in chunks[index + 1 :]:
        things = [q for q in chunk.quantities if is_flying(q) and q.count is not None]
        if chunk.opener not in SHARES or chunk.triggers or len(things) != 1 or things[0].noun is None:
            return None
        seen.add(things[0].noun.value)
        if chunk.places:
            return chunk.places[0] if len(seen) > 1 and chunk.places[0].start >= things[0].stop else None
    return None


def place_of_words(scene: Scene, sentence: Sentence, trigger: Mention) -> PlacePhrase | None:
    """Return the place of words without a quantity: the last before them in the sentence, else its first."""
    places = scene.places_in(sentence.start, sentence.stop)
    before = [p for p in places if p.stop <= trigger.start]
    return before[-1] if before else (places[0] if places else None)
