"""The pipe on real material that lies beside the checkout and is never copied into it; skipped where it is absent."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skyledger.evaluate import load_bulletins, score_bulletins
from skyledger.flow import derive_incidents, extract_documents
from skyledger.ingest import read_paths
from skyledger.model import (
    Claim,
    Document,
    Fate,
    Incident,
    IncidentStatus,
    Interval,
    Kind,
    Modality,
    ObjectType,
    Outlet,
    TotalVerdict,
)
from skyledger.reconcile import night_totals

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SEED = DATA / "seed_article.txt"
BULLETINS = DATA / "bulletins" / "mod_russia.jsonl"
STREAM = DATA / "stream" / "telegram_2026-02-22.jsonl"


def _need(path: Path) -> Path:
    if not path.is_file():
        pytest.skip(f"real material is not beside this checkout: {path.name}")
    return path


@pytest.fixture(scope="module")
def seed() -> tuple[Document, tuple[Claim, ...]]:
    text = _need(SEED).read_text(encoding="utf-8").strip()
    document = Document(
        id="seed", text=text, published_at=datetime(2025, 12, 11, 9, tzinfo=UTC), outlet=Outlet(type="rewrite")
    )
    ((_, claims, _),) = extract_documents([document])
    return document, claims


def _only(claims: tuple[Claim, ...], kind: Kind, region: str) -> Claim:
    found = [c for c in claims if c.kind is kind and c.place is not None and c.place.region == region]
    assert len(found) == 1, (kind, region, found)
    return found[0]


def test_the_seed_article_gives_its_interceptions(seed: tuple[Document, tuple[Claim, ...]]) -> None:
    _, claims = seed
    kaluga = _only(claims, Kind.INTERCEPTION, "RU-KLU")
    assert kaluga.count is not None
    assert (kaluga.count.stated, kaluga.fate, kaluga.object) == (40, Fate.DOWNED, ObjectType.UAV)
    assert kaluga.speaker is not None
    assert kaluga.speaker.name == "Vladislav Shapsha"
    moscow = _only(claims, Kind.INTERCEPTION, "RU-MOW")
    assert moscow.count is not None
    assert moscow.count.stated == 32
    assert moscow.time is not None
    assert kaluga.time is not None
    assert (moscow.time.start, moscow.time.end) == (kaluga.time.start, kaluga.time.end)
    assert moscow.speaker is None
    voronezh = _only(claims, Kind.INTERCEPTION, "RU-VOR")
    assert voronezh.object is ObjectType.HIGH_SPEED_AIR_TARGET
    assert voronezh.speaker is not None
    assert voronezh.speaker.name == "Alexander Gusev"


def test_the_seed_article_gives_its_absences_and_effects(seed: tuple[Document, tuple[Claim, ...]]) -> None:
    _, claims = seed
    for kind in (Kind.NO_CASUALTIES, Kind.NO_DAMAGE):
        assert _only(claims, kind, "RU-KLU").modality is Modality.PRELIMINARY
    assert _only(claims, Kind.DAMAGE, "RU-VOR").detail == "windows and facade"
    assert _only(claims, Kind.FIRE, "RU-VOR").detail == "administrative building"
    _only(claims, Kind.POWER_OUTAGE, "RU-VOR")
    _only(claims, Kind.AIRSPACE_CLOSURE, "RU-MOW")
    assert _only(claims, Kind.DIVERSION, "RU-MOW").to == ("ULLI", "UWGG", "UWKD")
    assert _only(claims, Kind.ALERT, "RU-MOW").detail == "services on alert"


def test_the_seed_article_gives_its_background_and_its_total(seed: tuple[Document, tuple[Claim, ...]]) -> None:
    _, claims = seed
    fpv = _only(claims, Kind.ATTACK, "RU-BEL")
    assert fpv.object is ObjectType.FPV_DRONE
    assert fpv.time is not None
    assert fpv.time.text.lower() == "earlier this week"
    assert _only(claims, Kind.NO_CASUALTIES, "RU-BEL").harm is not None
    total = next(c for c in claims if c.aggregate)
    assert total.count is not None
    assert (total.count.low, total.count.high, total.count.stated) == (71, 140, 70)
    assert {c.count.stated for c in claims if c.part_of == total.id and c.count is not None} == {40, 32}


def test_the_seed_article_gives_no_number_it_does_not_hold(seed: tuple[Document, tuple[Claim, ...]]) -> None:
    document, claims = seed
    digits = set(re.findall(r"\d+", document.text))
    for claim in claims:
        if claim.count is not None and claim.count.stated is not None:
            assert str(claim.count.stated) in digits
        for item in claim.evidence:
            assert item.span.slice(document.text) == item.text


def test_bulletins_are_exact_on_at_least_98_98_95_in_a_hundred() -> None:
    rows = load_bulletins(_need(BULLETINS))
    predictions = {d.id: claims for d, claims, _ in extract_documents(row.document for row in rows)}
    verdicts = score_bulletins(rows, predictions)
    for field, floor in (("total", 0.98), ("window", 0.98), ("breakdown", 0.95)):
        asked = [right for v in verdicts if (right := getattr(v, field)) is not None]
        assert sum(asked) >= floor * len(asked), [v.id for v in verdicts if getattr(v, field) is False]


def test_the_stream_goes_in_whole_and_the_bulletin_contradicts_its_own_list() -> None:
    path = _need(STREAM)
    documents = [d for file in read_paths([path], now=datetime(2026, 2, 23, tzinfo=UTC)) for d in file.documents]
    assert len(documents) == sum(1 for _ in path.open(encoding="utf-8"))
    read = list(extract_documents(documents))
    for document, claims, _ in read:
        for claim in claims:
            for item in claim.evidence:
                assert item.span.slice(document.text) == item.text
    claims = tuple(c for _, found, _ in read for c in found)
    by_text = [c for c in claims if c.count is not None and c.speaker is not None and c.speaker.role == "air_force"]
    stated = {(c.kind, c.fate, c.count.stated) for c in by_text if c.count is not None}
    for expected in (
        (Kind.ATTACK, Fate.LAUNCHED, 345),
        (Kind.ATTACK, Fate.LAUNCHED, 297),
        (Kind.INTERCEPTION, Fate.DOWNED, 307),
        (Kind.INTERCEPTION, Fate.DOWNED, 274),
        (Kind.ATTACK, Fate.HIT, 14),
        (Kind.ATTACK, Fate.HIT, 23),
    ):
        assert expected in stated
    incidents = derive_incidents(documents, claims, ())
    checks = [t for i in incidents for t in i.totals if t.total.low == 345]
    assert any(t.verdict is TotalVerdict.CONTRADICTION and t.parts_low == 347 for t in checks), checks
    downed = [t for i in incidents for t in i.totals if t.total.low == 307]
    assert {t.verdict for t in downed} == {TotalVerdict.CONSISTENT}, downed  # 33 missiles are a sum in between


@pytest.fixture(scope="module")
def stream_night() -> tuple[tuple[Incident, ...], dict[str, Claim], dict[str, Document]]:
    """Incidents, claims and documents of the real stream's one night."""
    path = _need(STREAM)
    documents = [d for file in read_paths([path], now=datetime(2026, 2, 23, tzinfo=UTC)) for d in file.documents]
    claims = {c.id: c for _, found, _ in extract_documents(documents) for c in found}
    incidents = derive_incidents(documents, tuple(claims.values()), ())
    return incidents, claims, {d.id: d for d in documents}


