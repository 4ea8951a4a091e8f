"""Collections of texts and claims drawn at random, dense enough that most claims meet: few facts, places, nights.

Every collection draws its own few of each first, so that copies, disputes, reposts and neighbours are common.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from skyledger.link import link_claims
from skyledger.link.families import OutletFamilies, parse_outlet_families
from skyledger.model import Claim, ClaimStatus, Decision, Document, Group, Incident, Kind, Modality, Outlet, Side
from skyledger.reconcile import reconcile_groups
from tests.builders import (
    NOW,
    PUBLISHED,
    a_claim,
    a_count,
    a_decision,
    a_document,
    a_night,
    a_place,
    a_speaker,
    evidence_for,
)  # fmt: skip
from tests.link.stories import (
    DAYTIME,
    EVENING,
    GOVERNOR,
    MAYOR,
    MINISTRY,
    OWN,
    UNSTATED,
    a_harm,
    a_list,
    a_town,
    a_window,
    an_airport,
    an_effect,
    launched,
)  # fmt: skip

FAMILIES = parse_outlet_families(
    '[office]\nroles = ["governor", "administration"]\n'
    '[[family]]\nname = "clones"\nreason = "one desk"\nhandles = ["o1", "o2"]\n'
)
TEXTS = (
    "During the night our air defence crews destroyed drones over the districts of the region.",
    "Ночью силами ПВО уничтожены беспилотники над районами области, сообщил глава.",
    "A roof caught fire after the attack last night.",
    "Nobody at the plant saw anything of it, residents write.",
)
FACTS: tuple[dict[str, Any], ...] = (
    {"count": a_count(40)},
    {"count": a_count(6)},
    {"count": None},
    {"count": a_count(30, 60)},
    {"count": a_count(38, None)},
    {"count": a_count(40), "aggregate": True},
    launched(count=a_count(40)),
    a_harm(1),
    a_harm(3, 1),
    a_harm(0, 0),
    an_effect(Kind.FIRE, detail="roof"),
    an_effect(Kind.FIRE, detail="oil depot"),
    an_effect(Kind.FIRE, modality=Modality.DENIED),
    an_effect(Kind.DAMAGE),
    an_effect(Kind.NO_DAMAGE),
    an_effect(Kind.AIRSPACE_CLOSURE),
    an_effect(Kind.AIRSPACE_REOPENING),
)
COUNTED = tuple(f for f in FACTS if f.get("count") is not None and f["count"].high is not None)
"""What counts something and sets a bound: another number dissents from it."""

PLACES = (
    a_place(),
    a_place("RU-TUL", "Tula Oblast"),
    a_town(),
    a_town("gn:2", "Lesnoye", "RU-TUL"),
    an_airport(),
    a_list("RU-KLU", "RU-TUL"),
    None,
)
WINDOWS = (
    a_night(),
    EVENING,
    DAYTIME,
    a_window((10, 23), (11, 7), text="from 23:00 to 07:00"),
    a_window((11, 5), None, text="since 05:00"),
    UNSTATED,
    None,
)
OFFICE = a_speaker(id="ru-klu-government", name="Kaluga government", role="administration")
OTHER_SIDE = a_speaker(id="ua-general-staff", name="General Staff", role="general_staff", side=Side.UA, region=None)
SPEAKERS = (OWN, GOVERNOR, MINISTRY, MAYOR, OFFICE, OTHER_SIDE, None, None)
HANDLES = ("gov", "o1", "o2", "o3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Documents, claims and human judgements, as they may arrive."""

    documents: dict[str, Document]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...] = ()

    def groups(self, families: OutletFamilies = FAMILIES) -> tuple[Group, ...]:
        """Link the claims."""
        return link_claims(self.documents, self.claims, self.decisions, families=families)

    def incidents(self) -> tuple[Incident, ...]:
        """Link and reconcile."""
        return reconcile_groups(self.groups(), self.documents, {c.id: c for c in self.claims})

    def plus(self, documents: Sequence[Document], claims: Sequence[Claim]) -> "Collection":
        """Return the collection with more."""
        more = {d.id: d for d in documents}
        return replace(self, documents={**self.documents, **more}, claims=(*self.claims, *claims))


@st.composite
def collections(draw: st.DrawFn, *, judged: bool = False, among: Sequence[dict[str, Any]] = FACTS) -> Collection:
    """Draw up to seven documents, each with one sentence a claim, the first sometimes its title.

    Args:
        draw: Hypothesis's.
        judged: Whether people judged some pairs.
        among: What the sentences may say, as fields of claims.
    """
    facts = draw(st.lists(st.sampled_from(among), min_size=1, max_size=4))
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=2))
    windows = draw(st.lists(st.sampled_from(WINDOWS), min_size=1, max_size=3))
    documents: dict[str, Document] = {}
    claims: dict[str, Claim] = {}
    for number in range(draw(st.integers(1, 7))):
        sentences = [f"{draw(st.sampled_from(TEXTS))} ({number}.{n})." for n in range(draw(st.integers(1, 3)))]
        document = _draw_document(draw, number, sentences, list(documents.values()))
        documents[document.id] = document
        for sentence in sentences:
            fields = dict(draw(st.sampled_from(facts)))
            fields["place"] = draw(st.sampled_from(places))
            fields["time"] = draw(st.sampled_from(windows))
            fields["speaker"] = draw(st.sampled_from(SPEAKERS))
            fields["status"] = draw(st.sampled_from((ClaimStatus.CURRENT, ClaimStatus.CURRENT, ClaimStatus.BACKGROUND)))
            claim = a_claim(document, evidence=(evidence_for(document, "trigger", sentence),), **fields)
            claims[claim.id] = claim
    decisions = _draw_decisions(draw, sorted(claims)) if judged else ()
    return Collection(documents=documents, claims=tuple(claims.values()), decisions=decisions)


def _draw_document(draw: st.DrawFn, number: int, sentences: list[str], before: list[Document]) -> Document:
    handle = draw(st.sampled_from((*HANDLES, f"x{number}")))
    titled = draw(st.booleans())
    text = f"{sentences[0]}\n\n{' '.join(sentences[1:])}" if titled else " ".join(sentences)
    published = draw(st.none() | st.integers(-12, 30).map(lambda h: PUBLISHED + timedelta(hours=h)))
    return a_document(
        text,
        title=sentences[0] if titled else None,
        outlet=Outlet(name=handle, handle=handle, type=draw(st.sampled_from(("news", "channel", "official")))),
        published_at=published,
        url=f"https://t.me/{handle}/{number}",
        forwarded_from=draw(st.sampled_from((None, None, *HANDLES))),
        reply_to=draw(st.sampled_from((None, None, *(d.url for d in before)))),
    )


def _draw_decisions(draw: st.DrawFn, claims: list[str]) -> tuple[Decision, ...]:
    found: list[Decision] = []
    for number in range(draw(st.integers(0, 4))):
        verb = draw(st.sampled_from(("same", "different", "unsure", "undo")))
        if verb == "undo":
            targets: tuple[str, ...] = (f"dec-{draw(st.integers(0, 3))}",)
        else:
            targets = tuple(draw(st.lists(st.sampled_from(claims), min_size=2, max_size=2)))
        at = NOW + timedelta(minutes=number)
        found.append(a_decision(id=f"dec-{number}", verb=verb, targets=targets, at=at))
    return tuple(d for d in found if len(set(d.targets)) == len(d.targets))
