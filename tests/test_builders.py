"""What the builders promise to every other test."""

from tests.builders import a_claim, a_count, a_document, a_place, an_issue


def test_evidence_of_a_built_claim_verifies() -> None:
    document = a_document()
    claim = a_claim(document)
    assert [e.field for e in claim.evidence] == ["trigger", "count", "place", "time", "speaker"]
    assert [e.text for e in claim.evidence[:3]] == ["shot down", "40", "Kaluga Oblast"]
    assert all(e.span.slice(document.text) == e.text for e in claim.evidence)


def test_words_the_text_lacks_get_the_whole_text() -> None:
    document = a_document("Explosions were heard in the evening.")
    claim = a_claim(document, speaker=None)
    assert {e.text for e in claim.evidence} == {document.text}


def test_ids_follow_the_content() -> None:
    assert a_document().id == a_document().id != a_document("Another text.").id
    assert a_claim().id == a_claim().id != a_claim(count=a_count(41)).id
    assert a_claim(place=a_place("RU-BRY", "Bryansk Oblast")).id != a_claim().id
    assert a_claim(id="c1-0").id == "c1-0"


def test_an_issue_points_at_its_words() -> None:
    document = a_document()
    issue = an_issue(document)
    assert issue.span is not None
    assert issue.span.slice(document.text) == issue.text == "Overnight"
