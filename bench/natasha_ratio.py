"""Measure skyledger's whole reading against natasha's name tagging, on the same Russian texts, round by round.

Run ``python bench/natasha_ratio.py``. natasha (segmenter, news embedding, news NER tagger: places, organisations,
persons, and no numbers, times, deeds or ids) is installed into an environment of its own below ``.cache``, from
``bench/requirements-natasha.txt``, pinned and hashed; nothing of it enters skyledger. Both run on the same core, by
turns, each in its own process; rates are texts by second of processor time. Where it cannot be installed one line says
so and the exit code is 0: the rest of ``make bench`` stands without it.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from texts import ROOT, gold_texts

from skyledger import flow
from skyledger.model import Document, Lang
from skyledger.packs.load import load_packs

REQUIREMENTS = Path(__file__).with_name("requirements-natasha.txt")
WORKER = Path(__file__).with_name("natasha_worker.py")
UV = Path(sys.executable).with_name("uv")
INSTALL_TIMEOUT_S = 120
ROUNDS = 7
# One thread and one core for both: what numpy's threads would add to natasha is not measured.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def install() -> Path:
    """Return the Python of natasha's environment, made where it is not there yet.

    Raises:
        OSError: uv is not there.
        subprocess.SubprocessError: The environment could not be made, or took too long.
    """
    name = f"natasha-{hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]}"
    folder = ROOT / ".cache" / name
    python, done = folder / "bin" / "python", folder / ".ready"
    if not done.exists():
        print("bench: installing natasha into its own environment (once)", file=sys.stderr)
        run([str(UV), "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(folder)])
        run(
            [str(UV), "pip", "install", "--quiet", "--python", str(python), "--require-hashes", "-r", str(REQUIREMENTS)]
        )
        done.touch()
    return python


def run(words: Sequence[str]) -> None:
    """Run a command quietly."""
    subprocess.run(words, check=True, capture_output=True, timeout=INSTALL_TIMEOUT_S)


def measure(python: Path, documents: Sequence[Document]) -> tuple[list[float], list[float], int, int]:
    """Return the rates of skyledger and of natasha by round, claims and names.

    Raises:
        OSError: The worker cannot be started or has ended.
        ValueError: The worker said something else than figures.
    """
    packs = load_packs()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps([document.text for document in documents]), "utf-8")
        with subprocess.Popen(
            [str(python), str(WORKER), str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | ONE_THREAD,
        ) as worker:
            assert worker.stdin is not None
            assert worker.stdout is not None
            if worker.stdout.readline().strip() != "ready":
                raise ValueError("it does not start")
            ours, theirs = [], []
            claims = names = 0
            for _ in range(ROUNDS + 1):
                begun = time.process_time()
                claims = sum(len(found) for _, found, _ in flow.extract_documents(documents, packs))
                ours.append(len(documents) / (time.process_time() - begun))
                print(file=worker.stdin, flush=True)
                seconds, counted = worker.stdout.readline().split()
                theirs.append(len(documents) / float(seconds))
                names = int(counted)
            worker.stdin.close()
    return ours[1:], theirs[1:], claims, names


def main() -> None:
    """Print both rates and the ratio, or one line that says why not."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    documents = gold_texts(Lang.RU)
    try:
        ours, theirs, claims, names = measure(install(), documents)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        print(f"natasha: cannot be measured here ({type(error).__name__}); the ratio is left out")
        return
    ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
    print(f"{len(documents)} Russian gold texts, {ROUNDS} rounds by turns on one core, median (range of texts/s)")
    for name, rates, found in (("skyledger, the whole job", ours, claims), ("natasha, names only", theirs, names)):
        print(f"{name:<25} {median(rates):>6,.0f}  ({min(rates):,.0f}-{max(rates):,.0f})  {found:,} found")
    print(f"ratio skyledger : natasha {median(ratios):>6.2f}  ({ratios[0]:.2f}-{ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
