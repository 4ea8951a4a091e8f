"""The ladder: no signal, watch, sustained increase since a date, not enough history, cannot tell. Rules only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from skyledger.assess.alarm import AlarmOptions, begins, evidence, learn_null
from skyledger.assess.arrays import Floats
from skyledger.assess.series import NightSeries
from skyledger.assess.week_alarm import WeekOptions, week_evidence
from skyledger.packs.regimes import Affects, Break


class Level(StrEnum):
    """What may be said."""

    NO_SIGNAL = "no_signal"
    WATCH = "watch"
    INCREASE = "increase"
    NOT_ENOUGH = "not_enough_history"
    CANNOT_TELL = "cannot_tell"


class Method(StrEnum):
    """What the verdict rests on."""

    ATTACK_NIGHTS = "attack_nights"
    WEEK_SUMS = "week_sums"


class Doubt(StrEnum):
    """Why no verdict, or less of one, can be given."""

    SHORT = "short"
    SILENT = "silent"
    SOURCES = "sources"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Verdict:
    """A verdict with what it rests on.

    Attributes:
        level: The rung.
        method: What was watched.
        since: The night on which the alarm that lasts began; None when none lasts.
        gathering: The night after which the evidence for that alarm began to gather.
        value: The statistic after the last night.
        alarm: Its line.
        watch: The line below.
        track: The statistic after every night.
        alarms: Nights on which an alarm began, the lasting one included.
        history: Known nights that "no change" was learnt from.
        history_attacks: Attack nights among them.
        history_nights: First and last of them; None without history.
        doubts: Why it is less than it might be.
    """

    level: Level
    method: Method
    since: date | None
    gathering: date | None
    value: float
    alarm: float
    watch: float
    track: Floats
    alarms: tuple[date, ...]
    history: int
    history_attacks: int
    history_nights: tuple[date, date] | None
    doubts: tuple[Doubt, ...]


def judge_series(
    series: NightSeries, *, options: AlarmOptions | None = None, week: WeekOptions | None = None
) -> Verdict:
    """Return the verdict on a series as of its last night.

    Args:
        series: Any series; an empty, constant or unknown one has a verdict too.
        options: Of the detector on attack nights.
        week: Of the weekly sums, used where nearly every night of the history is an attack night.
    """
    options = AlarmOptions() if options is None else options
    week = WeekOptions() if week is None else week
    attacked = series.since_break(series.settled())
    if not len(attacked):
        return _empty(options)
    null = learn_null(attacked, options)
    history, share = int(null.known[-1]), float(null.share[-1])
    attacks = round(history * share)
    if share >= options.saturated:
        counts = series.since_break(series.settled_low())
        track, method, alarm, watch = week_evidence(counts, week), Method.WEEK_SUMS, week.alarm, week.watch
    else:
        track, method = evidence(attacked, options), Method.ATTACK_NIGHTS
        alarm, watch = options.alarm, options.watch
    starts = np.flatnonzero(begins(track, alarm, watch))
    lasting = bool(len(starts)) and bool((track[starts[-1] :] >= watch).all())
    doubts = _doubts(series, attacked, history, options)
    level = _level(float(track[-1]), watch, lasting, doubts)
    return Verdict(
        level=level,
        method=method,
        since=series.night(int(starts[-1])) if lasting else None,
        gathering=_gathering(series, track, int(starts[-1]), watch) if lasting else None,
        value=float(track[-1]),
        alarm=alarm,
        watch=watch,
        track=track,
        alarms=tuple(series.night(int(n)) for n in starts),
        history=history,
        history_attacks=attacks,
        history_nights=_history_nights(series, options),
        doubts=doubts,
    )


def _level(value: float, watch: float, lasting: bool, doubts: tuple[Doubt, ...]) -> Level:
    if Doubt.SHORT in doubts:
        return Level.NOT_ENOUGH
    raised = lasting or value >= watch
    if Doubt.SILENT in doubts or (raised and Doubt.SOURCES in doubts):
        return Level.CANNOT_TELL
    return Level.INCREASE if lasting else Level.WATCH if raised else Level.NO_SIGNAL


def _doubts(series: NightSeries, attacked: Floats, history: int, options: AlarmOptions) -> tuple[Doubt, ...]:
    found = []
    if history < options.enough:
        found.append(Doubt.SHORT)
    if np.isfinite(attacked[-7:]).sum() < 4:
        found.append(Doubt.SILENT)
    if _sources_grew(series.sources, options):
        found.append(Doubt.SOURCES)
    if any(_is_recent(b, series, options) for b in series.breaks):
        found.append(Doubt.BREAK)
    return tuple(found)


def _is_recent(change: Break, series: NightSeries, options: AlarmOptions) -> bool:
    return change.affects is Affects.ATTACKS and (series.last - change.begins).days < options.window + options.guard


def _sources_grew(sources: Floats, options: AlarmOptions) -> bool:
    """Tell whether half as many sources again answer now as in the history: new eyes see more with nothing changed."""
    now, before = sources[-14:], sources[-options.window - options.guard : -14]
    now, before = now[np.isfinite(now) & (now > 0)], before[np.isfinite(before) & (before > 0)]
    if not len(now) or not len(before):
        return False
    return bool(now.mean() >= 1.5 * before.mean() and now.mean() - before.mean() >= 1)


def _gathering(series: NightSeries, track: Floats, start: int, watch: float) -> date:
    """Return the first night of the run of evidence that led to an alarm: after it was last at a third of "watch"."""
    low = np.flatnonzero(track[: start + 1] <= watch / 3)
    return series.night(int(low[-1]) + 1 if len(low) else 0)


def _history_nights(series: NightSeries, options: AlarmOptions) -> tuple[date, date] | None:
    last = len(series) - 1 - options.guard - 1
    first = max(0, last - options.window + 1)
    return (series.night(first), series.night(last)) if last >= first else None


def _empty(options: AlarmOptions) -> Verdict:
    return Verdict(
        level=Level.NOT_ENOUGH,
        method=Method.ATTACK_NIGHTS,
        since=None,
        gathering=None,
        value=0.0,
        alarm=options.alarm,
        watch=options.watch,
        track=np.zeros(0),
        alarms=(),
        history=0,
        history_attacks=0,
        history_nights=None,
        doubts=(Doubt.SHORT,),
    )
