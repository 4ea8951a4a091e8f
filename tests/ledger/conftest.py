"""One suite for both databases: a test that asks for ``address`` or ``ledger`` runs on each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from skyledger.ledger import Ledger, open_ledger
from tests.ledger.server import HOW, Server, running_server, server_folder


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = server_folder()
    if programs is None:
        pytest.skip(HOW)
    with running_server(programs) as running:
        yield running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of a SQLite ledger, for what only a file can be asked."""
    return tmp_path / "test.ledger"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, path: Path) -> str:
    """The address of a ledger that does not exist yet."""
    if request.param == "sqlite":
        return str(path)
    server: Server = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    with open_ledger(address) as opened:
        yield opened
