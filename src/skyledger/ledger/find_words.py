"""Words that stand for what was read in a text, and the groups of them that a question asks for.

All claims of one reading share one entry in the index of findings: a word for each kind, fate, place and so on that any
of them has. So an entry that is found may have the words in different claims; what is found is held against the bodies.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from skyledger.ledger.search_records import SearchQuery
from skyledger.ledger.search_text import WordGroup
from skyledger.model import Claim
from skyledger.model.night import night_of

# Every claim has a status, so every entry has a word with this beginning.
STATUS = "t"
_LETTERS = {
    "kind": "k", "fate": "f", "object": "o", "place": "p", "region": "r", "speaker": "s", "modality": "m",
    "status": STATUS, "night": "n",
}  # fmt: skip
_NUMBER = "c"
# A number is known by its highest four bits and how many follow: to an eighth. Larger ones than this count as it.
_BITS, _LARGEST = 4, 2**24
# Longer spans of nights are not asked of the index.
_MOST_NIGHTS = 400


@lru_cache(maxsize=65536)
def find_word(field: str, value: str) -> str:
    """Return the word of one value of a field."""
    digest = hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=5)
    return _LETTERS[field] + digest.hexdigest()


def words_of_claims(claims: Iterable[Claim]) -> str:
    """Return the entry of the claims of one reading, ``""`` where there are none."""
    return " ".join(dict.fromkeys(word for claim in claims for word in _words_of(claim)))


def find_groups(query: SearchQuery) -> tuple[WordGroup, ...]:
    """Return what the index of findings is asked for: as much of a query as it can tell."""
    groups = [_any(map(find_word, [name] * len(values), sorted(values))) for name, values in _asked(query)]
    if query.night_from is not None and query.night_to is not None:
        nights = (query.night_to - query.night_from).days + 1
        if 0 < nights <= _MOST_NIGHTS:
            groups.append(_any(night_word(query.night_from + timedelta(n)) for n in range(nights)))
    if query.count_low is not None and query.count_low > 0:
        groups.append(_any(f"{_NUMBER}{step}" for step in range(_step(query.count_low), _step(_LARGEST) + 1)))
    return tuple(groups)


def night_word(night: date) -> str:
    """Return the word of a night."""
    return find_word("night", night.isoformat())


def value_group(field: str, value: str) -> WordGroup:
    """Return the group that one value of a field is found by."""
    return _any([find_word(field, value)])


def _any(words: Iterable[str]) -> WordGroup:
    return WordGroup(anyof=tuple((word,) for word in words))


def _asked(query: SearchQuery) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the fields that words can tell; what has no region, asked for with ``""``, has no word for it."""
    return ((name, values) for name, values in query.fields.items() if values and "" not in values)


def _words_of(claim: Claim) -> Iterator[str]:
    yield find_word("kind", claim.kind.value)
    yield find_word("status", claim.status.value)
    yield find_word("modality", claim.modality.value)
    if claim.fate is not None:
        yield find_word("fate", claim.fate.value)
    if claim.object is not None:
        yield find_word("object", claim.object.value)
    if claim.speaker is not None:
        yield find_word("speaker", claim.speaker.id)
    if claim.place is not None:
        yield find_word("place", claim.place.id)
        if claim.place.region is not None:
            yield find_word("region", claim.place.region)
        for part in claim.place.parts:
            yield find_word("place", part)
            yield find_word("region", part)
    night = None if claim.time is None else night_of(claim.time)
    if night is not None:
        yield night_word(night)
    if claim.count is not None and claim.count.low > 0:
        yield f"{_NUMBER}{_step(claim.count.low)}"


def _step(number: int) -> int:
    """Return where a number above 0 stands on a scale of steps of an eighth: larger ones never stand lower."""
    shift = max(min(number, _LARGEST).bit_length() - _BITS, 0)
    return (shift << (_BITS - 1)) + (min(number, _LARGEST) >> shift)
