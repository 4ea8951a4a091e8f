"""The incidents a question is answered from: the settled ones, and what is not settled yet on top of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from skyledger.errors import NotFoundError, WithdrawnError
from skyledger.flow.settling import derive_unsettled, is_settled, settle
from skyledger.model import Incident, Kind
from skyledger.say import Told, say, tell

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_protocol import Incidents
    from skyledger.ledger.incident_records import NewVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIncidents:
    """What stands.

    Attributes:
        stored: Versions in the ledger.
        newer: What became of incidents since, where the ledger could not take it; by id.
        as_of: The instant asked about, None for now.
    """

    stored: Incidents
    newer: Mapping[str, NewVersion] = field(default_factory=dict)
    as_of: datetime | None = None

    def find(
        self,
        *,
        nights: Iterable[date | None] | None = None,
        kinds: Iterable[Kind] | None = None,
        ids: Iterable[str] | None = None,
        claims: Iterable[str] | None = None,
        began: tuple[datetime, datetime] | None = None,
    ) -> tuple[Incident, ...]:
        """Return the incidents that meet every condition given, by night and id.

        Args:
            nights: Labels; None among them stands for incidents without any.
            kinds: Any of these.
            ids: Any of these.
            claims: Those that hold any of these claims.
            began: Aware; those whose window has a start, and has it between these.
        """
        stored = self.stored.standing(nights=nights, kinds=kinds, ids=ids, claims=claims, began=began)
        found = [v.incident for v in stored if v.incident is not None and v.id not in self.newer]
        if self.newer:
            meets = _conditions(nights, kinds, ids, claims, began)
            fresh = (version.incident for version in self.newer.values())
            found += [i for i in fresh if i is not None and all(condition(i) for condition in meets)]
        return tuple(sorted(found, key=lambda i: (i.night or "", i.id)))

    def choose_night(self, night: date | None) -> date:
        """Return the night asked for, or the last one with claims.

        Raises:
            NotFoundError: There is no such night.
        """
        last = max((n for n in (self.stored.last_night(), *self._newer_nights()) if n is not None), default=None)
        if night is None and last is not None and not self.newer:
            return last
        if night is not None and self.find(nights=[night]):
            return night
        nights = self.nights()
        if not nights:
            if self.as_of is not None:
                raise NotFoundError(say("the ledger had no claims of any night by {when}", when=self.as_of.isoformat()))
            raise NotFoundError(say("the ledger has no claims of any night yet; add texts first"))
        if night is None:
            return nights[-1]
        raise NotFoundError(
            say(
                "{night}: no claims for this night, which does not mean it was quiet; "
                "there are {first} to {last}, {n} in all",
                night=night,
                first=nights[0],
                last=nights[-1],
                n=len(nights),
            )
        )

    def nights(self) -> tuple[date, ...]:
        """Return the nights of all incidents, earliest first."""
        if not self.newer:
            return self.stored.nights()
        return tuple(sorted({date.fromisoformat(i.night) for i in self.find() if i.night is not None}))

    def resolve(self, id: str) -> tuple[Incident | None, tuple[str, ...]]:
        """Return the incident that an id leads to, and a sentence for each redirect on the way; None when unknown.

        Raises:
            WithdrawnError: It leads to an incident that was withdrawn; the text gives the reason.
        """
        notes: list[str] = []
        passed: set[str] = set()
        while id not in passed:
            passed.add(id)
            version = self.newer.get(id) or self.stored.newest([id]).get(id)
            if version is None or version.incident is not None:
                return (None if version is None else version.incident), tuple(notes)
            if not version.other:
                raise WithdrawnError(" ".join((*notes, f"{tell(Told.WAS_WITHDRAWN, id=id)} {version.reason}")))
            notes.append(f"{tell(Told.IS_NOW, id=id, other=version.other)} {version.reason}")
            id = version.other
        return None, tuple(notes)

    def _newer_nights(self) -> list[date]:
        fresh = (version.incident for version in self.newer.values())
        return [date.fromisoformat(i.night) for i in fresh if i is not None and i.night is not None]


def known_incidents(ledger: Ledger, now: datetime) -> KnownIncidents:
    """Return the incidents of a ledger, everything it holds taken into account.

    What a killed program left unsettled is settled first; where the ledger takes no writes it is derived in memory.
    """
    if not is_settled(ledger):
        if not ledger.incidents.is_writable():
            newer = {version.id: version for version in derive_unsettled(ledger)}
            return KnownIncidents(stored=ledger.incidents, newer=newer, as_of=ledger.as_of)
        settle(ledger, now)
    return KnownIncidents(stored=ledger.incidents, as_of=ledger.as_of)


Condition = Callable[[Incident], bool]


def _conditions(
    nights: Iterable[date | None] | None,
    kinds: Iterable[Kind] | None,
    ids: Iterable[str] | None,
    claims: Iterable[str] | None,
    began: tuple[datetime, datetime] | None,
) -> list[Condition]:
    found: list[Condition] = []
    if nights is not None:
        labels = {None if night is None else night.isoformat() for night in nights}
        found.append(lambda i: i.night in labels)
    if kinds is not None:
        wanted = set(kinds)
        found.append(lambda i: i.kind in wanted)
    if ids is not None:
        named = set(ids)
        found.append(lambda i: i.id in named)
    if claims is not None:
        held = set(claims)
        found.append(lambda i: not held.isdisjoint(i.claims))
    if began is not None:
        first, last = began
        found.append(lambda i: i.window is not None and i.window.start is not None and first <= i.window.start <= last)
    return found
