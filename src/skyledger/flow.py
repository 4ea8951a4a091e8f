"""The whole pipe on one page; the only place that joins steps and ledger.

As a shell would write it::

    read_paths FILES | extract_document | resolve_extraction       a text at a time: extract_documents
      | ledger.add                                                 kept for good: add_paths
      | link_claims | reconcile_groups                             all claims together: derive_incidents
      | build_sitrep | render                                      after policy: sitrep, totals, why, compare

Nothing here has a rule of its own: each function only passes records from one room to the next. Incidents are not
stored: they follow from documents, claims and decisions each time they are asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from skyledger import __version__
from skyledger.errors import NotFoundError, UsageError
from skyledger.extract import extract_document
from skyledger.model import Claim, Decision, Document, Incident, Issue, Lang, Span
from skyledger.model.decision import DecisionVerb
from skyledger.model.ids import hash_parts
from skyledger.packs.load import Packs, load_packs
from skyledger.resolve import resolve_extraction

# Rooms that reading one text has no need of are imported by the functions that pass records to them: the database, the
# parsers and the reports take two thirds of a second to load.
if TYPE_CHECKING:
    from skyledger.evaluate import Scores
    from skyledger.evaluate.scenario_score import ScenarioScore
    from skyledger.evaluate.scenarios import Scenario
    from skyledger.ingest import FileRead, ReadFault
    from skyledger.ledger import AddResult, Entry, Ledger
    from skyledger.publish.compare import Compared
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.sitrep import Sitrep
    from skyledger.publish.totals_records import ShownTotal
    from skyledger.publish.why import Why

Extracted = tuple[Document, tuple[Claim, ...], tuple[Issue, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What one run of :func:`add_paths` read and stored.

    Attributes:
        files: Files and archive members met, with those known before and those that gave nothing.
        files_known: Their bytes were in the ledger already, so they were not read.
        documents_versioned: Known texts that came again in other words: stored as a further version.
        faults: What could not be read, in the order met.
    """

    files: int = 0
    files_known: int = 0
    documents_new: int = 0
    documents_known: int = 0
    documents_versioned: int = 0
    claims_new: int = 0
    issues_new: int = 0
    faults: tuple[ReadFault, ...] = ()

    def plus(self, file: FileRead, result: AddResult) -> AddReport:
        """Return the report with one more file in it."""
        return AddReport(
            files=self.files + 1,
            files_known=self.files_known + file.known,
            documents_new=self.documents_new + result.documents_new,
            documents_known=self.documents_known + result.documents_known,
            documents_versioned=self.documents_versioned + result.documents_versioned,
            claims_new=self.claims_new + result.claims_new,
            issues_new=self.issues_new + result.issues_new,
            faults=self.faults + file.faults,
        )


OnProgress = Callable[[str, AddReport], None]


