"""Reading scenarios: a few texts told together, and what a careful reader takes them for.

A scenario is a TOML file: texts, the incidents they amount to, the origins behind each, what the numbers settle on, and
how totals stand to their parts (docs/evaluation.md). Claims are named by their text and its words: ``post: 40 БПЛА``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skyledger.errors import UsageError
from skyledger.model import Document, IncidentStatus, Interval, Kind, Lang, Outlet, TotalVerdict

Json = Mapping[str, Any]
_TOP = {"title", "story", "traps", "document", "incident", "total"}
_DOCUMENT = {"id", "published", "outlet", "title", "text", "url", "lang", "forwarded_from", "reply_to"}
_INCIDENT = {"name", "kind", "claims", "status", "origins", "unmeasured", "findings", "versions", "stale", "sides"}
_TOTAL = {"claim", "verdict", "residual"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRef:
    """A claim named by its text and the words it rests on.

    Attributes:
        start: Code points of the words in the document's text; ``stop`` likewise, half-open.
        kind: The kind it must have where the words serve several claims, else None.
    """

    document: str
    words: str
    start: int
    stop: int
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedIncident:
    """What one incident must be.

    Attributes:
        claims: The claims that belong together; claims no incident names are not asked about.
        origins: Ids of the texts of each origin; empty when not asked.
        unmeasured: Texts whose origin must say that its independence cannot be told.
        findings: Field to the values that stand (``count``, ``killed``, ``injured`` ...).
        versions: Field to the lower ends of its values as they came.
        stale: Texts that must be known as reprints of an older night.
        sides: How many governments speak, or None when not asked.
    """

    name: str
    kind: Kind | None
    claims: tuple[ClaimRef, ...]
    status: IncidentStatus | None
    origins: tuple[frozenset[str], ...]
    unmeasured: frozenset[str]
    findings: Mapping[str, Interval]
    versions: Mapping[str, tuple[int, ...]]
    stale: frozenset[str]
    sides: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTotal:
    """How one total must stand to its parts."""

    claim: ClaimRef
    verdict: TotalVerdict
    residual: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Texts told together and what they amount to."""

    id: str
    title: str
    traps: tuple[str, ...]
    documents: tuple[Document, ...]
    incidents: tuple[ExpectedIncident, ...]
    totals: tuple[ExpectedTotal, ...]


def load_scenarios(path: Path) -> tuple[Scenario, ...]:
    """Read one scenario, or every ``*.toml`` of a folder in name order.

    Raises:
        UsageError: There is none, or one is malformed; names file and fault.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"{path}: no scenarios found (*.toml)")
    return tuple(_load(file) for file in files)


def _load(file: Path) -> Scenario:
    try:
        return read_scenario(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as a scenario: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{file}: no scenario: {error}") from error


def read_scenario(scenario_id: str, raw: Json) -> Scenario:
    """Return the scenario of a parsed file.

    Raises:
        ValueError: A key is unknown, words do not occur, a text is named that is not there.
    """
    _check_keys("the scenario", raw, _TOP)
    documents = tuple(_document(d) for d in raw["document"])
    texts = {d.id: d.text for d in documents}
    if len(texts) != len(documents):
        raise ValueError("two documents have one id")
    return Scenario(
        id=scenario_id,
        title=raw["title"],
        traps=tuple(raw.get("traps", ())),
        documents=documents,
        incidents=tuple(_incident(i, texts) for i in raw.get("incident", ())),
        totals=tuple(_total(t, texts) for t in raw.get("total", ())),
    )


def _check_keys(what: str, raw: Json, known: set[str]) -> None:
    if unknown := sorted(set(raw) - known):
        raise ValueError(f"{what}: unknown key {', '.join(unknown)}")


def _document(raw: Json) -> Document:
    _check_keys(f"document {raw.get('id')}", raw, _DOCUMENT)
    published: datetime | None = raw.get("published")
    if published is not None and published.tzinfo is None:
        raise ValueError(f"document {raw['id']}: published has no offset")
    title, body = raw.get("title"), raw["text"].strip()
    return Document(
        id=raw["id"],
        text=f"{title}\n\n{body}" if title else body,
        title=title or None,
        outlet=Outlet(**raw.get("outlet", {})),
        url=raw.get("url", ""),
        lang=Lang(raw.get("lang", "und")),
        published_at=None if published is None else published.astimezone(UTC),
        forwarded_from=raw.get("forwarded_from", ""),
        reply_to=raw.get("reply_to", ""),
    )


def _incident(raw: Json, texts: Mapping[str, str]) -> ExpectedIncident:
    _check_keys(f"incident {raw.get('name')}", raw, _INCIDENT)
    origins = tuple(frozenset(ids) for ids in raw.get("origins", ()))
    named = frozenset(i for ids in origins for i in ids) | set(raw.get("unmeasured", ())) | set(raw.get("stale", ()))
    if unknown := sorted(named - set(texts)):
        raise ValueError(f"incident {raw['name']}: no document {', '.join(unknown)}")
    return ExpectedIncident(
        name=raw["name"],
        kind=Kind(raw["kind"]) if "kind" in raw else None,
        claims=tuple(_claim(words, texts) for words in raw["claims"]),
        status=IncidentStatus(raw["status"]) if "status" in raw else None,
        origins=origins,
        unmeasured=frozenset(raw.get("unmeasured", ())),
        findings={field: _interval(str(value)) for field, value in raw.get("findings", {}).items()},
        versions={field: tuple(values) for field, values in raw.get("versions", {}).items()},
        stale=frozenset(raw.get("stale", ())),
        sides=raw.get("sides"),
    )


def _interval(words: str) -> Interval:
    """Return the range of ``40``, ``38-42`` or ``>=3``."""
    if words.startswith(">="):
        return Interval(low=int(words[2:]), high=None)
    low, _, high = words.partition("-")
    return Interval(low=int(low), high=int(high or low))


def _claim(spec: str, texts: Mapping[str, str]) -> ClaimRef:
    """Return the claim of ``document: words``, ``document: words#2`` or ``document: words / kind``."""
    document, colon, rest = spec.partition(": ")
    if not colon or document not in texts:
        raise ValueError(f"{spec!r}: must be 'document: words', and there is no document {document!r}")
    words, slash, kind = rest.rpartition(" / ")
    if not slash:
        words, kind = rest, ""
    words, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = texts[document].find(words, start + 1)
        if start < 0:
            raise ValueError(f"{spec!r}: the text does not say so")
    return ClaimRef(
        document=document, words=words, start=start, stop=start + len(words), kind=Kind(kind) if kind else None
    )


def _total(raw: Json, texts: Mapping[str, str]) -> ExpectedTotal:
    _check_keys(f"total {raw.get('claim')}", raw, _TOTAL)
    residual = raw.get("residual")
    return ExpectedTotal(
        claim=_claim(raw["claim"], texts),
        verdict=TotalVerdict(raw["verdict"]),
        residual=None if residual is None else (residual[0], residual[1]),
    )
