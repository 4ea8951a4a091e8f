"""What every export is written from: the released rows of one selection, and what says where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from skyledger.model import Claim, Document, Incident
from skyledger.publish.policy import ReleasePolicy
from skyledger.publish.rows import Row, RowFigure
from skyledger.publish.times import utc_stamp
from skyledger.publish.words import clean_text
from skyledger.say import language, say

_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A selection ready to be written: everything in it has passed the release policy.

    Attributes:
        rows: Shape ``skyledger.incidents/1``, in the order of the screen.
        incidents: By id, as released; each row has one.
        claims: Released, by id.
        documents: Released, by id.
        query: The filter as its URL query, ``""`` for everything.
        address: Where the web application answers, without a closing slash; links are relative when it is ``""``.
        known_at: The instant up to which texts are taken into account: the one asked for, or the newest there is.
        as_of: The instant asked for, None for now.
        lang: Language of the words in rows.
        headline: All rows in one sentence.
    """

    rows: tuple[Row, ...]
    incidents: Mapping[str, Incident]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    policy: ReleasePolicy
    known_at: datetime | None
    as_of: datetime | None = None
    query: str = ""
    address: str = ""
    lang: str = "en"
    headline: str = ""

    def link(self, path: str) -> str:
        """Return the address of a path of the web application."""
        return path if "://" in path else f"{self.address}{path}"

    @property
    def own_query(self) -> str:
        """Return the query of the address of the view itself."""
        asked = "" if self.as_of is None else f"as_of={self.as_of.astimezone(UTC).isoformat().replace('+00:00', 'Z')}"
        return "&".join(part for part in (self.query, asked) if part)

    @property
    def own_link(self) -> str:
        """Return the address of the view itself."""
        return self.link("/incidents" + (f"?{self.own_query}" if self.own_query else ""))

    @property
    def stamp(self) -> str:
        """Return ``known_at`` as RFC 3339 in UTC, ``""`` for a ledger that holds nothing."""
        return "" if self.known_at is None else rfc3339(self.known_at)

    @property
    def known_words(self) -> str:
        """Return ``known_at`` as the reader's language writes it: as RFC 3339 in English."""
        if language() == "en" or self.known_at is None:
            return self.stamp
        return utc_stamp(self.known_at.astimezone(UTC))

    def sources(self, row: Row) -> tuple[Document, ...]:
        """Return the released texts behind a row, earliest first."""
        found = (self.documents[d] for d in self.incidents[row.id].documents if d in self.documents)
        return tuple(sorted(found, key=lambda d: (d.published_at or _FIRST, d.id)))


def rfc3339(moment: datetime) -> str:
    """Return an instant in UTC to the second: ``2025-12-11T06:40:00Z``."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def outlet_words(document: Document) -> str:
    """Return who published a text, harmless to look at."""
    return clean_text(document.outlet.name or document.outlet.handle).strip() or say("outlet not reported")


def web_address(url: str) -> str:
    """Return an address that is safe to follow, else ``""``."""
    plain = url.startswith(("https://", "http://")) and not any(c.isspace() for c in url)
    return clean_text(url) if plain else ""


def joined(words: Sequence[str]) -> str:
    """Return words once each with ``"; "`` in between."""
    return "; ".join(dict.fromkeys(w for w in words if w))


def figure(row: Row, field: str) -> RowFigure | None:
    """Return the first figure of a field, None when nothing was reported."""
    return next((f for f in row.figures if f.field == field), None)
