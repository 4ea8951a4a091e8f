"""Measure how fast the pipe reads, and how much memory it takes: ``python bench/throughput.py [DOCUMENTS.jsonl]``.

Without a file the sample night is read again and again until there are 2,000 texts. The yardstick is one pass of a
plain regular expression (words and numbers) over the same texts in the same process: the ratio to it means the same on
a fast machine and on a slow one. Peak memory is that of the whole process, with the packs.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import as_file, files
from itertools import cycle, islice
from pathlib import Path

from skyledger import flow
from skyledger.ingest import read_paths
from skyledger.model import Document
from skyledger.packs.load import load_packs

REPEATED_DOCUMENTS = 2_000
YARDSTICK = re.compile(r"\b(?:\d+|\w{3,})\b")


def read_documents(path: Path | None) -> list[Document]:
    """Return the texts of a file, or the sample night repeated under new ids."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    if path is not None:
        return [document for file in read_paths([path], now=now) for document in file.documents]
    with as_file(files("skyledger") / "data" / "sample") as folder:
        sample = [document for file in read_paths([folder], now=now) for document in file.documents]
    many = islice(cycle(sample), REPEATED_DOCUMENTS)
    return [replace(document, id=f"{document.id}-{number}") for number, document in enumerate(many)]


def measure_s(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(documents: Sequence[Document]) -> dict[str, float | int]:
    """Return the figures for a list of texts; times in seconds, sizes in MB (10^6 bytes)."""
    packs_s = measure_s(load_packs)
    yardstick_s = measure_s(lambda: [YARDSTICK.findall(document.text) for document in documents])
    begun = time.perf_counter()
    claims = [claim for _, found, _ in flow.extract_documents(documents) for claim in found]
    extract_s = time.perf_counter() - begun
    incidents_s = measure_s(lambda: flow.derive_incidents(documents, claims))
    text_mb = sum(len(document.text.encode()) for document in documents) / 1e6
    return {
        "documents": len(documents),
        "text_mb": round(text_mb, 2),
        "claims": len(claims),
        "load_packs_s": round(packs_s, 2),
        "extract_s": round(extract_s, 2),
        "extract_documents_per_s": round(len(documents) / extract_s),
        "times_the_regex_pass": round(extract_s / yardstick_s, 1),
        "link_and_reconcile_s": round(incidents_s, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6),
    }


def main() -> None:
    """Print the figures as JSON."""
    documents = read_documents(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    if not documents:
        sys.exit("bench: no texts found")
    print(json.dumps(measure(documents), indent=2))


if __name__ == "__main__":
    main()
