"""The report as JSON, format ``skyledger.assess/1`` (docs/assess.md)."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.assessment import AreaAssessment, Assessment
from skyledger.assess.forecast.outlook import Outlook
from skyledger.assess.phrases.sentence import Sentence, Value
from skyledger.assess.rates import Rates, Ratio
from skyledger.publish.assess.report import AssessReport

FORMAT = "skyledger.assess/1"


def report_json(report: AssessReport) -> dict[str, Any]:
    """Return the whole report as values that JSON can hold; what is unknown is null."""
    area = report.area
    return {
        "format": FORMAT,
        "area": area.whole.series.region,
        "name": report.name,
        "language": report.language,
        "verdict": _sentence(report.verdict, report.language),
        "sentences": {
            "evidence": [_sentence(s, report.language) for s in report.evidence],
            "across": [_sentence(s, report.language) for s in report.across],
            "forecast": [_sentence(s, report.language) for s in report.forecast],
        },
        "whole": assessment_json(area.whole),
        "regions": [assessment_json(a) for a in area.regions],
        "across": _across(area),
    }


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """Return one assessment."""
    series, verdict = assessment.series, assessment.verdict
    forecast = assessment.forecast
    return {
        "region": series.region,
        "level": str(verdict.level),
        "method": str(verdict.method),
        "since": _day(verdict.since),
        "gathering": _day(verdict.gathering),
        "value": verdict.value,
        "alarm": verdict.alarm,
        "watch": verdict.watch,
        "alarms": [n.isoformat() for n in verdict.alarms],
        "doubts": [str(d) for d in verdict.doubts],
        "history": {"known": verdict.history, "attacks": verdict.history_attacks},
        "rates": None if assessment.rates is None else _rates(assessment.rates),
        "forecast": None if forecast is None else {"night": _outlook(forecast.night), "week": _outlook(forecast.week)},
        "provisional": [
            {"night": e.night.isoformat(), "known": e.nowcast.known, "low": e.nowcast.low, "high": e.nowcast.high}
            for e in assessment.late
        ],
        "series": {
            "first": series.first.isoformat(),
            "low": _numbers(series.low),
            "high": _numbers(series.high),
            "attacked": _numbers(series.attacked),
            "sources": _numbers(series.sources),
            "provisional": [bool(p) for p in series.provisional],
            "evidence": [round(float(v), 3) for v in verdict.track],
            "incidents": [list(ids) for ids in series.incidents],
        },
    }


def _across(area: AreaAssessment) -> dict[str, Any]:
    watch, synchrony, together = area.watch, area.synchrony, area.together
    return {
        "level": None if watch is None else str(watch.level),
        "since": None if watch is None else _day(watch.since),
        "synchrony": None
        if synchrony is None
        else {
            "regions": synchrony.regions,
            "nights": synchrony.nights,
            "ratio": synchrony.ratio,
            "p": synchrony.p,
            "draws": synchrony.draws,
        },
        "together": None
        if together is None
        else {"attacked": together.attacked, "known": together.known, "chance": together.chance},
    }


def _sentence(sentence: Sentence, language: str) -> dict[str, Any]:
    return {
        "key": sentence.key,
        "text": sentence.words(language),
        "fields": _fields(sentence.fields),
        "nights": None if sentence.nights is None else [n.isoformat() for n in sentence.nights],
        "incidents": list(sentence.incidents),
    }


def _fields(fields: Mapping[str, Value]) -> dict[str, str | int | float]:
    return {k: v if isinstance(v, (str, int, float)) else v.isoformat() for k, v in fields.items()}


def _rates(rates: Rates) -> dict[str, Any]:
    return {
        "recent": rates.recent,
        "earlier": rates.earlier,
        "recent_attacks": rates.recent_attacks,
        "earlier_attacks": rates.earlier_attacks,
        "share": _ratio(rates.share),
        "rate": _ratio(rates.rate),
    }


def _ratio(ratio: Ratio) -> dict[str, float]:
    return {"middle": ratio.middle, "low": ratio.low, "high": ratio.high}


def _outlook(found: Outlook) -> dict[str, Any]:
    return {
        "low": found.range.low,
        "high": found.range.high,
        "held": found.range.held,
        "plain_low": found.plain.low,
        "plain_high": found.plain.high,
        "covered": found.covered,
        "ranges": found.ranges,
    }


def _numbers(values: Floats) -> list[float | None]:
    return [None if np.isnan(v) else round(float(v), 3) for v in values]


def _day(value: object) -> str | None:
    return None if value is None else str(value)
