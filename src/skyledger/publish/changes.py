"""What is different between two states of incidents, field by field, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from skyledger.model import Claim, Document, Incident, TotalCheck
from skyledger.publish.event_words import kind_words
from skyledger.publish.policy import Selection, private_policy, release
from skyledger.publish.retelling import retell
from skyledger.publish.retold import retold_incident
from skyledger.publish.times import night_words, time_words
from skyledger.publish.why_findings import finding_value
from skyledger.publish.words import check_words, clean_text
from skyledger.say import language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of an incident; ``""`` stands for a field that it has not, or had not."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentChange:
    """What became of one incident.

    Attributes:
        what: ``new``, ``changed``, ``gone`` or ``redirected``.
        title: What it is, in words.
        fields: What is other than before; for a new incident what it says.
        reason: Why it is gone or where it leads; else ``""``.
    """

    incident: str
    what: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneId:
    """An id that stands no more: where it leads, or ``""``, and why."""

    id: str
    other: str
    reason: str


def build_changes(
    before: Mapping[str, Incident],
    after: Mapping[str, Incident],
    gone: Sequence[GoneId],
    *,
    documents: Iterable[Document],
    claims: Iterable[Claim],
    now: datetime,
) -> tuple[IncidentChange, ...]:
    """Return what changed, by night and id, as far as policy lets it be shown.

    Args:
        before: Incidents as they stood, by id; those that did not change may be left out.
        after: Incidents as they stand, likewise.
        gone: Ids of ``before`` that stand no more.
        documents: Their texts.
        claims: Their claims, those that are no more among them.
        now: Aware; what policy measures delays from.
    """
    selection = Selection(documents=tuple(documents), claims=tuple(claims))
    one, two = (_released(state, selection, now) for state in (before, after))
    told = {each.id: each for each in gone}
    found: list[tuple[str, IncidentChange]] = []
    for id in {*one, *two}:
        old, new = one.get(id), two.get(id)
        incident = new or old
        if incident is None or old == new:
            continue
        reason = told[id].reason if new is None and id in told else ""
        what = "new" if old is None else "changed" if new is not None else "gone"
        change = IncidentChange(
            incident=id,
            what="redirected" if what == "gone" and id in told and told[id].other else what,
            title=title_of(incident),
            fields=() if new is None else changed_fields(old, new),
            reason=retell(reason),
        )
        found.append((incident.night or "", change))
    return tuple(change for _, change in sorted(found, key=lambda pair: (pair[0], pair[1].incident)))


def _released(state: Mapping[str, Incident], selection: Selection, now: datetime) -> dict[str, Incident]:
    """Return incidents as they may be shown; those that may not are left out."""
    released = release(replace(selection, incidents=tuple(state.values())), private_policy(), now=now)
    return {incident.id: retold_incident(incident) for incident in released.incidents}


def title_of(incident: Incident) -> str:
    """Return what an incident is, where and when, in words."""
    detail = next((f.value for f in incident.findings if f.field == "detail"), "")
    what = kind_words(incident.kind, incident.fate, incident.object, detail)
    where = say("no place named") if incident.place is None else incident.place.name
    return clean_text(
        f"{what}, {where}, {night_words(incident.night) if incident.night else time_words(incident.window)}"
    )


def changed_fields(old: Incident | None, new: Incident) -> tuple[FieldChange, ...]:
    """Return the fields in which two states of an incident differ; all of the new one when there is no old one."""
    one, two = {} if old is None else fields_of(old), fields_of(new)
    return tuple(
        FieldChange(field=name, before=one.get(name, ""), after=two.get(name, ""))
        for name in dict.fromkeys((*two, *one))
        if one.get(name, "") != two.get(name, "")
    )


def field_words(field: str) -> str:
    """Return what a field is called; a total is named by its claim."""
    name, _, claim = field.partition(" ")
    return f"{say(name, about='field')} {claim}".strip()


def _kind(incident: Incident) -> str:
    """Return the kind as a code in English, which it always was, and in words else."""
    return incident.kind.value if language() == "en" else kind_words(incident.kind, None, None)


def _verdict(check: TotalCheck) -> str:
    return check.verdict.value if language() == "en" else check_words(check.verdict)


def fields_of(incident: Incident) -> dict[str, str]:
    """Return what an incident says by field, in words."""
    found: dict[str, str] = {}
    for finding in incident.findings:
        value = finding_value(finding)
        found[finding.field] = f"{found[finding.field]}, {value}" if finding.field in found else value
    night = night_words(incident.night) if incident.night else ""
    found |= {"status": say(incident.status.value), "night": night, "kind": _kind(incident)}
    found |= {f"total {check.tally}": _verdict(check) for check in incident.totals}
    found |= {"origins": str(len(incident.origins)), "documents": str(len(incident.documents))}
    return found | {"claims": str(len(incident.claims))}
