"""What joins, or keeps apart, two sets of claims: two claims, two incidents, or one of each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from skyledger.link.decisions import Judgement, Judgements, ordered, replay_judgements
from skyledger.link.explain import PairExplanation, explain_facts
from skyledger.link.fact import Fact, span_h
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.in_context import facts_in_context
from skyledger.link.incidents import counted_apart
from skyledger.link.policy import LinkPolicy, load_link_policy
from skyledger.link.reprints import find_reprints
from skyledger.model.claim import Claim
from skyledger.model.decision import Decision
from skyledger.model.document import Document
from skyledger.model.incident import Group
from skyledger.model.kinds import ClaimStatus

Reason = tuple[str, str, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """One thing that keeps two sets of claims from being one incident.

    Attributes:
        kind: ``decision``, ``conflict``, ``list``, ``diameter`` or ``score``.
        claims: The pair it stands between; empty for the diameter.
        pairs: How many pairs of members it holds for.
    """

    kind: str
    sentence: str
    claims: tuple[str, ...] = ()
    pairs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two sets of claims held against each other.

    Attributes:
        pairs: Pairs of members compared.
        best: The pair that says most for one incident: the highest score, else the one with most weight before its
            conflict.
        judgement: What a person decided of the best pair, and in which words; empty when nobody did.
        barriers: What keeps the two apart; empty when they are one incident.
        notes: Why a text's window is not the one it states: it repeats an older text.
        path: Links that join them, from the one to the other, when they are one incident; empty when they are the
            same claim.
        together: Whether linking put them into one group.
    """

    pairs: int
    best: PairExplanation
    judgement: Judgement | None
    judgement_reason: str
    barriers: tuple[Barrier, ...]
    notes: tuple[str, ...]
    path: tuple[Reason, ...]
    together: bool


def contrast_claims(
    ones: Collection[str],
    twos: Collection[str],
    documents: Mapping[str, Document],
    claims: Sequence[Claim],
    groups: Iterable[Group],
    decisions: Iterable[Decision] = (),
    *,
    policy: LinkPolicy | None = None,
) -> Contrast:
    """Hold two sets of claims against each other as linking does.

    Args:
        ones: Ids of claims, all of one group.
        twos: Likewise; may be the same group.
        documents: All texts: reposts and reprints change what a claim's facts are.
        claims: All claims.
        groups: What linking made of them.
        decisions: Human judgements in force.
        policy: The linking policy, the shipped one when None.

    Returns:
        The best pair with its features, and what joins the two sets or keeps them apart.
    """
    policy = load_link_policy() if policy is None else policy
    sentences = SentenceIndex(documents, policy)
    listed = sorted(claims, key=lambda c: c.id)
    reprints = find_reprints(listed, documents, sentences, policy)
    facts = {f.claim.id: f for f in facts_in_context(listed, documents, reprints, policy)}
    groups = tuple(groups)
    home = {claim: group for group in groups for claim in group.claims}
    one, two = min(ones), min(twos)
    together = home[one] is home[two]
    pairs = [(a, b) for a in sorted(ones) for b in sorted(twos) if a != b or len(ones) == len(twos) == 1]
    told = _explain_all(pairs, facts, sentences, policy)
    best = max(told, key=_strength)
    judged = replay_judgements(decisions)
    pair = ordered(best.one, best.two)
    return Contrast(
        pairs=len(pairs),
        best=best,
        judgement=judged.by_pair.get(pair),
        judgement_reason=judged.reasons.get(pair, ""),
        barriers=() if together else _barriers(home[one], home[two], facts, judged, sentences, policy),
        notes=tuple(
            f"{reprints[text].sentence[:1].upper()}{reprints[text].sentence[1:]}."
            for text in dict.fromkeys(facts[c].claim.document_id for c in (best.one, best.two))
            if text in reprints
        ),
        path=find_path(home[one].reasons, ones, twos) if together else (),
        together=together,
    )


def _strength(pair: PairExplanation) -> tuple[bool, bool, float, float]:
    """Order explanations by how much they say for one incident."""
    return not pair.conflict, pair.linked, pair.score, sum(f.weight for f in pair.features)