def extract_documents(documents: Iterable[Document], packs: Packs | None = None) -> Iterator[Extracted]:
    """Read texts, one at a time, in order.

    Args:
        documents: As ingest made them.
        packs: The words to read with; None loads those that are shipped.

    Yields:
        The document, the claims it makes, and the issues: what was not understood or ignored on purpose.
    """
    packs = load_packs() if packs is None else packs
    for document in documents:
        resolved = resolve_extraction(document, extract_document(document, packs), packs)
        yield document, tuple(resolved.claims), tuple(resolved.issues)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How one text was read.

    Attributes:
        rejected: Triggers that made no claim: span, what they could have meant, and why they do not.
    """

    document: Document
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]
    rejected: tuple[tuple[Span, str, str], ...]


def explain(document: Document, packs: Packs | None = None) -> Explanation:
    """Read one text and keep what led to nothing too."""
    packs = load_packs() if packs is None else packs
    extraction = extract_document(document, packs)
    resolved = resolve_extraction(document, extraction, packs)
    return Explanation(
        document=document,
        claims=tuple(resolved.claims),
        issues=tuple(resolved.issues),
        rejected=tuple((found.span, found.value, found.reason) for found in extraction.rejected),
    )


def add_paths(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    now: datetime,
    packs: Packs | None = None,
    on_progress: OnProgress | None = None,
) -> AddReport:
    """Read files into a ledger; each file is stored with all its texts and claims, or not at all.

    Args:
        ledger: Where they go.
        paths: Files, archives and folders.
        now: Aware; when the texts were received.
        packs: None loads those that are shipped.
        on_progress: Called after each file with its path and the report so far.

    Returns:
        What was new, known and faulty.
    """
    from skyledger.ingest import read_paths

    packs = load_packs() if packs is None else packs
    report = AddReport()
    for file in read_paths(paths, now=now, is_known=ledger.has_file):
        report = report.plus(file, _store(ledger, file, now, packs))
        if on_progress is not None:
            on_progress(file.path, report)
    _log_run(ledger, "add", now, packs, report)
    return report


def _store(ledger: Ledger, file: FileRead, now: datetime, packs: Packs) -> AddResult:
    """Store a file that gave something; one that gave only faults is tried again, and named again, next time."""
    from skyledger.ledger import AddResult, FileRecord

    if file.known or (file.faults and not file.documents):
        return AddResult()
    record = FileRecord(path=file.path, sha256=file.sha256, size=file.size, reader=file.reader, received_at=now)
    return ledger.add(record, _read_again(file), _entries(file.documents, packs), now)


def _entries(documents: Iterable[Document], packs: Packs) -> Iterator[Entry]:
    from skyledger.ledger import Entry

    for document, claims, issues in extract_documents(documents, packs):
        yield Entry(document=document, claims=claims, issues=issues, extractor=__version__, pack_version=packs.version)


def _read_again(file: FileRead) -> bytes | None:
    """Return the bytes a file had when it was read; None for a member of an archive, whose archive is kept."""
    from skyledger.ledger import RAW_LIMIT_BYTES

    path = Path(file.path)
    if file.size > RAW_LIMIT_BYTES or not path.is_file():
        return None
    raw = path.read_bytes()
    return raw if hashlib.sha256(raw).hexdigest() == file.sha256 else None


def _log_run(ledger: Ledger, command: str, now: datetime, packs: Packs, report: AddReport) -> None:
    from skyledger.ledger import Run

    finished = max(now, datetime.now(UTC))
    note = f"{report.documents_new} documents, {report.claims_new} claims, {len(report.faults)} faults"
    run = Run(
        id="run-" + hash_parts(command, now.isoformat(), finished.isoformat(), note).hex()[:16],
        command=command,
        version=__version__,
        pack_version=packs.version,
        started_at=now,
        finished_at=finished,
        outcome="problems" if report.faults else "done",
        note=note,
    )
    ledger.record_run(run, finished)


def derive_again(ledger: Ledger, *, now: datetime, packs: Packs | None = None) -> AddReport:
    """Read the texts of a ledger once more with the packs in force; what was derived before stays stored beside it."""
    packs = load_packs() if packs is None else packs
    result = ledger.add(None, None, _entries(ledger.documents().values(), packs), now)
    report = AddReport(
        documents_known=result.documents_known, claims_new=result.claims_new, issues_new=result.issues_new
    )
    _log_run(ledger, "refresh", now, packs, report)
    return report


def derive_incidents(
    documents: Iterable[Document], claims: Sequence[Claim], decisions: Sequence[Decision] = ()
) -> tuple[Incident, ...]:
    """Put claims about the same thing together and reconcile them.

    Args:
        documents: Those the claims were made in.
        claims: In any order.
        decisions: Human judgements in force; they outrank rules.

    Returns:
        Incidents in a stable order, the same for any order of the input.
    """
    from skyledger.link import link_claims
    from skyledger.link.claim_decisions import apply_decisions
    from skyledger.reconcile import reconcile_groups

    by_document = {document.id: document for document in documents}
    claims = apply_decisions(claims, decisions)
    by_claim = {claim.id: claim for claim in claims}
    groups = link_claims(by_document, claims, decisions)
    return reconcile_groups(groups, by_document, by_claim)


def ledger_incidents(ledger: Ledger) -> tuple[Incident, ...]:
    """Derive every incident of a ledger."""
    return derive_incidents(ledger.documents().values(), ledger.claims(), ledger.active_decisions())


def decide(
    ledger: Ledger, verb: str, targets: Sequence[str], *, why: str, by: str, value: str = "", now: datetime
) -> Decision:
    """Append one judgement.

    Args:
        ledger: Where it is kept.
        verb: accept, hold, reject, correct, same, different, unsure or undo.
        targets: Claim ids; for a pair incident ids too, which stand for the claims they were named after; for ``undo``
            the id of a decision.
        why: The reason; never empty.
        by: Who decides.
        value: What ``correct`` sets, as JSON text.
        now: Aware.

    Returns:
        The decision as kept.

    Raises:
        NotFoundError: A target is not in the ledger.
        UsageError: The decision makes no sense.
    """
    from skyledger.link.claim_decisions import read_correction

    if verb == "correct":
        read_correction(value)
    elif value:
        raise UsageError(f"{verb} sets nothing; --value goes with correct")
    named = tuple(targets) if verb == "undo" else _claims_meant(ledger, targets)
    made = Decision(
        id="dec-" + hash_parts(verb, *named, why, by, value, now.isoformat()).hex()[:16],
        verb=cast(DecisionVerb, verb),
        targets=named,
        why=why,
        by=by,
        at=now,
        value=value,
    )
    ledger.decide(made, now)
    return made


def _claims_meant(ledger: Ledger, targets: Sequence[str]) -> tuple[str, ...]:
    """Return the claims that targets name; an incident stands for its earliest claim."""
    incidents = ledger_incidents(ledger) if any(t.startswith("INC-") for t in targets) else ()
    by_id = {incident.id: incident.origins[0].first_claim for incident in incidents}
    claims = tuple(by_id.get(target, target) for target in targets)
    known = {claim.id for claim in ledger.claims(ids=set(claims))}
    for target, claim in zip(targets, claims, strict=True):
        if claim not in known:
            raise NotFoundError(f"{target}: no claim and no incident of this ledger has this id")
    return claims


def decision_to_json(decision: Decision) -> dict[str, object]:
    """Return a decision as a JSON object."""
    return {**asdict(decision), "targets": list(decision.targets), "at": decision.at.isoformat()}


def decision_to_array(decision: Decision) -> list[object]:
    """Return a decision as one array: id, verb, targets, why, by, at, value."""
    return [*(decision_to_json(decision)[key] for key in DECISION_COLUMNS)]


DECISION_COLUMNS = ("id", "verb", "targets", "why", "by", "at", "value")


def replay_decisions(ledger: Ledger, rows: Sequence[object], name: str, *, now: datetime) -> int:
    """Append exported decisions in their order; those that are in already are left alone.

    Raises:
        UsageError: A row is no decision; nothing was appended then. Or one says something else than the one kept.
    """
    read = [_read_decision(row, f"{name}:{number}") for number, row in enumerate(rows, 1)]
    return sum(ledger.decide(decision, now) for decision in read)


def _read_decision(row: object, where: str) -> Decision:
    try:
        id, verb, targets, why, by, at, value = cast(list[Any], row)
        return Decision(
            id=str(id), verb=verb, targets=tuple(targets), why=why, by=by, at=datetime.fromisoformat(at), value=value
        )
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: is no decision [{', '.join(DECISION_COLUMNS)}]: {error}") from error


def sitrep(
    ledger: Ledger,
    *,
    night: date | None = None,
    region: str | None = None,
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> Sitrep:
    """Build the situation report of one night.

    Args:
        ledger: What is known.
        night: Date of the morning; None takes the last night with claims.
        region: ISO 3166-2 id, or None for all.
        now: Aware; when the report is made.
        policy: None is the private one.

    Raises:
        NotFoundError: There are no claims for the night (which does not say that it was quiet), or no such region.
    """
    from skyledger.publish.sitrep import build_sitrep
    from skyledger.reconcile import pair_closures

    every = ledger_incidents(ledger)
    night = _choose_night(every, night)
    if region is not None and region not in load_packs().places:
        raise NotFoundError(f"{region}: no such region; ids are ISO 3166-2, such as RU-KLU or UA-63")
    incidents = [i for i in every if i.night in (None, night.isoformat())]
    documents = _documents_around(ledger, night, incidents)
    return build_sitrep(
        night,
        region=region,
        documents=tuple(documents.values()),
        claims=tuple(claim for claim in ledger.claims() if claim.document_id in documents),
        incidents=incidents,
        issues=tuple(issue for issue in ledger.issues() if issue.document_id in documents),
        closures=pair_closures(every),
        now=now,
        policy=policy,
    )


def _choose_night(incidents: Iterable[Incident], night: date | None) -> date:
    """Return the night asked for, or the last one with claims."""
    nights = sorted({date.fromisoformat(incident.night) for incident in incidents if incident.night is not None})
    if not nights:
        raise NotFoundError("the ledger has no claims of any night yet; add texts first")
    if night is not None and night not in nights:
        known = f"{nights[0]} to {nights[-1]}, {len(nights)} in all"
        raise NotFoundError(f"{night}: no claims for this night, which does not mean it was quiet; there are {known}")
    return nights[-1] if night is None else night


def totals(
    ledger: Ledger, *, night: date | None = None, now: datetime, policy: ReleasePolicy | None = None
) -> tuple[date, tuple[ShownTotal, ...]]:
    """Hold the national totals of one night against their lists and what the regions say.

    Args:
        ledger: What is known.
        night: Date of the morning; None takes the last night with claims.
        now: Aware; what policy measures delays from.
        policy: None is the private one.

    Raises:
        NotFoundError: There are no claims, or no national totals, for the night.
    """
    from skyledger.publish.totals import build_totals

    every = ledger_incidents(ledger)
    night = _choose_night(every, night)
    incidents = [i for i in every if i.night == night.isoformat()]
    documents = ledger.documents({id for incident in incidents for id in incident.documents})
    claims = [claim for claim in ledger.claims() if claim.document_id in documents]
    shown = build_totals(
        night, documents=tuple(documents.values()), claims=claims, incidents=incidents, now=now, policy=policy
    )
    return night, shown


def _documents_around(ledger: Ledger, night: date, incidents: Iterable[Incident]) -> dict[str, Document]:
    """Return the texts of the incidents and all that were posted in the days beside the night."""
    named = {id for incident in incidents for id in incident.documents}

    def is_near(document: Document) -> bool:
        return document.published_at is not None and abs((document.published_at.date() - night).days) <= 1

    return {id: document for id, document in ledger.documents().items() if id in named or is_near(document)}


def why(ledger: Ledger, id: str, *, now: datetime) -> Why:
    """Collect what an incident, a finding or a claim rests on.

    Args:
        ledger: Where to look.
        id: ``INC-...``, ``INC-...:count`` or ``c1-...``.
        now: Aware; what policy measures delays from.

    Raises:
        NotFoundError: Nothing in the ledger has this id.
    """
    from skyledger.publish.why import build_why

    name = id.partition(":")[0]
    incidents = [incident for incident in ledger_incidents(ledger) if name in (incident.id, *incident.claims)]
    wanted = {name, *(claim for incident in incidents for claim in incident.claims)}
    wanted |= {part for incident in incidents for total in incident.totals for part in total.parts}
    claims = ledger.claims(ids=wanted)  # with the parts: a total is shown with all of them or not at all
    if not claims:
        raise NotFoundError(_say_unknown(ledger, id))
    documents = ledger.documents({claim.document_id for claim in claims})
    return build_why(id, documents=tuple(documents.values()), claims=claims, incidents=incidents, now=now)


def compare(ledger: Ledger, one: str, two: str, *, now: datetime) -> Compared:
    """Hold two claims, two incidents, or one of each against each other as linking does.

    Args:
        ledger: Where to look.
        one: ``INC-...`` or ``c1-...``.
        two: Another.
        now: Aware; what policy measures delays from.

    Raises:
        NotFoundError: Nothing in the ledger has one of the ids.
    """
    from skyledger.link import link_claims
    from skyledger.link.contrast import contrast_claims
    from skyledger.publish.compare import build_compared
    from skyledger.reconcile import reconcile_groups

    documents, claims, decisions = ledger.documents(), ledger.claims(), ledger.active_decisions()
    by_claim = {claim.id: claim for claim in claims}
    groups = link_claims(documents, claims, decisions)
    incidents = reconcile_groups(groups, documents, by_claim)
    members = {id: (id,) for id in by_claim} | {incident.id: incident.claims for incident in incidents}
    for id in (one, two):
        if id not in members:
            raise NotFoundError(_say_unknown(ledger, id))
    found = contrast_claims(members[one], members[two], documents, claims, groups, decisions)
    near = tuple(i for i in incidents if not {found.best.one, found.best.two}.isdisjoint(i.claims))
    wanted = {claim for incident in near for claim in incident.claims}
    return build_compared(
        one,
        two,
        found,
        documents=tuple({by_claim[c].document_id: documents[by_claim[c].document_id] for c in wanted}.values()),
        claims=tuple(by_claim[c] for c in sorted(wanted)),
        incidents=near,
        now=now,
    )


def _say_unknown(ledger: Ledger, id: str) -> str:
    if not ledger.documents([id]):
        return f"{id}: no incident and no claim of this ledger has this id"
    claims = ", ".join(claim.id for claim in ledger.claims(document=id)) or "none"
    return f"{id}: is a document; ask for one of its claims: {claims}"


def list_issues(ledger: Ledger, *, now: datetime) -> tuple[Issue, ...]:
    """Return every recorded doubt as far as policy shows it."""
    from skyledger.publish.policy import Selection, private_policy, release

    documents, claims = tuple(ledger.documents().values()), ledger.claims()
    selection = Selection(documents=documents, claims=claims, issues=ledger.issues())
    return release(selection, private_policy(), now=now).issues


def evaluate(gold: Path, packs: Packs | None = None) -> Scores:
    """Read the texts of a gold set and score what was read.

    Raises:
        UsageError: The path holds no gold.
    """
    from skyledger.evaluate import load_gold, score_documents

    labelled = load_gold(gold)
    read = extract_documents((item.document for item in labelled), packs)
    return score_documents(labelled, {document.id: claims for document, claims, _ in read})


def evaluate_scenarios(path: Path, packs: Packs | None = None) -> tuple[tuple[Scenario, ScenarioScore], ...]:
    """Read the texts of scenarios, put their claims together, and score incidents, origins, findings and totals.

    Raises:
        UsageError: The path holds no scenarios.
    """
    from skyledger.evaluate.scenario_score import score_scenario
    from skyledger.evaluate.scenarios import load_scenarios
    from skyledger.ingest.language import detect_language

    scored = []
    for scenario in load_scenarios(path):
        texts = [d if d.lang is not Lang.UND else replace(d, lang=detect_language(d.text)) for d in scenario.documents]
        claims = [claim for _, found, _ in extract_documents(texts, packs) for claim in found]
        scored.append((scenario, score_scenario(scenario, claims, derive_incidents(texts, claims))))
    return tuple(scored)
