"""Finding texts, on both databases alike."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from skyledger.errors import LedgerError, UsageError
from skyledger.flow.searching import read_words
from skyledger.ledger import Ledger, SearchQuery, open_ledger
from skyledger.ledger.find_words import words_of_claims
from skyledger.ledger.opening import open_database
from skyledger.ledger.search_index import FINDINGS
from skyledger.model import Kind, Lang, Outlet
from skyledger.packs.load import Packs, load_packs
from tests.builders import NOW, a_claim, a_count, a_document
from tests.ledger.entries import an_entry
from tests.ledger.formats import make_of_format, rows_of_ledger, take_back_to

TEXTS = {
    "ru": "Над Калугой сбито сорок беспилотников, обломки во дворе больницы.",
    "uk": "Уночі в Калузі збили сорок дронів, об'єкт не постраждав.",
    "en": "Forty drones were shot down over Kaluga; nobody was hurt.",
    "fire": "В Тульской области потушен пожар на складе. Ещё один гасят.",
    "odd": "Учения: сбиты 3 мишени \ud800\x00 над полигоном.",
}


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for hour, (id, text) in enumerate(TEXTS.items()):
        ledger.add(None, None, [an_entry(a_document(text, id=id))], NOW + timedelta(hours=hour))
    return ledger


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("калуга", "en uk ru"),
        ("Kaluga", "en uk ru"),
        ("КАЛУЗІ", "en uk ru"),
        ("сбит", "odd ru"),
        ("калуга сбит", "ru"),
        ("больница", "ru"),
        ("об’єкт", "uk"),
        ("еще", "fire"),
        ("ещё", "fire"),
        ("сбиты -калуга", "odd"),
        ("сбит -учения", "ru"),
        ('"пожар на складе"', "fire"),
        ('"складе на пожар"', ""),
        ('"shot down over"', "en"),
        ("калининград", ""),
        ('"калуга"', ""),
    ],
)
def test_words_in_any_form_and_language(filled: Ledger, packs: Packs, typed: str, found: str) -> None:
    page = filled.search(SearchQuery(words=read_words(typed, packs)))
    assert " ".join(hit.document.id for hit in page.hits) == found


@pytest.mark.parametrize(
    "typed", ["x" * 5000, "' \" ' OR 1=1 --", "NEAR(a b)", "* ^ : col:a", "a & !b | c", "40", "\x00 \ud800 б"]
)
def test_anything_may_be_typed(filled: Ledger, packs: Packs, typed: str) -> None:
    words = read_words(typed, packs)
    if words and not all(group.absent for group in words):
        filled.search(SearchQuery(words=words))


def test_only_the_standing_version_is_found_and_the_past_as_it_stood(ledger: Ledger, packs: Packs) -> None:
    for hour, text in enumerate(("Сбит дрон.", "Дрон не сбит, это птица.")):
        ledger.add(None, None, [an_entry(a_document(text, id="post"))], NOW + timedelta(hours=hour))
    bird, drone = (SearchQuery(words=read_words(word, packs)) for word in ("птица", '"сбит дрон"'))
    assert [hit.document.text for hit in ledger.search(bird).hits] == ["Дрон не сбит, это птица."]
    assert ledger.search(drone).hits == ()
    assert ledger.at(NOW).search(bird).hits == ()
    assert len(ledger.at(NOW).search(drone).hits) == 1


def test_pages_hold_every_text_once_while_others_arrive(ledger: Ledger, packs: Packs) -> None:
    ledger.add(None, None, [an_entry(a_document(f"Дрон {n}.", id=f"{n:03}")) for n in range(450)], NOW)
    query, seen, before = SearchQuery(words=read_words("дрон", packs)), [], None
    while True:
        page = ledger.search(query, before=before, limit=70)
        seen += [hit.document.id for hit in page.hits]
        if page.before is None:
            break
        before = page.before
        ledger.add(None, None, [an_entry(a_document(f"Дрон позже {len(seen)}."))], NOW)
    assert seen == [f"{n:03}" for n in reversed(range(450))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (SearchQuery(), "fire attack"),
        (SearchQuery(fields={"kind": frozenset({"fire", "damage"})}), "fire"),
        (SearchQuery(fields={"kind": frozenset({"fire"}), "region": frozenset({"RU-TUL"})}), ""),
        (SearchQuery(fields={"region": frozenset({"RU-KLU"})}), "fire attack"),
        (SearchQuery(count_low=5), "attack"),
        (SearchQuery(count_high=5), "fire"),
        (SearchQuery(count_low=4, count_high=6), ""),
        (SearchQuery(night_from=date(2025, 12, 11), night_to=date(2025, 12, 11)), "fire attack"),
        (SearchQuery(night_to=date(2025, 12, 10)), ""),
        (SearchQuery(lang="uk"), ""),
        (SearchQuery(outlet="nobody"), ""),
        (SearchQuery(published_from=NOW - timedelta(days=9), published_to=NOW + timedelta(days=9)), "fire attack"),
        (SearchQuery(published_from=NOW + timedelta(days=9)), ""),
    ],
)
def test_conditions_on_the_text_and_on_one_claim(ledger: Ledger, query: SearchQuery, found: str) -> None:
    for id, kind, count in (("attack", Kind.ATTACK, 40), ("fire", Kind.FIRE, 2)):
        document = a_document(f"{count} of them: {id}.", id=id)
        claim = a_claim(document, kind=kind, count=a_count(count))
        ledger.add(None, None, [an_entry(document, claims=(claim,))], NOW)
    assert " ".join(hit.document.id for hit in ledger.search(query).hits) == found


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_of_nothing_or_everything_is_refused(ledger: Ledger, limit: int) -> None:
    with pytest.raises(UsageError, match="a page holds"):
        ledger.search(SearchQuery(), limit=limit)


def test_what_makes_no_sense_is_refused(ledger: Ledger, packs: Packs) -> None:
    with pytest.raises(UsageError, match="no field colour"):
        ledger.search(SearchQuery(fields={"colour": frozenset({"red"})}))
    with pytest.raises(UsageError, match="at least one word"):
        ledger.search(SearchQuery(words=read_words("-дрон", packs)))


def test_an_index_that_lost_texts_is_a_fault_and_compacting_mends_it(
    filled: Ledger, address: str, packs: Packs
) -> None:
    database = open_database(address)
    empty = "DELETE FROM search" if "://" in address else "INSERT INTO search (search) VALUES ('delete-all')"
    with database.writing() as connection:
        connection.exec_driver_sql(empty)
    database.close()
    assert "5 texts are not in it" in next(filled.faults())
    filled.compact()
    assert list(filled.faults()) == []
    assert len(filled.search(SearchQuery(words=read_words("калуга", packs))).hits) == 3


def test_a_ledger_from_before_the_index_is_indexed_when_it_is_opened(path: Path, packs: Packs) -> None:
    with open_ledger(path) as ledger:
        ledger.add(None, None, [an_entry(a_document("Сбит дрон."))], NOW)
    take_back_to(2, path)
    with open_ledger(path) as ledger:
        assert len(ledger.search(SearchQuery(words=read_words("дроны", packs))).hits) == 1


QUERIES = (
    SearchQuery(fields={"kind": frozenset({"interception"})}),
    SearchQuery(fields={"region": frozenset({"RU-KLU"})}),
    SearchQuery(fields={"region": frozenset({"RU-TUL", "RU-BRY"}), "status": frozenset({"current"})}),
    SearchQuery(fields={"place": frozenset({"RU-KLU"})}, night_from=date(2025, 12, 1)),
    SearchQuery(fields={"kind": frozenset({"interception"})}, night_from=date(2025, 12, 1), night_to=date(2026, 1, 31)),
    SearchQuery(night_to=date(2026, 1, 31)),
    SearchQuery(fields={"region": frozenset({""})}),
)


@pytest.mark.parametrize("number", range(len(QUERIES)))
@pytest.mark.parametrize("few", [0, 20_000])
def test_few_texts_or_many_the_columns_only_narrow(
    filled: Ledger, packs: Packs, number: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (QUERIES[number], replace(QUERIES[number], words=read_words("Калуга", packs)))
    monkeypatch.setattr("skyledger.ledger.search_columns._FEW", few)
    found = [filled.search(query, limit=2) for query in asked]
    monkeypatch.setattr("skyledger.ledger.search.few_rows", lambda *_: None)
    monkeypatch.setattr("skyledger.ledger.search.has_claim", lambda *_: [])
    assert found == [filled.search(query, limit=2) for query in asked]


@pytest.mark.parametrize("count", [0, 19, 20, 21, 5_000])
@pytest.mark.parametrize("field", ["", "kind"])
def test_numbers_are_found_whether_or_not_they_are_looked_up(ledger: Ledger, count: int, field: str) -> None:
    numbers = (1, 19, 20, 21, 300)
    for number in numbers:
        document = a_document(f"{number} of them.", id=str(number))
        claims = (a_claim(document, count=a_count(number)), a_claim(document, kind=Kind.DAMAGE, count=None))
        ledger.add(None, None, [an_entry(document, claims=claims)], NOW)
    fields = {"kind": frozenset({"interception"})} if field else {}
    found = ledger.search(SearchQuery(count_low=count, fields=fields)).hits
    assert [int(hit.document.id) for hit in found] == [n for n in reversed(numbers) if n >= count]


@pytest.mark.parametrize(
    ("outlet", "lang", "found"),
    [
        ("губернатор", "", "a"),
        ("ГУБЕРНАТОР", "ru", "a"),
        ("kaluga_gov", "", "a"),
        ("other", "en", "b"),
        ("other", "ru", ""),
        ("", "uk", ""),
    ],
)
def test_texts_of_an_outlet_by_name_or_handle(ledger: Ledger, outlet: str, lang: str, found: str) -> None:
    for id, language, own in (
        ("a", Lang.RU, Outlet(name="Губернатор", handle="kaluga_gov")),
        ("b", Lang.EN, Outlet(name="Other")),
        ("c", Lang.EN, Outlet()),
    ):
        ledger.add(None, None, [an_entry(a_document(f"text {id}", id=id, lang=language, outlet=own))], NOW)
    hits = ledger.search(SearchQuery(outlet=outlet, lang=lang)).hits
    assert " ".join(hit.document.id for hit in hits) == found


@pytest.mark.parametrize("format", [5, 6, 7, 8])
def test_claims_of_an_older_ledger_are_found_once_it_is_opened(path: Path, address: str, format: int) -> None:
    origin = str(path.with_name("origin.ledger"))
    document = a_document("300 of them.", id="many", outlet=Outlet(name="Rare"))
    claim = a_claim(document, count=a_count(300))
    with open_ledger(origin) as ledger:
        ledger.add(
            None, None, [an_entry(document, claims=(claim,)), an_entry(a_document("None.", id="none"), claims=())], NOW
        )
    rows = rows_of_ledger(origin)
    make_of_format(format, address, rows)
    with open_ledger(address) as again:
        values = {"kind": claim.kind, "status": claim.status, "modality": claim.modality, "region": "RU-KLU"}
        fields = {name: frozenset({str(value)}) for name, value in values.items()}
        for query in (SearchQuery(count_low=300), SearchQuery(outlet="rare"), SearchQuery(fields=fields, count_low=1)):
            assert [hit.document.id for hit in again.search(query).hits] == ["many"]
        assert again.claims(region="RU-KLU", ids=[claim.id]) == (claim,)
        assert list(again.faults()) == []
        with pytest.raises(LedgerError, match="append-only"):
            change_a_claim(address)
    assert rows_of_ledger(address) == rows


def change_a_claim(address: str) -> None:
    database = open_database(address)
    try:
        with database.writing() as connection:
            connection.exec_driver_sql("UPDATE claims SET night = 1")
    finally:
        database.close()


@pytest.mark.parametrize("number", [1, 7, 15, 16, 17, 100, 383, 384, 2**24, 2**40])
def test_no_number_is_missed_by_its_step(ledger: Ledger, number: int) -> None:
    post = a_document("So many.")
    ledger.add(None, None, [an_entry(post, claims=(a_claim(post, count=a_count(number)),))], NOW)
    for low, found in ((number - 1, 1), (number, 1), (number + 1, 0)):
        assert len(ledger.search(SearchQuery(count_low=low)).hits) == found


def test_what_many_texts_say_is_looked_through_from_the_newest(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skyledger.ledger.search_columns._FEW", 3)
    monkeypatch.setattr("skyledger.ledger.search_columns._WINDOW", 4)
    for number in range(20):
        post = a_document(f"Text {number}.", id=f"{number:02}")
        kind = Kind.FIRE if number % 3 else Kind.ATTACK
        ledger.add(None, None, [an_entry(post, claims=(a_claim(post, kind=kind),))], NOW)
    query, seen, before = SearchQuery(fields={"kind": frozenset({"fire"})}), [], None
    while True:
        page = ledger.search(query, before=before, limit=5)
        seen += [hit.document.id for hit in page.hits]
        if page.before is None:
            break
        before = page.before
    assert seen == [f"{number:02}" for number in reversed(range(20)) if number % 3]


def test_a_claim_that_other_hands_hid_is_a_fault_and_compacting_mends_it(ledger: Ledger, address: str) -> None:
    for number in range(2):
        post = a_document(f"Text {number}.", id=str(number))
        ledger.add(None, None, [an_entry(post, claims=(a_claim(post),))], NOW)
    database = open_database(address)
    with database.writing() as connection:
        line = words_of_claims([a_claim(a_document("Other."), kind=Kind.FIRE)])
        if "://" in address:
            connection.exec_driver_sql("DELETE FROM findings WHERE derivation_row = 1")
        else:
            connection.exec_driver_sql("INSERT INTO findings (findings) VALUES ('delete-all')")
            FINDINGS.enter(connection, next(iter(FINDINGS.lines(connection)))[1:])
        FINDINGS.enter(connection, [(1, line)])
    database.close()
    assert "finds 1 readings of 2" in next(ledger.faults())
    ledger.compact()
    assert list(ledger.faults()) == []
