"""The first screen: statements side by side. Totals are never added to their parts; nothing that overlaps is summed."""

from collections.abc import Mapping, Sequence

from skyledger.model import Claim, Fate, Interval, Kind, PlaceKind, PlacePrecision, Unit
from skyledger.publish.amounts import interval_words, not_reported, says_none
from skyledger.publish.sitrep.records import AirportRow, Figure, Headline, Line
from skyledger.say import say

_SHOWN = 3
_MOST = 6
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
    shown = _widest_by_side(top, claims)
    summed = None if any(_is_wide(line, claims) for _, line in top) else _sum_of_one_list(top, claims)
    if summed is not None:
        return Headline(
            key=key,
            label=label,
            figures=((summed, None),),
            note=say("The regions of one list, added; the list may be incomplete."),
        )
    chosen = {(id(f), line.incident) for f, line in shown}
    rest = [(f, line) for f, line in sorted(top, key=_size, reverse=True) if (id(f), line.incident) not in chosen]
    note = ""
    if rest:
        note = say("{n} further {n:statement|statements} on other hours or places, not added.", n=len(rest))
    return Headline(key=key, label=label, figures=shown, note=note, rest=tuple(c for f, _ in rest for c in f.claims))


def _widest_by_side(
    pairs: Sequence[tuple[Figure, Line]], claims: Mapping[str, Claim]
) -> tuple[tuple[Figure, Line], ...]:
    """Return each government's widest statement on each sort of thing; where it has none, its largest by place.

    Statements that name nobody come in only where no government spoke.
    """
    ordered = sorted(pairs, key=_size, reverse=True)
    national = [p for p in ordered if _is_wide(p[1], claims)]
    told = {_side(figure, claims) for figure, _ in national}
    best: dict[tuple[str, str], tuple[Figure, Line]] = {}
    for figure, line in national:
        best.setdefault((_side(figure, claims), "" if line.object is None else line.object.value), (figure, line))
    local = [p for p in ordered if _side(p[0], claims) not in told][:_SHOWN]
    chosen = [*best.values(), *local]
    attributed = [p for p in chosen if _side(p[0], claims)]
    return tuple(sorted(attributed or chosen, key=_size, reverse=True)[:_MOST])


def _side(figure: Figure, claims: Mapping[str, Claim]) -> str:
    speakers = (claims[c].speaker for c in figure.claims)
    return next((s.side.value for s in speakers if s is not None), "")


def _counts_objects(figure: Figure, claims: Mapping[str, Claim]) -> bool:
    """An incident may also count places hit or flights; the headline is about what flew."""
    counts = [claims[c].count for c in figure.claims]
    return figure.field == "count" and all(c is None or c.unit is Unit.OBJECT for c in counts)


def _size(pair: tuple[Figure, Line]) -> tuple[int, int]:
    interval = pair[0].interval
    return (-1, 0) if interval is None else (interval.low, pair[1].origins)


def _placed_size(pair: tuple[Figure, Line]) -> tuple[bool, int, int]:
    return (pair[1].place is not None, *_size(pair))


def _is_wide(line: Line, claims: Mapping[str, Claim]) -> bool:
    """Tell whether a statement is about a country: a total over regions, or a national body that names no place."""
    place = line.place
    if place is None:
        speakers = [claims[c].speaker for c in line.claims]
        return line.tally or any(s is not None and s.region is None for s in speakers)
    return line.tally or place.kind is PlaceKind.LIST or place.precision is PlacePrecision.COUNTRY


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
        chosen = sorted(some, key=_placed_size, reverse=True)
        rest = chosen[_SHOWN:]
        note = say("{n} further {n:statement|statements}, by place, not added.", n=len(rest)) if rest else ""
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
    hedged = sum(f.hedge == "preliminary" for f, _ in none)
    note = say("In {n} {n:place|places}; elsewhere not reported.", n=places)
    if 0 < hedged < len(none):
        note = say(
            "In {n} {n:place|places}, {hedged} of {all} statements preliminary; elsewhere not reported.",
            n=places,
            hedged=hedged,
            all=len(none),
        )
    figure = Figure(
        field=field,
        label=say(label).lower(),
        value=say("no casualties stated"),
        interval=Interval(low=0, high=0),
        claims=claims,
        hedge="preliminary" if hedged == len(none) else "",
    )
    return Headline(key=field, label=label, figures=((figure, None),), note=note, rest=claims)


def _airport_headline(airports: Sequence[AirportRow]) -> Headline:
    closed = [a for a in airports if any(c.closure is not None for c in a.closings)]
    if not closed:
        return _nothing("airports", "Airports closed", ())
    figure = Figure(
        field="airports",
        label=say("airports closed"),
        value=str(len(closed)),
        interval=Interval(low=len(closed), high=None),
        claims=tuple(c.closure for a in closed for c in a.closings if c.closure is not None),
        note=", ".join(a.airport.name for a in closed),
    )
    return Headline(key="airports", label="Airports closed", figures=((figure, None),))


def _nothing(key: str, label: str, claims: Sequence[str]) -> Headline:
    figure = Figure(field=key, label=say(label).lower(), value=not_reported(), interval=None, claims=())
    note = say("Stated without a number.") if claims else ""
    return Headline(key=key, label=label, figures=((figure, None),), note=note, rest=tuple(claims))
