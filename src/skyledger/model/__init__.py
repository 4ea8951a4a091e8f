"""The frozen records that every step speaks in; imports nothing of ours.

Read in the order of the flow: :mod:`document`, :mod:`text`, :mod:`claim` (with :mod:`count`, :mod:`place`,
:mod:`time_range`, :mod:`speaker`), :mod:`incident`, :mod:`decision`, :mod:`issue`; vocabularies in :mod:`kinds`;
the public JSON shapes in :mod:`wire`.
"""

from skyledger.model.claim import Claim
from skyledger.model.count import Count, Harm, Interval
from skyledger.model.decision import Decision
from skyledger.model.document import Document, Outlet
from skyledger.model.incident import Finding, FindingVersion, Group, Incident, Origin, TotalCheck
from skyledger.model.issue import Issue
from skyledger.model.kinds import (
    ClaimStatus,
    Fate,
    IncidentStatus,
    Kind,
    Lang,
    Modality,
    ObjectType,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Side,
    TimePrecision,
    TotalVerdict,
    Unit,
)
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker
from skyledger.model.text import Evidence, Span
from skyledger.model.time_range import TimeRange

__all__ = [
    "Claim",
    "ClaimStatus",
    "Count",
    "Decision",
    "Document",
    "Evidence",
    "Fate",
    "Finding",
    "FindingVersion",
    "Group",
    "Harm",
    "Incident",
    "IncidentStatus",
    "Interval",
    "Issue",
    "Kind",
    "Lang",
    "Modality",
    "ObjectType",
    "Origin",
    "Outlet",
    "Place",
    "PlaceKind",
    "PlacePrecision",
    "Qualifier",
    "Side",
    "Span",
    "Speaker",
    "TimePrecision",
    "TimeRange",
    "TotalCheck",
    "TotalVerdict",
    "Unit",
]
