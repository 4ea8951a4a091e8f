"""Measure on one core how fast texts are read, how soon the first claim comes, and how much memory it takes.

Run ``python bench/speed.py [--json]``. Rates are texts by second of processor time, the median of several rounds. Each
round also lets a plain regular expression (words and numbers) run over the same texts: the ratio to it means the same
on a fast machine and on a slow one. Start-up is wall time, from starting a process to its first claim.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from texts import gold_texts, quiet_texts, stream_texts

from skyledger import flow
from skyledger.model import Document
from skyledger.packs.load import load_packs

YARDSTICK = re.compile(r"\b(?:\d+|\w{3,})\b")
ROUNDS = 5
QUIET_TEXTS = 2_000
# One pass of the expression over the gold set takes too short a time for the clock: it runs this often.
YARDSTICK_RUNS = 10
SENTENCE = "Ночью над Калужской областью сбиты 40 БПЛА."
LIBRARY = f"""
import resource
from skyledger import flow
from skyledger.model import Document, Lang
document = Document(id="d", text={SENTENCE!r}, lang=Lang.RU)
[(_, claims, _)] = flow.extract_documents([document])
assert claims
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
"""
COMMAND = "from skyledger.cli.main import main; main()"


@dataclass(frozen=True)
class Rate:
    """How fast one kind of texts is read.

    Attributes:
        rate: Texts a second, the median of the rounds; ``slowest`` and ``fastest`` are those of single rounds.
        ratio: How many times as long as one pass of a plain regular expression.
    """

    texts: str
    number: int
    kilobytes: int
    claims: int
    rate: float
    slowest: float
    fastest: float
    ratio: float


@dataclass(frozen=True)
class Start:
    """How soon and how large a process is that makes one claim."""

    way: str
    seconds: float
    peak_mb: float | None


def processor_s(work: Callable[[], object]) -> float:
    """Return how many seconds of processor time some work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure_rate(name: str, documents: Sequence[Document], rounds: int = ROUNDS) -> Rate:
    """Read the texts several times, the yardstick between."""
    packs = load_packs()
    claims = sum(len(found) for _, found, _ in flow.extract_documents(documents, packs))

    def read() -> None:
        for _ in flow.extract_documents(documents, packs):
            pass

    def yardstick() -> None:
        for _ in range(YARDSTICK_RUNS):
            for document in documents:
                YARDSTICK.findall(document.text)

    pairs = [(processor_s(read), processor_s(yardstick) / YARDSTICK_RUNS) for _ in range(rounds)]
    rates = sorted(len(documents) / read_s for read_s, _ in pairs)
    return Rate(
        texts=name,
        number=len(documents),
        kilobytes=sum(len(document.text.encode()) for document in documents) // 1000,
        claims=claims,
        rate=median(rates),
        slowest=rates[0],
        fastest=rates[-1],
        ratio=median(read_s / yardstick_s for read_s, yardstick_s in pairs),
    )


def measure_start(way: str, code: str, words: Sequence[str] = (), text: str = "") -> Start:
    """Start a process several times and wait for its first line; the first start, which fills caches, is left out."""
    seconds, peaks = [], []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", code, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(text)
            process.stdin.close()
            line = process.stdout.readline()
            seconds.append(time.perf_counter() - begun)
        if process.returncode != 0 or not line:
            raise SystemExit(f"bench: {way} ended with {process.returncode} and no claim")
        peaks.append(int(line) * 1024 / 1e6 if line.strip().isdigit() else None)
    return Start(way=way, seconds=median(seconds[1:]), peak_mb=peaks[-1])


def measure() -> tuple[list[Rate], list[Start], float]:
    """Return rates, start-ups and the peak memory of this process in MB (10^6 bytes)."""
    row = json.dumps({"id": "d", "text": SENTENCE, "lang": "ru"}, ensure_ascii=False)
    starts = [
        measure_start("library", LIBRARY),
        measure_start("skyledger extract", COMMAND, ("extract", "-"), row),
    ]
    rates = [
        measure_rate("gold set", gold_texts()),
        measure_rate("no trigger", quiet_texts(QUIET_TEXTS)),
    ]
    if stream := stream_texts():
        rates.append(measure_rate("real stream", stream, 3))
    return rates, starts, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def print_tables(rates: Sequence[Rate], starts: Sequence[Start], peak_mb: float) -> None:
    """Print the figures for people."""
    print(f"{'texts':<20}{'number':>8}{'kB':>7}{'claims':>8}{'texts/s':>9}{'range':>15}{'x regex':>9}")
    for r in rates:
        span = f"{r.slowest:,.0f}-{r.fastest:,.0f}"
        print(f"{r.texts:<20}{r.number:>8,}{r.kilobytes:>7,}{r.claims:>8,}{r.rate:>9,.0f}{span:>15}{r.ratio:>9.0f}")
    if len(rates) < 3:
        print("real stream: not beside this checkout, not measured")
    print(f"\n{'first claim after':<20}{'seconds':>8}{'peak MB':>9}")
    for s in starts:
        print(f"{s.way:<20}{s.seconds:>8.2f}{'-' if s.peak_mb is None else format(s.peak_mb, '.0f'):>9}")
    print(f"{'all of the above':<20}{'':>8}{peak_mb:>9.0f}")


def main() -> None:
    """Measure on one core and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    rates, starts, peak_mb = measure()
    if "--json" in sys.argv[1:]:
        told = {"rates": [vars(r) for r in rates], "starts": [vars(s) for s in starts], "peak_mb": round(peak_mb)}
        print(json.dumps(told, indent=2))
    else:
        print_tables(rates, starts, peak_mb)


if __name__ == "__main__":
    main()
