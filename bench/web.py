"""How the web application holds up: ``python bench/web.py [--incidents N] [--ledger FILE] [--rate N] [--seconds N]``.

Makes a ledger of 100,000 incidents (or takes one), starts ``skyledger serve`` on it, waits until it says that every
night is prepared, and asks 200 times a second for a minute. Requests go out by the clock whether or not earlier ones
were answered, and each is timed from when it was due: a server that falls behind cannot hide it. What is asked is a
mixture drawn from a seed: rows, counts, headlines and timelines under many filters, incidents in full, regions,
airports, OGC items; every fourth question was asked before and comes with its ETag. It shares
the machine with the server.

Exit code 1 when something failed or the 99th of 100 answers took longer than ``--goal``.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.web_ledger import build_ledger

_READY_S = 1_800
_CONNECTIONS = 64
_KINDS = ("interception", "fire", "casualties", "no_casualties", "damage", "attack")


@dataclass(slots=True)
class Seen:
    """What became of the requests."""

    took_ms: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    received: int = 0
    etags: dict[str, str] = field(default_factory=dict)


class Connection:
    """One connection that stays open, and one question at a time on it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, etag: str = "") -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
        reader, writer = self._streams
        match = f"If-None-Match: {etag}\r\n" if etag else ""
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{match}\r\n".encode())
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
        except (OSError, asyncio.IncompleteReadError):
            self._streams = None
            raise
        if headers.get("connection") == "close":
            writer.close()
            self._streams = None
        return int(head[0].split()[1]), headers, body


class Questions:
    """Draws what is asked."""

    def __init__(self, random: Random, nights: list[str], rows: list[dict[str, object]]) -> None:
        self._random = random
        self._nights = nights
        self._rows = rows
        self._asked: list[str] = []

    def next(self) -> tuple[str, bool]:
        """Return an address, and whether it is asked again."""
        random = self._random
        if self._asked and random.random() < 0.25:
            return random.choice(self._asked), True
        address = self._fresh()
        self._asked.append(address)
        return address, False

    def _fresh(self) -> str:
        random, row = self._random, self._random.choice(self._rows)
        night = random.choice(self._nights)
        links, place = row["links"], row["place"]
        assert isinstance(links, dict)
        region = place.get("region") if isinstance(place, dict) else None
        drawn = random.random()
        if drawn < 0.35:
            return f"/incidents.json?night={night}&{self._filter(region)}&limit=100"
        if drawn < 0.5:
            route = random.choice(("headline", "facets", "timeline"))
            return f"/{route}.json?night={night}&{self._filter(region)}"
        if drawn < 0.7:
            return str(links["self"])
        if drawn < 0.8:
            return f"/ogc/collections/incidents/items?datetime={night}T00:00:00Z&limit=50&{self._filter(region)}"
        if drawn < 0.9:
            back = self._nights[min(self._nights.index(night) + 20, len(self._nights) - 1)]
            return f"/incidents.json?night_from={back}&night_to={night}&{self._filter(region)}&limit=50"
        if drawn < 0.95 and region:
            return f"/regions/{region}.json"
        return random.choice(("/", "/nights.json", "/regions.json", "/airports.json", "/healthz", "/openapi.json"))

    def _filter(self, region: object) -> str:
        random = self._random
        return random.choice(
            (
                f"kinds={random.choice(_KINDS)}",
                f"count_min={random.randrange(30)}",
                f"origins_min={random.randrange(1, 4)}",
                f"region={region}" if region else "located=no",
                "bbox=30,45,40,55",
                "status=disputed,corroborated",
            )
        )


async def ask_at(rate: float, seconds: float, port: int, questions: Questions, seen: Seen) -> None:
    """Ask so many times a second, by the clock."""
    free: asyncio.Queue[Connection] = asyncio.Queue()
    for _ in range(_CONNECTIONS):
        free.put_nowait(Connection(port))
    began, running = time.perf_counter(), set()
    for number in range(int(rate * seconds)):
        due = began + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        task = asyncio.create_task(_ask(free, *questions.next(), due, seen))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.wait_for(asyncio.gather(*running), timeout=120)


