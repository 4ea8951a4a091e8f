"""Measure the assessment: detectors, ranges and synchrony on simulated series, forecasts on the public tables.

Run ``python bench/backtest.py [--data FOLDER] [--every N] [--small]``. Prints the tables of docs/assess-report.md.
Tables are read from ``../shared/data`` beside the project; where they are not, forecasts are left out, and it says so.
"""

import argparse
import time
from datetime import date
from pathlib import Path

from real_series import FIRST, read_national, read_panel

from skyledger.assess.alarm import AlarmOptions
from skyledger.assess.area_gauge import area_delay, area_false_alarms
from skyledger.assess.backtest import Backtest, bootstrap_skill, join_backtests, run_backtest
from skyledger.assess.gauges import (
    RATE_WORLDS,
    Delay,
    campaign_delay,
    false_alarms,
    nowcast_coverage,
    ratio_coverage,
    synchrony_rejects,
    watch_nights,
    week_delay,
    week_false_alarms,
)
from skyledger.assess.shared_worlds import WITHOUT_SHOCKS, Rhythm
from skyledger.assess.week_alarm import WeekOptions
from skyledger.assess.worlds import Campaign, Quiet

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
ERAS = (
    ("sparse, Oct 2023 - Jul 2024", date(2023, 10, 1), date(2024, 8, 1)),
    ("dense, Aug 2024 - Feb 2026", date(2024, 8, 1), date(2026, 3, 1)),
    ("dense, Aug 2024 - Jun 2026", date(2024, 8, 1), None),
)


def print_alarm(years: int) -> None:
    """Print false alarms and delays of the detector on attack nights, with and without a null that clusters."""
    blind = AlarmOptions(follow_weight=1e9, follow_lift=1.0)
    print("\n## Alarm on attack nights\n\n| false alarms a region-year | N1 | N2 | N3 | N4 |\n|---|--:|--:|--:|--:|")
    for name, options in (("clustering null, line 365", AlarmOptions()), ("independent null, line 365", blind)):
        print(f"| {name} |", " | ".join(f"{false_alarms(w, options, years=years, seed=1):.2f}" for w in Quiet), "|")
    times = [watch_nights(w, AlarmOptions(), years=years, seed=1) for w in Quiet]
    print("| 'watch' or higher: times a year |", " | ".join(f"{t:.1f}" for t, _ in times), "|")
    print("| 'watch' or higher: nights a year |", " | ".join(f"{n:.0f}" for _, n in times), "|")
    print("\n| campaign | median night | seen by 7 | seen by 14 |\n|---|--:|--:|--:|")
    for kind in Campaign:
        print(_delay_row(kind.value, campaign_delay(kind, AlarmOptions(), regions=years, seed=2)))


def print_weeks(years: int) -> None:
    """Print the same of the weekly sums."""
    print("\n## Weekly sums where nearly every night is an attack night")
    print("\n| memory, spread | false alarms a year |\n|---|--:|")
    for memory, spread in ((0.0, 0.0), (0.3, 0.7), (0.6, 0.7), (0.9, 0.4)):
        print(f"| {memory}, {spread} | {week_false_alarms(memory, spread, WeekOptions(), years=years, seed=3):.2f} |")
    print("\n| size | median night | seen by 7 | seen by 14 |\n|---|--:|--:|--:|")
    for factor in (1.5, 2.0, 3.0):
        print(_delay_row(f"x{factor:g}", week_delay(factor, WeekOptions(), regions=years, seed=3)))


def print_area(areas: int) -> None:
    """Print what both detectors of an area of 12 regions do together."""
    print("\n## Area of 12 regions\n\n| | N1 | N2 | N3 | N4 |\n|---|--:|--:|--:|--:|")
    print("| false alarms a year |", " | ".join(f"{area_false_alarms(w, years=areas, seed=4):.2f}" for w in Quiet), "|")
    print("\n| change | median night |\n|---|--:|")
    for changed, factor in ((4, 5.0), (12, 2.0), (1, 8.0)):
        median = area_delay(changed, factor, areas=areas, seed=5)
        print(f"| {changed} of 12 x{factor:g} | {'over 60' if median is None else f'{median:g}'} |")


