"""Scoring what was read in labelled rows of real texts: pairs by kind, fate, numbers and region."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from skyledger.evaluate.labels import ONE_REGION, LabelClaim, LabelRow, RowKey
from skyledger.model import Claim, ClaimStatus, Fate, Harm, Kind, Modality, Place, PlaceKind

NO_REGIONS: Mapping[str, str] = {}
# Kinds that a live course or threat may yield at most: never a false alarm in a row marked live.
LIVE_KINDS = {Kind.SIGHTING, Kind.ALERT}
HARM_KINDS = {Kind.CASUALTIES, Kind.NO_CASUALTIES}
# A number is the claim: without it the prediction is another claim. One object is often left unsaid.
FIGURE_KINDS = {Kind.INTERCEPTION, Kind.ATTACK}
# An attack without a fate in the text may be read as an impact or as a launch.
UNSAID_FATES: dict[Kind, set[Fate | None]] = {
    Kind.ATTACK: {None, Fate.HIT, Fate.LAUNCHED},
    Kind.SIGHTING: {None, Fate.AIRBORNE},
    Kind.ALERT: {None, Fate.DECLARED, Fate.LIFTED},
    Kind.INTERCEPTION: {None, Fate.DOWNED, Fate.SUPPRESSED, Fate.LOST},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """How one row was read.

    Attributes:
        found: Required labels that were answered.
        placed: Of these, the answers that name the region themselves.
        missed: Required labels without an answer.
        surplus: Current predictions that no label allows: false alarms.
        repeats: Current predictions that say a second time what an answered label says.
        live: Sightings and alerts in a live row; they are neither right nor wrong.
        current: Current predictions in all, but for sightings and alerts.
    """

    label: LabelRow
    found: int
    placed: int
    missed: tuple[LabelClaim, ...]
    surplus: tuple[Claim, ...]
    repeats: int
    live: int
    current: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelScores:
    """The rows of one file together."""

    outcomes: tuple[RowOutcome, ...]

    @property
    def found(self) -> int:
        """Required labels that were answered."""
        return sum(o.found for o in self.outcomes)

    @property
    def missed(self) -> int:
        """Required labels without an answer."""
        return sum(len(o.missed) for o in self.outcomes)

    @property
    def surplus(self) -> int:
        """False alarms."""
        return sum(len(o.surplus) for o in self.outcomes)

    @property
    def precision(self) -> float | None:
        """Answers among answers and false alarms; None where there is neither."""
        return _share(self.found, self.found + self.surplus)

    @property
    def recall(self) -> float | None:
        """Labels answered among those required; None where none is."""
        return _share(self.found, self.found + self.missed)

    @property
    def empty(self) -> tuple[RowOutcome, ...]:
        """Rows that report nothing, not even optionally."""
        return tuple(o for o in self.outcomes if not o.label.claims)

    @property
    def false_alarm_rate(self) -> float | None:
        """Share of the empty rows in which something was claimed."""
        return _share(sum(bool(o.surplus) for o in self.empty), len(self.empty))

    def relevance(self) -> tuple[int, int, int, int]:
        """Return rows read as news of an attack: rightly, wrongly, overlooked, rightly left."""
        judged = [(o.label.relevant, o.current > 0) for o in self.outcomes]
        seen, wrongly_seen = judged.count((True, True)), judged.count((False, True))
        return seen, wrongly_seen, judged.count((True, False)), judged.count((False, False))

    def worst(self, number: int) -> tuple[RowOutcome, ...]:
        """Return the rows with most errors, a false alarm weighing twice a miss."""
        wrong = [o for o in self.outcomes if o.surplus or o.missed]
        return tuple(sorted(wrong, key=lambda o: (-2 * len(o.surplus) - len(o.missed), o.label.key))[:number])


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score_labels(
    labels: Iterable[LabelRow],
    predictions: Mapping[RowKey, Sequence[Claim]],
    regions: Mapping[str, str] = NO_REGIONS,
) -> dict[str, LabelScores]:
    """Score what was read in labelled rows.

    A label and a prediction may be paired when kind and fate are the same (an unsaid fate stands for its usual ones),
    the number ranges overlap and one region is shared; a prediction without a place names none that is wrong. Uncounted
    claims over several regions are compared a region at a time on both sides.

    Args:
        labels: Rows as loaded.
        predictions: Claims of each row; a row that is absent was read as saying nothing.
        regions: Region of a place id, for the members of predicted lists.

    Returns:
        Scores by file.
    """
    outcomes: dict[str, list[RowOutcome]] = {}
    for label in labels:
        outcome = _score_row(label, predictions.get(label.key, ()), regions)
        outcomes.setdefault(label.file, []).append(outcome)
    return {file: LabelScores(outcomes=tuple(rows)) for file, rows in outcomes.items()}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A prediction with the regions it lies in."""

    claim: Claim
    regions: frozenset[str]


