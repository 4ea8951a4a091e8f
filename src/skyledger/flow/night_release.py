"""The incidents of one night as they may be shown: released together, once, and kept as rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from skyledger.model import Claim, ClaimStatus, Document, Incident, Kind, Place
from skyledger.model.night import night_of_post
from skyledger.publish.matching import Item, boxes_of
from skyledger.publish.overview import DayShown, NightCount, build_calendar, count_nights
from skyledger.publish.policy import Hidden, Released, ReleasePolicy, Selection, release
from skyledger.publish.rows import Stamps, build_row

if TYPE_CHECKING:
    from skyledger.flow.known import KnownIncidents
    from skyledger.ledger import Ledger


# A notice tells what holds from then on, so in the evening it is of the night that follows.
_NOTICES = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)


@dataclass(frozen=True, slots=True, kw_only=True)
class NightRelease:
    """What is kept of a night.

    Attributes:
        night: None holds the incidents without a night.
        built_at: What the policy took for now.
        waits: Something is withheld only until it is old enough, so that a later minute shows more.
        texts: Ids of the texts that were asked about, shown or not.
        altered: Texts that are shown otherwise than they came, as they are shown; by id.
        hidden: Ids of texts that are not shown.
        cut: What was cut out of texts.
        count: How many incidents there are; None for those without a night, and where there are none.
        by_region: The items that lie in a region or name it.
        region_days: What the night amounts to in each of those regions; empty where there is no night.
        at_airports: The items whose place is an airport.
        aside: Incidents made of background claims alone: found by their id, and counted and listed nowhere.
        days: Of what has no night: the items with a date, by the first day on which a text of them was posted.
        longest: From the first such day to the last, at most.
    """

    night: date | None
    built_at: datetime
    items: tuple[Item, ...]
    waits: bool
    texts: frozenset[str]
    altered: Mapping[str, str]
    hidden: frozenset[str]
    cut: Hidden
    count: NightCount | None
    by_region: Mapping[str, tuple[Item, ...]]
    region_days: Mapping[str, DayShown]
    at_airports: tuple[Item, ...]
    aside: tuple[Item, ...] = ()
    days: tuple[Item, ...] = ()
    longest: timedelta = timedelta(0)

    def items_of(self, first: date, last: date) -> Sequence[Item]:
        """Return the items that can belong to some nights, by id: of those without a night the ones posted then."""
        if self.night is not None:
            return self.items
        longest, days = self.longest, self.days
        begin = bisect_left(days, first - longest if first - date.min > longest else date.min, key=_first_day)
        end = bisect_right(days, last, key=_first_day)
        found = [item for item in days[begin:end] if item.posted is not None and item.posted[1] >= first]
        return sorted(found, key=lambda item: item.row.id)

    def holds_at(self, now: datetime) -> bool:
        """Tell whether a release at another time would show the same."""
        same_minute = self.built_at.replace(second=0, microsecond=0) == now.replace(second=0, microsecond=0)
        return same_minute or (self.built_at <= now and not self.waits)


def release_night(
    ledger: Ledger, known: KnownIncidents, night: date | None, policy: ReleasePolicy, now: datetime
) -> tuple[NightRelease, Released]:
    """Release the incidents of a night, with every claim of their texts: the gate looks at whole texts."""
    incidents = known.find(nights=[night])
    documents = ledger.documents(_texts_of(ledger, incidents))
    claims = ledger.claims(documents=documents)
    released = release(
        Selection(documents=tuple(documents.values()), claims=claims, incidents=incidents), policy, now=now
    )
    stamps = _stamps(ledger, known, released.incidents, now)
    by_id = {claim.id: claim for claim in released.claims}
    shown = {document.id: document for document in released.documents}
    recalled = {claim.id for claim in released.claims if claim.status is ClaimStatus.BACKGROUND}
    items: list[Item] = []
    aside: list[Item] = []
    for incident in released.incidents:
        kind = aside if recalled.issuperset(incident.claims) else items
        kind.append(_item(incident, by_id, shown, stamps[incident.id]))
    by_region = _by_region(items)
    days = sorted((item for item in items if night is None and item.posted is not None), key=_first_day)
    kept = NightRelease(
        night=night,
        built_at=now,
        items=tuple(items),
        aside=tuple(aside),
        waits=any(withheld.reason == "not yet due" for withheld in released.withheld),
        texts=frozenset(documents),
        altered={id: text.text for id, text in shown.items() if text.text != documents[id].text},
        hidden=frozenset(id for id in documents if id not in shown),
        cut=released.hidden,
        count=next(iter(count_nights(items)), None),
        by_region=by_region,
        region_days={region: day for region, own in by_region.items() for day in build_calendar(own)},
        at_airports=tuple(item for item in items if item.row.place is not None and item.row.place.airport is not None),
        days=tuple(days),
        longest=max(
            (item.posted[1] - item.posted[0] for item in days if item.posted is not None), default=timedelta(0)
        ),
    )
    return kept, released


def _first_day(item: Item) -> date:
    return date.min if item.posted is None else item.posted[0]


def _by_region(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        for region in item.regions:
            found.setdefault(region, []).append(item)
    return {region: tuple(own) for region, own in found.items()}


def release_one(
    ledger: Ledger, incident: Incident, night: NightRelease, policy: ReleasePolicy, now: datetime
) -> Released:
    """Release one incident of a night again, just as it was released with the night, with its texts and claims."""
    documents = ledger.documents(_texts_of(ledger, (incident,)))
    claims = ledger.claims(documents=documents)
    selection = Selection(documents=tuple(documents.values()), claims=claims, incidents=(incident,))
    return release(selection, policy, now=now, beside=night.cut)


def _texts_of(ledger: Ledger, incidents: tuple[Incident, ...]) -> set[str]:
    """Return the texts of incidents and of the parts of their totals, which are shown all or not at all."""
    texts = {id for incident in incidents for id in incident.documents}
    parts = {id for incident in incidents for total in incident.totals for id in (total.tally, *total.parts)}
    held = {id for incident in incidents for id in incident.claims}
    return texts | {claim.document_id for claim in ledger.claims(ids=parts - held)} if parts - held else texts


def _stamps(ledger: Ledger, known: KnownIncidents, incidents: tuple[Incident, ...], now: datetime) -> dict[str, Stamps]:
    lives = ledger.incidents.lives(incident.id for incident in incidents)
    found = {}
    for incident in incidents:
        life = lives.get(incident.id)
        first = now if life is None else life.first
        last = now if life is None or incident.id in known.newer else life.last
        number = (0 if life is None else life.versions) + (incident.id in known.newer)
        found[incident.id] = Stamps(first_seen=first, updated=last, version=max(number, 1))
    return found


def _item(incident: Incident, claims: Mapping[str, Claim], documents: Mapping[str, Document], stamps: Stamps) -> Item:
    told = [
        text.published_at
        for text in (documents[id] for id in incident.documents if id in documents)
        if text.published_at is not None
    ]
    days = [night_of_post(moment) if incident.kind in _NOTICES else moment.date() for moment in told]
    row = build_row(incident, claims, stamps)
    return Item(
        row=row,
        posted=(min(days), max(days)) if days else None,
        announced=min(told, default=None),
        documents=incident.documents,
        first_texts=tuple(dict.fromkeys(o.first_document for o in incident.origins if o.first_document in documents)),
        regions=_regions(incident.place),
        places=frozenset() if incident.place is None else frozenset((incident.place.id, *incident.place.parts)) - {""},
        boxes=boxes_of(row.place),
    )


def _regions(place: Place | None) -> frozenset[str]:
    if place is None:
        return frozenset()
    named = {part for part in place.parts if len(part) > 3 and part[2] == "-" and part[:2].isupper()}
    return frozenset(named | ({place.region} if place.region is not None else set()))