def _explain_all(
    pairs: Sequence[tuple[str, str]], facts: Mapping[str, Fact], sentences: SentenceIndex, policy: LinkPolicy
) -> list[PairExplanation]:
    """Explain pairs; of claims with the same facts and words in common one stands for all."""
    known: dict[tuple[object, ...], PairExplanation] = {}
    found = []
    for a, b in pairs:
        one, two = facts[a], facts[b]
        key = (one.key, two.key, sentences.words_of(one.claim), sentences.words_of(two.claim))
        if key not in known or one.claim.document_id == two.claim.document_id:
            known[key] = explain_facts(one, two, sentences, policy)
            found.append(known[key])
    return found


def _barriers(
    left: Group,
    right: Group,
    facts: Mapping[str, Fact],
    judged: Judgements,
    sentences: SentenceIndex,
    policy: LinkPolicy,
) -> tuple[Barrier, ...]:
    """Return what keeps two whole groups apart: decisions, then conflicts, then the span, then a low score."""
    pairs = [(a, b) for a in left.claims for b in right.claims]
    different = [ordered(a, b) for a, b in pairs if judged.by_pair.get(ordered(a, b)) == "different"]
    unsure = [ordered(a, b) for a, b in pairs if judged.by_pair.get(ordered(a, b)) == "unsure"]
    found = [Barrier(kind="decision", sentence=judged.reasons[pair], claims=pair) for pair in different]
    told = _explain_all(pairs, facts, sentences, policy)
    conflicts: dict[tuple[str, str], list[PairExplanation]] = {}
    for pair in told:
        if pair.conflict:
            first = next(f for f in pair.features if f.conflict)
            conflicts.setdefault((first.name, first.value), []).append(pair)
    for own in conflicts.values():
        claims = (own[0].one, own[0].two)
        found.append(Barrier(kind="conflict", sentence=own[0].conflict, claims=claims, pairs=len(own)))
    found += _side_by_side(pairs, facts)
    hours = span_h([facts[c] for c in (*left.claims, *right.claims)], policy)
    if hours > policy.limits.max_span_h:
        sentence = (
            f"Together their windows span {hours:.0f} h; one incident spans {policy.limits.max_span_h:.0f} h at most."
        )
        found.append(Barrier(kind="diameter", sentence=sentence))
    found += [Barrier(kind="decision", sentence=judged.reasons[pair], claims=pair) for pair in unsure]
    best = max(told, key=_strength)
    if not best.linked and not best.conflict:
        sentence = f"No pair of their claims is linked. {best.sentence}"
        found.append(Barrier(kind="score", sentence=sentence, claims=(best.one, best.two), pairs=len(told)))
    return tuple(found)


def _side_by_side(pairs: Sequence[tuple[str, str]], facts: Mapping[str, Fact]) -> list[Barrier]:
    for a, b in pairs:
        one, two = facts[a], facts[b]
        live = ClaimStatus.SUPERSEDED not in {one.claim.status, two.claim.status}
        if one.claim.document_id == two.claim.document_id and live and counted_apart(one, two):
            sentence = f"Document {one.claim.document_id} counts the two side by side, as items of one list."
            return [Barrier(kind="list", sentence=sentence, claims=(a, b))]
    return []


def find_path(reasons: Sequence[Reason], ones: Collection[str], twos: Collection[str]) -> tuple[Reason, ...]:
    """Return the shortest chain of accepted links from one set of claims to the other, in the order walked."""
    links: dict[str, list[Reason]] = {}
    for reason in reasons:
        links.setdefault(reason[0], []).append(reason)
        links.setdefault(reason[1], []).append(reason)
    ways: dict[str, tuple[Reason, ...]] = dict.fromkeys(sorted(ones), ())
    edge = list(ways)
    while edge and not (reached := [c for c in edge if c in twos]):
        step = []
        for claim in edge:
            for reason in sorted(links.get(claim, ())):
                other = reason[1] if reason[0] == claim else reason[0]
                if other not in ways:
                    ways[other] = (*ways[claim], reason)
                    step.append(other)
        edge = step
    return ways[reached[0]] if edge else ()
