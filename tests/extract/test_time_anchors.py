"""No pattern is kept from a text it matches in: strings are made of every pattern, new alternatives included."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger.extract import (
    spoken_hours,
    time_bare,
    time_headed,
    time_later,
    time_log,
    time_notices,
    time_patterns,
    windows,
)
from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, TimeText, matches, may_match
from skyledger.packs.normalise import tokenise

PATTERNS: dict[str, LazyPattern] = {
    name: p
    for module in (time_patterns, windows, time_log, time_notices, time_bare, time_headed, time_later, spoken_hours)
    for name, p in vars(module).items()
    if isinstance(p, LazyPattern) and not name.startswith("_")
}


def test_every_pattern_has_an_anchor() -> None:
    assert set(ANCHORS) == set(PATTERNS.values())


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_what_a_pattern_matches_holds_its_anchor(name: str, data: st.DataObject) -> None:
    pattern = PATTERNS[name]
    text = TimeText(tokenise(data.draw(st.from_regex(pattern.pattern))))
    found = list(pattern.finditer(text.folded))
    if name == "HOURS":
        found = [m for m in found if m["unit"] or m["n"] in ("час", "годину")]
    if found:
        assert list(matches(pattern, text))


def test_a_text_without_times_asks_no_pattern() -> None:
    text = TimeText(tokenise("Над областью сбиты 40 беспилотников, пострадавших нет."))
    assert [name for name, p in PATTERNS.items() if may_match(p, text)] == []


def test_a_word_behind_an_apostrophe_is_an_anchor_too() -> None:
    assert list(matches(time_patterns.DAY, TimeText(tokenise("x'today"))))
