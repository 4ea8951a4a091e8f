"""What the project ships is written for it: no run of words is shared with the material it was developed on."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skyledger.ingest import read_paths
from skyledger.packs.normalise import tokenise

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
RUN = 8  # words; shorter runs are the fixed formulas of officials


def shingles(text: str) -> set[tuple[str, ...]]:
    words = tokenise(text).words
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def foreign_texts() -> Iterator[str]:
    yield (SHARED / "seed_article.txt").read_text(encoding="utf-8")
    for name in ("bulletins/mod_russia.jsonl", "stream/telegram_2026-02-22.jsonl"):
        for line in (SHARED / name).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    for line in gzip.decompress((SHARED / "texts/viina_2022_2025.jsonl.gz").read_bytes()).decode().splitlines():
        yield json.loads(line)["text"]
    yield from gzip.decompress((SHARED / "texts/uk_news_2026-06.csv.gz").read_bytes()).decode().splitlines()


def own_texts() -> Iterator[tuple[str, str]]:
    for file in read_paths([ROOT / "src/skyledger/data/sample"], now=datetime(2026, 1, 2, tzinfo=UTC)):
        for document in file.documents:
            yield document.id, document.text
    for path in sorted((ROOT / "evaluation" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            value = json.loads(line)
            yield value["id"], value["text"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real material lies beside the project only where it is developed")
def test_no_run_of_words_is_taken_from_the_real_material() -> None:
    foreign = {shingle for text in foreign_texts() for shingle in shingles(text)}
    shared = {name: " ".join(next(iter(common))) for name, text in own_texts() if (common := shingles(text) & foreign)}
    assert shared == {}
