"""The readers on real material, where it lies beside the checkout."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skyledger.ingest import read_paths
from skyledger.model import Lang
from tests.ingest.golden import NOW

DATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data"
STREAM = DATA / "stream" / "telegram_2026-02-22.jsonl"


@pytest.mark.skipif(not STREAM.exists(), reason="the real stream is not beside this checkout (../shared/data)")
def test_the_real_stream_is_read_whole() -> None:
    (read,) = read_paths([STREAM], now=NOW)
    assert (len(read.documents), read.faults) == (2171, ())
    assert len({document.outlet.name for document in read.documents}) == 11
    published = [document.published_at for document in read.documents if document.published_at is not None]
    assert min(published) >= datetime(2026, 2, 22, tzinfo=UTC)
    assert max(published) < datetime(2026, 2, 23, tzinfo=UTC)
    languages = Counter(document.lang for document in read.documents)
    assert languages[Lang.UK] > 1600
    assert languages[Lang.EN] == 0


@pytest.mark.skipif(not DATA.exists(), reason="the real material is not beside this checkout (../shared/data)")
def test_every_real_file_is_read_or_named() -> None:
    for read in read_paths([DATA], now=NOW):
        assert read.documents or read.faults or read.reader == "archive/1", read.path
