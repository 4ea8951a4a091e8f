"""What is told, in which order, how often it is tried, and that policy holds on this way out, too."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from skyledger.errors import LedgerError, NotFoundError, UsageError
from skyledger.flow.selecting import select
from skyledger.flow.webhooks import Book, Hook, Outcome, Sent, add_hook, open_book, send_due
from skyledger.flow.webhooks.sending import BACKOFF, Way
from skyledger.flow.webhooks.target import RefusedError, Target
from skyledger.ledger import Ledger
from skyledger.publish.selection import read_filter
from tests.publish.exports.taken import killed_people
from tests.publish.exports.test_secrets import planted
from tests.publish.test_policy import SECRETS
from tests.web.filled import NOW, a_filled_ledger, add, entry, other_night


@dataclass
class Post:
    """The other side: what it got, and what it answers."""

    outcomes: list[Outcome] = field(default_factory=lambda: [Outcome(status=204)])
    got: list[dict[str, Any]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __call__(self, target: Target, address: str, body: bytes, headers: Mapping[str, str]) -> Outcome:
        outcome = self.outcomes[0] if len(self.outcomes) == 1 else self.outcomes.pop(0)
        self.ids.append(headers["webhook-id"])
        if outcome.arrived:
            self.got.append(json.loads(body))
        return outcome

    @property
    def events(self) -> list[tuple[str, str]]:
        return [(e["what"], e["incident"]) for body in self.got for e in body["data"]["events"]]


def public_address(host: str, port: int) -> list[str]:
    return ["93.184.216.34"]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with a_filled_ledger(tmp_path) as filled:
        yield filled


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with open_book(tmp_path / "hooks") as opened:
        yield opened


def hook(book: Book, ledger: Ledger, query: str = "", **more: Any) -> Hook:
    filter = read_filter(parse_qsl(query))
    return add_hook(book, ledger, "https://desk.example/x", filter, now=NOW, resolve=public_address, **more)


def round_of(book: Book, ledger: Ledger, side: Post, now: datetime = NOW) -> Sent:
    [sent] = send_due(book, ledger, now=now, way=Way(resolve=public_address, send=side))
    return sent


def test_what_is_there_already_is_not_news(book: Book, ledger: Ledger) -> None:
    hook(book, ledger)
    side = Post()
    assert round_of(book, ledger, side) == Sent(hook=book.hooks()[0].id, events=0, arrived=0, waiting=0, error="")
    assert side.ids == []


def test_the_backlog_is_told_on_demand_and_once(book: Book, ledger: Ledger) -> None:
    hook(book, ledger, "night=2025-12-11&kinds=interception", backlog=True)
    side = Post()
    rows = select(ledger, read_filter([("night", "2025-12-11"), ("kinds", "interception")]), now=NOW).rows
    assert round_of(book, ledger, side).events == len(rows)
    assert side.events == [("new", row.id) for row in rows]
    assert round_of(book, ledger, side, NOW + timedelta(hours=1)).events == 0
    body = side.got[0]
    assert body["type"] == "incidents.changed"
    assert body["data"]["policy"] == "private"
    assert body["data"]["query"] == "night_from=2025-12-11&night_to=2025-12-11&kinds=interception"


def test_new_changed_and_gone_are_told_as_they_come(book: Book, ledger: Ledger) -> None:
    hook(book, ledger)
    side = Post()
    add(ledger, killed_people(3, 3, 4), now=NOW + timedelta(minutes=1))
    round_of(book, ledger, side, NOW + timedelta(minutes=2))
    [(what, id)] = side.events
    assert what == "new"
    told = side.got[0]["data"]["events"][0]["now"]
    assert (told["id"], told["figures"][0]["low"]) == (id, 3)
    first = killed_people(3, 3, 4)
    edited = replace(first.document, text=first.document.text + " More later.", edited_at=NOW)
    claim = first.claims[0]
    add(ledger, entry(edited, replace(claim, document_id=edited.id)), now=NOW + timedelta(minutes=3))
    round_of(book, ledger, side, NOW + timedelta(minutes=4))
    nothing = replace(edited, text="Withdrawn by the editors.", edited_at=NOW + timedelta(minutes=5))
    add(ledger, entry(nothing), now=NOW + timedelta(minutes=6))
    round_of(book, ledger, side, NOW + timedelta(minutes=7))
    last = side.got[-1]["data"]["events"][-1]
    assert last["what"] in ("withdrawn", "redirected", "left")
    assert last["incident"] == id


def test_only_the_saved_selection_is_told(book: Book, ledger: Ledger) -> None:
    hook(book, ledger, "region=UA-65&count_min=1")
    hook(book, ledger, "region=UA-65")
    sides = Post()
    add(ledger, killed_people(3, 3, 4), other_night(5), now=NOW + timedelta(minutes=1))
    first, second = send_due(book, ledger, now=NOW + timedelta(minutes=2), way=Way(resolve=public_address, send=sides))
    assert first.events + second.events == len(sides.events)
    assert second.events == 1


def test_what_fails_waits_longer_each_time_and_in_order(book: Book, ledger: Ledger) -> None:
    hook(book, ledger)
    side = Post([Outcome(status=500, error="answered 500")])
    now = NOW
    for days, wait in enumerate(BACKOFF[:3], 4):
        add(ledger, killed_people(days, days, days), now=now + timedelta(seconds=1))
        sent = round_of(book, ledger, side, now + timedelta(seconds=2))
        assert (sent.arrived, sent.error) == (0, "answered 500")
        before = len(side.ids)
        round_of(book, ledger, side, now + wait - timedelta(seconds=5))
        assert len(side.ids) == before
        now += wait + timedelta(seconds=3)
    side.outcomes = [Outcome(status=200)]
    sent = round_of(book, ledger, side, now)
    assert (sent.arrived, sent.waiting) == (3, 0)
    assert len(set(side.ids[:4])) == 1  # the same post under the same id
    lows = [e["now"]["figures"][0]["low"] for body in side.got for e in body["data"]["events"] if e["what"] == "new"]
    assert lows == [4, 5, 6]


def test_it_is_given_up_in_the_end_and_says_so(book: Book, ledger: Ledger) -> None:
    one = hook(book, ledger, backlog=True)
    side = Post([Outcome(status=None, error="nobody there")])
    now = NOW
    for wait in (*BACKOFF, timedelta()):
        round_of(book, ledger, side, now)
        now += wait
    [kept] = book.hooks()
    assert (kept.id, kept.stopped) == (one.id, "9 tries failed: nobody there")
    assert send_due(book, ledger, now=now, way=Way(resolve=public_address, send=side)) == ()


def test_gone_means_gone(book: Book, ledger: Ledger) -> None:
    hook(book, ledger, backlog=True)
    round_of(book, ledger, Post([Outcome(status=410, error="answered 410")]))
    assert "410" in book.hooks()[0].stopped


def test_who_asks_to_be_left_alone_is(book: Book, ledger: Ledger) -> None:
    hook(book, ledger, backlog=True)
    round_of(book, ledger, Post([Outcome(status=429, error="answered 429", wait_s=7200)]))
    assert book.posts(book.hooks()[0].id)[0].due == NOW + timedelta(hours=2)


def test_a_name_that_leads_inside_later_on_gets_nothing(book: Book, ledger: Ledger) -> None:
    hook(book, ledger, backlog=True)
    side = Post()
    [sent] = send_due(book, ledger, now=NOW, way=Way(resolve=lambda h, p: ["169.254.169.254"], send=side))
    assert "is not public" in sent.error
    assert side.ids == []


def test_two_programs_do_not_send_the_same(book: Book, ledger: Ledger, tmp_path: Path) -> None:
    one = hook(book, ledger, backlog=True)
    round_of(book, ledger, Post([Outcome(status=500, error="x")]))
    due = NOW + timedelta(minutes=2)
    [waiting] = book.posts(one.id)
    with open_book(tmp_path / "hooks") as other:
        assert other.claim(waiting, due + timedelta(minutes=2))
    assert not book.claim(waiting, due + timedelta(minutes=2))


def test_planted_secrets_leave_on_no_post(tmp_path: Path) -> None:
    with a_filled_ledger(tmp_path, planted()) as ledger, open_book(tmp_path / "hooks") as book:
        for public in (False, True):
            hook(book, ledger, backlog=True, public=public, nights=30)
        side = Post()
        send_due(book, ledger, now=NOW, way=Way(resolve=public_address, send=side))
        assert len(side.got) >= 2
        sent = json.dumps(side.got, ensure_ascii=False)
        assert not [secret for secret in SECRETS.values() if secret in sent]
        public_part = json.dumps([b for b in side.got if b["data"]["policy"] == "public"], ensure_ascii=False)
        assert public_part.count('"what"')
        assert "Тайное" not in public_part
        assert "Tainoye" not in public_part


def test_a_long_past_night_falls_out_without_a_word(book: Book, ledger: Ledger) -> None:
    hook(book, ledger, nights=4)
    side = Post()
    add(ledger, killed_people(2, 2, 15), now=NOW + timedelta(minutes=1))
    round_of(book, ledger, side, NOW + timedelta(minutes=2))
    assert [what for what, _ in side.events] == ["new"]


def test_misuse_is_refused(book: Book, ledger: Ledger) -> None:
    with pytest.raises(RefusedError, match="not public"):
        add_hook(book, ledger, "https://desk.example/", read_filter(()), now=NOW, resolve=lambda h, p: ["10.0.0.1"])
    with pytest.raises(UsageError, match="one night"):
        hook(book, ledger, nights=0)
    with pytest.raises(UsageError, match="secret"):
        hook(book, ledger, secret="whsec_x")
    with pytest.raises(NotFoundError, match="wh-nothing"):
        book.remove("wh-nothing")
    assert book.hooks() == ()


def test_removing_forgets_everything(book: Book, ledger: Ledger) -> None:
    one = hook(book, ledger, backlog=True)
    round_of(book, ledger, Post([Outcome(status=500, error="x")]))
    book.remove(one.id)
    assert (book.hooks(), book.told(one.id), book.posts(one.id)) == ((), {}, ())


def test_a_file_that_is_no_book_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("this is a diary, not a database " * 40)
    with pytest.raises(LedgerError, match="text"), open_book(tmp_path / "text"):
        pass


def test_only_its_owner_reads_the_file(tmp_path: Path, ledger: Ledger) -> None:
    with open_book(tmp_path / "hooks") as book:
        hook(book, ledger)
    assert (tmp_path / "hooks").stat().st_mode & 0o077 == 0
