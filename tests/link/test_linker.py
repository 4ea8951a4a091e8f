"""Kept up to date or made at once: the groups are the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger.link import Linker, LinkPolicy, link_claims, load_link_policy
from skyledger.link.families import OutletFamilies
from skyledger.model import Claim, ClaimStatus, Decision, Document, Kind, Outlet, TimePrecision
from tests.builders import NOW, PUBLISHED, a_claim, a_count, a_decision, a_document, a_night, a_place, evidence_for
from tests.link.stories import DAYTIME, EVENING, GOVERNOR, OWN, UNSTATED, Story, a_harm, a_town, a_window, an_effect

NONE = OutletFamilies()
SENTENCES = (
    "During the night our air defence crews destroyed drones over the districts of the region.",
    "Ночью силами ПВО уничтожены беспилотники над районами области, сообщил глава.",
    "A roof caught fire after the attack last night and the crews put it out by dawn.",
)
FACTS: tuple[dict[str, Any], ...] = (
    {"count": a_count(40)},
    {"count": a_count(6)},
    a_harm(12),
    a_harm(0, 0),
    an_effect(Kind.FIRE, detail="roof"),
)
PLACES = (a_place(), a_place("RU-TUL", "Tula Oblast"), a_town(), a_town("gn:2", "Kaluga"), None)
WINDOWS = (a_night(), EVENING, DAYTIME, UNSTATED, None)
SPEAKERS = (OWN, GOVERNOR, None)


def a_policy(max_block: int, neighbours: int) -> LinkPolicy:
    """Return the shipped policy with blocks so small that a handful of claims fills them."""
    policy = load_link_policy()
    return replace(policy, limits=replace(policy.limits, max_block=max_block, block_neighbours=neighbours))


POLICIES = (load_link_policy(), a_policy(3, 1), a_policy(4, 2))


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[Document], list[Claim]]:
    """Draw texts with headlines, reposts word for word within a day, and reprints days later."""
    documents: list[Document] = []
    claims: list[Claim] = []
    for number in range(draw(st.integers(1, 7))):
        kept = draw(st.sampled_from(("", "repost"))) if documents else ""
        text = (
            documents[0].text
            if kept
            else "\n\n".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2)))
        )
        titled = draw(st.booleans())
        hours = draw(st.sampled_from((None, 0, 1, 3, 5, 20, 36, 37, 130, 160, 400)))
        document = a_document(
            text,
            id=f"d{number}",
            title=text.partition("\n")[0] if titled else None,
            outlet=Outlet(name=f"o{number}", handle=draw(st.sampled_from(("gov", f"o{number}"))), type="news"),
            published_at=None if hours is None else PUBLISHED + timedelta(hours=hours),
            forwarded_from=draw(st.sampled_from(("", "", "gov"))),
            reply_to=draw(st.sampled_from(("", "", "d0"))),
        )
        documents.append(document)
        for which, sentence in enumerate(text.split("\n\n")):
            fields = dict(draw(st.sampled_from(FACTS)))
            fields |= {"place": draw(st.sampled_from(PLACES)), "time": draw(st.sampled_from(WINDOWS))}
            fields |= {"speaker": draw(st.sampled_from(SPEAKERS))}
            fields["status"] = draw(st.sampled_from((*[ClaimStatus.CURRENT] * 4, *ClaimStatus)))
            id = f"c{draw(st.integers(0, 99)):02}-{number}-{which}"  # so that ids come in another order than texts
            claims.append(a_claim(document, id=id, evidence=(evidence_for(document, "trigger", sentence),), **fields))
    return documents, claims


@st.composite
def judgements(draw: st.DrawFn, claims: Sequence[Claim]) -> list[Decision]:
    """Draw judgements of pairs, and undoings of some."""
    found: list[Decision] = []
    for number in range(draw(st.integers(0, 3))):
        verb = draw(st.sampled_from(("same", "different", "unsure", "undo")))
        pair = tuple(draw(st.sampled_from(claims)).id for _ in range(2))
        targets = (f"dec-{draw(st.integers(0, 2))}",) if verb == "undo" else pair
        found.append(a_decision(id=f"dec-{number}", verb=verb, targets=targets, at=NOW + timedelta(minutes=number)))
    return found


FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.data())
@FEW
def test_any_order_and_any_chunks_give_the_groups_of_one_run(data: st.DataObject) -> None:
    documents, claims = data.draw(archives())
    decisions = data.draw(judgements(claims))
    policy = data.draw(st.sampled_from(POLICIES))
    items: list[Document | Claim | Decision] = [*documents, *claims, *decisions]
    items = data.draw(st.permutations(items))
    linker = Linker(policy=policy, families=NONE)
    known: dict[str, Any] = {}
    while items:
        size = data.draw(st.integers(1, len(items)))
        chunk, items = items[:size], items[size:]
        found = [
            linker.add([i for i in chunk if isinstance(i, Document)], [i for i in chunk if isinstance(i, Claim)]),
            linker.decide([i for i in chunk if isinstance(i, Decision)]),
        ]
        for changes in found:
            for gone in changes.gone:
                del known[gone]
            known |= changes.groups
    expected = link_claims({d.id: d for d in documents}, claims, decisions, policy=policy, families=NONE)
    assert linker.groups() == expected
    assert tuple(known[first] for first in sorted(known)) == expected  # the changes told are all there were


@given(st.permutations(range(9)), st.permutations(range(9)), st.sampled_from(POLICIES[1:]))
@FEW
def test_a_block_at_its_limit_gives_the_groups_of_one_run(
    order: list[int], names: list[int], policy: LinkPolicy
) -> None:
    """Nine figures for one place and night: more than a block holds, so only neighbours in time are compared."""
    story = Story()
    for number in range(9):
        told = {"count": a_count(number + 1), "id": f"c{names[number]}", "speaker": None}
        story.post(f"{number + 1} drones", told, outlet=f"o{number}")
    documents = list(story.documents.values())
    linker = Linker(policy=policy, families=NONE)
    for number in order:
        linker.add([documents[number]], [story.claims[number]])
    assert linker.groups() == link_claims(story.documents, story.claims, policy=policy, families=NONE)
    judged = a_decision(id="dec", verb="unsure", targets=("c0", "c5"))  # takes two nodes out and puts two in
    linker.decide([judged])
    assert linker.groups() == link_claims(story.documents, story.claims, [judged], policy=policy, families=NONE)


@given(archives(), archives(), st.sampled_from(POLICIES))
@FEW
def test_a_later_version_of_a_text_takes_the_place_of_the_first(
    first: tuple[list[Document], list[Claim]], second: tuple[list[Document], list[Claim]], policy: LinkPolicy
) -> None:
    """Both archives call their texts d0, d1 ...: the second brings other words and dates for some of the first."""
    linker = Linker(policy=policy, families=NONE)
    claims = {c.id: c for c in (*first[1], *second[1])}
    documents = {d.id: d for d in (*first[0], *second[0])}
    linker.add(*first)
    linker.add(*second)
    assert linker.groups() == link_claims(documents, list(claims.values()), policy=policy, families=NONE)


def test_a_text_of_another_night_touches_nothing() -> None:
    story = Story()
    story.post("40 overnight", {"speaker": OWN})
    story.post("40 by night", {}, outlet="site")
    linker = Linker(families=NONE)
    linker.add(story.documents.values(), story.claims)
    later = Story()
    later.post(
        "7 a week later", {"count": a_count(7), "time": a_night(PUBLISHED.date() + timedelta(days=7))}, hours=168
    )
    changes = linker.add(later.documents.values(), later.claims)
    assert changes.gone == ()
    assert [g.claims for g in changes.groups.values()] == [(later.claims[0].id,)]


def test_what_is_known_already_changes_nothing() -> None:
    story = Story()
    story.post("40 overnight", {"speaker": OWN})
    linker = Linker(families=NONE)
    assert linker.add(story.documents.values(), story.claims).groups
    changes = linker.add(story.documents.values(), story.claims)
    assert (changes.gone, dict(changes.groups)) == ((), {})


@pytest.mark.parametrize("turned", [False, True])
def test_an_older_first_posting_moves_the_window_of_the_repost(turned: bool) -> None:
    """Whichever comes first, a text reposted word for word is dated by its first posting."""
    story = Story()
    story.post("Fire at a store house by the river this time.", an_effect(Kind.FIRE, time=UNSTATED), hours=-20)
    late = a_window((11, 0), (12, 0), TimePrecision.NONE)
    story.post("Fire at a store house by the river this time.", an_effect(Kind.FIRE, time=late), outlet="site")
    linker = Linker(families=NONE)
    order = list(story.documents.values())[:: -1 if turned else 1]
    for document in order:
        linker.add([document], [c for c in story.claims if c.document_id == document.id])
    assert linker.groups() == story.groups()
    assert len(linker.groups()) == 1
