"""Fixtures of the extraction tests: the shipped packs, loaded once, and what a sentence says."""

from collections.abc import Callable

import pytest

from skyledger.extract.reading import Reading, read_document
from skyledger.extract.scene import Scene, build_scene
from skyledger.packs import Packs, load_packs
from tests.extract.saying import a_text, read_claims, say


@pytest.fixture(scope="session")
def packs() -> Packs:
    """Return the packs that ship with skyledger."""
    return load_packs()


@pytest.fixture(scope="session")
def said(packs: Packs) -> Callable[[str], list[str]]:
    """Return what a text says, one line a claim in the order of the text."""
    return lambda text: [say(claim) for claim in read_claims(a_text(text), packs)[1].claims]


@pytest.fixture(scope="session")
def reading(packs: Packs) -> Callable[[str], Reading]:
    """Return a text as read: tokens, mentions, sentences."""
    return lambda text: read_document(a_text(text), packs)


@pytest.fixture(scope="session")
def scene(packs: Packs) -> Callable[[str], Scene]:
    """Return a text with its places, times and quantities."""
    return lambda text: build_scene(read_document(a_text(text), packs))
