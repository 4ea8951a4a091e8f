"""English sentences."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "no_signal": "No signal beyond isolated incidents, as of {until}.",
        "watch": "Raised, worth watching, as of {until}: more attack nights than the history explains well, below"
        " the line.",
        "increase": "Sustained increase detected on {since}; the evidence began to gather on {gathering}. As of"
        " {until}.",
        "not_enough": "Not enough history: {history} known nights of the {enough} needed before {until}. No verdict.",
        "cannot_tell": "Cannot tell, as of {until}.",
        "coverage": "Reports of attacks exist for {attacks} of {nights} nights"
        " (coverage: sources answered on {known}; {unknown} nights unknown).",
        "coverage_plain": "Attacks are listed for {attacks} of {nights} nights ({unknown} nights unknown;"
        " which sources answered was not recorded).",
        "open_numbers": "On {open} attack nights the reports leave the number open; ranges end at twice the least"
        " number there.",
        "share": "Attack nights: {recent_attacks} of the last {recent} against {earlier_attacks} of the {earlier}"
        " before:"
        " ratio {middle} (80 % interval {low}-{high}; Jeffreys attack-night ratio).",
        "rate": "Objects a night: {recent_mean} over the last {recent} nights against {earlier_mean} over the"
        " {earlier} before:"
        " ratio {middle} (80 % interval {low}-{high}; widened by spread and memory).",
        "rate_high": "By the greatest numbers the reports allow that ratio is {middle} (80 % interval {low}-{high}).",
        "evidence": "Evidence against 'no change, incidents may cluster': e = {value} on {until} (alarm line"
        " {alarm}, watch line"
        " {watch}: on average at least {alarm} nights between false alarms if the model holds; simulated quiet years:"
        " {quiet_low}-{quiet_high} false alarms per region).",
        "week_evidence": "Nearly every night of the history is an attack night, so the number of attack nights can"
        " no longer"
        " rise; the objects of the last 7 nights are compared instead: index {value} on {until} (alarm line {alarm},"
        " watch"
        " line {watch}; simulated quiet years: {quiet_low}-{quiet_high} false alarms per region).",
        "baseline": "'No change' is learnt from {history} known nights, {first} to {last}, {attacks} of them with"
        " attacks;"
        " a campaign that was under way then is part of it.",
        "blind": "What it would miss: in simulations a mere doubling of attack nights was seen within 14 nights in"
        " {doubling} of"
        " 100 cases, a rise from 10 to 35 % in {moderate}, from 10 to 70 % with twice the size in {strong}; larger"
        " attacks"
        " on as many nights are not what it looks at.",
        "week_blind": "What it would miss: in simulations a threefold size was seen within 14 nights in {threefold}"
        " of 100"
        " cases, a doubling in {doubling}.",
        "earlier_alarms": "Earlier alarms in these nights: {nights}.",
        "short": "Fewer known nights than a verdict needs: nights without an answer and nights before a break do not"
        " count.",
        "silent": "Sources answered on fewer than 4 of the last 7 nights: silence is no quiet.",
        "sources": "Clearly more sources answer now than in the history: new eyes see more with nothing changed.",
        "break": "Reporting changed on {begins}: {act} What was before is not compared with what came after. Source:"
        " {source}",
        "break_damage": "Reporting of harm changed on {begins}: {act} Source: {source}",
        "spread": "On {nights} nights the number is a share of a figure given for several nights; it names no attack"
        " night.",
        "provisional": "The night of {night} is provisional: in the past {nights} nights the figure after as many"
        " days was"
        " {percent} % of the final one; now {known}, likely final {low}-{high} (80 %).",
        "provisional_plain": "Nights from {first} on are provisional: reports still come in, and nothing is said to"
        " have fallen"
        " on them.",
        "forecast_night": "Next night: 80 % range {low}-{high} (the forecast puts {held} % there; the last {ranges}"
        " such ranges"
        " covered {covered} %). The same range from plain history: {plain_low}-{plain_high}.",
        "forecast_week": "Next 7 nights together: 80 % range {low}-{high} (the forecast puts {held} % there; the"
        " last {ranges}"
        " such ranges covered {covered} %). The same range from plain history: {plain_low}-{plain_high}.",
        "forecast_night_new": "Next night: 80 % range {low}-{high} (the forecast puts {held} % there; too few such"
        " ranges to"
        " say how they did). The same range from plain history: {plain_low}-{plain_high}.",
        "forecast_week_new": "Next 7 nights together: 80 % range {low}-{high} (the forecast puts {held} % there; too"
        " few such"
        " ranges to say how they did). The same range from plain history: {plain_low}-{plain_high}.",
        "forecast_week_high": "By the greatest numbers the reports allow: {low}-{high}.",
        "no_forecast": "No forecast: fewer than 28 known nights, or less than half of the last 8 weeks known.",
        "together": "On {night} {attacked} of {known} regions reported attacks; with recent regional rates and"
        " weekday rhythm,"
        " as many or more would come on about {percent} % of nights. Regions named as crossed by one flight path"
        " count once.",
        "synchrony": "Over {nights} nights and {regions} regions, same-night reports are {ratio} times those"
        " expected once swings"
        " slower than about 4 nights are removed (p = {p}, one test per week). This shows timing, not a common order.",
        "synchronous_yes": "Synchronous: yes.",
        "synchronous_no": "Synchronous: no.",
        "synchronous_unknown": "Synchronous: cannot tell; fewer than 3 regions or 56 nights are known.",
        "area_any": "Any of {regions} regions: evidence {value} (alarm line {alarm}: half of one false alarm a year"
        " for all"
        " together).",
        "area_together": "Number of regions attacked a night: evidence {value} (alarm line {alarm}: the other half).",
        "area_increase": "Across regions: sustained increase detected on {since}.",
        "area_watch": "Across regions: raised, worth watching.",
        "area_no_signal": "Across regions: no signal.",
    }
)
