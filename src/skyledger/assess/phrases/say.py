"""An assessment -> the sentences that may be said of it, in the order in which they are read."""

from collections.abc import Iterator

import numpy as np

from skyledger.assess.alarm import AlarmOptions
from skyledger.assess.assessment import RECENT, AreaAssessment, Assessment
from skyledger.assess.forecast.outlook import Outlook
from skyledger.assess.measured import (
    DOUBLING,
    MODERATE,
    QUIET_YEARS,
    STRONG,
    WEEK_DOUBLING,
    WEEK_QUIET_YEARS,
    WEEK_THREEFOLD,
)
from skyledger.assess.phrases.sentence import Sentence, Value
from skyledger.assess.rates import Ratio
from skyledger.assess.synchrony import Synchrony
from skyledger.assess.verdict import Doubt, Level, Method, Verdict
from skyledger.packs.regimes import Affects

SYNCHRONOUS = 0.05
FEW = 20


def say_verdict(assessment: Assessment) -> Sentence:
    """Return the one sentence on the ladder."""
    verdict, series = assessment.verdict, assessment.series
    if verdict.level is Level.NOT_ENOUGH:
        fields: dict[str, Value] = {"history": verdict.history, "enough": AlarmOptions().enough}
        return Sentence(key="not_enough", fields={**fields, "until": _until(assessment)})
    if verdict.since is not None and verdict.gathering is not None and verdict.level is Level.INCREASE:
        return Sentence(
            key="increase",
            fields={"since": verdict.since, "gathering": verdict.gathering, "until": series.last},
            nights=(verdict.gathering, series.last),
            incidents=_incidents(assessment, (verdict.gathering - series.first).days),
        )
    return Sentence(key=str(verdict.level), fields={"until": series.last})


def say_evidence(assessment: Assessment) -> tuple[Sentence, ...]:
    """Return what the verdict rests on, what it would miss, and what is doubtful."""
    return (
        *_coverage(assessment),
        *_rates(assessment),
        *_alarm(assessment.verdict, assessment),
        *_doubts(assessment),
        *_late(assessment),
    )


def say_forecast(assessment: Assessment) -> tuple[Sentence, ...]:
    """Return what may come, with its record, plain history beside it."""
    found = assessment.forecast
    if found is None:
        return (Sentence(key="no_forecast"),)
    listed = [_outlook("forecast_night", found.night), _outlook("forecast_week", found.week)]
    high = assessment.forecast_high
    if high is not None and high.week.range.high > found.week.range.high:
        ends: dict[str, Value] = {"low": high.week.range.low, "high": high.week.range.high}
        listed.append(Sentence(key="forecast_week_high", fields=ends))
    return tuple(listed)


def say_area(area: AreaAssessment) -> tuple[Sentence, ...]:
    """Return what is said across regions; nothing of a single one."""
    if len(area.regions) < 2:
        return ()
    found: list[Sentence] = []
    if area.watch is not None:
        watch = area.watch
        key = f"area_{watch.level}"
        found.append(Sentence(key=key, fields={} if watch.since is None else {"since": watch.since}))
        either: dict[str, Value] = {"value": watch.any_region.value, "alarm": watch.any_region.alarm}
        found.append(Sentence(key="area_any", fields={**either, "regions": watch.regions}))
        count: dict[str, Value] = {"value": watch.together.value, "alarm": watch.together.alarm}
        found.append(Sentence(key="area_together", fields=count))
    found += _synchrony(area.synchrony)
    if area.together is not None and area.together.attacked:
        night = area.whole.series.night(int((~area.whole.series.provisional).sum()) - 1)
        fields: dict[str, Value] = {
            "night": night,
            "attacked": area.together.attacked,
            "known": area.together.known,
            "percent": 100 * area.together.chance,
        }
        found.append(Sentence(key="together", fields=fields, nights=(night, night)))
    return tuple(found)


def _until(assessment: Assessment) -> Value:
    return assessment.series.last if len(assessment.series) else "-"


def _incidents(assessment: Assessment, first: int) -> tuple[str, ...]:
    return tuple(sorted({id for night in assessment.series.incidents[max(first, 0) :] for id in night}))


def _coverage(assessment: Assessment) -> Iterator[Sentence]:
    cover, series = assessment.coverage, assessment.series
    if not cover.nights:
        return
    span = (series.night(len(series) - cover.nights), series.last)
    behind = _incidents(assessment, len(series) - RECENT)
    fields: dict[str, Value] = {"attacks": cover.attacks, "nights": cover.nights, "unknown": cover.nights - cover.known}
    if cover.recorded:
        yield Sentence(key="coverage", fields={**fields, "known": cover.known}, nights=span, incidents=behind)
    else:
        yield Sentence(key="coverage_plain", fields=fields, nights=span, incidents=behind)
    if cover.open_nights:
        yield Sentence(key="open_numbers", fields={"open": cover.open_nights}, nights=span)
    shared = int(series.spread[-RECENT:].sum())
    if shared:
        yield Sentence(key="spread", fields={"nights": shared}, nights=span)


