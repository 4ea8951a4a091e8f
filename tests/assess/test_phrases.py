"""Every sentence in three languages, with its numbers, and none of the words that must never be printed."""

import re
from string import Formatter

import numpy as np
import pytest

from skyledger.assess.alarm import AlarmOptions
from skyledger.assess.assessment import AreaAssessment, assess_area
from skyledger.assess.building import join_area
from skyledger.assess.gauges import campaign_delay, false_alarms, week_delay, week_false_alarms
from skyledger.assess.measured import (
    DOUBLING,
    MODERATE,
    QUIET_YEARS,
    STRONG,
    WEEK_DOUBLING,
    WEEK_QUIET_YEARS,
    WEEK_THREEFOLD,
)
from skyledger.assess.phrases.say import say_area, say_evidence, say_forecast, say_verdict
from skyledger.assess.phrases.sentence import LANGUAGES, TEMPLATES
from skyledger.assess.week_alarm import WeekOptions
from skyledger.assess.worlds import Campaign, Quiet, levels
from tests.assess.making import a_series

FORBIDDEN = re.compile(
    r"coordinat|significan|\brecord (high|number)|probability (of|that)|because|caused|in order to|decrease|"
    r"скоординир|значим|вероятность того|потому что|приказали|снизил|рекорд|"
    r"скоордин|значущ|ймовірність того|тому що|наказали|знизил",
    re.IGNORECASE,
)


def an_area(*, regions: int = 4, late: int = 0, loud: bool = True) -> AreaAssessment:
    rng = np.random.default_rng(20)
    rate = np.full((regions, 200), 0.08)
    if loud:
        rate[:2, 185:] = 0.9
    counts = np.where(rng.random(rate.shape) < rate, 1 + rng.poisson(2, rate.shape), 0).astype(float)
    series = [a_series(c, region=f"R{n}", late=late) for n, c in enumerate(counts)]
    return assess_area(join_area("R", series) if regions > 1 else series[0], series)


def everything(area: AreaAssessment, language: str) -> list[str]:
    said = [say_verdict(area.whole), *say_evidence(area.whole), *say_forecast(area.whole), *say_area(area)]
    return [sentence.words(language) for sentence in said]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_the_same_numbers(language: str) -> None:
    assert TEMPLATES[language].keys() == TEMPLATES["en"].keys()
    for key, template in TEMPLATES["en"].items():
        assert fields(TEMPLATES[language][key]) == fields(template), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_forbidden_word(language: str) -> None:
    for template in TEMPLATES[language].values():
        assert FORBIDDEN.search(template) is None, template


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_in_alarm_is_said_without_gaps(language: str) -> None:
    said = everything(an_area(late=2), language)
    assert len(said) > 12
    assert all("{" not in sentence and "nan" not in sentence and "None" not in sentence for sentence in said)


def test_a_sustained_increase_carries_its_date_and_its_nights() -> None:
    area = an_area()
    verdict = say_verdict(area.whole)
    assert verdict.key == "increase"
    assert verdict.nights is not None
    assert str(area.whole.verdict.since) in verdict.words()


@pytest.mark.parametrize(
    "counts",
    [np.zeros(0), np.array([1.0]), np.full(200, np.nan), np.zeros(200), np.full(200, 3.0)],
    ids=["no night", "one", "missing", "zeros", "constant"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_series_can_be_said(counts: np.ndarray, language: str) -> None:
    series = a_series(counts)
    assert everything(assess_area(series, [series]), language)


def test_a_provisional_night_is_never_said_to_have_fallen() -> None:
    counts = levels(np.random.default_rng(21), 1, 150, memory=0.0, spread=0.2)[0]
    counts[-1] = 0
    series = a_series(counts, late=1)
    assessed = assess_area(series, [series]).whole
    assert assessed.rates is not None
    assert assessed.rates.recent_attacks == 7
    assert any(s.key == "provisional_plain" for s in say_evidence(assessed))


def test_a_late_night_is_told_with_what_it_grows_to() -> None:
    rng = np.random.default_rng(22)
    final = rng.poisson(30, 100).astype(float)
    early = rng.binomial(final.astype(int), 0.6).astype(float)
    series = a_series(np.append(final[:-1], early[-1]), late=1)
    versions = np.stack([early, final, final], axis=1)
    area = assess_area(series, [series], versions={series.region: versions})
    assert len(area.whole.late) == 1
    assert area.whole.late[0].nowcast.low <= final[-1] <= area.whole.late[0].nowcast.high
    assert "%" in next(s.words() for s in say_evidence(area.whole) if s.key == "provisional")


def test_what_is_printed_about_the_detectors_is_what_they_do() -> None:
    options, week = AlarmOptions(), WeekOptions()
    quiet = [false_alarms(world, options, years=400, seed=31) for world in Quiet]
    assert min(quiet) == pytest.approx(QUIET_YEARS[0], abs=0.12)
    assert max(quiet) == pytest.approx(QUIET_YEARS[1], abs=0.15)
    for kind, said in ((Campaign.STRONG, STRONG), (Campaign.MODERATE, MODERATE), (Campaign.DOUBLING, DOUBLING)):
        seen = campaign_delay(kind, options, regions=600, seed=32).within_14
        assert 100 * seen == pytest.approx(said, abs=6)
    slow = [
        week_false_alarms(m, s, week, years=200, seed=33) for m, s in ((0.0, 0.0), (0.3, 0.7), (0.6, 0.7), (0.9, 0.4))
    ]
    assert min(slow) == pytest.approx(WEEK_QUIET_YEARS[0], abs=0.12)
    assert max(slow) == pytest.approx(WEEK_QUIET_YEARS[1], abs=0.2)
    for factor, said in ((3.0, WEEK_THREEFOLD), (2.0, WEEK_DOUBLING)):
        assert 100 * week_delay(factor, week, regions=400, seed=34).within_14 == pytest.approx(said, abs=8)
