"""Records of the ledger with everything of ours in them in the language that is spoken; words of texts stay."""

from dataclasses import replace

from skyledger.model import Claim, Finding, Incident, Origin, Place, Speaker, TotalCheck
from skyledger.publish.names import name_of_place, name_of_speaker
from skyledger.publish.policy import Released
from skyledger.publish.retelling import retell, retell_detail, retell_window
from skyledger.say import language


def retold_place(place: Place) -> Place:
    """Return a place under its name in the language that is spoken."""
    return place if language() == "en" else replace(place, name=_place_words(place))


def _place_words(place: Place) -> str:
    found = name_of_place(place)
    return retell(found) if found == place.name else found


def retold_speaker(speaker: Speaker) -> Speaker:
    """Return who speaks under the name in the language that is spoken."""
    return speaker if language() == "en" else replace(speaker, name=name_of_speaker(speaker))


def retold_claim(claim: Claim) -> Claim:
    """Return a claim with its names and detail in the language that is spoken; the words of the text stay."""
    if language() == "en":
        return claim
    return replace(
        claim,
        place=None if claim.place is None else retold_place(claim.place),
        speaker=None if claim.speaker is None else retold_speaker(claim.speaker),
        detail=retell_detail(claim.detail),
    )


def retold_incident(incident: Incident) -> Incident:
    """Return an incident with its sentences, values and names in the language that is spoken."""
    if language() == "en":
        return incident
    return replace(
        incident,
        place=None if incident.place is None else retold_place(incident.place),
        status_reason=retell(incident.status_reason),
        findings=tuple(map(_finding, incident.findings)),
        origins=tuple(map(_origin, incident.origins)),
        totals=tuple(map(_total, incident.totals)),
    )


def _finding(finding: Finding) -> Finding:
    # A code stays one, and the words of a text stay its words.
    keeps = finding.field in ("object", "outcome", "to", "alternate")
    value = finding.value if keeps else _finding_value(finding.field, finding.value)
    versions = tuple(replace(v, value=retell(v.value)) for v in finding.versions)
    return replace(finding, value=value, versions=versions, note=retell(finding.note))


def _finding_value(field: str, value: str) -> str:
    if field == "window":
        return retell_window(value)
    return retell_detail(value) if field == "detail" else retell(value)


def _origin(origin: Origin) -> Origin:
    speaker = None if origin.speaker is None else retold_speaker(origin.speaker)
    return replace(origin, speaker=speaker, reason=retell(origin.reason))


def _total(total: TotalCheck) -> TotalCheck:
    return replace(total, sentence=retell(total.sentence))


def retold(released: Released) -> Released:
    """Return a release with everything of ours in it in the language that is spoken."""
    if language() == "en":
        return released
    return replace(
        released,
        claims=tuple(map(retold_claim, released.claims)),
        incidents=tuple(map(retold_incident, released.incidents)),
        issues=tuple(replace(issue, message=retell(issue.message)) for issue in released.issues),
    )