def _ratio(ratio: Ratio) -> dict[str, Value]:
    return {"middle": ratio.middle, "low": ratio.low, "high": ratio.high}


def _rates(assessment: Assessment) -> Iterator[Sentence]:
    rates = assessment.rates
    if rates is None:
        return
    nights: dict[str, Value] = {"recent": rates.recent, "earlier": rates.earlier}
    hits: dict[str, Value] = {"recent_attacks": rates.recent_attacks, "earlier_attacks": rates.earlier_attacks}
    yield Sentence(key="share", fields={**nights, **hits, **_ratio(rates.share)})
    means: dict[str, Value] = {"recent_mean": rates.recent_mean, "earlier_mean": rates.earlier_mean}
    yield Sentence(key="rate", fields={**nights, **means, **_ratio(rates.rate)})
    if assessment.rates_high is not None:
        yield Sentence(key="rate_high", fields=_ratio(assessment.rates_high.rate))


def _alarm(verdict: Verdict, assessment: Assessment) -> Iterator[Sentence]:
    if verdict.level is Level.NOT_ENOUGH or verdict.history_nights is None:
        return
    lines: dict[str, Value] = {"value": verdict.value, "alarm": verdict.alarm, "watch": verdict.watch}
    lines["until"] = assessment.series.last
    if verdict.method is Method.ATTACK_NIGHTS:
        low, high = QUIET_YEARS
        yield Sentence(key="evidence", fields={**lines, "quiet_low": low, "quiet_high": high})
    else:
        low, high = WEEK_QUIET_YEARS
        yield Sentence(key="week_evidence", fields={**lines, "quiet_low": low, "quiet_high": high})
    first, last = verdict.history_nights
    learnt: dict[str, Value] = {"history": verdict.history, "attacks": verdict.history_attacks}
    yield Sentence(key="baseline", fields={**learnt, "first": first, "last": last}, nights=(first, last))
    if verdict.method is Method.ATTACK_NIGHTS:
        yield Sentence(key="blind", fields={"doubling": DOUBLING, "moderate": MODERATE, "strong": STRONG})
    else:
        yield Sentence(key="week_blind", fields={"threefold": WEEK_THREEFOLD, "doubling": WEEK_DOUBLING})
    earlier = [night for night in verdict.alarms if night != verdict.since]
    if earlier:
        yield Sentence(key="earlier_alarms", fields={"nights": ", ".join(n.isoformat() for n in earlier)})


def _doubts(assessment: Assessment) -> Iterator[Sentence]:
    for doubt in assessment.verdict.doubts:
        if doubt is not Doubt.BREAK:
            yield Sentence(key=str(doubt))
    for change in assessment.series.breaks:
        key = "break" if change.affects is Affects.ATTACKS else "break_damage"
        yield Sentence(key=key, fields={"begins": change.begins, "act": change.act, "source": change.source})


def _late(assessment: Assessment) -> Iterator[Sentence]:
    series = assessment.series
    late = np.flatnonzero(series.provisional)
    if len(late):
        first = series.night(int(late[0]))
        yield Sentence(key="provisional_plain", fields={"first": first}, nights=(first, series.last))
    for each in assessment.late:
        found = each.nowcast
        fields: dict[str, Value] = {"night": each.night, "nights": found.nights, "percent": round(100 * found.share)}
        ends: dict[str, Value] = {"known": found.known, "low": found.low, "high": found.high}
        yield Sentence(key="provisional", fields={**fields, **ends}, nights=(each.night, each.night))


def _outlook(key: str, found: Outlook) -> Sentence:
    fields: dict[str, Value] = {
        "low": found.range.low,
        "high": found.range.high,
        "held": round(100 * found.range.held),
        "plain_low": found.plain.low,
        "plain_high": found.plain.high,
    }
    if found.covered is None or found.ranges < FEW:
        return Sentence(key=f"{key}_new", fields=fields)
    return Sentence(key=key, fields={**fields, "ranges": found.ranges, "covered": round(100 * found.covered)})


def _synchrony(found: Synchrony | None) -> list[Sentence]:
    if found is None:
        return [Sentence(key="synchronous_unknown")]
    fields: dict[str, Value] = {"nights": found.nights, "regions": found.regions}
    size: dict[str, Value] = {"ratio": found.ratio, "p": found.p}
    answer = "synchronous_yes" if found.p <= SYNCHRONOUS else "synchronous_no"
    return [Sentence(key=answer), Sentence(key="synchrony", fields={**fields, **size})]
