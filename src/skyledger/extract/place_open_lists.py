"""Lists that name some places and count the others: "над Воронежем, Борисоглебском и тремя районами области".

What is told of all of them happened in the region they lie in; the ones named are not where all of it happened.
"""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import PLACE_PREPOSITIONS
from skyledger.model.frame import PlacePhrase
from skyledger.model.kinds import PlaceKind

_JOINING = frozenset(
    "и та і й and а также також еще ще в у во на над по over in near another other some".split(),
)
_AREAS = (
    *("район", "муниципал", "муніципал", "населен", "округ", "громад", "district", "settlement", "municipal"),
    *("village", "communit", "town", "сел", "сіл", "деревн", "хутор", "местност"),
)
_REACH = 4  # words that join, before the number
_PLAIN = frozenset((PlaceKind.SETTLEMENT, PlaceKind.DISTRICT))
_COUNTED = word_class(stems=_AREAS)


def widen_open_lists(reading: Reading, phrases: list[PlacePhrase]) -> list[PlacePhrase]:
    """Return the phrases, each list that goes on with a number of unnamed places as the region of them all."""
    if not reading.mask & _COUNTED:
        return phrases
    return [_widened(reading, p, stop) if (stop := _counted_until(reading, p)) else p for p in phrases]


def _counted_until(reading: Reading, phrase: PlacePhrase) -> int:
    """Return the token behind the counted places that a list goes on with, 0 where it does not."""
    if phrase.role != "place":
        return 0
    token = phrase.stop
    words = reading.tokens.words
    if token >= len(words) or words[token] not in _JOINING:
        return 0
    at = token
    end = reading.sentence_of(phrase.start).stop
    while at < min(end, token + _REACH) and words[at] in _JOINING:
        at += 1
    if not token < at < end:
        return 0
    number = reading.at("number", at)
    if number is None and not words[at].isdigit():
        return 0
    noun = at + 1 if number is None else number.stop
    return next((n + 1 for n in range(noun, min(noun + 2, end)) if words[n].startswith(_AREAS)), 0)


def _widened(reading: Reading, phrase: PlacePhrase, stop: int) -> PlacePhrase:
    """Return the phrase as the one region its members share, itself where they share none.

    Behind a preposition the counted places are no figure of what happened; as a subject they are: "without light are
    Nikopol and nine villages".
    """
    places = reading.packs.places
    shared: set[str] | None = None
    for ids in phrase.members:
        known = [places[i] for i in ids if i in places]
        regions = {p.region for p in known if p.kind in _PLAIN and p.region}
        shared = regions if shared is None else shared & regions
    if not shared or len(shared) != 1:
        return phrase
    whole = replace(phrase, members=(tuple(shared),), kinds=(PlaceKind.REGION,), member_spans=(), within=())
    before = reading.tokens.words[phrase.start - 1] if phrase.start else ""
    if before not in PLACE_PREPOSITIONS:
        return whole
    return replace(whole, stop=stop, span=reading.span(phrase.start, stop))
