"""What is asked of the search, and what it answers."""

from dataclasses import dataclass, field
from datetime import date, datetime

from skyledger.ledger.search_text import WordGroup
from skyledger.model import Claim, Document

MOST = 1_000
FIELDS = ("kind", "fate", "object", "place", "region", "speaker", "modality", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """What is looked for; what is left at its default asks for nothing.

    Attributes:
        words: All of them must hold.
        outlet: Name or handle of the outlet, folded, whole.
        lang: ``en``, ``ru``, ``uk``.
        published_from: Aware; texts without a date are left out.
        published_to: Aware, exclusive.
        fields: Of one claim, by name: kind, fate, object, place, region, speaker, modality, status. Any of the values.
        night_from: First night a claim may belong to.
        night_to: Last one.
        count_low: The claim's number is at least this for certain.
        count_high: At most this for certain.
    """

    words: tuple[WordGroup, ...] = ()
    outlet: str = ""
    lang: str = ""
    published_from: datetime | None = None
    published_to: datetime | None = None
    fields: dict[str, frozenset[str]] = field(default_factory=dict)
    night_from: date | None = None
    night_to: date | None = None
    count_low: int | None = None
    count_high: int | None = None

    @property
    def asks_claims(self) -> bool:
        """Whether a text without any claim is out."""
        bounds = (self.night_from, self.night_to, self.count_low, self.count_high)
        return bool(self.fields) or any(bound is not None for bound in bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One text found.

    Attributes:
        claims: Its standing claims that meet the conditions on claims; all of them where there is none.
        row: Where it stands in the order of arrival.
    """

    document: Document
    claims: tuple[Claim, ...]
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of texts.

    Attributes:
        before: What to ask the next page with; None where this is the last one.
    """

    hits: tuple[SearchHit, ...]
    before: int | None