def _score_row(row: LabelRow, claims: Sequence[Claim], regions: Mapping[str, str]) -> RowOutcome:
    labels = [part for label in row.claims for part in _spread_label(label)]
    readings = [part for claim in claims for part in _spread_claim(claim, regions)]
    pairs = _pair(labels, readings)
    free = [r for j, r in enumerate(readings) if j not in pairs.values() and r.claim.status is ClaimStatus.CURRENT]
    live = [r for r in free if row.live and r.claim.kind in LIVE_KINDS]
    repeats = [r for r in free if r not in live and any(_may_pair(labels[i], r) for i in pairs)]
    required = [i for i in pairs if not labels[i].optional]
    return RowOutcome(
        label=row,
        found=len(required),
        placed=sum(_is_placed(labels[i], readings[pairs[i]]) for i in required),
        missed=tuple(g for i, g in enumerate(labels) if i not in pairs and not g.optional),
        surplus=tuple(r.claim for r in free if r not in live and r not in repeats),
        repeats=len(repeats),
        live=len(live),
        current=sum(c.status is ClaimStatus.CURRENT and c.kind not in LIVE_KINDS for c in claims),
    )


def _spread_label(label: LabelClaim) -> Iterator[LabelClaim]:
    if label.count is not None or label.harm is not None or len(label.regions) < 2:
        yield label
    else:
        yield from (replace(label, regions=frozenset({region})) for region in sorted(label.regions))


def _spread_claim(claim: Claim, regions: Mapping[str, str]) -> Iterator[_Reading]:
    found = frozenset(ONE_REGION.get(r, r) for r in _claim_regions(claim.place, regions))
    if claim.count is not None or claim.harm is not None or len(found) < 2:
        yield _Reading(claim, found)
    else:
        yield from (_Reading(claim, frozenset({region})) for region in sorted(found))


def _claim_regions(place: Place | None, regions: Mapping[str, str]) -> Iterator[str]:
    if place is None:
        return
    if place.kind is PlaceKind.LIST:
        yield from (regions.get(part, part) for part in place.parts)
    elif place.region is not None:
        yield place.region
    else:
        yield regions.get(place.id, place.id)


def _pair(labels: Sequence[LabelClaim], readings: Sequence[_Reading]) -> dict[int, int]:
    """Return label index to reading index, one to one, required labels and the best agreement first."""
    candidates = [
        (_likeness(label, reading), -i, -j)
        for i, label in enumerate(labels)
        for j, reading in enumerate(readings)
        if _may_pair(label, reading)
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _may_pair(label: LabelClaim, reading: _Reading) -> bool:
    claim = reading.claim
    return (
        label.kind is claim.kind
        and _fates_agree(label, claim)
        and claim.modality is not Modality.DENIED
        and _numbers_agree(label, claim)
        and _places_agree(label, reading)
        and (not label.optional or label.status is claim.status)
    )


def _fates_agree(label: LabelClaim, claim: Claim) -> bool:
    unsaid = UNSAID_FATES.get(label.kind, {None})
    if label.fate is None:
        return claim.fate in unsaid
    return label.fate is claim.fate or (label.fate is Fate.HIT and claim.fate is None)


def _numbers_agree(label: LabelClaim, claim: Claim) -> bool:
    if label.kind in HARM_KINDS:
        return _harms_agree(label.harm, claim.harm)
    given = None if claim.count is None else claim.count.interval
    if label.any_count or (label.count is None and label.kind not in FIGURE_KINDS):
        return True
    if label.count is not None and given is not None:
        return label.count.overlaps(given)
    one = label.count or given
    return one is None or (one.low, one.high) == (1, 1)


def _harms_agree(label: Harm | None, given: Harm | None) -> bool:
    if label is None or given is None:
        return label is given
    both = [(label.killed, given.killed), (label.injured, given.injured)]
    shared = [(a, b) for a, b in both if a is not None and b is not None]
    return bool(shared) and all(a.overlaps(b) for a, b in shared)


def _places_agree(label: LabelClaim, reading: _Reading) -> bool:
    if label.anywhere or not reading.regions:
        return True
    countries = {region[:2] for region in label.regions if "-" in region}
    return bool(reading.regions & (label.regions | countries))


def _is_placed(label: LabelClaim, reading: _Reading) -> bool:
    return label.anywhere or not label.regions or bool(reading.regions & label.regions)


def _likeness(label: LabelClaim, reading: _Reading) -> int:
    exact = label.count is not None and reading.claim.count is not None and label.count == reading.claim.count.interval
    same = label.object is not None and label.object is reading.claim.object
    return 8 * (not label.optional) + 4 * exact + 2 * _is_placed(label, reading) + same
