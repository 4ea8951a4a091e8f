"""What an incident amounts to, for the chain behind a figure: each finding, its values over time, its totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skyledger.model import Claim, Document, Finding, FindingVersion, Incident, Interval, ObjectType, TotalCheck
from skyledger.publish.amounts import interval_words, says_none
from skyledger.publish.event_words import object_words
from skyledger.publish.retelling import retell
from skyledger.publish.times import time_words, utc_stamp
from skyledger.publish.words import clean_text, speaker_short
from skyledger.say import language, say

HARM = ("killed", "injured", "children")
_HARM_FORMS = {field: f"{field} {{number}}" for field in HARM}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One value at one time.

    Attributes:
        stands: It is the one that holds; the others were followed by it.
    """

    value: str
    at: str
    speaker: str
    outlet: str
    claim: str
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """One field of the incident, with the claims for and against."""

    field: str
    value: str
    supporting: tuple[str, ...]
    dissenting: tuple[str, ...]
    versions: tuple[VersionShown, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckShown:
    """A total held against its parts; ``residual`` is total less parts, a null high end unbounded."""

    verdict: str
    sentence: str
    tally: str
    parts: tuple[str, ...]
    residual: tuple[int, int | None] | None


def finding_value(finding: Finding) -> str:
    """Return ``40``, ``injured 7``, ``none reported, preliminary``, or the words of a finding that is no number."""
    if finding.field == "object":
        named = ObjectType(finding.value)
        return say("not named") if named is ObjectType.UNKNOWN else object_words(named)
    if finding.interval is None or (finding.value and says_none(finding.interval)):
        return clean_text(retell(finding.value))
    return figure_words(finding.field, finding.interval)


def figure_words(field: str, interval: Interval) -> str:
    """Return a number of a field in words: ``40``, ``injured 7``."""
    words = interval_words(interval)
    return say(_HARM_FORMS[field], number=words) if field in HARM else words


def show_findings(
    incident: Incident, asked: str, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[FindingShown, ...]:
    """Return the findings of an incident, or the ones of the field that was asked for, as far as they are released."""
    return tuple(
        FindingShown(
            field=f.field,
            value=_shown(incident, f),
            supporting=f.supporting,
            dissenting=f.dissenting,
            versions=_versions(f, claims, documents),
            note=clean_text(f.note),
        )
        for f in incident.findings
        if not asked or f.field == asked
    )


def _shown(incident: Incident, finding: Finding) -> str:
    """Return a finding's value; of a window what its words come to, and the words: they may be of another language."""
    words = finding_value(finding)
    if finding.field != "window" or incident.window is None:
        return words
    window = time_words(incident.window)
    if not finding.value or finding.value[0].isdigit():
        return window
    return f"{window} (“{words}”)" if language() == "en" else f"{window} («{words}»)"


def _versions(
    finding: Finding, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[VersionShown, ...]:
    """Return the values oldest first; one value said once is no development."""
    told: Sequence[FindingVersion] = [v for v in finding.versions if v.claim in claims]
    if len({v.value for v in told} | {finding.value}) < 2:
        return ()
    shown = []
    for version in told:
        claim = claims[version.claim]
        outlet = documents[claim.document_id].outlet
        words = clean_text(version.value) if version.interval is None else interval_words(version.interval)
        shown.append(
            VersionShown(
                value=words,
                at=utc_stamp(version.at),
                speaker=speaker_short(claim.speaker),
                outlet=clean_text(outlet.name or outlet.handle) or say("outlet not reported"),
                claim=version.claim,
                stands=version.interval == finding.interval,
            )
        )
    return tuple(shown)


def show_checks(totals: Sequence[TotalCheck]) -> tuple[CheckShown, ...]:
    """Return totals held against their parts, in the words of the check."""
    return tuple(
        CheckShown(
            verdict=t.verdict.value.replace("_", " "),
            sentence=clean_text(t.sentence),
            tally=t.tally,
            parts=t.parts,
            residual=t.residual,
        )
        for t in totals
    )
