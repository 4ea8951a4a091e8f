"""Scoring real Russian Ministry of Defence bulletins whose gold is total, window and breakdown.

The rows were written by others (they lie outside the project and are never copied into it). Their gold is partly a
parser's output; what is decided here about it stands in docs/evaluation.md.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from skyledger.errors import UsageError
from skyledger.model import Claim, ClaimStatus, Document, Fate, Kind, Lang, Outlet, Place, TimePrecision

# Words that say what sort of place it is, not which: the rest of a gold name carries its identity.
HEAD_STEMS = ("област", "кра", "республик", "мор", "регион", "округ", "акватори", "территори")
ENDING_LETTERS = 3  # a longer ending is another word: "края" but "Краснодарского", "моря" but "Мордовии"
STEM_LETTERS = 5
# The gold ends an undated night at 07:00 or where a later sentence says; ours at 08:00 (DESIGN 4.4).
NIGHT_END_SLACK = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinRow:
    """One bulletin and what its gold says; ``total`` None means no current total may be claimed."""

    document: Document
    total: int | None
    start: datetime | None
    end: datetime | None
    regions: tuple[str, ...]
    breakdown: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinVerdict:
    """Whether each field of a bulletin was read right; None where the gold does not say."""

    id: str
    total: bool
    window: bool | None
    breakdown: bool | None
    why: str

    @property
    def failed(self) -> bool:
        """Tell whether any asked field is wrong."""
        return not self.total or self.window is False or self.breakdown is False


def load_bulletins(path: Path) -> tuple[BulletinRow, ...]:
    """Read the rows.

    Raises:
        UsageError: The file cannot be read or a line is no row; names file, line and fault.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as bulletins: {error}") from error
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            rows.append(_read_row(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}:{number}: no bulletin row: {error!r}") from error
    return tuple(rows)


def _read_row(value: Mapping[str, Any]) -> BulletinRow:
    gold: Mapping[str, Any] = value["gold"] or {}
    start, end = (
        None if gold.get(k) is None else datetime.fromisoformat(gold[k]) for k in ("window_start", "window_end")
    )
    return BulletinRow(
        document=Document(
            id=value["id"],
            text=value["text"],
            lang=Lang.RU,
            published_at=datetime.fromisoformat(value["posted_utc"]),
            outlet=Outlet(name="Минобороны России", handle="mod_russia", type="official"),
            reader="bulletins/1",
        ),
        total=gold.get("drones"),
        start=start,
        end=end,
        regions=(gold["regions"],) if gold.get("regions") and gold.get("region_count") == 1 else (),
        breakdown=tuple((name, number) for name, number in gold.get("breakdown", ())),
    )


def score_bulletins(
    rows: Iterable[BulletinRow], predicted: Mapping[str, Sequence[Claim]]
) -> tuple[BulletinVerdict, ...]:
    """Hold predicted claims against the rows, in row order."""
    return tuple(_score_row(row, predicted.get(row.document.id, ())) for row in rows)


def _score_row(row: BulletinRow, claims: Sequence[Claim]) -> BulletinVerdict:
    downed = sorted(
        (c for c in claims if c.kind is Kind.INTERCEPTION and c.fate is Fate.DOWNED and _is_current(c)),
        key=_position,
    )
    if row.total is None:
        why = "" if not downed else f"no total expected, got {[_number(c) for c in downed]}"
        return BulletinVerdict(id=row.document.id, total=not downed, window=None, breakdown=None, why=why)
    headline = next((c for c in downed if c.aggregate and not _is_subset(c, downed)), None)
    parts = _parts_of(headline, downed)
    total = _number(headline) if headline is not None else sum(_number(c) or 0 for c in parts)
    first = headline if headline is not None else next(iter(parts), None)
    window = _window_right(row, first)
    breakdown, shown = _breakdown_right(row, headline, parts)
    faults: list[str] = []
    if total != row.total:
        faults.append(f"total {total}, gold {row.total}")
    if window is False:
        time = None if first is None else first.time
        faults.append(f"window {_show_window(time)}, gold {row.start}..{row.end}")
    if not breakdown:
        faults.append(f"breakdown {shown}, gold {list(row.breakdown) or list(row.regions)}")
    return BulletinVerdict(
        id=row.document.id, total=total == row.total, window=window, breakdown=breakdown, why="; ".join(faults)
    )


def _is_current(claim: Claim) -> bool:
    return claim.status is ClaimStatus.CURRENT and claim.count is not None


def _is_subset(claim: Claim, others: Sequence[Claim]) -> bool:
    """Tell an aggregate that is "32 of them" from a total: it is part of another claim."""
    return claim.part_of is not None and any(c.id == claim.part_of for c in others)


def _position(claim: Claim) -> int:
    return min((e.span.start for e in claim.evidence if e.field == "count"), default=0)


def _number(claim: Claim) -> int | None:
    if claim.count is None:
        return None
    return claim.count.low if claim.count.stated is None else claim.count.stated


def _parts_of(headline: Claim | None, downed: Sequence[Claim]) -> list[Claim]:
    parts = [c for c in downed if not c.aggregate]
    if headline is None:
        return parts
    tied = [c for c in parts if c.part_of == headline.id]
    return tied or parts


def _window_right(row: BulletinRow, claim: Claim | None) -> bool | None:
    if row.start is None or row.end is None:
        return None
    if claim is None or claim.time is None or claim.time.start is None or claim.time.end is None:
        return False
    slack = NIGHT_END_SLACK if claim.time.precision is TimePrecision.NIGHT else timedelta(0)
    return claim.time.start == row.start and abs(claim.time.end - row.end) <= slack


def _breakdown_right(row: BulletinRow, headline: Claim | None, parts: Sequence[Claim]) -> tuple[bool, str]:
    shown = ", ".join(f"{'-' if c.place is None else c.place.id}={_number(c)}" for c in parts)
    if not row.breakdown:
        whole = [c for c in (headline, *parts) if c is not None]
        if len(whole) != 1:
            return False, shown
        return all(_names(name, whole[0].place) for name in row.regions), shown
    given: dict[str, int] = {}
    words: dict[str, Place] = {}
    for claim in parts:
        if claim.place is None:
            return False, shown
        given[claim.place.id] = given.get(claim.place.id, 0) + (_number(claim) or 0)
        words[claim.place.id] = claim.place
    wanted = dict(row.breakdown)
    if len(given) != len(wanted):
        return False, shown
    free = dict(given)
    for name, number in row.breakdown:
        match = next((i for i in free if _names(name, words[i]) and free[i] == number), None)
        if match is None:
            return False, shown
        del free[match]
    return True, shown


def _names(gold_words: str, place: Place | None) -> bool:
    """Tell whether the place's own words carry what identifies the gold name."""
    if place is None:
        return False
    said = place.text.casefold().replace("ё", "е")
    words = [w for w in gold_words.casefold().replace("ё", "е").split() if not _is_head(w)]
    return bool(words) and words[0][:STEM_LETTERS] in said


def _is_head(word: str) -> bool:
    return any(word.startswith(stem) and len(word) <= len(stem) + ENDING_LETTERS for stem in HEAD_STEMS)


def _show_window(time: Any) -> str:
    return "none" if time is None else f"{time.start}..{time.end}"
