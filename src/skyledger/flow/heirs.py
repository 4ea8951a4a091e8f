"""Which claim carries on another that is no more: the same words of the same text, read anew or edited around."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from skyledger.model import Claim
from skyledger.packs.normalise import normalise_surface


def find_heirs(gone: Iterable[Claim], fresh: Iterable[Claim]) -> Mapping[str, str]:
    """Pair claims that are no more with claims that were not there before.

    Two are a pair when they stand in one document, are of one kind and have a trigger word in common; of several the
    one with the same place, then the one whose trigger stands nearest in the text.

    Args:
        gone: Claims that stood.
        fresh: Claims that stand now and did not stand.

    Returns:
        The new claim's id by the old one's; each new claim carries on one old claim at most.
    """
    by_text: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in fresh:
        by_text[(claim.document_id, claim.kind.value)].append(claim)
    pairs: list[tuple[bool, int, str, str]] = []
    for old in gone:
        for new in by_text.get((old.document_id, old.kind.value), ()):
            if not trigger_words(old).isdisjoint(trigger_words(new)):
                moved = abs(_start(old) - _start(new))
                pairs.append((_place(old) != _place(new), moved, old.id, new.id))
    found: dict[str, str] = {}
    for _, _, one, two in sorted(pairs):
        if one not in found and two not in found.values():
            found[one] = two
    return found


def gone_and_fresh(old: Iterable[Claim], new: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Return the claims of ``old`` that are not in ``new``, and the other way round."""
    before, after = {claim.id: claim for claim in old}, {claim.id: claim for claim in new}
    return (
        tuple(before[id] for id in sorted(before.keys() - after.keys())),
        tuple(after[id] for id in sorted(after.keys() - before.keys())),
    )


def trigger_words(claim: Claim) -> frozenset[str]:
    """Return the folded words of a claim's trigger, or of all its evidence when it has no trigger."""
    said = [e.text for e in claim.evidence if e.field == "trigger"] or [e.text for e in claim.evidence]
    return frozenset(word for text in said for word in normalise_surface(text).split())


def _start(claim: Claim) -> int:
    return min((e.span.start for e in claim.evidence if e.field == "trigger"), default=0)


def _place(claim: Claim) -> str:
    return "" if claim.place is None else claim.place.id
