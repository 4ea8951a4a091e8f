"""``skyledger select``: the bytes of the selection, by the names of an address; misuse in a line."""

from pathlib import Path

import pytest

from skyledger import flow
from skyledger.cli.select import HOME
from skyledger.ledger import open_ledger
from skyledger.publish.exports import CHART_FORMATS, FORMATS
from skyledger.publish.policy import public_policy
from skyledger.publish.selection import Filter, read_filter
from tests.cli.conftest import Command
from tests.publish.exports.taken import a_full_ledger
from tests.web.filled import NOW


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with a_full_ledger(tmp_path):
        return tmp_path / "web.ledger"


@pytest.mark.parametrize("name", [*FORMATS, *CHART_FORMATS])
def test_a_file_is_what_flow_exports(command: Command, ledger: Path, tmp_path: Path, name: str) -> None:
    answer = command(
        "select", "night=2025-12-11", "kinds=interception", "--format", name, "-o", "x", "--ledger", ledger
    )
    assert (answer.code, answer.err, answer.out) == (0, "", "")
    filter = read_filter([("night", "2025-12-11"), ("kinds", "interception")])
    with open_ledger(str(ledger)) as store:
        wanted = flow.export(store, filter, name, now=NOW, address=HOME)
    assert (tmp_path / "x").read_bytes() == wanted


def test_without_a_file_it_is_printed(command: Command, ledger: Path) -> None:
    with open_ledger(str(ledger)) as store:
        wanted = flow.export(store, Filter(), "csv", now=NOW, address=HOME)
    assert command("select", "--ledger", ledger).out.encode() == wanted


@pytest.mark.parametrize(
    "words",
    [
        ("night=2025-12-11&region=RU-KLU",),
        ("https://ledger.example/incidents?night=2025-12-11&region=RU-KLU",),
        ("night=2025-12-11", "region=RU-KLU"),
        ("?night=2025-12-11&region=RU%2DKLU",),
    ],
)
def test_an_address_and_words_ask_the_same(command: Command, ledger: Path, words: tuple[str, ...]) -> None:
    wanted = command("select", "night=2025-12-11", "region=RU-KLU", "--ledger", ledger).out
    assert wanted.count("\n") > 1
    assert command("select", *words, "--ledger", ledger).out == wanted


def test_links_begin_where_the_application_is_said_to_be(command: Command, ledger: Path) -> None:
    answer = command("select", "--format", "atom", "--base-url", "https://desk.example/", "--ledger", ledger)
    assert 'href="https://desk.example/incidents/INC-' in answer.out


def test_the_public_gets_its_own_release(command: Command, ledger: Path) -> None:
    answer = command("select", "night=2025-12-11", "--public", "--format", "geojson", "--ledger", ledger)
    with open_ledger(str(ledger)) as store:
        filter = read_filter([("night", "2025-12-11")])
        wanted = flow.export(store, filter, "geojson", now=NOW, policy=public_policy(), address=HOME)
    assert answer.out.encode() == wanted
    assert '"policy":"public"' in answer.out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("nonsense=1",), "nonsense: no such parameter"),
        (("night=yesterday",), "night: is no date"),
        (("RU-KLU",), "RU-KLU: is not NAME=VALUE"),
        (("--format", "xlsx"), "xlsx: no such format"),
        (("-o", "no/such/folder/x.csv"), "cannot be written"),
    ],
)
def test_misuse_is_one_line(command: Command, ledger: Path, words: tuple[str, ...], part: str) -> None:
    answer = command("select", *words, "--ledger", ledger)
    assert answer.code == 2
    assert part in answer.complaint


def test_no_font_is_one_line(command: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from skyledger.publish import fonts

    monkeypatch.setattr(fonts, "_PAIRS", (("absent.ttf", "absent.ttf"),))
    fonts.find_font.cache_clear()
    try:
        answer = command("select", "--format", "pdf", "-o", "x.pdf", "--ledger", ledger)
    finally:
        fonts.find_font.cache_clear()
    assert answer.code == 2
    assert "no font with Cyrillic letters" in answer.complaint
