"""Aligning predicted claims with gold ones and adding up what was right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from skyledger.evaluate.align import Pair, align_claims, compare_fields, spread_claims, spread_gold
from skyledger.evaluate.confuse import confuse_field, confuse_kind
from skyledger.evaluate.describe import cut_snippet, describe_claim, describe_gold
from skyledger.evaluate.gold import GoldClaim, GoldDocument
from skyledger.model import Claim, ClaimStatus

Spans = tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Tally:
    """What one slice of the gold set came to.

    Attributes:
        found: Required gold claims with a partner.
        missed: Required gold claims without.
        surplus: Predicted current claims without a partner.
        right: Fields right among matched claims, by field.
        asked: Fields compared, by field.
        figures: Numbers predicted in current claims.
        invented: Of these, numbers the gold of the document does not have.
    """

    documents: int = 0
    found: int = 0
    missed: int = 0
    surplus: int = 0
    quiet: int = 0
    kept_quiet: int = 0
    figures: int = 0
    invented: int = 0
    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        """Share of predicted claims that are gold claims; None when nothing was predicted."""
        return _share(self.found, self.found + self.surplus)

    @property
    def recall(self) -> float | None:
        """Share of gold claims found; None when there are none."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None when there is nothing to find and nothing was found."""
        return _share(2 * self.found, 2 * self.found + self.missed + self.surplus)

    @property
    def slots(self) -> dict[str, float]:
        """Share of fields right among matched claims."""
        return {name: self.right.get(name, 0) / asked for name, asked in sorted(self.asked.items())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One thing that went wrong.

    Attributes:
        fault: ``missed``, ``surplus``, ``invented`` or the name of a wrong field.
        weight: How bad it is: 5 an invented figure, 4 a claim too many, 3 a claim missed, 2 a wrong number or place.
        snippet: The words around both claims.
        gold_spans: Field, start and stop of the words the label quotes.
        predicted_spans: The same of the prediction's evidence.
        rule: The rule that made the prediction.
    """

    document: str
    fault: str
    weight: int
    gold: str
    predicted: str
    snippet: str = ""
    gold_spans: Spans = ()
    predicted_spans: Spans = ()
    rule: str = ""


@dataclass(slots=True)
class Scores:
    """Every slice: ``("all", "")``, ``("lang", "ru")``, ``("kind", "fire")``, ``("tag", ...)``, ``("split", ...)``.

    Attributes:
        misses: Everything that went wrong, worst first.
        confusions: How often one thing was expected in a field and another came: ``(field, expected, came)``. The field
            ``kind`` counts whole claims, missed (nothing came) or too many (nothing was expected).
    """

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    confusions: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def slice(self, axis: str = "all", name: str = "") -> Tally:
        """Return the tally of a slice, empty when nothing fell into it."""
        return self.tallies.setdefault((axis, name), Tally())


def score_documents(gold: Iterable[GoldDocument], predicted: Mapping[str, Sequence[Claim]]) -> Scores:
    """Hold predictions against gold.

    Args:
        gold: The labelled documents to score; a document without predictions counts as answered with nothing.
        predicted: Claims by document id; documents outside ``gold`` are ignored.

    Returns:
        Tallies by slice and everything that went wrong, worst first.
    """
    scores = Scores()
    for document in gold:
        _score_document(scores, document, predicted.get(document.document.id, ()))
    scores.misses.sort(key=lambda m: (-m.weight, m.document, m.fault))
    return scores


def _score_document(scores: Scores, gold: GoldDocument, claims: Sequence[Claim]) -> None:
    known = list(spread_gold(gold.claims))
    given = list(spread_claims(claims))
    pairs = align_claims(known, given)
    base = [("all", ""), ("lang", gold.document.lang.value), ("split", gold.split), *(("tag", t) for t in gold.tags)]
    matched_gold = {id(p.gold) for p in pairs}
    matched_claims = {id(p.claim) for p in pairs}
    extra = [c for c in given if id(c) not in matched_claims and c.status is ClaimStatus.CURRENT]
    lost = [g for g in known if id(g) not in matched_gold and not g.optional]
    quiet = all(g.optional or g.status is not ClaimStatus.CURRENT for g in known)
    for key in base:
        tally = scores.slice(*key)
        tally.documents += 1
        tally.quiet += quiet
        tally.kept_quiet += quiet and not extra
    for pair in pairs:
        if not pair.gold.optional:
            _count_pair(scores, [*base, ("kind", pair.gold.kind.value)], gold, pair)
    for claim in lost:
        for key in [*base, ("kind", claim.kind.value)]:
            scores.slice(*key).missed += 1
        scores.confusions["kind", *confuse_kind(claim.kind, None)] += 1
        scores.misses.append(_miss(gold, "missed", 3, claim, None))
    for extra_claim in extra:
        for key in [*base, ("kind", extra_claim.kind.value)]:
            scores.slice(*key).surplus += 1
        scores.confusions["kind", *confuse_kind(None, extra_claim.kind)] += 1
        scores.misses.append(_miss(gold, "surplus", 4, None, extra_claim))
    _count_figures(scores, base, gold, given, pairs)


def _count_pair(scores: Scores, keys: Sequence[tuple[str, str]], gold: GoldDocument, pair: Pair) -> None:
    fields = compare_fields(pair.gold, pair.claim)
    for key in keys:
        tally = scores.slice(*key)
        tally.found += 1
        for name, right in fields.items():
            tally.asked[name] = tally.asked.get(name, 0) + 1
            tally.right[name] = tally.right.get(name, 0) + right
    for name, right in fields.items():
        if not right:
            weight = 2 if name in ("count", "place", "harm", "status") else 1
            scores.confusions[name, *confuse_field(name, pair.gold, pair.claim)] += 1
            scores.misses.append(_miss(gold, name, weight, pair.gold, pair.claim))


def _count_figures(
    scores: Scores,
    keys: Sequence[tuple[str, str]],
    gold: GoldDocument,
    claims: Sequence[Claim],
    pairs: Sequence[Pair],
) -> None:
    known = {n for claim in gold.claims for n in _gold_figures(claim)}
    free_ones = {id(p.claim) for p in pairs if p.gold.count is None}
    for claim in claims:
        if claim.status is not ClaimStatus.CURRENT:
            continue
        for figure in _claim_figures(claim):
            if figure == 1 and id(claim) in free_ones:
                continue
            for key in keys:
                scores.slice(*key).figures += 1
                scores.slice(*key).invented += figure not in known
            if figure not in known:
                scores.misses.append(_miss(gold, "invented", 5, None, claim))


def _gold_figures(claim: GoldClaim) -> Iterator[int]:
    if claim.count is not None:
        yield from (claim.count.low, claim.count.stated or claim.count.low, claim.count.high or claim.count.low)
    if claim.harm is not None:
        for interval in (claim.harm.killed, claim.harm.injured, claim.harm.children):
            if interval is not None:
                yield from (interval.low, interval.low - 1, interval.high or interval.low)


def _claim_figures(claim: Claim) -> Iterator[int]:
    if claim.count is not None:
        yield claim.count.low if claim.count.stated is None else claim.count.stated
    if claim.harm is not None:
        for interval in (claim.harm.killed, claim.harm.injured, claim.harm.children):
            if interval is not None and interval.low > 0:
                yield interval.low


def _miss(document: GoldDocument, fault: str, weight: int, gold: GoldClaim | None, claim: Claim | None) -> Miss:
    labelled = () if gold is None else gold.spans
    read = () if claim is None else tuple((e.field, e.span.start, e.span.stop) for e in claim.evidence)
    return Miss(
        document=document.document.id,
        fault=fault,
        weight=weight,
        gold="" if gold is None else describe_gold(gold),
        predicted="" if claim is None else describe_claim(claim),
        snippet=cut_snippet(document.document.text, [*labelled, *read]),
        gold_spans=labelled,
        predicted_spans=read,
        rule="" if claim is None else claim.rule,
    )


def _share(part: int, whole: int) -> float | None:
    return None if whole == 0 else part / whole
