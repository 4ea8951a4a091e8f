"""``skyledger assess`` on tables and on a ledger."""

import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from skyledger.cli.main import run


def a_table(path: Path, *, loud: bool = True) -> Path:
    rng = np.random.default_rng(1)
    lines = ["night,region,low,high"]
    for n in range(200):
        for region in ("East", "West", "South"):
            if rng.random() < (0.8 if loud and n >= 185 and region != "South" else 0.07):
                lines.append(f"{date(2025, 1, 1) + timedelta(days=n)},{region},{rng.integers(1, 9)},")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_table_with_a_campaign_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["assess", "--csv", str(a_table(tmp_path / "n.csv")), "--complete"]) == 0
    page = capsys.readouterr().out
    assert "Sustained increase detected on 2025-07-" in page
    assert "would miss" in page


@pytest.mark.parametrize("lang", ["en", "ru", "uk"])
@pytest.mark.parametrize("form", ["terminal", "md", "html", "json"])
def test_every_form_in_every_language(form: str, lang: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    table = a_table(tmp_path / "n.csv")
    assert run(["assess", "--csv", str(table), "--complete", "--format", form, "--lang", lang, "-o", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "2025-07-1" in text
    if form == "html":
        assert text.count("<svg") == 5
        assert "default-src 'none'" in text
        assert "<script" not in text


def test_what_is_unknown_is_null_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["assess", "--csv", str(a_table(tmp_path / "n.csv")), "--json", "--region", "East"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "skyledger.assess/1"
    assert found["whole"]["level"] == "not_enough_history"
    assert None in found["whole"]["series"]["low"]


def test_a_name_in_a_table_is_no_markup(tmp_path: Path) -> None:
    table, out = tmp_path / "n.csv", tmp_path / "o.html"
    table.write_text("night,region,low\n2025-01-01,<script>x</script>,3\n2025-01-02,B,0\n", encoding="utf-8")
    assert run(["assess", "--csv", str(table), "--format", "html", "-o", str(out)]) == 0
    assert "<script" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no column night and low"),
        ("night,low\n", "has headings but no rows"),
        ("night,low\n2025-13-01,3\n", "line 2: night '2025-13-01' is no date"),
        ("night,low\n2025-01-01,many\n", "line 2: low 'many' is no whole number"),
        ("night,low,high\n2025-01-01,5,3\n", "line 2: high 3 is less than low 5"),
        ("night,low\n2025-01-01,1\n2025-01-01,2\n", "line 3: 2025-01-01 is there twice"),
        ("night,low\n0001-01-01,1\n9999-01-01,2\n", "look at its dates"),
    ],
)
def test_a_faulty_table_is_one_line(text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "n.csv"
    table.write_text(text, encoding="utf-8")
    assert run(["assess", "--csv", str(table)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_misuse_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = str(a_table(tmp_path / "n.csv"))
    assert run(["assess", "--csv", str(tmp_path / "none.csv")]) == 2
    assert run(["assess", "--csv", table, "--until", "soon"]) == 2
    assert run(["assess", "--csv", table, "--region", "North"]) == 2
    assert run(["assess", "--csv", table, "--until", "2020-01-01"]) == 2
    assert run(["assess", "--complete"]) == 2
    assert capsys.readouterr().err.count("\n") == 5


def regions_together(table: Path, capsys: pytest.CaptureFixture[str], *more: str) -> int | None:
    assert run(["assess", "--csv", str(table), "--complete", "--json", *more]) == 0
    together = json.loads(capsys.readouterr().out)["across"]["synchrony"]
    return None if together is None else int(together["regions"])


def test_one_flight_path_is_one_cause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(2)
    lines = ["night,region,low,high"]
    for n in range(200):
        for region in ("A", "B", "C", "D", "E"):
            if rng.random() < 0.2:
                lines.append(f"{date(2025, 1, 1) + timedelta(days=n)},{region},1,")
    table = tmp_path / "n.csv"
    table.write_text("\n".join(lines), encoding="utf-8")
    assert regions_together(table, capsys) == 5
    assert regions_together(table, capsys, "--corridor", "A,B") == 4


@pytest.mark.parametrize(("typed", "reason"), [(["A"], "no two regions"), (["A,B", "B,C"], "B is named twice")])
def test_a_corridor_that_makes_no_sense_is_one_line(
    typed: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = [part for text in typed for part in ("--corridor", text)]
    assert run(["assess", "--csv", str(a_table(tmp_path / "n.csv")), *flags]) == 2
    told = capsys.readouterr().err
    assert reason in told
    assert told.count("\n") == 1
