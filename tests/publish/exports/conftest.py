"""One full ledger for all tests of exports."""

from collections.abc import Iterator

import pytest

from skyledger.ledger import Ledger
from tests.publish.exports.taken import a_full_ledger


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with a_full_ledger(tmp_path_factory.mktemp("exports")) as filled:
        yield filled
