"""Reading texts one at a time: what the collector has to do with it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from skyledger import flow
from skyledger.evaluate import load_gold
from skyledger.flow import reading
from skyledger.model import Document
from skyledger.packs.load import load_packs

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"


@pytest.fixture
def collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_a_text_leaves_no_cycles_so_that_the_collector_may_wait() -> None:
    texts = [item.document for item in load_gold(GOLD) if item.split == "tune"][::3]
    packs = load_packs()
    read = [len(claims) for _, claims, _ in flow.extract_documents(texts, packs)]
    gc.collect()
    gc.disable()
    assert [len(claims) for _, claims, _ in flow.extract_documents(texts, packs)] == read
    assert gc.collect() == 0
    assert not gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_the_collector_goes_on_after_a_text_and_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(id="d", text="Над Тулой сбит дрон.")
    list(flow.extract_documents([document]))
    assert gc.isenabled()

    def broken(*_: object) -> None:
        assert not gc.isenabled()
        raise RuntimeError("broken")

    monkeypatch.setattr(reading, "extract_document", broken)
    monkeypatch.setenv(reading.DEBUG, "1")  # else the fault is an issue of the text
    with pytest.raises(RuntimeError, match="broken"):
        list(flow.extract_documents([document]))
    assert gc.isenabled()
