"""Linking stays near-linear: an archive's month, not only a night."""

from datetime import date, timedelta
from random import Random
from time import process_time
from typing import Any

from skyledger.link import link_claims
from skyledger.link.block import candidate_pairs
from skyledger.link.fact import fact_of
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import load_link_policy
from skyledger.model import Claim, Document, Outlet
from tests.builders import PUBLISHED, a_claim, a_count, a_document, a_night, a_place, a_speaker
from tests.link.stories import a_harm

REGIONS = [a_place(f"RU-{n:03d}", f"Region {n}") for n in range(40)]
TEMPLATE = "Overnight our air defence crews destroyed drones over the region; by first reports nobody was hurt."


def an_archive(size: int, days: int = 30) -> tuple[dict[str, Document], list[Claim]]:
    """Return documents in one template, the way officials write, with figures drawn from a fixed seed."""
    random = Random(7)
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    for number in range(size // 2):
        day, region = random.randrange(days), random.choice(REGIONS)
        document = a_document(
            TEMPLATE,
            id=f"d{number}",
            outlet=Outlet(name=f"o{number % 90}", handle=f"o{number % 90}", type="news"),
            published_at=PUBLISHED + timedelta(days=day, minutes=random.randrange(600)),
        )
        documents[document.id] = document
        speaker = random.choice((None, a_speaker(id=f"governor-{region.id}")))
        common: dict[str, Any] = {
            "place": region,
            "time": a_night(date(2025, 12, 11) + timedelta(days=day)),
            "speaker": speaker,
        }
        claims.append(a_claim(document, count=a_count(random.randrange(1, 60)), id=f"c{number}a", **common))
        claims.append(a_claim(document, **a_harm(random.randrange(3), 0), id=f"c{number}b", **common))
    return documents, claims


def test_candidate_pairs_grow_with_the_claims_not_with_their_square() -> None:
    policy = load_link_policy()
    found = []
    for size in (1_000, 4_000):
        documents, claims = an_archive(size, days=size // 40)
        facts = [fact_of(c, documents[c.document_id], policy) for c in claims]
        sentences = SentenceIndex(documents, policy)
        found.append(sum(1 for _ in candidate_pairs(facts, [[c] for c in claims], sentences, policy)))
    assert found[1] < 6 * found[0]


def test_one_huge_block_is_capped() -> None:
    policy = load_link_policy()
    documents, claims = an_archive(2_000)
    one_place = [a_claim(documents[c.document_id], count=a_count(n + 1), id=c.id) for n, c in enumerate(claims)]
    facts = [fact_of(c, documents[c.document_id], policy) for c in one_place]
    pairs = sum(1 for _ in candidate_pairs(facts, [[c] for c in one_place], SentenceIndex({}, policy), policy))
    assert pairs <= len(facts) * policy.limits.block_neighbours


def test_four_thousand_claims_link_in_seconds() -> None:
    documents, claims = an_archive(4_000)
    began = process_time()
    groups = link_claims(documents, claims)
    assert process_time() - began < 15.0  # about 1 s on one core of 2026; the rest is room for a busy machine
    assert sum(len(g.claims) for g in groups) == len(claims)
