"""The findings that are no numbers: outcome, place, window, object, detail, alternates."""

from collections import Counter
from collections.abc import Hashable, Sequence

from skyledger.model.incident import Finding
from skyledger.model.kinds import Kind, Modality, ObjectType, PlaceKind, PlacePrecision, TimePrecision
from skyledger.model.place import Place
from skyledger.model.time_range import TimeRange
from skyledger.reconcile.members import Member, claim_ids, denies
from skyledger.say import Told, tell

_PLACES = tuple(PlacePrecision)
_TIMES = tuple(TimePrecision)
_GENERIC_OBJECTS = frozenset({ObjectType.UNKNOWN, ObjectType.HIGH_SPEED_AIR_TARGET, ObjectType.UAV, ObjectType.MISSILE})


def choose_place(members: Sequence[Member]) -> tuple[Place | None, Finding | None]:
    """Return the most precise place that members name, and the finding that says who does.

    A headline's town that is short for a region the texts name is no more precise than that region. A place inside the
    chosen one's region supports it; another place dissents (only a human judgement puts it here).
    """
    named = [(m, m.claim.place) for m in members if m.claim.place is not None]
    if not named:
        return None, None
    told = {place.id: place for m, place in named if not m.headline}
    full = [p for p in named if not (p[0].headline and _stands_for(p[1], told.get(p[1].region or "")))]
    everyone, named = named, full or named
    support = Counter(place.id for _, place in named)
    _, chosen = min(named, key=lambda p: (_PLACES.index(p[1].precision), -support[p[1].id], p[0].order))
    inside = {chosen.id, chosen.region, chosen.district, chosen.country}
    inside |= {place.id for _, place in everyone if _stands_for(place, chosen)}
    supporting = [m for m, place in everyone if place.id in inside]
    dissenting = [m for m, place in everyone if place.id not in inside]
    finding = Finding(
        field="place",
        value=chosen.name,
        interval=None,
        supporting=claim_ids(supporting),
        dissenting=claim_ids(dissenting),
        note=_others([p.name for m, p in everyone if p.id not in inside]),
    )
    return chosen, finding


def _stands_for(town: Place, region: Place | None) -> bool:
    """Tell whether a headline's town may be short for its region: "Kaluga" for Kaluga Oblast."""
    if region is None or region.kind is not PlaceKind.REGION or town.kind is not PlaceKind.SETTLEMENT:
        return False
    return town.region == region.id and region.name.startswith(f"{town.name} ")


def choose_window(members: Sequence[Member], counted: Sequence[str]) -> tuple[TimeRange | None, Finding | None]:
    """Return the window of the incident, and the finding that says who gives it.

    Args:
        members: Members oldest first.
        counted: Claims whose number stands: their window is the one the number was counted over. Empty for effects,
            whose most precise window is taken.

    Returns:
        Window and finding, or two Nones when no member has a window. Reprints never give the window.
    """
    named = [(m, m.claim.time) for m in members if m.claim.time is not None]
    fresh = [p for p in named if not p[0].stale] or named
    if not fresh:
        return None, None
    preferred = [p for p in fresh if p[0].claim.id in counted] or fresh
    support = Counter((t.start, t.end) for _, t in fresh)
    _, chosen = min(
        preferred, key=lambda p: (_TIMES.index(p[1].precision), -support[(p[1].start, p[1].end)], p[0].order)
    )
    stale = [m for m, _ in named if m.stale]
    dissenting = [m for m, t in named if not m.stale and not t.overlaps(chosen) and not chosen.overlaps(t)]
    apart = {m.claim.id for m in [*stale, *dissenting]}
    finding = Finding(
        field="window",
        value=chosen.text or _span(chosen),
        interval=None,
        supporting=claim_ids([m for m, _ in named if m.claim.id not in apart]),
        dissenting=claim_ids(dissenting),
        note=tell(Told.REPRINTS_KEPT, n=len(stale)) if stale else "",
    )
    return chosen, finding


