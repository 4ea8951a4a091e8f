"""The shipped packs, loaded once."""

import pytest

from skyledger.packs import Packs, load_packs


@pytest.fixture(scope="session")
def packs() -> Packs:
    """Return the packs that ship with skyledger."""
    return load_packs()
