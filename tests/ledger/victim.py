"""A process that works on a ledger until it is killed: ``python -m tests.ledger.victim ADDRESS ACTION NAME``.

It says ``ready``, waits for a line, and then says each thing it did once it is stored: that is what must not be lost.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import count

from skyledger.ledger import Entry, Ledger, open_ledger
from tests.builders import NOW, a_claim, a_decision, a_document, an_issue
from tests.ledger.entries import a_file

POSTS = 60


def _said(what: str) -> None:
    print(what, flush=True)


def add(ledger: Ledger, name: str) -> None:
    """Add file after file, each with its bytes, texts and claims."""
    for number in count():
        raw = f"{name} {number} ".encode() * 500
        ledger.add(a_file(raw, path=f"{name}/{number}"), raw, _entries(f"{name} {number}", "packs 1"), NOW)
        _said(f"{name} {number}")


def _entries(name: str, packs: str) -> Iterator[Entry]:
    for post in range(POSTS):
        document = a_document(f"{name}: 40 UAVs overnight, post {post}. " + "Word " * 50, id=f"{name} {post}")
        yield Entry(document=document, claims=(a_claim(document),), issues=(an_issue(document),), pack_version=packs)


def decide(ledger: Ledger, name: str) -> None:
    """Make decision after decision."""
    for number in count():
        ledger.decide(a_decision(id=f"{name} {number}", targets=(f"c1-{number:016x}",)), NOW)
        _said(f"{name} {number}")


def derive(ledger: Ledger, name: str) -> None:
    """Read the same texts again and again, each time with newer packs."""
    for number in count():
        ledger.add(None, None, _entries("again", f"{name} {number}"), NOW)
        _said(f"{name} {number}")


def settle(ledger: Ledger, name: str) -> None:
    """Add a text and put incidents together, again and again."""
    from skyledger import flow

    for number in count():
        ledger.add(None, None, list(_entries(f"{name} {number}", "packs 1"))[:1], NOW)
        flow.settle(ledger, NOW)
        _said(f"{name} {number}")


def read(ledger: Ledger, name: str) -> None:
    """Read until told to stop: what was there once must be there ever after."""
    before = 0
    for _ in iter(lambda: sys.stdin.readline().strip(), "stop"):
        stats = ledger.stats()
        if stats.documents < before or stats.documents % POSTS or len(ledger.documents()) < stats.documents:
            raise SystemExit(f"{name}: {before} documents, then {stats.documents}")
        before = stats.documents
        _said(str(before))


def opening(ledger: Ledger, name: str) -> None:
    """Do nothing more than what opening does: bringing an older ledger to this version's shape."""
    _said(name)


ACTIONS: dict[str, Callable[[Ledger, str], None]] = {
    "add": add,
    "decide": decide,
    "derive": derive,
    "settle": settle,
    "read": read,
    "open": opening,
}


def main(address: str, action: str, name: str) -> None:
    """Do one thing on one ledger."""
    _said("ready")
    sys.stdin.readline()
    with open_ledger(address) as ledger:
        ACTIONS[action](ledger, name)


if __name__ == "__main__":
    main(*sys.argv[1:])
