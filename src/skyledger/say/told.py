"""What a ledger keeps in words: each sentence is a code with named parameters, told in English and read back from it.

The English sentence is how code and parameters are stored. So bodies of incidents stay what they were, byte for byte,
and what an older ledger holds is understood as well (docs/decisions/0010). Once told, a sentence is never reworded:
a new wording is a new code.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from skyledger.say.forms import fill, pieces


class Told(StrEnum):
    """The codes, each with its sentence; ``:d`` marks a parameter that is a whole number."""

    # Why an incident has its status.
    CORROBORATED = "{origins:d} origins, {sides:d} {sides:side|sides} agree."
    PARTLY_MEASURED = (
        "{origins:d} origins, {sides:d} {sides:side|sides}, of which {measured:d} can be told to be independent."
    )
    NOBODY_NAMED = "{copies:d} documents name nobody; whether they copied each other is unmeasured."
    ALL_GO_BACK = "All {copies:d} documents go back to {who}."
    ONLY_ONE_SAYS = "Only {who} says so."
    UNATTRIBUTED = "an unattributed text"
    DENIED_LATER = "Whoever reported it denied it later."
    HARM_TAKEN_BACK = "The same speaker reported people harmed and later said that nobody was."
    ONE_DENIES = "One origin reports it and another denies it."
    FIGURES_DIFFER = "Origins give different figures ({field} {value}): {note}"
    FIGURES_DIFFER_ONLY = "Origins give different figures ({field} {value}):"
    EVIDENCE_WITHHELD = "Part of the evidence is withheld."

    # Notes on findings.
    SAYS = "{who} says {value}."
    UNATTRIBUTED_IN = "An unattributed text in {outlet}"
    HEADLINE_SAYS = "A headline says {values}."
    ALSO_NAMED = "Also named: {names}."
    REPRINTS_KEPT = "{n:d} later {n:reprint|reprints} of the statement kept with the first night."
    FIRST_REPORTED = "Reported first, then denied by the same origin."
    ORIGIN_DENIES = "One origin denies it."
    DENIAL_TAKEN_BACK = "A denial was taken back."
    NONE_REPORTED = "none reported"
    NONE_REPORTED_YET = "none reported, preliminary"
    OR_MORE = "{low:d} or more"

    # Why texts are one origin; these are joined by semicolons.
    SOME_ARE_BY = "{some:d} of {all:d} documents quote or are by {who}"
    SOME_NAME = "{some:d} of {all:d} documents name {who}"
    IS_BY = "The document is by {who}"
    NAMES = "The document names {who}"
    IN_OWN_CHANNEL = "By {who} in its own channel"
    ONLY_IN = "Unattributed, only in {outlet}"
    FIRST_IN = "Unattributed, first in {outlet}"
    ONE_VOICE = "one voice: {reason}"
    CLAIMS_JOINED = "{n:d} {n:claim|claims}: {why}"
    UNDER_HEADLINE = "the text under a headline names {who}"
    SAME_TEXT_NAMES = "the same text names {who}"
    FORWARDED = "forwarded from or linked to {outlet}"
    SAME_FIGURES = "has the same combination of {figures:d} figures as {who}"
    REPEATS_WORDS_UNNAMED = "repeats the words of {who} without naming anyone"
    REPEATS_FIGURES_UNNAMED = "repeats the figures of {who} without naming anyone"
    REPEATS_REPORT_UNNAMED = "repeats the report of {who} without naming anyone"
    REPEATS_WORDS = "repeats the words of {outlet}"
    REPEATS_FIGURES = "repeats the figures of {outlet}"
    SAYS_SO_TOO = "says so too, and nothing tells whether it copied, so it is not counted again"
    REPRINT_WORDS = (
        "document {document} repeats document {of} in the same words {days:d} days later"
        " and is kept with the first night"
    )
    REPRINT_SPEAKER = (
        "document {document} repeats document {of} by the same speaker {days:d} days later"
        " and is kept with the first night"
    )
    UNMEASURED = "whether it is independent is unmeasured"
    UNKNOWN_OUTLET = "an unknown outlet"
    UNNAMED_OUTLET = "an unnamed outlet"

    # Totals held against their parts.
    TOTAL_AGREES = "The total says {total}; its parts {parts} add up to {sum}, which agrees."
    TOTAL_LEAVES = "The total says {total}; its parts {parts} add up to {sum}; {why}, {rest} unallocated."
    TOTAL_EXCEEDED = (
        "The total says {total}; its parts {parts} add up to {sum}, which is {more:d} more than the total:"
        " the two statements exclude each other."
    )
    TOTAL_FALLS_SHORT = (
        "The total says {total}; its parts {parts} add up to {sum}, which falls short although nothing is left out:"
        " the two statements exclude each other."
    )
    TOTAL_ONE_SHARE = (
        "The total says {total}; its parts {parts} add up to {sum}; one share alone is named,"
        " so the sum cannot be checked."
    )
    TOTAL_NO_NUMBER = (
        "The total says {total}; its parts {parts} add up to {sum}; not every part has a number,"
        " so the sum cannot be checked."
    )
    TOTAL_UNDECIDED = (
        "The total says {total}; its parts {parts} add up to {sum}, but {why}, so the sum cannot be checked."
    )
    LIST_NOT_COMPLETE = "the list is not declared complete"
    REST_NOT_SAID = "what became of the rest is not said"
    OTHER_WINDOWS = "their windows are not the total's"
    NO_SPEAKER = "not every figure has a speaker"
    NOT_ALL_REGIONS = "the regions that spoke are not all there are"
    NO_NUMBER = "no number"

    # What a region says itself, held against a total.
    REGION_SAYS = "The region says {said}, the total lists {listed} for it: {why}."
    REGION_AMONG_SAYS = "The region says {said}, the total lists {listed} for it and others: {why}."
    NOTHING_LISTED = "nothing"
    WINDOWS_APART = "their windows are not one, nor one in the other by hours that both state"
    COMPLETE_WITHOUT = "the list comes to the total without it"
    NOT_IN_LIST = "the list does not name it"
    NIGHT_REACHES_BEYOND = "a night without hours may reach beyond the total"
    FITS_IN = "it fits in"
    SAME_ROUGHLY = "the same number, for a night that one of them gives without hours"
    ONE_WITHOUT_HOURS = "one of them speaks of a night without hours"
    PART_LARGER = "a part cannot be larger"
    LONGER_HOLDS_LESS = "the longer window cannot hold less"
    THEY_AGREE = "they agree"
    CANNOT_BOTH_HOLD = "for one window they cannot both hold"
    NAMES_NO_PARTS = "It names no parts, so nothing can be held against it."

    # What became of an id.
    BELONGS_NOW = "Its claims belong to {other} now, which is the older of the two."
    CLAIMS_GONE = "All its claims are gone: {causes}."
    REJECTED = "{claim} was rejected by decision {decision}"
    ON_HOLD = "{claim} was put on hold by decision {decision}"
    TEXT_EDITED = "the text of {document} was edited (version {version:d}) and does not say so any more"
    READ_AGAIN = "{document} was read again with packs {packs} and they find no such claim"
    IS_NOW = "{id} is {other} now."
    WAS_WITHDRAWN = "{id} was withdrawn."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence of ours, read back."""

    code: Told
    fields: Mapping[str, str]


