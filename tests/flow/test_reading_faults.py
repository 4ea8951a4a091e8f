"""A rule that fails on one text costs that text, and says so; the others are read."""

from typing import Any

import pytest

from skyledger.extract import extract_document
from skyledger.flow.reading import DEBUG, extract_documents
from tests.builders import a_document

GOOD, BAD = "Overnight 12 drones were shot down over Kaluga Region.", "The text a rule stumbles over."


def stumbling(document: Any, packs: Any) -> Any:
    if document.text == BAD:
        raise IndexError("tuple index out of range")
    return extract_document(document, packs)


def test_the_other_texts_are_read_and_the_fault_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DEBUG, raising=False)
    monkeypatch.setattr("skyledger.flow.reading.extract_document", stumbling)
    texts = [a_document(BAD, id="bad"), a_document(GOOD, id="good")]
    (_, no_claims, issues), (_, claims, _) = extract_documents(texts)
    assert no_claims == ()
    [issue] = issues
    assert (issue.code, issue.document_id) == ("text.unread", "bad")
    assert "IndexError" in issue.message
    assert [claim.count.low for claim in claims if claim.count] == [12]


def test_who_looks_for_the_fault_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG, "1")
    monkeypatch.setattr("skyledger.flow.reading.extract_document", stumbling)
    with pytest.raises(IndexError):
        list(extract_documents([a_document(BAD)]))
