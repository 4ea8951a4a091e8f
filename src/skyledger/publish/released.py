"""Incidents without what was withheld: findings, origins, totals and sentences that rest only on released claims."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from skyledger.model import Claim, Finding, Incident, Issue, Origin, Place
from skyledger.publish.coarsen import coarsen_place, is_too_precise
from skyledger.say import Told, tell

MILITARY_NOTE = "military detail"
# A surname alone gives a person away, and so does the tail of a telephone number.
NAME_WORD = re.compile(r"\b[А-ЯЁІЇЄҐA-Z][\w'’-]{3,}")
_LONG_NUMBER = re.compile(r"\d(?:[ ()-]{0,2}\d){5,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Releaser:
    """Applies one release to the records that are built on claims.

    Attributes:
        claims: Released claims by id.
        documents: Ids of released documents.
        secrets: Words that were cut out of texts, and the label that stands for each.
        names: Single words of withheld names, and their labels.
        coarsen: Whether fine places become areas.
    """

    claims: Mapping[str, Claim]
    documents: AbstractSet[str]
    secrets: Mapping[str, str]
    names: Mapping[str, str]
    coarsen: bool

    def clean(self, text: str) -> str:
        """Return a sentence of ours without any withheld words, whole or in part."""
        for secret, label in self.secrets.items():
            if len(secret) > 2 and secret.casefold() in text.casefold():
                text = _replace_folded(text, secret, label)
        for word, label in self.names.items():
            if word in text:
                text = re.sub(rf"\b{re.escape(word)}\b", label, text)
        return _LONG_NUMBER.sub(lambda found: _label_of(found[0], self.secrets), text)

    def clean_claim(self, claim: Claim) -> Claim:
        """Return a claim whose free words hold nothing withheld."""
        place = claim.place
        if place is not None:
            place = replace(place, name=self.clean(place.name), text=self.clean(place.text))
        speaker = claim.speaker
        if speaker is not None:
            speaker = replace(speaker, text=self.clean(speaker.text))
        return replace(claim, place=place, speaker=speaker, detail=self.clean(claim.detail))

    def clean_issue(self, issue: Issue) -> Issue:
        """Return an issue whose words hold nothing withheld."""
        return replace(issue, text=self.clean(issue.text), message=self.clean(issue.message))

    def release_incident(self, incident: Incident) -> Incident | None:
        """Return the incident as its released claims support it, or None when none is left."""
        claims = self._known(incident.claims)
        if not claims:
            return None
        partial = len(claims) < len(incident.claims)
        placed = any(self.claims[c].place is not None for c in claims)
        place = self._place(incident.place) if placed else None
        findings = (self._finding(f, incident.place) for f in incident.findings if placed or f.field != "place")
        origins = tuple(o for o in map(self._origin, incident.origins) if o is not None)
        totals = tuple(
            replace(t, sentence=self.clean(t.sentence))
            for t in incident.totals
            if t.tally in self.claims and len(self._known(t.parts)) == len(t.parts)
        )
        reason = tell(Told.EVIDENCE_WITHHELD) if partial else self.clean(incident.status_reason)
        return replace(
            incident,
            place=place,
            claims=claims,
            documents=tuple(d for d in incident.documents if d in self.documents),
            findings=tuple(f for f in findings if f is not None),
            origins=origins,
            totals=totals,
            status_reason=reason,
            sides=len({o.speaker.side for o in origins if o.speaker is not None}) if partial else incident.sides,
        )

    def _place(self, place: Place | None) -> Place | None:
        if place is not None and self.coarsen and is_too_precise(place):
            return coarsen_place(place)
        return None if place is None else replace(place, name=self.clean(place.name), text=self.clean(place.text))

    def _finding(self, finding: Finding, place: Place | None) -> Finding | None:
        supporting = self._known(finding.supporting)
        # A value may be a union over its claims: without one of them it is not known any more.
        if len(supporting) < len(finding.supporting):
            return None
        if finding.field == "place" and self.coarsen and place is not None and is_too_precise(place):
            return None
        return replace(
            finding,
            value=self.clean(finding.value),
            note=self.clean(finding.note),
            dissenting=self._known(finding.dissenting),
            versions=tuple(replace(v, value=self.clean(v.value)) for v in finding.versions if v.claim in self.claims),
        )

    def _origin(self, origin: Origin) -> Origin | None:
        if origin.first_claim not in self.claims:
            return None
        return replace(
            origin,
            speaker=None if origin.speaker is None else replace(origin.speaker, text=self.clean(origin.speaker.text)),
            documents=tuple(d for d in origin.documents if d in self.documents),
            claims=self._known(origin.claims),
            reason=self.clean(origin.reason),
        )

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(i for i in ids if i in self.claims)


def _label_of(found: str, secrets: Mapping[str, str]) -> str:
    """Return the label of the withheld number that holds these digits, else the text as it is."""
    digits = re.sub(r"\D", "", found)
    return next((label for secret, label in secrets.items() if digits in re.sub(r"\D", "", secret)), found)


def _replace_folded(text: str, secret: str, label: str) -> str:
    out, position, folded, wanted = [], 0, text.casefold(), secret.casefold()
    if len(folded) != len(text):
        return text.replace(secret, label)
    start = folded.find(wanted)
    while start >= 0:
        out += [text[position:start], label]
        position = start + len(wanted)
        start = folded.find(wanted, position)
    return "".join([*out, text[position:]])