# Parameters that are sentences or lists themselves, and so may hold what divides reasons.
_LONG = frozenset({"reason", "note", "causes", "parts", "total", "why"})


def tell(code: Told, /, **fields: Any) -> str:
    """Return what a ledger keeps of a code with its parameters: the sentence in English."""
    return fill(code.value, fields, "en")


def read_told(sentence: str) -> Reading | None:
    """Return the code and parameters of a sentence, or None where it is none of ours."""
    for code, words, pattern in _patterns():
        found = pattern.fullmatch(sentence) if words in sentence else None
        if found is not None:
            return Reading(code=code, fields=found.groupdict())
    return None


@cache
def _patterns() -> tuple[tuple[Told, str, re.Pattern[str]], ...]:
    """Return what recognises each sentence, with its longest words; those with the most words of their own first."""
    ordered = sorted(Told, key=lambda code: -sum(len(text) for text, _, _ in pieces(code.value)))
    return tuple(
        (
            code,
            max((text for text, _, _ in pieces(code.value)), key=len),
            re.compile("".join(_recognisers(code.value)), re.DOTALL),
        )
        for code in ordered
    )


def _value(name: str, spec: str) -> str:
    """Return what a parameter looks like."""
    if spec == "d":
        return "-?[0-9]+"
    if name == "field":
        return "[a-z_]+"
    return ".+?" if name in _LONG else "(?:(?!; ).)+?"


def _recognisers(template: str) -> Iterator[str]:
    seen: set[str] = set()
    for text, name, spec in pieces(template):
        yield re.escape(text)
        if name is None:
            continue
        if "|" in spec:
            yield f"(?:{'|'.join(map(re.escape, spec.split('|')))})"
        elif name in seen:
            yield f"(?P={name})"
        else:
            seen.add(name)
            yield f"(?P<{name}>{_value(name, spec)})"
    if not template.endswith("."):  # a full stop is of the sentence around it, unless a note brings its own
        yield r"(?<=\.)" if template.endswith("{note}") else r"(?<!\.)"
