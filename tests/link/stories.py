"""Small collections of texts and claims, told by hand, and the incidents they come to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from skyledger.link import link_claims
from skyledger.link.families import OutletFamilies
from skyledger.model import (
    Claim,
    Decision,
    Document,
    Fate,
    Group,
    Harm,
    Incident,
    Kind,
    Outlet,
    Place,
    PlaceKind,
    PlacePrecision,
    Side,
    Speaker,
    TimePrecision,
    TimeRange,
)
from skyledger.reconcile import reconcile_groups
from tests.builders import MOSCOW, PUBLISHED, a_claim, a_document, a_place, a_speaker, an_interval

GOVERNOR = a_speaker()
OWN = a_speaker(text="")
"""The governor in his own channel: no words were needed to name him."""
MINISTRY = Speaker(id="ru-mod", name="Russian Ministry of Defence", role="ministry", side=Side.RU, text="the ministry")
MAYOR = Speaker(id="ru-klu-mayor", name="The mayor of Kaluga", role="mayor", side=Side.RU, text="the mayor")


@dataclass(slots=True)
class Story:
    """Documents and claims as they arrive."""

    documents: dict[str, Document] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def post(
        self, text: str, *claims: dict[str, Any], outlet: str = "gov", hours: float = 0, **fields: Any
    ) -> list[Claim]:
        """Add a document published ``hours`` after 06:40 UTC on 11 December, and its claims."""
        kind = fields.pop("type", "official" if outlet == "gov" else "news")
        document = a_document(
            text,
            outlet=Outlet(name=outlet.title(), handle=outlet, type=kind),
            published_at=fields.pop("published_at", PUBLISHED + timedelta(hours=hours)),
            **fields,
        )
        self.documents[document.id] = document
        made = [a_claim(document, **claim) for claim in claims]
        self.claims += made
        return made

    def groups(self, decisions: Sequence[Decision] = (), families: OutletFamilies | None = None) -> tuple[Group, ...]:
        """Link the claims."""
        return link_claims(self.documents, self.claims, decisions, families=families or OutletFamilies())

    def incidents(self, decisions: Sequence[Decision] = ()) -> tuple[Incident, ...]:
        """Link and reconcile."""
        return reconcile_groups(self.groups(decisions), self.documents, {c.id: c for c in self.claims})

    def the_incident(self, decisions: Sequence[Decision] = ()) -> Incident:
        """Return the only incident; fail when there are more."""
        incidents = self.incidents(decisions)
        assert len(incidents) == 1, [(i.kind, i.place and i.place.name, i.claims) for i in incidents]
        return incidents[0]


def a_town(id: str = "gn:1", name: str = "Lesnoye", region: str = "RU-KLU") -> Place:
    """Return a settlement of a region."""
    return a_place(
        id, name, kind=PlaceKind.SETTLEMENT, precision=PlacePrecision.SETTLEMENT, region=region, country="RU"
    )


def an_airport(id: str = "UUBC", name: str = "Kaluga airport", region: str = "RU-KLU") -> Place:
    """Return an airport of a region."""
    return a_place(id, name, kind=PlaceKind.AIRPORT, precision=PlacePrecision.POINT, region=region, country="RU")


def a_list(*ids: str) -> Place:
    """Return a list of regions."""
    return a_place(
        "+".join(ids), " and ".join(ids), kind=PlaceKind.LIST, precision=PlacePrecision.REGION, region=None, parts=ids
    )


def a_window(
    start: tuple[int, int],
    end: tuple[int, int] | None,
    precision: TimePrecision = TimePrecision.PART_OF_DAY,
    text: str = "",
) -> TimeRange:
    """Return a window in Moscow time in December 2025, each end as (day, hour)."""
    first = datetime(2025, 12, start[0], tzinfo=MOSCOW) + timedelta(hours=start[1])
    last = None if end is None else datetime(2025, 12, end[0], tzinfo=MOSCOW) + timedelta(hours=end[1])
    return TimeRange(start=first, end=last, precision=precision, text=text)


EVENING = a_window((10, 18), (11, 0), text="in the evening")
DAYTIME = a_window((11, 8), (11, 20), text="by day")
UNSTATED = a_window((10, 0), (11, 0), TimePrecision.NONE)


def a_harm(injured: int | None = None, killed: int | None = None, **fields: Any) -> dict[str, Any]:
    """Return the fields of a casualties claim, or of "nobody hurt" when both numbers are 0."""
    none = not injured and not killed
    harm = Harm(
        injured=None if injured is None else an_interval(injured),
        killed=None if killed is None else an_interval(killed),
    )
    kind = Kind.NO_CASUALTIES if none else Kind.CASUALTIES
    return {"kind": kind, "fate": None, "object": None, "count": None, "harm": harm, **fields}


def an_effect(kind: Kind, **fields: Any) -> dict[str, Any]:
    """Return the fields of a claim that counts nothing."""
    return {"kind": kind, "fate": None, "object": None, "count": None, **fields}


def launched(**fields: Any) -> dict[str, Any]:
    """Return the fields of "N launched"."""
    return {"kind": Kind.ATTACK, "fate": Fate.LAUNCHED, **fields}
