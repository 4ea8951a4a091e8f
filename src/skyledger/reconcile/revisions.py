"""Running figures: what one speaker said first, then, and last; the last stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from skyledger.model.count import Interval
from skyledger.model.incident import FindingVersion
from skyledger.reconcile.members import Member, superseded
from skyledger.reconcile.wording import in_words
from skyledger.say import Told, tell

ReadInterval = Callable[[Member], Interval | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one origin says in the end about one number.

    Attributes:
        interval: The value that stands.
        supporting: The members that say so.
        slips: Members whose value only a headline has.
        versions: All values in the order they were first said, when there was more than one.
        note: What a reader should know, or ``""``.
    """

    voice: str
    interval: Interval
    supporting: tuple[Member, ...]
    slips: tuple[Member, ...] = ()
    versions: tuple[FindingVersion, ...] = ()
    note: str = ""


def standing_values(members: Sequence[Member], read: ReadInterval, *, headline_counts: bool) -> tuple[Standing, ...]:
    """Return what each origin's number is in the end.

    A slow rewrite of an earlier figure is no new version: values stand in the order in which they were *first* said,
    except that the speaker's own channel may go back to an earlier one.

    Args:
        members: Members oldest first.
        read: The number of a member, None when it gives none.
        headline_counts: Whether a number only the title has may replace the text's.

    Returns:
        One standing value for each origin that gives a number, earliest first.
    """
    by_voice: dict[str, list[tuple[Member, Interval]]] = {}
    for member in members:
        value = read(member)
        if value is not None:
            by_voice.setdefault(member.voice, []).append((member, value))
    return tuple(_standing(voice, said, headline_counts) for voice, said in by_voice.items())


def _standing(voice: str, said: list[tuple[Member, Interval]], headline_counts: bool) -> Standing:
    slips = [] if headline_counts else _headline_slips(said)
    body = _read_vague_as_exact([s for s in said if s not in slips])
    live = any(not superseded(m.claim) for m, _ in body)
    order: list[Interval] = []
    for member, value in body:
        if live and superseded(member.claim):  # its own text says that it is over
            order = order if value in order else [value, *order]
        elif value not in order or (member.own and order[-1] != value):
            order = [v for v in order if v != value] + [value]
    last = order[-1]
    return Standing(
        voice=voice,
        interval=last,
        supporting=tuple(m for m, v in body if v == last),
        slips=tuple(m for m, _ in slips),
        versions=_versions(body, order) if len(order) > 1 else (),
        note=_slip_note(slips),
    )


def _read_vague_as_exact(said: list[tuple[Member, Interval]]) -> list[tuple[Member, Interval]]:
    """Read "more than 30" as the exact 32 said before it: rounding is no revision."""
    exact: list[Interval] = []
    read: list[tuple[Member, Interval]] = []
    for member, value in said:
        known = next((e for e in reversed(exact) if e.overlaps(value)), None)
        if value.low == value.high:
            exact.append(value)
            known = None
        read.append((member, value if known is None else known))
    return read


def _headline_slips(said: Sequence[tuple[Member, Interval]]) -> list[tuple[Member, Interval]]:
    """Return what stands only in a headline while the text under it gives another number."""
    bodies: dict[str, set[Interval]] = {}
    for member, value in said:
        if not member.headline:
            bodies.setdefault(member.claim.document_id, set()).add(value)
    return [
        (m, v) for m, v in said if m.headline and m.claim.document_id in bodies and v not in bodies[m.claim.document_id]
    ]


def _slip_note(slips: Sequence[tuple[Member, Interval]]) -> str:
    values = sorted({in_words(v) for _, v in slips})
    return tell(Told.HEADLINE_SAYS, values=", ".join(values)) if values else ""


def _versions(said: Sequence[tuple[Member, Interval]], order: Sequence[Interval]) -> tuple[FindingVersion, ...]:
    found = []
    for value in order:
        first = next(m for m, v in said if v == value)
        found.append(FindingVersion(at=first.at, value=in_words(value), interval=value, claim=first.claim.id))
    return tuple(found)


def count_up(standing: Sequence[Standing]) -> tuple[Standing, ...]:
    """Let a higher figure stand for the lower ones that other voices of its side gave before it and not after.

    "Three hurt" by the mayor at seven and "fifteen" by the governor at ten are one count that went on. None reported
    and somebody hurt stay a dispute, as do figures of two sides and a lower figure given again after the higher one.
    """
    left = [one for one in standing if not any(_goes_on(two, one) for two in standing)]
    gone = [one for one in standing if one not in left]
    return tuple(_with_earlier(one, [g for g in gone if _goes_on(one, g)]) for one in left) if gone else tuple(standing)


def _goes_on(higher: Standing, lower: Standing) -> bool:
    """Tell whether one voice counts on from where another had stopped."""
    if not lower.interval.low or lower.interval.high is None or higher.interval.low <= lower.interval.high:
        return False
    one, two = higher.supporting[0].origin, lower.supporting[0].origin
    if one.speaker is None or (two.speaker is not None and two.speaker.side is not one.speaker.side):
        return False
    first, last = _first(higher), _last_own(lower)
    return first is not None and last is not None and last < first


def _first(standing: Standing) -> datetime | None:
    return min((m.at for m in standing.supporting if m.at is not None), default=None)


def _last_own(standing: Standing) -> datetime | None:
    """Return when a figure was last given by its own voice; a slow rewrite of it is no restatement."""
    own = [m.at for m in standing.supporting if m.at is not None and m.own]
    every = [m.at for m in standing.supporting if m.at is not None]
    return max(own, default=min(every, default=None))


def _with_earlier(standing: Standing, earlier: Sequence[Standing]) -> Standing:
    """Put the figures of other voices among the versions of the one that went on."""
    if not earlier:
        return standing
    said = [v for s in (standing, *earlier) for v in (s.versions or (_only_version(s),))]
    dated = [(v.at, v.value, v) for v in said if v.at is not None]
    first: dict[str, FindingVersion] = {}
    for _, value, version in sorted(dated, key=lambda d: d[:2]):
        first.setdefault(value, version)
    return replace(standing, versions=tuple(first.values()))


def _only_version(standing: Standing) -> FindingVersion:
    first = standing.supporting[0]
    return FindingVersion(
        at=first.at, value=in_words(standing.interval), interval=standing.interval, claim=first.claim.id
    )
