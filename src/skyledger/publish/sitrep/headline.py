"""The first screen: statements side by side. Totals are never added to their parts; nothing that overlaps is summed."""

from collections.abc import Mapping, Sequence

from skyledger.model import Claim, Fate, Interval, Kind, PlaceKind, PlacePrecision, Unit
from skyledger.publish.sitrep.records import AirportRow, Figure, Headline, Line
from skyledger.publish.words import NOT_REPORTED, interval_words, says_none

_SHOWN = 3
_FATES = (
    (Kind.INTERCEPTION, Fate.DOWNED, "Downed"),
    (Kind.INTERCEPTION, Fate.SUPPRESSED, "Suppressed"),
    (Kind.INTERCEPTION, Fate.LOST, "Lost from radar"),
    (Kind.ATTACK, Fate.LAUNCHED, "Launched"),
    (Kind.ATTACK, Fate.HIT, "Hits"),
)
_ALWAYS = (Fate.DOWNED,)


def build_headlines(
    lines: Sequence[Line], airports: Sequence[AirportRow], claims: Mapping[str, Claim]
) -> tuple[Headline, ...]:
    """Return downed, suppressed, lost, launched, hits, killed, injured and airports, in that order."""
    found = []
    for kind, fate, label in _FATES:
        own = [line for line in lines if line.kind is kind and line.fate is fate]
        if own or fate in _ALWAYS:
            found.append(_count_headline(fate.value, label, own, claims))
    found += [_harm_headline("killed", "Killed", lines), _harm_headline("injured", "Injured", lines)]
    return (*found, _airport_headline(airports))


def _count_headline(key: str, label: str, lines: Sequence[Line], claims: Mapping[str, Claim]) -> Headline:
    stated = [(f, line) for line in lines for f in line.figures if _counts_objects(f, claims)]
    top = [(f, line) for f, line in stated if line.part_of is None]
    if not top:
        return _nothing(key, label, [c for line in lines for c in line.claims])
    wide = [(f, line) for f, line in top if line.tally or _is_wide(line)]
    broad = {line.incident for _, line in wide}
    summed = None if wide else _sum_of_one_list(top, claims)
    if summed is not None:
        return Headline(
            key=key,
            label=label,
            figures=((summed, None),),
            note="The regions of one list, added; the list may be incomplete.",
        )
    chosen = sorted(wide or top, key=_size, reverse=True)
    shown, rest = chosen[:_SHOWN], [*chosen[_SHOWN:], *(p for p in top if wide and p[1].incident not in broad)]
    note = "" if not rest else f"{len(rest)} further statements may overlap these and are not added."
    if len(rest) == 1:
        note = "1 further statement may overlap these and is not added."
    return Headline(
        key=key, label=label, figures=tuple(shown), note=note, rest=tuple(c for f, _ in rest for c in f.claims)
    )


def _counts_objects(figure: Figure, claims: Mapping[str, Claim]) -> bool:
    """An incident may also count places hit or flights; the headline is about what flew."""
    counts = [claims[c].count for c in figure.claims]
    return figure.field == "count" and all(c is None or c.unit is Unit.OBJECT for c in counts)


def _size(pair: tuple[Figure, Line]) -> tuple[int, int]:
    interval = pair[0].interval
    return (-1, 0) if interval is None else (interval.low, pair[1].origins)


def _is_wide(line: Line) -> bool:
    place = line.place
    return place is not None and (place.kind is PlaceKind.LIST or place.precision is PlacePrecision.COUNTRY)


def _sum_of_one_list(pairs: Sequence[tuple[Figure, Line]], claims: Mapping[str, Claim]) -> Figure | None:
    """Add only what one text lists side by side: one speaker, one object, one window, each region once."""
    first = [claims[f.claims[0]] for f, _ in pairs if f.claims]
    if len(pairs) < 2 or len(first) != len(pairs):
        return None
    same = {(c.document_id, c.object, None if c.speaker is None else c.speaker.id, _window(c)) for c in first}
    regions = {c.place.id for c in first if c.place is not None and c.place.kind is PlaceKind.REGION}
    if len(same) != 1 or len(regions) != len(pairs) or any(c.aggregate for c in first):
        return None
    intervals = [f.interval for f, _ in pairs]
    low = sum(i.low for i in intervals if i is not None)
    return Figure(
        field="count",
        label=pairs[0][0].label,
        value=interval_words(Interval(low=low, high=None)),
        interval=Interval(low=low, high=None),
        claims=tuple(c for f, _ in pairs for c in f.claims),
    )


def _window(claim: Claim) -> tuple[str, str] | None:
    return None if claim.time is None else (str(claim.time.start), str(claim.time.end))


def _harm_headline(field: str, label: str, lines: Sequence[Line]) -> Headline:
    stated = [(f, line) for line in lines for f in line.figures if f.field == field and f.interval is not None]
    some = [(f, line) for f, line in stated if not says_none(f.interval) and line.part_of is None]
    none = [(f, line) for f, line in stated if says_none(f.interval)]
    if some:
        chosen = sorted(some, key=_size, reverse=True)
        rest = chosen[_SHOWN:]
        note = f"By place; {len(rest)} further statements, not added." if rest else ""
        return Headline(
            key=field,
            label=label,
            figures=tuple(chosen[:_SHOWN]),
            note=note,
            rest=tuple(c for f, _ in rest for c in f.claims),
        )
    if not none:
        return _nothing(field, label, ())
    places = len({line.place.id for _, line in none if line.place is not None})
    claims = tuple(c for f, _ in none for c in f.claims)
    hedge = "preliminary" if all(f.hedge == "preliminary" for f, _ in none) else ""
    where = f"in {places} place" + ("" if places == 1 else "s")
    figure = Figure(
        field=field,
        label=label.lower(),
        value=f"none stated {where}",
        interval=Interval(low=0, high=0),
        claims=claims,
        hedge=hedge,
    )
    return Headline(key=field, label=label, figures=((figure, None),), note="Elsewhere: not reported.")


def _airport_headline(airports: Sequence[AirportRow]) -> Headline:
    closed = [a for a in airports if a.closings]
    if not closed:
        return _nothing("airports", "Airports closed", ())
    figure = Figure(
        field="airports",
        label="airports closed",
        value=str(len(closed)),
        interval=Interval(low=len(closed), high=None),
        claims=tuple(c.closure for a in closed for c in a.closings),
        note=", ".join(a.airport.name for a in closed),
    )
    return Headline(key="airports", label="Airports closed", figures=((figure, None),))


def _nothing(key: str, label: str, claims: Sequence[str]) -> Headline:
    figure = Figure(field=key, label=label.lower(), value=NOT_REPORTED, interval=None, claims=())
    note = "Stated without a number." if claims else ""
    return Headline(key=key, label=label, figures=((figure, None),), note=note, rest=tuple(claims))
