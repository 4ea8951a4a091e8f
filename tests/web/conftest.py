"""The application on a filled ledger, asked without a network."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the web application is an extra: pip install 'skyledger[web]'")

from skyledger.ledger import Ledger
from skyledger.web.settings import Settings
from tests.web.client import Client
from tests.web.filled import NOW, a_filled_ledger

PRIVATE = Settings(clock=lambda: NOW)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with a_filled_ledger(tmp_path_factory.mktemp("web")) as ledger:
        yield ledger


@pytest.fixture
def client(filled: Ledger) -> Client:
    return Client(filled, PRIVATE)


@pytest.fixture
def public(filled: Ledger) -> Client:
    return Client(filled, replace(PRIVATE, public=True))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
