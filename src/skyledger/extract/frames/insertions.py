"""Words between a subject and its verb: "його напарник, на жаль, не вижив", "раненых, по данным врачей, трое"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.reading import Reading

_LONGEST = 7  # words
_INSERTED = frozenset(
    (
        "жаль нажаль сожалению прискорбию увы счастью щастя sadly alas unfortunately tragically mercifully luckily "
        "словам словами данным данными даними сведениям сообщению повідомленням информации інформації "
        "предварительно попередньо уточненным уточненными уточненими уточненої according reportedly "
        "вероятно ймовірно похоже схоже говорят кажуть пишут пишуть подсчетам підрахунками оценке оценкам оцінками"
    ).split()
)


def is_inserted(reading: Reading, chunks: list[Chunk], at: int) -> bool:
    """Tell whether a chunk between two commas only gives a source, a hedge or a feeling."""
    chunk = chunks[at]
    closed = at + 1 < len(chunks) and chunks[at + 1].opener == ","
    if chunk.opener != "," or not closed or chunk.triggers or chunk.quantities or chunk.stop - chunk.start > _LONGEST:
        return False
    return not _INSERTED.isdisjoint(reading.tokens.words[chunk.start : chunk.stop])
