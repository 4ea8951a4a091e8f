"""Which claims may be compared with some facts at all, told by night without a look at words.

Two facts meet in a block when they share a night and a place, a region and words, or a speaker and a number; one that
names no place meets any by words. So a claim in another region, by another speaker or with another number, is in no
block of theirs and changes none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from skyledger.link.block import area_of, is_dateless, nights_of
from skyledger.link.fact import Fact, harm_of, speaker_id
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim

Said = tuple[object, ...]


@dataclass(slots=True)
class _Night:
    areas: set[str | None] = field(default_factory=set)
    said: set[Said] = field(default_factory=set)


class Reach:
    """The nights of some facts, with where they are and who said which numbers."""

    def __init__(self, policy: LinkPolicy) -> None:
        self._policy = policy
        self._nights: dict[int, _Night] = defaultdict(_Night)

    @property
    def nights(self) -> Collection[int]:
        """The nights that any of the facts touches."""
        return self._nights.keys()

    def add(self, facts: Iterable[Fact]) -> None:
        """Take in facts."""
        for fact in facts:
            said = _said(fact.claim)
            for number in nights_of(fact, self._policy):
                night = self._nights[number]
                night.areas.add(area_of(fact))
                if said is not None:
                    night.said.add(said)

    def concerns(self, claim: Claim, nights: Iterable[int]) -> bool:
        """Tell whether a claim may be in a block with one of the facts, if it touches one of some nights."""
        place, said = claim.place, _said(claim)
        area = None if place is None else place.region or place.id
        found = (self._nights[night] for night in nights if night in self._nights)
        return any(area is None or None in n.areas or area in n.areas or (said in n.said) for n in found)

    def needs_words(self, fact: Fact) -> bool:
        """Tell whether shared words may put a fact into a block with one of the facts."""
        area = area_of(fact)
        if area is None or is_dateless(fact):
            return True
        found = (self._nights[n].areas for n in nights_of(fact, self._policy) if n in self._nights)
        return any(None in areas or area in areas for areas in found)


def _said(claim: Claim) -> Said | None:
    """Return the speaker with the number, or None where either is missing."""
    speaker, count, harm = speaker_id(claim), claim.count, harm_of(claim)
    if speaker is None or (count is None and harm is None):
        return None
    return (speaker, None if count is None else (count.low, count.high, count.unit), harm)
