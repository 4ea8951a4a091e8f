"""Measuring: gold and scenarios read, linked and scored."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skyledger.flow.incidents import derive_incidents
from skyledger.flow.known import known_incidents
from skyledger.flow.reading import extract_documents
from skyledger.model import Lang
from skyledger.packs.load import Packs

if TYPE_CHECKING:
    from skyledger.evaluate import Scores
    from skyledger.evaluate.scenario_score import ScenarioScore
    from skyledger.evaluate.scenarios import Scenario
    from skyledger.ledger import Ledger


def measure_ledger(ledger: Ledger, *, now: datetime) -> dict[str, int]:
    """Return how much is in a ledger, by name: files, documents, claims, incidents, origins, bytes ...

    Args:
        ledger: The one to measure, as it stands or stood.
        now: Aware; what is not settled yet is settled then.
    """
    incidents = known_incidents(ledger, now).find()
    origins = {origin.id for incident in incidents for origin in incident.origins}
    counted = {"incidents": len(incidents), "origins": len(origins)}
    return asdict(ledger.stats()) | counted | {"bytes": ledger.size_bytes()}


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
