"""Nightly series from the public tables beside the project (../shared/data/README.md), for the backtest and its test.

Sirens are no attacks: they serve as a real panel of counts in many regions.
"""

import csv
import gzip
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from skyledger.assess.arrays import Floats

ATTACKS = Path("attacks/missile_attacks_daily.csv")
ALERTS = Path("alerts/alerts_oblast.csv.gz")
FIRST = date(2022, 10, 1)
PANEL_FIRST, PANEL_LAST = date(2022, 3, 16), date(2024, 9, 30)


def read_national(folder: Path) -> Floats:
    """Return one-way drones launched per night from 1 Oct 2022 on.

    The Air Force's rows where a night has any, else those of regional commands; a night is the date of its begin plus
    12 hours, the end date where no hour is given. Nights without a row count as 0: the table cannot tell them from
    quiet ones.
    """
    nation: Counter[date] = Counter()
    regions: Counter[date] = Counter()
    with (folder / ATTACKS).open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["model"] != "Shahed-136/131" or not row["launched"]:
                continue
            into = nation if row["source"].startswith("kpszsu") else regions
            into[_night(row["time_start"].strip(), row["time_end"].strip())] += float(row["launched"])
    nights = [FIRST + timedelta(days=n) for n in range((max(nation) - FIRST).days + 1)]
    return np.array([nation[n] if n in nation else regions[n] for n in nights], dtype=np.float64)


def _night(start: str, end: str) -> date:
    if len(start) > 10:
        return (datetime.strptime(start, "%Y-%m-%d %H:%M") + timedelta(hours=12)).date()
    return date.fromisoformat(end[:10])


def read_panel(folder: Path) -> tuple[list[str], Floats]:
    """Return the names of the oblasts, and the alerts begun per night (19:00-09:00 local), shape (oblasts, nights).

    Mar 2022 to Sep 2024: later alerts are counted by district, which is another series.
    """
    counts: Counter[tuple[str, date]] = Counter()
    with gzip.open(folder / ALERTS, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            begun = datetime.fromisoformat(row["start_local"])
            if not 9 <= begun.hour < 19:
                counts[row["region"], (begun + timedelta(hours=5)).date()] += 1
    names = sorted({name for name, _ in counts})
    nights = [PANEL_FIRST + timedelta(days=n) for n in range((PANEL_LAST - PANEL_FIRST).days + 1)]
    return names, np.array([[counts[name, night] for night in nights] for name in names], dtype=np.float64)
