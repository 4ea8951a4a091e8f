"""Sentences of many authors side by side: whatever stands beside what, reading raises nothing and every span holds."""

import json
import random
import re
from pathlib import Path

import pytest

from skyledger.packs.load import Packs, load_packs
from tests.extract.saying import a_text, read_claims

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
ROUNDS = 150


def sentences() -> list[str]:
    """Return every sentence and line of the texts that rules are tuned on."""
    documents = (json.loads(line) for path in sorted(GOLD.glob("*.jsonl")) for line in path.open(encoding="utf-8"))
    texts = [d["text"] for d in documents if d["split"] == "tune"]
    return [s for text in texts for s in re.split(r"(?<=[.!?;:])\s+|\n", text) if len(s) > 15]


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_raised_and_every_span_holds(packs: Packs, seed: int) -> None:
    known, drawn = sentences(), random.Random(seed)
    for _ in range(ROUNDS):
        text = " ".join(drawn.choice(known) for _ in range(drawn.randint(2, 7)))
        _, resolved = read_claims(a_text(text), packs)
        faults = [issue.message for issue in resolved.issues if issue.code == "evidence.mismatch"]
        assert not faults, text
