"""The pictures of an assessment: nights, evidence, calendar, regions, ranges against what came."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from skyledger.assess.assessment import Assessment
from skyledger.assess.series import NightSeries
from skyledger.publish.assess.report import level_words, place_name
from skyledger.publish.assess.svg import LEFT, RIGHT, WIDTH, box, dot, label, line, path, picture
from skyledger.publish.words import clean_text

_NIGHTS = 180
_CELL = 13


def draw_nights(series: NightSeries, title: str, *, nights: int = _NIGHTS, height: int = 170) -> str:
    """Draw counts: a bar to the least number, a paler one to the greatest; unknown nights grey, provisional dashed."""
    first = max(0, len(series) - nights)
    n = len(series) - first
    if not n:
        return ""
    high = series.high[first:]
    top = max(float(np.nanmax(high)) if np.isfinite(high).any() else 1.0, 1.0)
    step, base = (WIDTH - LEFT - RIGHT) / n, height - 20
    shapes = [*_frame(series, first, base, top)]
    for column in range(n):
        index, x = first + column, LEFT + column * step
        low_value, high_value = series.low[index], series.high[index]
        day = series.night(index).isoformat()
        if np.isnan(low_value):
            shapes.append(box(x, 10, step, base - 10, "unknown", f"{day}: ?"))
            continue
        scale = (base - 10) / top
        hint = f"{day}: {low_value:g}" + (f"-{high_value:g}" if high_value > low_value else "")
        late = " late" if series.provisional[index] else ""
        width = max(step - 0.6, 0.6)
        if high_value > low_value:
            tall = (high_value - low_value) * scale
            shapes.append(box(x, base - high_value * scale, width, tall, f"high{late}", hint))
        shapes.append(box(x, base - low_value * scale, width, max(low_value * scale, 0.8), f"low{late}", hint))
    for change in series.breaks:
        at = (change.begins - series.first).days - first
        if 0 <= at < n:
            shapes.append(line(LEFT + at * step, 4, LEFT + at * step, base, "break"))
    return picture(height, title, shapes)


def _frame(series: NightSeries, first: int, base: float, top: float) -> list[str]:
    shapes = [line(LEFT, base, WIDTH - RIGHT, base, "axis"), label(LEFT - 4, 16, f"{top:g}", anchor="end")]
    shapes += [label(LEFT - 4, base, "0", anchor="end"), label(LEFT, base + 14, series.night(first).isoformat())]
    shapes.append(label(WIDTH - RIGHT, base + 14, series.last.isoformat(), anchor="end"))
    return shapes


def draw_evidence(assessment: Assessment, title: str, *, height: int = 150) -> str:
    """Draw the alarm statistic on a logarithmic scale with its two lines."""
    verdict, series = assessment.verdict, assessment.series
    first = max(0, len(series) - _NIGHTS)
    track = verdict.track[first:]
    if len(track) < 2:
        return ""
    top = max(float(track.max()), verdict.alarm) * 2
    step, base = (WIDTH - LEFT - RIGHT) / len(track), height - 20

    def level(value: float) -> float:
        return base - (base - 8) * float(np.log(max(value, 1.0)) / np.log(top))

    shapes = [line(LEFT, base, WIDTH - RIGHT, base, "axis")]
    for value, kind in ((verdict.alarm, "alarm"), (verdict.watch, "watch")):
        shapes.append(line(LEFT, level(value), WIDTH - RIGHT, level(value), kind))
        shapes.append(label(LEFT - 4, level(value) + 4, f"{value:g}", anchor="end"))
    shapes.append(path(((LEFT + (i + 0.5) * step, level(float(v))) for i, v in enumerate(track)), "track"))
    shapes += [label(LEFT, base + 14, series.night(first).isoformat())]
    shapes.append(label(WIDTH - RIGHT, base + 14, series.last.isoformat(), anchor="end"))
    return picture(height, title, shapes)


def draw_calendar(series: NightSeries, title: str) -> str:
    """Draw a year of nights as weeks: attack nights filled, quiet ones empty, unknown grey, provisional dashed."""
    first = max(0, len(series) - 371)
    if first == len(series):
        return ""
    lead = series.night(first).weekday()
    shapes: list[str] = []
    months: set[str] = set()
    for index in range(first, len(series)):
        week, day = divmod(index - first + lead, 7)
        night, state = series.night(index), series.attacked[index]
        kind = "unknown" if np.isnan(state) else "low" if state else "quiet"
        late = " late" if series.provisional[index] else ""
        hint = f"{night.isoformat()}: {'?' if np.isnan(state) else f'{series.low[index]:g}'}"
        shapes.append(box(4 + week * _CELL, 16 + day * _CELL, _CELL - 2, _CELL - 2, kind + late, hint))
        month = f"{night:%Y-%m}"
        if month not in months and night.day <= 7 and day == 0:
            months.add(month)
            shapes.append(label(4 + week * _CELL, 11, month[2:]))
    return picture(18 + 7 * _CELL, title, shapes)


def draw_regions(assessments: Sequence[Assessment], title: str, language: str, *, nights: int = 84) -> str:
    """Draw small multiples: attack nights of each region on one line."""
    shown = [a for a in assessments if len(a.series)][:40]
    if not shown:
        return ""
    row, left = 22, 330
    step = (WIDTH - left - RIGHT) / nights
    shapes: list[str] = []
    for number, assessment in enumerate(shown):
        series, y = assessment.series, number * row
        words = f"{clean_text(place_name(series.region))[:30]}: {level_words(assessment, language)}"
        shapes.append(label(0, y + 15, words))
        top = max(float(np.nanmax(series.low[-nights:])) if np.isfinite(series.low[-nights:]).any() else 1.0, 1.0)
        for column, index in enumerate(range(max(0, len(series) - nights), len(series))):
            value, x = series.low[index], left + column * step
            if np.isnan(value):
                shapes.append(box(x, y + 3, step, row - 5, "unknown"))
            elif value:
                tall = max(3.0, (row - 5) * value / top)
                hint = f"{series.night(index).isoformat()}: {value:g}"
                shapes.append(box(x, y + row - 2 - tall, max(step - 0.5, 0.5), tall, "low", hint))
        shapes.append(line(left, y + row - 2, WIDTH - RIGHT, y + row - 2, "axis"))
    return picture(len(shown) * row + 4, title, shapes)


def draw_fan(assessment: Assessment, title: str, *, height: int = 160) -> str:
    """Draw past seven-night ranges with what came, and the range that stands."""
    found = assessment.forecast
    if found is None or not found.past:
        return ""
    bands = [(assessment.series.night(p.index), p.low, p.high, p.came) for p in found.past]
    last = assessment.series.last
    top = max(max(high for _, _, high, _ in bands), found.week.range.high, *(came for *_, came in bands), 1)
    step, base = (WIDTH - LEFT - RIGHT) / (len(bands) + 1), height - 20
    scale = (base - 8) / top
    shapes = [line(LEFT, base, WIDTH - RIGHT, base, "axis"), label(LEFT - 4, 14, f"{top:g}", anchor="end")]
    for column, (night, low, high, came) in enumerate(bands):
        x = LEFT + column * step
        hint = f"{(night + timedelta(days=1)).isoformat()}+7: {low}-{high}; {came:g}"
        shapes.append(box(x + step * 0.15, base - high * scale, step * 0.7, max((high - low) * scale, 1), "band", hint))
        shapes.append(dot(x + step / 2, base - came * scale, "came" if low <= came <= high else "missed", hint))
    x, week = LEFT + len(bands) * step, found.week.range
    hint = f"{(last + timedelta(days=1)).isoformat()}+7: {week.low}-{week.high}"
    tall = max((week.high - week.low) * scale, 1)
    shapes.append(box(x + step * 0.15, base - week.high * scale, step * 0.7, tall, "band next", hint))
    shapes.append(label(LEFT, base + 14, bands[0][0].isoformat()))
    shapes.append(label(WIDTH - RIGHT, base + 14, hint.partition(":")[0], anchor="end"))
    return picture(height, title, shapes)
