"""Holding incidents and origins against scenarios: pairs of claims, pairs of texts, what stands, how totals stand.

Two claims of a scenario are a pair that belongs together or apart; so are two texts behind an incident.
Precision and recall are over the pairs that belong together: a rewrite taken for a second origin costs recall, two
speakers taken for one cost precision. A claim that was not extracted belongs to no incident and costs recall.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from skyledger.evaluate.scenarios import ClaimRef, ExpectedIncident, Scenario
from skyledger.model import Claim, Incident

_STALE_WORDS = "kept with the first night"


@dataclass(slots=True, kw_only=True)
class PairTally:
    """Pairs found to belong together rightly, wrongly, and missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the pairs put together that belong together; None when there are none."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """Share of the pairs that belong together that were put together; None when there are none."""
        return _share(self.found, self.found + self.missed)

    def add(self, *, expected: bool, came: bool) -> None:
        """Count one pair."""
        self.found += expected and came
        self.wrong += came and not expected
        self.missed += expected and not came


@dataclass(slots=True, kw_only=True)
class ScenarioScore:
    """What came out right and wrong in one scenario, or in several.

    Attributes:
        incidents: Pairs of claims.
        origins: Pairs of texts inside an expected incident.
        checks: How often each other expectation was asked and how often it held.
        faults: One line for each thing that is wrong.
    """

    incidents: PairTally = field(default_factory=PairTally)
    origins: PairTally = field(default_factory=PairTally)
    asked: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def check(self, what: str, expected: object, came: object, where: str) -> None:
        """Count one expectation."""
        self.asked[what] += 1
        self.held[what] += expected == came
        if expected != came:
            self.faults.append(f"{where}: {what}: expected {expected}, came {came}")

    def plus(self, other: "ScenarioScore") -> "ScenarioScore":
        """Return both together."""
        return ScenarioScore(
            incidents=_sum(self.incidents, other.incidents),
            origins=_sum(self.origins, other.origins),
            asked=self.asked + other.asked,
            held=self.held + other.held,
            faults=self.faults + other.faults,
        )


def _sum(one: PairTally, two: PairTally) -> PairTally:
    return PairTally(found=one.found + two.found, wrong=one.wrong + two.wrong, missed=one.missed + two.missed)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score_scenario(scenario: Scenario, claims: Sequence[Claim], incidents: Sequence[Incident]) -> ScenarioScore:
    """Hold what was made of a scenario's texts against what a careful reader makes of them.

    Args:
        scenario: Texts and expectations.
        claims: Every claim made of its texts.
        incidents: The incidents made of those claims.

    Returns:
        Pairs, checks and faults.
    """
    score = ScenarioScore()
    chosen: dict[ClaimRef, Claim | None] = {}
    home = {claim: incident for incident in incidents for claim in incident.claims}
    for expected in scenario.incidents:
        for ref in expected.claims:
            chosen[ref] = claim = find_claim(ref, claims)
            score.check("extracted", True, claim is not None, f"{scenario.id}: {ref.document}: {ref.words}")
    _score_pairs(scenario, chosen, home, score)
    for expected in scenario.incidents:
        found = [home[c.id] for ref in expected.claims if (c := chosen[ref]) is not None and c.id in home]
        if found:
            incident = Counter(i.id for i in found).most_common(1)[0][0]
            _score_incident(scenario.id, expected, next(i for i in found if i.id == incident), score)
    _score_totals(scenario, claims, incidents, score)
    return score


def find_claim(ref: ClaimRef, claims: Iterable[Claim]) -> Claim | None:
    """Return the claim that rests on the words: by number first, then harm, then trigger; None when there is none."""
    for names in (("count",), ("harm", "killed", "injured"), ("trigger",), ("detail", "object")):
        found = [
            c
            for c in claims
            if c.document_id == ref.document
            and (ref.kind is None or c.kind is ref.kind)
            and any(
                e.field.startswith(names) and e.span.start < ref.stop and ref.start < e.span.stop for e in c.evidence
            )
        ]
        if found:
            return found[0]
    return None


def _score_pairs(
    scenario: Scenario, chosen: Mapping[ClaimRef, Claim | None], home: Mapping[str, Incident], score: ScenarioScore
) -> None:
    belongs = [(ref, e.name) for e in scenario.incidents for ref in e.claims]
    for (one, first), (two, second) in combinations(belongs, 2):
        a, b = chosen[one], chosen[two]
        if a is not None and b is not None and a.id == b.id:
            continue  # one claim said in two ways
        together = a is not None and b is not None and a.id in home and home[a.id] is home.get(b.id)
        score.incidents.add(expected=first == second, came=together)
        if together != (first == second):
            said = "apart" if first == second else "together"
            score.faults.append(
                f"{scenario.id}: incident: {one.document}: {one.words} | {two.document}: {two.words} came {said}"
            )


def _score_incident(where: str, expected: ExpectedIncident, came: Incident, score: ScenarioScore) -> None:
    place = f"{where}: {expected.name}"
    _score_origins(place, expected, came, score)
    if expected.kind is not None:
        score.check("kind", expected.kind.value, came.kind.value, place)
    if expected.status is not None:
        score.check("status", expected.status.value, came.status.value, place)
    if expected.sides is not None:
        score.check("sides", expected.sides, came.sides, place)
    by_field = {f.field: f for f in reversed(came.findings)}
    for name, interval in expected.findings.items():
        finding = by_field.get(name)
        score.check("finding", (name, interval), (name, None if finding is None else finding.interval), place)
    for name, values in expected.versions.items():
        finding = by_field.get(name)
        lows = () if finding is None else tuple(v.interval.low for v in finding.versions if v.interval is not None)
        score.check("versions", values, lows, place)
    for document in sorted(expected.unmeasured):
        origin = next((o for o in came.origins if document in o.documents), None)
        score.check("unmeasured", True, origin is not None and not origin.measured, f"{place}: {document}")
    for document in sorted(expected.stale):
        origin = next((o for o in came.origins if document in o.documents), None)
        score.check("stale", True, origin is not None and _STALE_WORDS in origin.reason, f"{place}: {document}")


def _score_origins(where: str, expected: ExpectedIncident, came: Incident, score: ScenarioScore) -> None:
    if not expected.origins:
        return
    for one, two in combinations(sorted(set().union(*expected.origins)), 2):
        belongs = any({one, two} <= set(o) for o in expected.origins)  # one text may hold the words of two speakers
        together = any({one, two} <= set(o.documents) for o in came.origins)
        score.origins.add(expected=belongs, came=together)
        if together != belongs:
            score.faults.append(f"{where}: origin: {one} | {two} came {'together' if together else 'apart'}")
    score.check("origins counted", len(expected.origins), len(came.origins), where)


def _score_totals(
    scenario: Scenario, claims: Sequence[Claim], incidents: Sequence[Incident], score: ScenarioScore
) -> None:
    checks = {t.tally: t for incident in incidents for t in incident.totals}
    for expected in scenario.totals:
        claim = find_claim(expected.claim, claims)
        check = None if claim is None else checks.get(claim.id)
        where = f"{scenario.id}: {expected.claim.document}: {expected.claim.words}"
        score.check("total", expected.verdict.value, None if check is None else check.verdict.value, where)
        if expected.residual is not None:
            score.check("residual", expected.residual, None if check is None else check.residual, where)
