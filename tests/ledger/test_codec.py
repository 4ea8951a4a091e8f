"""Records to stored lines and back; lines once stored must be readable for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.errors import LedgerError
from skyledger.ledger.codec import decoder, encode, safe_text
from skyledger.model import Claim, Count, Document, Harm, Kind, Qualifier, Side, TimePrecision, Unit
from tests.builders import a_claim, a_decision, a_document, an_interval, an_issue

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)

# A claim as version 1 stored it. Never edit this line: ledgers out there hold such lines and cannot be rewritten.
STORED_BY_V1 = (
    '{"id":"c1-0123456789abcdef","document_id":"post-1","kind":"casualties","fate":null,"object":null,'
    '"count":{"low":3,"high":null,"stated":3,"qualifier":"at_least","unit":"person","text":"at least three"},'
    '"place":{"id":"UA-63","kind":"region","precision":"region","name":"Kharkiv Oblast","region":"UA-63",'
    '"country":"UA","district":null,"lat":null,"lon":null,"text":"Kharkiv region","parts":[]},'
    '"time":{"start":"2025-12-10T20:00:00+02:00","end":null,"precision":"night","text":"overnight"},'
    '"speaker":{"id":"ua-x","name":"X","role":"governor","side":"ua","region":"UA-63","text":""},'
    '"modality":"preliminary","negated":false,"status":"current","aggregate":false,"part_of":null,'
    '"harm":{"killed":null,"injured":{"low":3,"high":null},"children":null},"to":["UKHH"],"detail":"",'
    '"rule":"en.casualties","pack_version":"p1",'
    '"evidence":[{"field":"count","document_id":"post-1","span":{"start":4,"stop":18},"text":"at least three"}]}'
)


def test_a_claim_stored_by_version_1_is_readable() -> None:
    claim = decoder(Claim)(STORED_BY_V1)
    assert claim.kind is Kind.CASUALTIES
    assert claim.count == Count(
        low=3, high=None, stated=3, qualifier=Qualifier.AT_LEAST, unit=Unit.PERSON, text="at least three"
    )
    assert claim.harm == Harm(injured=an_interval(3, None))
    assert claim.time is not None
    assert claim.time.precision is TimePrecision.NIGHT
    assert claim.speaker is not None
    assert claim.speaker.side is Side.UA
    assert claim.to == ("UKHH",)
    assert claim.evidence[0].span.stop == 18


def test_fields_of_a_later_version_are_skipped_and_missing_ones_get_their_default() -> None:
    line = '{"id":"post-1","text":"Words.","mood":"calm"}'
    assert decoder(Document)(line) == Document(id="post-1", text="Words.")


@pytest.mark.parametrize("line", ["", "{", '{"id":1}', "hex:zz", "hex:ff", "hex:7b"])
def test_a_line_that_cannot_be_read_is_one_clear_error(line: str) -> None:
    with pytest.raises(LedgerError, match="holds a Document this version cannot read"):
        decoder(Document)(line)


@pytest.mark.parametrize("record", [a_document(), a_claim(), an_issue(), a_decision()])
def test_what_goes_in_comes_out(record: object) -> None:
    assert decoder(type(record))(encode(record)) == record


@given(ANY_TEXT)
def test_any_text_survives_with_its_length(text: str) -> None:
    document = Document(id="x", text=text, title=text)
    line = encode(document)
    line.encode()
    assert decoder(Document)(line).text == text


@given(ANY_TEXT, ANY_TEXT)
def test_indexed_text_is_storable_and_keeps_different_texts_apart(one: str, other: str) -> None:
    assert "\0" not in safe_text(one)
    safe_text(one).encode()
    assert (safe_text(one) == safe_text(other)) == (one == other)
