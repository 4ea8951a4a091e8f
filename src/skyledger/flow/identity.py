"""Which incident keeps which id: pure functions of what stood, what stands now, and who held which claim since when.

- An id stays with its claims. Where several ids meet in one incident the oldest stays and the others redirect to it.
- Where an incident falls apart the id stays with the part that holds the claim it has had for longest.
- An id that was given up (redirected, withdrawn) comes back when a claim it once held makes an incident that no
  standing id has a share in: undoing a judgement brings the old id back.
- A claim that was read anew under another id carries the incident's id on.
- An id once given is never given to anything else.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from skyledger.model.ids import incident_id

Taken = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownId:
    """An id that was given before.

    Attributes:
        joined: Every claim it ever held, with a number that is smaller the earlier the claim joined.
        claims: Those it holds while it stands, oldest first; empty when it was given up.
    """

    id: str
    joined: Mapping[str, int]
    claims: tuple[str, ...] = ()

    @property
    def minted(self) -> tuple[int, str]:
        """What orders ids by age."""
        return (min(self.joined.values(), default=0), self.id)

    def by_age(self) -> list[str]:
        """Return the claims it holds, or ever held once it was given up, those that joined first in front."""
        place = {claim: number for number, claim in enumerate(self.claims)}
        claims = self.claims or tuple(self.joined)
        return sorted(claims, key=lambda c: (self.joined.get(c, 0), place.get(c, 0), c))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIncident:
    """Claims that are one incident now.

    Attributes:
        first: The claim an id would be minted from.
        claims: All of them.
    """

    first: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Who is called what.

    Attributes:
        ids: One for each new incident, in their order.
        redirects: Where standing ids lead that stand no more.
        withdrawn: Standing ids none of whose claims is left, oldest first.
    """

    ids: tuple[str, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()


def name_incidents(
    incidents: Sequence[NewIncident],
    standing: Iterable[KnownId],
    given_up: Iterable[KnownId],
    heirs: Mapping[str, str],
    taken: Taken,
) -> Naming:
    """Give every incident its id.

    Args:
        incidents: What stands now, where anything changed; no claim is in two.
        standing: The ids that stood there.
        given_up: Ids that stand no more and once held a claim of these incidents.
        heirs: Claims that are no more, by the claim that the same words of the same text make now.
        taken: Whether an id was ever given.

    Returns:
        The naming; it does not depend on the order of the input but for the order of ``ids``.
    """
    home = {claim: number for number, incident in enumerate(incidents) for claim in incident.claims}
    named: dict[int, str] = {}
    homeless: list[tuple[str, int | None]] = []
    for known in sorted(standing, key=lambda k: k.minted):
        homes = _homes(known, home, heirs)
        free = next((number for number in homes if number not in named), None)
        if free is not None:
            named[free] = known.id
        else:
            homeless.append((known.id, homes[0] if homes else None))
    for known in sorted(given_up, key=lambda k: k.minted):
        free = next((number for number in _homes(known, home, heirs) if number not in named), None)
        if free is not None:
            named[free] = known.id
    given = set(named.values()) | {id for id, _ in homeless}
    for number in sorted(range(len(incidents)), key=lambda n: incidents[n].first):
        if number not in named:
            named[number] = _mint(incidents[number].first, given, taken)
            given.add(named[number])
    return Naming(
        ids=tuple(named[number] for number in range(len(incidents))),
        redirects={id: named[number] for id, number in homeless if number is not None},
        withdrawn=tuple(id for id, number in homeless if number is None),
    )


def _homes(known: KnownId, home: Mapping[str, int], heirs: Mapping[str, str]) -> list[int]:
    """Return the incidents that claims of an id are in now, by how long it has had them."""
    found = (home.get(claim, home.get(heirs.get(claim, ""))) for claim in known.by_age())
    return list(dict.fromkeys(number for number in found if number is not None))


def _mint(claim: str, given: Collection[str], taken: Taken) -> str:
    """Return the id that follows from a claim, or from the claim and a number where that id is somebody else's."""
    id, number = incident_id(claim), 1
    while id in given or taken(id):
        number += 1
        id = incident_id(claim, str(number))
    return id
