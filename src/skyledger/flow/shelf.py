"""Released nights, kept until something of theirs changes: the ledger, a decision, or the minute while a delay runs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import RLock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from skyledger.flow.known import KnownIncidents, known_incidents
from skyledger.flow.match import Match
from skyledger.flow.night_release import NightRelease, release_night
from skyledger.say import speaking

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import Horizon
    from skyledger.publish.policy import Released, ReleasePolicy
    from skyledger.publish.selection import Filter

_WHOLE_NIGHTS = 6
_MATCHES = 256
# When more than this changed at once, all nights are made anew rather than looking for those that changed.
_MANY_CHANGES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A ledger at one moment.

    Attributes:
        horizon: How far it reaches; what is known follows from that.
        version: Row of the newest version of an incident.
        settled_at: When the last thing arrived that is taken into account.
    """

    ledger: Ledger
    known: KnownIncidents
    now: datetime
    horizon: Horizon
    version: int
    settled_at: datetime | None


class Shelf:
    """What was released of one ledger under one policy; safe to use from several threads."""

    def __init__(self, policy: ReleasePolicy) -> None:
        self.policy = policy
        self._lock = RLock()
        # Releasing a night takes a while; what is there already is shown meanwhile.
        self._releasing = RLock()
        self._look: Look | None = None
        self._nights: dict[date | None, NightRelease] = {}
        self._whole: OrderedDict[date | None, tuple[NightRelease, Released]] = OrderedDict()
        self._labels: tuple[date, ...] | None = None
        self._matches: OrderedDict[tuple[Filter, tuple[int, ...]], Match] = OrderedDict()

    def look(self, ledger: Ledger, now: datetime) -> Look:
        """Return the ledger as it stands at this moment; what changed since the last look is forgotten."""
        known_before = self._look
        if known_before is not None and ledger.as_of is not None:  # the past stays as it was
            return replace(known_before, ledger=ledger, now=now)
        horizon = ledger.view().horizon
        with self._lock:
            before = self._look
            if before is not None and before.horizon == horizon:
                return replace(before, ledger=ledger, now=now)
            known = known_incidents(ledger, now)
            last = known.stored.last_settlement()
            look = Look(
                ledger=ledger,
                known=known,
                now=now,
                horizon=horizon,
                version=known.stored.last_row(),
                settled_at=None if last is None else last.received_at,
            )
            self._forget_changed(before, look)
            # The ledger itself is not kept: a shelf lives as long as its ledger.
            self._look, self._labels = look, None
            return look

    def _forget_changed(self, before: Look | None, look: Look) -> None:
        self._whole.clear()
        self._matches.clear()
        if before is None or before.known.newer or look.known.newer:
            self._nights.clear()
            return
        changed = look.known.stored.versions_after(before.version, _MANY_CHANGES)
        if len(changed) == _MANY_CHANGES:
            self._nights.clear()
            return
        texts = look.ledger.view().changed_since(before.horizon)
        nights = {version.incident.night for version in changed if version.incident is not None}
        ids = {version.id for version in changed}
        for label, kept in list(self._nights.items()):
            named = (None if label is None else label.isoformat()) in nights
            if (
                named
                or not texts.isdisjoint(kept.texts)
                or not ids.isdisjoint(item.row.id for item in (*kept.items, *kept.aside))
            ):
                del self._nights[label]

    def night(self, look: Look, label: date | None) -> NightRelease:
        """Return a night; it is released where that was not done yet."""
        kept = self._nights.get(label)
        if kept is not None and kept.holds_at(look.now) and self._is_current(look):
            return kept
        return self._release(look, label)[0]

    def whole(self, look: Look, label: date | None) -> Released:
        """Return a night with its texts and claims; those of the last few nights asked for are kept."""
        return self._release(look, label)[1]

    def _release(self, look: Look, label: date | None) -> tuple[NightRelease, Released]:
        with self._releasing:
            with self._lock:
                kept = self._whole.get(label)
                if kept is not None and kept[0].holds_at(look.now) and self._is_current(look):
                    self._whole.move_to_end(label)
                    return kept
            # What is kept is kept in one language, whoever asked first; what it says is worded at the edge.
            with speaking("en"):
                made = release_night(look.ledger, look.known, label, self.policy, look.now)
            with self._lock:
                if self._is_current(look):
                    self._keep(label, made, look.now)
            return made

    def _keep(self, label: date | None, made: tuple[NightRelease, Released], now: datetime) -> None:
        old = self._nights.get(label)
        if old is None or not old.holds_at(now):
            self._nights[label] = made[0]
        self._whole[label] = made
        while len(self._whole) > _WHOLE_NIGHTS:
            self._whole.popitem(last=False)

    def _is_current(self, look: Look) -> bool:
        return self._look is not None and self._look.horizon == look.horizon

    def labels(self, look: Look) -> tuple[date, ...]:
        """Return the nights that have incidents, latest first, whether or not they may be shown."""
        with self._lock:
            if self._labels is None or not self._is_current(look):
                self._labels = tuple(reversed(look.known.nights()))
            return self._labels

    def missing(self, look: Look, labels: Iterable[date | None]) -> int:
        """Return how many of the nights would have to be released first."""
        kept = (self._nights.get(label) for label in labels)
        return sum(night is None or not night.holds_at(look.now) for night in kept)

    def known_match(self, filter: Filter, nights: Sequence[NightRelease]) -> Match | None:
        """Return what the same filter found in the very same nights before."""
        key = (filter, tuple(map(id, nights)))
        with self._lock:
            match = self._matches.get(key)
            if match is not None:
                self._matches.move_to_end(key)
            return match

    def keep_match(self, match: Match) -> Match:
        """Keep what a filter found; it holds its nights, so that no other night can have the identity of one."""
        with self._lock:
            self._matches[match.filter, tuple(map(id, match.nights))] = match
            while len(self._matches) > _MATCHES:
                self._matches.popitem(last=False)
            return match


_shelves: WeakKeyDictionary[Ledger, dict[ReleasePolicy, Shelf]] = WeakKeyDictionary()
_shelves_lock = RLock()


def shelf_of(ledger: Ledger, policy: ReleasePolicy) -> Shelf:
    """Return the one shelf of an open ledger for a policy."""
    with _shelves_lock:
        return _shelves.setdefault(ledger, {}).setdefault(policy, Shelf(policy))