async def _ask(free: "asyncio.Queue[Connection]", address: str, again: bool, due: float, seen: Seen) -> None:
    connection = await free.get()
    try:
        status, headers, body = await connection.get(address, seen.etags.get(address, "") if again else "")
    except (OSError, asyncio.IncompleteReadError) as error:
        seen.failed.append(f"{address}: {error!r}")
        return
    finally:
        free.put_nowait(connection)
    seen.took_ms.append((time.perf_counter() - due) * 1_000)
    seen.statuses[status] = seen.statuses.get(status, 0) + 1
    seen.received += len(body)
    if status not in (200, 304):
        seen.failed.append(f"{address}: {status}")
    elif "etag" in headers:
        seen.etags[address] = headers["etag"]


async def wait_until_ready(port: int) -> None:
    """Wait until every night is prepared."""
    connection, deadline = Connection(port), time.monotonic() + _READY_S
    while time.monotonic() < deadline:
        _, _, body = await connection.get("/healthz")
        if not json.loads(body)["cold_nights"]:
            return
        await asyncio.sleep(1)
    raise SystemExit(f"not every night was prepared within {_READY_S} s")


async def measure(port: int, rate: float, seconds: float, seed: int, pid: int) -> Seen:
    """Draw questions from what the ledger has, warm up for a moment, and measure."""
    connection = Connection(port)
    nights = [night["night"] for night in json.loads((await connection.get("/nights.json"))[2])["nights"]]
    rows: list[dict[str, object]] = []
    for night in Random(seed).sample(nights, min(30, len(nights))):
        rows += json.loads((await connection.get(f"/incidents.json?night={night}&limit=200"))[2])["incidents"]
    questions, seen = Questions(Random(seed), nights, rows), Seen()
    await ask_at(min(rate, 20), 3, port, questions, Seen())
    before, began = _processor_s(pid), time.perf_counter()
    await ask_at(rate, seconds, port, questions, seen)
    took = time.perf_counter() - began
    print(f"processor of the server  {(_processor_s(pid) - before) / took:6.0%} of one core")
    return seen


def _processor_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory_mb(pid: int) -> int:
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def report(seen: Seen, rate: float, goal_ms: float) -> int:
    """Print what was seen; return the exit code."""
    ordered = sorted(seen.took_ms)
    for share in (0.5, 0.9, 0.99, 0.999):
        print(f"answered within, {share:>5.1%}   {ordered[int(len(ordered) * share)]:8.1f} ms")
    print(f"slowest                  {ordered[-1]:8.1f} ms")
    print(f"answers                  {len(ordered):8,} of {seen.received / 1e6:,.0f} MB; by status {seen.statuses}")
    for line in seen.failed[:10]:
        print("FAILED", line)
    slow = ordered[int(len(ordered) * 0.99)] > goal_ms
    print(f"goal: {rate:g} a second, 99 % within {goal_ms:g} ms: {'MISSED' if slow or seen.failed else 'met'}")
    return int(slow or bool(seen.failed))


@contextmanager
def serve_ledger(ledger: Path) -> Iterator[tuple[int, int]]:
    """Serve a ledger in a process of its own; yields port and process id once every night is prepared."""
    command = [sys.executable, "-m", "skyledger", "serve", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            port = int(server.stdout.readline().split("http://127.0.0.1:")[1].split()[0])
            began = time.monotonic()
            asyncio.run(wait_until_ready(port))
            print(f"every night prepared     {time.monotonic() - began:8.1f} s", flush=True)
            yield port, server.pid
        finally:
            server.terminate()
            server.wait(timeout=30)


def main() -> int:
    """Make or take a ledger, serve it, ask."""
    parser = argparse.ArgumentParser(prog="web", description="Ask the web application so often for a while.")
    parser.add_argument("--incidents", type=int, default=100_000, metavar="N", help="Of the ledger that is made.")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="Take this one; it is made where there is none.")
    parser.add_argument("--rate", type=float, default=200, metavar="N", help="Requests a second.")
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="For how long.")
    parser.add_argument("--goal", type=float, default=250, metavar="MS", help="For the 99th of 100 answers.")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="Of the questions.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="skyledger-web-") as folder:
        ledger = options.ledger or Path(folder) / "web.ledger"
        if not ledger.exists():
            made = build_ledger(ledger, options.incidents)
            print(f"made a ledger            {made:8,} incidents, {ledger.stat().st_size / 1e6:,.0f} MB", flush=True)
        with serve_ledger(ledger) as (port, pid):
            seen = asyncio.run(measure(port, options.rate, options.seconds, options.seed, pid))
            print(f"memory of the server     {_memory_mb(pid):8,} MB")
            return report(seen, options.rate, options.goal)


if __name__ == "__main__":
    sys.exit(main())