def choose_object(members: Sequence[Member]) -> tuple[ObjectType | None, Finding | None]:
    """Return the most specific object members name, and its finding; another sort of object dissents."""
    named = [(m, m.claim.object) for m in members if m.claim.object is not None]
    if not named:
        return None, None
    support = Counter(o for _, o in named)
    chosen = min(support, key=lambda o: (o is ObjectType.UNKNOWN, -support[o], o in _GENERIC_OBJECTS, o.value))
    compatible = {chosen} | _GENERIC_OBJECTS
    finding = Finding(
        field="object",
        value=chosen.value,
        interval=None,
        supporting=claim_ids([m for m, o in named if o in compatible]),
        dissenting=claim_ids([m for m, o in named if o not in compatible]),
        note=_others([o.value for _, o in named if o is not chosen]),
    )
    return chosen, finding


def word_findings(members: Sequence[Member]) -> tuple[Finding, ...]:
    """Return one finding for each detail and one for the alternates of a diversion."""
    found: list[Finding] = []
    for detail in sorted({m.claim.detail for m in members if m.claim.detail}):
        saying = [m for m in members if m.claim.detail == detail]
        found.append(_finding("detail", detail, saying))
    for alternate in sorted({a for m in members for a in m.claim.to}):
        found.append(_finding("to", alternate, [m for m in members if alternate in m.claim.to]))
    return tuple(found)


def last_words(members: Sequence[Member]) -> dict[str, Member]:
    """Return for each origin the member that carries its last word on whether the thing happened.

    A slow rewrite of the first report does not take back a later denial; the speaker's own channel may.
    """
    last: dict[str, Member] = {}
    said: set[tuple[str, bool]] = set()
    for member in members:
        denial = denies(member.claim)
        known = last.get(member.voice)
        if known is None or denies(known.claim) == denial or member.own or (member.voice, denial) not in said:
            last[member.voice] = member
        said.add((member.voice, denial))
    return last


def outcome_finding(members: Sequence[Member]) -> Finding | None:
    """Return whether the thing is reported or denied, once anybody denies it; the last word of each origin counts."""
    if not any(denies(m.claim) for m in members):
        return None
    last = last_words(members)
    if all(m.claim.kind is Kind.NO_DAMAGE for m in members):
        hedged = all(m.claim.modality is Modality.PRELIMINARY for m in last.values())
        return _outcome(tell(Told.NONE_REPORTED_YET if hedged else Told.NONE_REPORTED), list(members), [], "")
    denied = all(denies(m.claim) for m in last.values())
    supporting = [m for m in members if denies(m.claim) == denied and denies(last[m.voice].claim) == denied]
    dissenting = [m for m in members if m not in supporting]
    revised = [m for m in members if denies(m.claim) != denies(last[m.voice].claim)]
    if denied:
        note = tell(Told.FIRST_REPORTED) if revised else ""
        return _outcome("denied", supporting, dissenting, note)
    note = tell(Told.ORIGIN_DENIES if any(denies(m.claim) for m in last.values()) else Told.DENIAL_TAKEN_BACK)
    return _outcome("reported", supporting, dissenting, note)


def _outcome(value: str, supporting: Sequence[Member], dissenting: Sequence[Member], note: str) -> Finding:
    return Finding(
        field="outcome",
        value=value,
        interval=None,
        supporting=claim_ids(supporting),
        dissenting=claim_ids(dissenting),
        note=note,
    )


def _finding(field: str, value: str, supporting: Sequence[Member]) -> Finding:
    return Finding(field=field, value=value, interval=None, supporting=claim_ids(supporting))


def _others(words: Sequence[Hashable]) -> str:
    others = sorted({str(w) for w in words})
    return tell(Told.ALSO_NAMED, names=", ".join(others)) if others else ""


def _span(time: TimeRange) -> str:
    start = "?" if time.start is None else time.start.isoformat(timespec="minutes")
    end = "open" if time.end is None else time.end.isoformat(timespec="minutes")
    return f"{start} to {end}"
