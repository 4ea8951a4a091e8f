"""What the right side of a field means: amounts, times and places in the compact words of the authoring form."""

import re
from datetime import datetime, timedelta
from typing import Any

from evaluation.drafts import AuthoringError

Json = dict[str, Any]

# Days back to where it begins, its first and last hour, and the precision it stands for.
WINDOWS = {
    "night": (-1, 20, 8, "night"),
    "afnight": (-1, 18, 8, "night"),
    "evening": (0, 18, 24, "part_of_day"),
    "morning": (0, 6, 12, "part_of_day"),
    "day": (0, 8, 20, "part_of_day"),
    "date": (0, 0, 24, "day"),
}


def read_amount(spec: str) -> tuple[int, int | None, int | None, str]:
    """Return low, high, stated, qualifier of ``40``, ``>70``, ``>=5``, ``<=20``, ``5-7``, ``few`` ...."""
    worded = {"few": (3, 9), "dozens": (24, 99), "hundreds": (200, 999), "ten-odd": (10, 19), "pair": (2, 2)}
    if spec == "pair":
        return 2, 2, 2, "exact"
    if spec in worded:
        return *worded[spec], None, "several"
    if m := re.fullmatch(r"(\d+)-(\d+)", spec):
        return int(m[1]), int(m[2]), None, "range"
    m = re.fullmatch(r"(>=|<=|>|~)?(\d+)", spec)
    if m is None:
        raise AuthoringError(f"no amount: {spec!r}")
    n = int(m[2])
    low_high_name = {
        None: (n, n, "exact"),
        ">=": (n, 2 * n, "at_least"),
        ">": (n + 1, 2 * n, "more_than"),
        "<=": (0, n, "up_to"),
        "~": (n - n // 10, n + n // 10, "about"),
    }[m[1]]
    return low_high_name[0], low_high_name[1], n, low_high_name[2]


def read_time(spec: str, published: datetime) -> Json:
    """Return start, end and precision of ``night 2025-12-11``, ``2025-12-10T23:20/2025-12-11T04:00``, ``at ...``."""
    zone = published.tzinfo
    word, _, rest = spec.partition(" ")
    if word in WINDOWS:
        shift, first, last, precision = WINDOWS[word]
        day = datetime.fromisoformat(rest).replace(tzinfo=zone)
        start = day + timedelta(days=shift, hours=first)
        end = day + timedelta(hours=last)
        return {"start": start.isoformat(), "end": end.isoformat(), "precision": precision}
    if word == "at":
        point = datetime.fromisoformat(rest).replace(tzinfo=zone).isoformat()
        return {"start": point, "end": point, "precision": "minute"}
    first_text, _, last_text = spec.partition("/")
    moments = [
        None if not t else datetime.fromisoformat(t).replace(tzinfo=zone).isoformat() for t in (first_text, last_text)
    ]
    if moments == [None, None]:
        raise AuthoringError(f"no time: {spec!r}")
    return {"start": moments[0], "end": moments[1], "precision": "minute"}


def read_place(spec: str) -> Json:
    """Return a place of ``UUWW``, ``RU-KLU+RU-TUL``, ``~Belgorod,RU-BEL`` or ``^Valuyki district,RU-BEL``."""
    members = [p.strip() for p in spec.split("+")]
    if len(members) > 1:
        return {"parts": [read_place(m) if m[0] in "~^" else m for m in members]}
    if spec[0] in "~^":
        name, _, region = spec[1:].partition(",")
        kind = "settlement" if spec[0] == "~" else "district"
        return {"name": name.strip(), "region": region.strip(), "kind": kind}
    return {"id": spec}


def read_interval(spec: str) -> Json:
    """Return low and high only."""
    low, high, _, _ = read_amount(spec)
    return {"low": low, "high": high}


def split_meaning(value: str) -> tuple[str, str]:
    """Split ``words = meaning``; without a meaning the words are their own."""
    words, found, meaning = value.rpartition(" = ")
    if not found:
        return value.strip(), value.strip()
    return words.strip(), meaning.strip()
