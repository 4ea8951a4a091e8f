"""Claims: stable ids, evidence that re-slices, parts that know their total; and nothing ever raises."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger.extract import extract_document
from skyledger.model import ClaimStatus, Document, Evidence, Outlet, Span
from skyledger.packs import Packs, load_packs
from skyledger.resolve import Resolved, resolve_extraction
from skyledger.resolve.evidence import EvidenceError, verify_evidence
from tests.extract.saying import a_text, say, say_count

BULLETIN = (
    "Владислав Шапша: минувшей ночью сбито 12 БПЛА:\n"
    "- 5 над Тульской областью\n- 4 над Калужской областью\n- 3 над Брянской областью\n"
    "В Калуге повреждены окна двух домов. По предварительным данным, пострадавших нет."
)


def resolve(document: Document, packs: Packs) -> Resolved:
    return resolve_extraction(document, extract_document(document, packs), packs)


def check_evidence(document: Document, resolved: Resolved) -> None:
    for claim in resolved.claims:
        assert [e.field for e in claim.evidence].count("trigger") == 1
        for item in claim.evidence:
            assert item.document_id == document.id
            assert item.text
            assert document.text[item.span.start : item.span.stop] == item.text
        fields = {e.field for e in claim.evidence}
        assert claim.count is None or "count" in fields
        assert claim.place is None or not claim.place.text or "place" in fields
        assert claim.time is None or "time" in fields
        assert claim.speaker is None or not claim.speaker.text or "speaker" in fields


# --- ids ------------------------------------------------------------------------------------------------------------


def test_the_same_text_gives_the_same_claims(packs: Packs) -> None:
    assert resolve(a_text(BULLETIN), packs) == resolve(a_text(BULLETIN), packs)


def test_ids_of_one_document_are_all_different_and_have_a_version(packs: Packs) -> None:
    ids = [claim.id for claim in resolve(a_text(BULLETIN), packs).claims]
    assert len(set(ids)) == len(ids) == 6
    assert all(claim_id.startswith("c1-") and len(claim_id) == 19 for claim_id in ids)


def test_another_document_has_other_ids(packs: Packs) -> None:
    one = {c.id for c in resolve(a_text(BULLETIN), packs).claims}
    two = {c.id for c in resolve(replace(a_text(BULLETIN), id="another"), packs).claims}
    assert not one & two


def test_claims_carry_the_packs_and_the_rule_that_made_them(packs: Packs) -> None:
    for claim in resolve(a_text(BULLETIN), packs).claims:
        assert claim.pack_version == packs.version
        assert claim.rule.split(".")[0] in ("en", "ru", "uk")


# --- parts ----------------------------------------------------------------------------------------------------------


def test_parts_name_their_total(packs: Packs) -> None:
    total, *rest = resolve(a_text(BULLETIN), packs).claims
    assert total.aggregate
    assert total.part_of is None
    parts = [claim for claim in rest if claim.part_of is not None]
    assert [say_count(claim.count) for claim in parts] == ["5", "4", "3"]
    assert {claim.part_of for claim in parts} == {total.id}
    assert not any(claim.aggregate for claim in parts)


# --- evidence -------------------------------------------------------------------------------------------------------


def test_every_field_rests_on_words(packs: Packs) -> None:
    document = a_text(BULLETIN)
    check_evidence(document, resolve(document, packs))


def test_a_place_that_follows_from_the_channel_has_no_words(packs: Packs) -> None:
    outlet = Outlet(name="Владислав Шапша", handle="shapsha_vv", type="official")
    [claim] = resolve(a_text("Сбито 5 дронов.", outlet=outlet), packs).claims
    assert claim.place is not None
    assert {e.field for e in claim.evidence} == {"trigger", "object", "count"}


def test_without_words_of_time_there_is_no_time(packs: Packs) -> None:
    [claim] = resolve(a_text("Сбито 5 дронов."), packs).claims
    assert claim.time is None


@pytest.mark.parametrize(("start", "text"), [(0, "40 "), (1, "40"), (0, ""), (99, "40")])
def test_a_span_without_its_words_never_leaves(start: int, text: str) -> None:
    wrong = Evidence(field="count", document_id="d", span=Span(start=start, stop=start + 2), text=text)
    with pytest.raises(AssertionError, match="count"):
        verify_evidence(a_text("40 дронов"), [wrong])


def test_a_claim_whose_words_are_not_there_is_left_out_and_said(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(document: Document, evidence: list[Evidence]) -> None:
        if any(item.text == "12" for item in evidence):
            raise EvidenceError("the span of count does not hold its words")

    monkeypatch.setattr("skyledger.resolve.claims.verify_evidence", spoil)
    resolved = resolve(a_text(BULLETIN), packs)
    [issue] = [issue for issue in resolved.issues if issue.code == "evidence.mismatch"]
    assert "please report" in issue.message
    assert [say_count(c.count) for c in resolved.claims if c.count is not None][:3] == ["5", "4", "3"]
    assert all(c.part_of is None for c in resolved.claims)  # their total is what was left out


def test_where_flights_went_may_be_told_before_and_behind_them(packs: Packs) -> None:
    text = "Petrozavodsk or Vologda: nine flights were diverted there from Pulkovo, two more to Petrozavodsk."
    document = a_text(text)
    check_evidence(document, resolve(document, packs))


# --- old news -------------------------------------------------------------------------------------------------------


def test_a_window_long_before_publication_is_background(packs: Packs) -> None:
    [old] = resolve(a_text("1 декабря над Тулой сбито 5 дронов."), packs).claims
    [new] = resolve(a_text("10 декабря над Тулой сбито 5 дронов."), packs).claims
    assert (old.status, new.status) == (ClaimStatus.BACKGROUND, ClaimStatus.CURRENT)


# --- any text at all ------------------------------------------------------------------------------------------------

_SURFACES = sorted(load_packs().terms)
_LEXICON = sorted(
    surface
    for surface, terms in load_packs().terms.items()
    if any(t.category not in ("place", "place_adj", "speaker", "title", "body") for t in terms)
)
WORDS = st.integers(0, len(_SURFACES) - 1).map(_SURFACES.__getitem__)
RULES = st.integers(0, len(_LEXICON) - 1).map(_LEXICON.__getitem__)
MARKS = st.sampled_from(
    ["40", "5", "12", "287", "1 200", "2,5", "23:20", "02.40", "11.12.2025", "-", "–", ":", ";", ",", ".", "(", ")",
     "\n", "\n- ", "\n▪️", "«", "»", "%", "№", "по", "над", "из", "of", "with", "и", "не", "ё", "́"]
)  # fmt: skip
MIXED = st.lists(WORDS | RULES | RULES | MARKS | MARKS, max_size=60).map(" ".join)
ANY = st.text(max_size=3000)
HARD = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@HARD
@given(MIXED)
def test_any_mixture_of_pack_words_is_read_without_a_fault(text: str) -> None:
    document = a_text(text)
    check_evidence(document, resolve(document, load_packs()))


@HARD
@given(MIXED)
def test_any_mixture_in_capitals_too(text: str) -> None:
    document = a_text(text.title(), outlet=Outlet(name="Владислав Шапша", handle="shapsha_vv", type="official"))
    check_evidence(document, resolve(document, load_packs()))


@settings(deadline=None, max_examples=80)
@given(ANY)
def test_any_unicode_is_read_without_a_fault(text: str) -> None:
    document = a_text(text)
    check_evidence(document, resolve(document, load_packs()))


@HARD
@given(MIXED)
def test_parts_belong_to_totals_of_the_same_document(text: str) -> None:
    claims = resolve(a_text(text), load_packs()).claims
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.part_of is not None:
            assert claim.part_of != claim.id
            assert by_id[claim.part_of].aggregate
        if claim.count is not None:
            assert claim.count.low >= 0
            assert claim.count.high is None or claim.count.low <= claim.count.high


NEUTRAL = st.lists(
    st.sampled_from(
        [
            "Доброе утро, друзья.",
            "Погода обещает быть ясной.",
            "Сегодня мы расскажем о главном.",
            "Подписывайтесь на наш канал.",
            "Good morning to all our readers.",
            "The weather stays fine.",
            "Вітаємо всіх читачів.",
            "Читайте нас щодня.",
        ]
    ),
    max_size=4,
)
POSTS = st.sampled_from(
    [
        "Ночью над Калужской областью сбито 40 БПЛА.",
        "Сбито 12 БПЛА: 5 над Тульской областью, 4 над Калужской областью, 3 над Брянской областью.",
        "Уночі над Сумщиною збито 12 дронів. Постраждалих немає.",
        "Russia launched 34 drones, 30 were shot down over Ukraine.",
        "Two people were killed and five injured in a drone attack on Kherson.",
        "По 16 дронов сбито над Брянской и Калужской областями.",
    ]
)


@settings(deadline=None, max_examples=60)
@given(NEUTRAL, POSTS)
def test_neutral_sentences_before_a_post_change_nothing_in_it(before: list[str], post: str) -> None:
    alone = [say(claim) for claim in resolve(a_text(post), load_packs()).claims]
    behind = [say(claim) for claim in resolve(a_text("\n".join([*before, post])), load_packs()).claims]
    assert behind == alone


@settings(deadline=None, max_examples=60)
@given(NEUTRAL, POSTS)
def test_neutral_sentences_after_a_post_change_nothing_in_it(after: list[str], post: str) -> None:
    alone = [say(claim) for claim in resolve(a_text(post), load_packs()).claims]
    before = [say(claim) for claim in resolve(a_text("\n".join([post, *after])), load_packs()).claims]
    assert before == alone
