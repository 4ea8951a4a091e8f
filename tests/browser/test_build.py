"""The front end's files: what they may not say, and that every language says everything."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FRONTEND = ROOT / "frontend"
SOURCES = sorted([*FRONTEND.glob("src/**/*.ts*"), *FRONTEND.glob("src/**/*.css"), FRONTEND / "index.html"])


def test_lock_file_names_no_registry() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert all("integrity" in package for package in packages.values())


def test_npm_is_told_to_name_none() -> None:
    assert "omit-lockfile-registry-resolved=true" in (FRONTEND / ".npmrc").read_text("utf-8").splitlines()


# Written in two halves so that this file does not hold what it looks for.
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_pages_never_infer_intent(path: Path) -> None:
    text = path.read_text("utf-8").casefold()
    for stem in ("coordin" + "ated", "скоордин" + "ир", "скоордин" + "ов"):
        assert stem not in text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_pages_ask_no_other_server(path: Path) -> None:
    addresses = set(re.findall(r"https?://[^\s\"'`)]+", path.read_text("utf-8")))
    assert addresses <= {"http://www.w3.org/2000/svg"}


def test_pages_need_nothing_inline() -> None:
    """The Content-Security-Policy allows neither scripts nor styles inside of the page."""
    page = (FRONTEND / "index.html").read_text("utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert "<style" not in page
    assert " style=" not in page
