"""PROV-JSON: what an incident was derived from, by what, and to whom its statements are attributed.

Source: W3C PROV-DM; PROV-JSON, member submission of 24 April 2013. Quotations and revisions are typed derivations.
"""

from typing import Any
from urllib.parse import quote

from skyledger import __version__
from skyledger.model import Claim, Document, Finding, Origin, Speaker
from skyledger.publish.amounts import claim_number
from skyledger.publish.export_view import View, outlet_words, rfc3339, web_address
from skyledger.publish.exports.geojson import write_json
from skyledger.publish.exports.long_tables import words_of
from skyledger.publish.rows import Row
from skyledger.publish.why_findings import finding_value
from skyledger.publish.words import clean_text
from skyledger.say import say

Json = dict[str, Any]
_KINDS = (
    "entity", "activity", "agent", "wasGeneratedBy", "used", "wasAttributedTo", "wasAssociatedWith", "wasDerivedFrom",
    "specializationOf", "hadMember",
)  # fmt: skip


def write_prov(view: View) -> bytes:
    """Return what every incident of a view came from as one PROV-JSON document."""
    book = _Book()
    for row in view.rows:
        _tell_incident(book, row, view)
    return write_json(book.document(), indent=1)


class _Book:
    """Collects records; each entity, agent and activity once, each relation under a number of its own."""

    def __init__(self) -> None:
        self._records: dict[str, dict[str, Json]] = {kind: {} for kind in _KINDS}
        self._seen: set[tuple[str, ...]] = set()

    def name(self, kind: str, id: str, **attributes: Any) -> str:
        """Record an entity, an activity or an agent and return its name; what is known already stays as it is."""
        name = f"sl:{attributes.pop('prefix', '')}{quote(id, safe='')}"
        kept = {key.replace("__", ":"): value for key, value in attributes.items() if value not in (None, "")}
        self._records[kind].setdefault(name, kept)
        return name

    def relate(self, kind: str, **ends: str) -> None:
        """Record a relation once."""
        key = (kind, *(f"{k}={v}" for k, v in sorted(ends.items())))
        if key in self._seen:
            return
        self._seen.add(key)
        relation: Json = {f"prov:{end}": name for end, name in ends.items()}
        if "type" in ends:
            relation["prov:type"] = {"$": ends["type"], "type": "prov:QUALIFIED_NAME"}
        self._records[kind][f"_:{kind}{len(self._records[kind]) + 1}"] = relation

    def document(self) -> Json:
        """Return everything as PROV-JSON; kinds without a record are left out."""
        prefixes = {"sl": "urn:skyledger:", "prov": "http://www.w3.org/ns/prov#"}
        return {"prefix": prefixes, **{kind: records for kind, records in self._records.items() if records}}


def _typed(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _tell_incident(book: _Book, row: Row, view: View) -> None:
    incident = view.incidents[row.id]
    thing = book.name("entity", row.id, prov__type=_typed("sl:Incident"), prov__label=row.title)
    version = book.name(
        "entity",
        f"{row.id}.{row.version}",
        prov__type=_typed("prov:Collection"),
        prov__label=row.title,
        sl__status=row.status,
        sl__policy=view.policy.name,
        sl__updated=rfc3339(row.updated),
    )
    book.relate("specializationOf", specificEntity=version, generalEntity=thing)
    settling = book.name("activity", f"{row.id}.{row.version}", prefix="settling:", prov__endTime=rfc3339(row.updated))
    program = book.name(
        "agent", f"skyledger-{__version__}", prov__type=_typed("prov:SoftwareAgent"), prov__label="skyledger"
    )
    book.relate("wasGeneratedBy", entity=version, activity=settling)
    book.relate("wasAssociatedWith", activity=settling, agent=program)
    if row.version > 1:
        before = book.name("entity", f"{row.id}.{row.version - 1}", prov__type=_typed("prov:Collection"))
        book.relate("wasDerivedFrom", generatedEntity=version, usedEntity=before, type="prov:Revision")
    for id in incident.claims:
        claim = _tell_claim(book, view.claims[id], view.documents[view.claims[id].document_id], program)
        book.relate("used", activity=settling, entity=claim)
        book.relate("wasDerivedFrom", generatedEntity=version, usedEntity=claim)
    for number, finding in enumerate(incident.findings, 1):
        _tell_finding(book, version, f"{row.id}.{row.version}.{number}", finding)
    for origin in incident.origins:
        _tell_origin(book, origin)


def _tell_claim(book: _Book, claim: Claim, document: Document, program: str) -> str:
    text = book.name(
        "entity",
        document.id,
        prefix="document:",
        prov__type=_typed("sl:Document"),
        prov__label=clean_text(document.title or document.id),
        prov__location=web_address(document.url),
        sl__sha256=document.sha256,
        sl__published=None if document.published_at is None else rfc3339(document.published_at),
    )
    outlet = book.name(
        "agent",
        document.outlet.handle or document.outlet.name or "unnamed",
        prefix="outlet:",
        prov__type=_typed("prov:Organization"),
        prov__label=outlet_words(document),
    )
    book.relate("wasAttributedTo", entity=text, agent=outlet)
    name = book.name(
        "entity",
        claim.id,
        prov__type=_typed("sl:Claim"),
        prov__value=words_of(claim),
        prov__label=claim_number(claim),
        sl__modality=claim.modality.value,
        sl__rule=claim.rule,
        sl__packs=claim.pack_version,
    )
    reading = book.name("activity", claim.id, prefix="reading:")
    book.relate("wasGeneratedBy", entity=name, activity=reading)
    book.relate("used", activity=reading, entity=text)
    book.relate("wasAssociatedWith", activity=reading, agent=program)
    book.relate("wasDerivedFrom", generatedEntity=name, usedEntity=text, type="prov:Quotation")
    if claim.speaker is not None:
        book.relate("wasAttributedTo", entity=name, agent=_tell_speaker(book, claim.speaker))
    return name


def _tell_speaker(book: _Book, speaker: Speaker) -> str:
    return book.name(
        "agent",
        speaker.id,
        prefix="speaker:",
        prov__label=clean_text(speaker.name),
        sl__role=speaker.role,
        sl__side=speaker.side.value,
    )


def _tell_finding(book: _Book, version: str, id: str, finding: Finding) -> None:
    name = book.name(
        "entity",
        id,
        prefix="finding:",
        prov__type=_typed("sl:Finding"),
        prov__label=say(finding.field, about="field"),
        prov__value=finding_value(finding),
        sl__note=clean_text(finding.note),
    )
    book.relate("hadMember", collection=version, entity=name)
    for claim in finding.supporting:
        book.relate("wasDerivedFrom", generatedEntity=name, usedEntity=f"sl:{quote(claim, safe='')}")


def _tell_origin(book: _Book, origin: Origin) -> None:
    name = book.name(
        "entity",
        origin.id,
        prefix="origin:",
        prov__type=_typed("sl:Origin"),
        prov__label=clean_text(origin.reason),
        sl__measured=None if origin.measured else "no",
    )
    if origin.speaker is not None:
        book.relate("wasAttributedTo", entity=name, agent=_tell_speaker(book, origin.speaker))
    for claim in origin.claims:
        book.relate("wasDerivedFrom", generatedEntity=f"sl:{quote(claim, safe='')}", usedEntity=name)