Stream = tuple[tuple[Incident, ...], dict[str, Claim], dict[str, Document]]


def test_the_streams_night_as_one_table(stream_night: Stream) -> None:
    incidents, claims, documents = stream_night
    totals = {t.total.low: t for t in night_totals(incidents, claims) if t.checks}
    assert {number: t.verdict for number, t in totals.items()} == {
        345: TotalVerdict.CONTRADICTION,
        307: TotalVerdict.CONSISTENT,
    }
    launched = totals[345]
    assert {(c.parts_low, c.verdict) for c in launched.checks} == {
        (347, TotalVerdict.CONTRADICTION),  # its own list by sort
        (344, TotalVerdict.RESIDUAL),  # downed and hits
    }
    # No region of this night gives a number that could be held against it, so nothing is known, and nothing is 0.
    assert [(t.rows, t.told, t.told_residual) for t in totals.values()] == [((), None, None)] * 2
    # The text that said it first stands for its copies.
    said = [documents[claims[t.tally].document_id].published_at for t in totals.values()]
    assert said == [documents[claims[launched.tally].document_id].published_at] * 2


def test_the_streams_word_for_word_repost_is_a_document_and_no_origin(stream_night: Stream) -> None:
    incidents, _, documents = stream_night
    for number in (345, 307):
        same = Interval(low=number, high=number)
        dated = [i for i in incidents if i.night is not None and any(f.interval == same for f in i.findings)]
        (incident,) = dated  # a channel's short form names no night and is an incident of its own
        assert len(incident.documents) == 2
        assert len({documents[d].outlet.name for d in incident.documents}) == 2
        assert len(incident.origins) == 1
        assert incident.origins[0].documents == incident.documents
        assert incident.status is IncidentStatus.SINGLE


def test_what_the_stream_says_of_people_hurt_and_of_fires(stream_night: Stream) -> None:
    incidents, claims, _ = stream_night
    hurt = [i for i in incidents if i.kind is Kind.CASUALTIES]
    injured = [f for i in hurt for f in i.findings if f.field == "injured"]
    assert [(f.interval, len(f.versions)) for f in injured] == [(Interval(low=2, high=2), 0)]
    assert [len(i.documents) for i in hurt] == [1]
    # It ends on the 22nd before 15:00 UTC: no later count, no fire, and so nothing that could be taken back.
    assert not [c for c in claims.values() if c.kind is Kind.FIRE]
    assert not [i for i in incidents if i.status is IncidentStatus.RETRACTED]


def test_no_sentence_of_the_real_stream_is_in_the_project() -> None:
    texts = [json.loads(line)["text"] for line in _need(STREAM).open(encoding="utf-8")]
    sample = Path(__file__).resolve().parents[1] / "src" / "skyledger" / "data" / "sample"
    shipped = "\n".join(
        p.read_text(encoding="utf-8", errors="ignore")
        for p in sample.rglob("*")
        if p.suffix in {".json", ".jsonl", ".txt"}
    )
    long_lines = {line.strip() for text in texts for line in text.split("\n") if len(line.strip()) > 60}
    assert not [line for line in long_lines if line in shipped]
