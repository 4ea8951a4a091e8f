"""Two ids held against each other: every feature of the pair, and why the two are or are not one incident."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.errors import NotFoundError
from skyledger.link.contrast import Contrast
from skyledger.model import Claim, Document, Incident
from skyledger.publish.amounts import claim_number
from skyledger.publish.event_words import kind_words
from skyledger.publish.policy import ReleasePolicy, Selection, private_policy, release
from skyledger.publish.quote import Quote, quote_around
from skyledger.publish.sitrep.anchors import choose_evidence
from skyledger.publish.times import time_words, utc_stamp
from skyledger.publish.words import clean_text, speaker_words
from skyledger.say import say

MOST_BARRIERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """One of the two, by the claim that was compared for it.

    Attributes:
        asked: The id as given.
        incident: The incident it belongs to, or is.
        claim: The claim of the pair that was laid open.
    """

    asked: str
    incident: str
    claims: int
    claim: str
    says: str
    place: str
    when: str
    speaker: str
    outlet: str
    published: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureShown:
    """One feature of the pair."""

    name: str
    value: str
    weight: float
    sentence: str
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierShown:
    """One thing that keeps the two apart, with the pair it stands between and for how many pairs it holds."""

    kind: str
    sentence: str
    claims: tuple[str, ...]
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkShown:
    """One link on the way from the one to the other."""

    one: str
    two: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The whole comparison.

    Attributes:
        same: Whether the ledger has the two as one incident.
        verdict: Why, in a sentence.
        linked: Whether this pair alone is linked by the rules.
        pairs: Pairs of members compared; the features are those of the best.
        judgement: What a person decided of this pair, or "".
        notes: Why a text was compared with another window than it states.
        more_barriers: Barriers not listed.
    """

    one: SideShown
    two: SideShown
    same: bool
    verdict: str
    linked: bool
    pair_sentence: str
    score: float
    threshold: float
    pairs: int
    features: tuple[FeatureShown, ...]
    judgement: str
    notes: tuple[str, ...]
    barriers: tuple[BarrierShown, ...]
    more_barriers: int
    path: tuple[LinkShown, ...]


def build_compared(
    one: str,
    two: str,
    contrast: Contrast,
    *,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> Compared:
    """Return a comparison as far as the policy lets it be shown.

    Args:
        one: A claim or incident id.
        two: Another.
        contrast: What linking says of the two.
        documents: Texts of the claims.
        claims: Claims of the two and of what joins them.
        incidents: The incidents the two belong to.
        now: Aware time of publication.
        policy: What may be shown; the private policy when None.

    Raises:
        NotFoundError: One of the two may not be shown.
    """
    selection = Selection(documents=tuple(documents), claims=tuple(claims), incidents=tuple(incidents))
    released = release(selection, policy or private_policy(), now=now)
    known, texts = {c.id: c for c in released.claims}, {d.id: d for d in released.documents}
    for asked, claim in ((one, contrast.best.one), (two, contrast.best.two)):
        if claim not in known:
            raise NotFoundError(say("{id}: what it says is withheld, so it cannot be compared in the open", id=asked))

    def clean(sentence: str) -> str:
        return clean_text(released.clean(sentence))

    def side(asked: str, claim_id: str) -> SideShown:
        claim = known[claim_id]
        home = next((i for i in released.incidents if claim_id in i.claims), None)
        count = 1 if home is None or asked != home.id else len(home.claims)
        return _side(asked, claim, texts[claim.document_id], home, count)

    best = contrast.best
    return Compared(
        one=side(one, best.one),
        two=side(two, best.two),
        same=contrast.together,
        verdict=clean("One and the same incident." if one == two != best.one else _verdict(contrast)),
        linked=best.linked,
        pair_sentence=clean(best.sentence),
        score=best.score,
        threshold=best.threshold,
        pairs=contrast.pairs,
        features=tuple(
            FeatureShown(name=f.name, value=f.value, weight=f.weight, sentence=clean(f.sentence), conflict=f.conflict)
            for f in best.features
        ),
        judgement=clean(contrast.judgement_reason),
        notes=tuple(clean(n) for n in contrast.notes),
        barriers=_barriers(contrast, clean),
        more_barriers=max(len(contrast.barriers) - MOST_BARRIERS, 0),
        path=tuple(LinkShown(one=a, two=b, score=s, sentence=clean(why)) for a, b, s, why in contrast.path),
    )


def _side(asked: str, claim: Claim, document: Document, incident: Incident | None, claims: int) -> SideShown:
    title = clean_text(kind_words(claim.kind, claim.fate, claim.object, claim.detail))
    return SideShown(
        asked=asked,
        incident="" if incident is None else incident.id,
        claims=claims,
        claim=claim.id,
        says=f"{title}: {claim_number(claim)}",
        place="place not reported" if claim.place is None else clean_text(claim.place.name),
        when=time_words(claim.time),
        speaker=speaker_words(claim.speaker),
        outlet=clean_text(document.outlet.name or document.outlet.handle) or "outlet not reported",
        published=utc_stamp(document.published_at),
        quote=quote_around(document.text, choose_evidence(claim, "count").span),
    )


def _barriers(contrast: Contrast, clean: Callable[[str], str]) -> tuple[BarrierShown, ...]:
    return tuple(
        BarrierShown(kind=b.kind, sentence=clean(b.sentence), claims=b.claims, pairs=b.pairs)
        for b in contrast.barriers[:MOST_BARRIERS]
    )


def _verdict(contrast: Contrast) -> str:
    """Say in one sentence why the two are or are not one incident."""
    best = contrast.best
    if contrast.together:
        if best.one == best.two:
            return "One and the same claim."
        if contrast.judgement == "same":
            return "One incident: a person judged them the same."
        if best.linked:
            return f"One incident: their facts score {best.score:.2f}, and {best.threshold:.2f} makes a link."
        return f"One incident, though this pair alone is not linked: {_many(len(contrast.path), 'link')} join them."
    first = contrast.barriers[0] if contrast.barriers else None
    if first is None:
        return "Two incidents: the rules never compared them, as they share neither place and night, speaker nor words."
    if first.kind == "decision":
        return f"Two incidents: {first.sentence}"
    if best.linked:
        return f"Two incidents, though this pair alone would be linked: {first.sentence}"
    return f"Two incidents: {first.sentence}"


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