def print_synchrony(series: int) -> None:
    """Print sizes and powers of the test at 5 %."""
    print("\n## Synchrony, nominal 5 %\n\n| world | rejects |\n|---|--:|")
    for rhythm in (*WITHOUT_SHOCKS, Rhythm.WEAK, Rhythm.CLEAR):
        print(f"| {rhythm.value} | {synchrony_rejects(rhythm, series=series, draws=199, seed=6):.3f} |")


def print_ranges(series: int) -> None:
    """Print how often 80 % ranges of ratios and final figures hold the truth."""
    print("\n## 80 % ranges of ratios")
    print("\n| world | change | objects | attack nights | plain Poisson |\n|---|--:|--:|--:|--:|")
    for world in RATE_WORLDS:
        for factor in (1.0,) if world in ("memory", "flurries") else (1.0, 2.0):
            held = ratio_coverage(world, factor, series=series, seed=7)
            share = "-" if held.share is None else f"{held.share:.2f}"
            print(f"| {world} | x{factor:g} | {held.rate:.2f} | {share} | {held.poisson:.2f} |")
    print("\n## 80 % ranges of a night's final figure")
    print("\n| known | mean | held | first figure is final |\n|--:|--:|--:|--:|")
    for share in (0.62, 0.85, 0.95):
        for mean in (3.0, 10.0, 40.0, 120.0):
            held, final = nowcast_coverage(share, mean=mean, series=series, seed=8)
            print(f"| {share:.0%} | {mean:g} | {held:.2f} | {final:.2f} |")


def print_forecasts(folder: Path, every: int) -> None:
    """Print the rolling-origin backtest on the public tables."""
    print("\n## Forecasts\n")
    if not (folder / "attacks").is_dir():
        print(f"Left out: {folder} has no public tables.")
        return
    print("| series | origins | horizon | CRPS | plain history | skill [90 %] | covered / held | adaptive | plain |")
    print("|---|--:|---|--:|--:|---|---|--:|---|")
    nation = read_national(folder)
    begun = time.process_time()
    count = 0
    for name, start, end in ERAS:
        last = len(nation) if end is None else (end - FIRST).days
        found = run_backtest(nation, (start - FIRST).days, last, every=every)
        count += found.origins
        _print_scores(f"nation, {name}", found, ranges=every == 1)
    _, panel = read_panel(folder)
    loud = [c for c in panel if c.mean() > 0.05]
    each = max(every, 3)
    regions = [run_backtest(c, 300, c.size, every=each, seed=n, paths=600) for n, c in enumerate(loud)]
    joined = join_backtests(regions)
    count += joined.origins
    _print_scores(f"{len(regions)} oblasts, sirens", joined, ranges=False)
    print(f"\n{1000 * (time.process_time() - begun) / count:.1f} ms of one core per region and night.")


def _print_scores(name: str, found: Backtest, *, ranges: bool) -> None:
    for horizon, rows, score in zip(("1 night", "7 nights"), (found.night, found.week), found.scores(), strict=True):
        low, high = bootstrap_skill(rows) if ranges else (None, None)
        between = "" if low is None or high is None else f" [{low:+.1%}, {high:+.1%}]"
        scored = f"{score.crps:.3g} | {score.plain:.3g} | {score.skill:+.1%}{between}"
        held = f"{score.covered:.2f} / {score.held:.2f} | {score.adapted:.2f}"
        plain = f"{score.plain_covered:.2f} / {score.plain_held:.2f}"
        print(f"| {name} | {found.origins} | {horizon} | {scored} | {held} | {plain} |", flush=True)


def _delay_row(name: str, delay: Delay) -> str:
    median = "over 60" if delay.median is None else str(delay.median)
    return f"| {name} | {median} | {delay.within_7:.2f} | {delay.within_14:.2f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the public tables")
    parser.add_argument("--every", type=int, default=1, help="forecast every so many nights")
    parser.add_argument("--small", action="store_true", help="a tenth of the simulations")
    given = parser.parse_args()
    part = 10 if given.small else 1
    print_alarm(1500 // part)
    print_weeks(1000 // part)
    print_area(200 // part)
    print_synchrony(400 // part)
    print_ranges(1000 // part)
    print_forecasts(given.data, given.every)


if __name__ == "__main__":
    main()
