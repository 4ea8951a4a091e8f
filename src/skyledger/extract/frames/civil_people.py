"""Who was moved or saved in English: the whole before its part, families and households."""

from skyledger.extract.frames.clause import Clause
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.model.frame import Quantity


def wholes_of(clause: Clause, people: list[Quantity]) -> list[Quantity]:
    """Return those of whom people are a part: "400 people, including 57 children, were taken out"."""
    if not people or not _is_part(clause, people[0]):
        return people
    for chunk in reversed(clause.chunks[: clause.index + 1]):
        told = [q for q in chunk.quantities if is_of(q, PEOPLE) and q.count is not None and q.start < people[0].start]
        whole = [q for q in told if not _is_part(clause, q)]
        if whole and not chunk.triggers:
            return whole[-1:]
    return people


def _is_part(clause: Clause, quantity: Quantity) -> bool:
    before = clause.reading.tokens.words[quantity.start - 1] if quantity.start else ""
    return clause.trigger.lang == "en" and (quantity.subset or before in ("including", "among"))


def families_of(clause: Clause) -> list[Quantity]:
    """Return families or households that had to leave: "four families were asked to leave"."""
    if clause.trigger.value != "evacuation" or clause.trigger.lang != "en":
        return []
    words = clause.reading.tokens.words
    counted = [q for q in clause.chunk.quantities if q.count is not None and q.noun is not None]
    return [q for q in counted if q.noun is not None and words[q.noun.start].startswith(("famil", "household"))]
