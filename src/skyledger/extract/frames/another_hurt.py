"""One more of those just told of, in English: "killed one woman and wounded another", "another was hurt"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.people import is_person
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention
from skyledger.model.text import Span

_AUXILIARY = frozenset("was is has had been being got also later then".split())
_REACH = 4  # words between who and the word of harm
_SUFFERS = frozenset("was is died dies perished succumbed suffered sustained received got remains lies".split())
_OTHERS = frozenset(("another", "other", "second", "third"))


def another_of(scene: Scene, chunks: list[Chunk], index: int, trigger: Mention) -> Span | None:
    """Return the words of one more person whom a word of harm is said of, where people were counted before."""
    reading, words = scene.reading, scene.reading.tokens.words
    if trigger.lang != "en" or _OTHERS.isdisjoint(words[max(0, trigger.start - _REACH) : trigger.stop + 1]):
        return None
    here = reading.sentence_of(trigger.start)
    first = reading.sentences[max(0, here.index - 1)].start
    if not any(map(is_person, scene.quantities_in(first, trigger.start))):
        return None
    behind = trigger.stop
    if words[behind : behind + 1] == ["another"]:
        ends = behind + 1 >= len(words) or reading.parted(behind, behind + 1, ALL_MARKS)
        joined = words[behind + 1 : behind + 2] in (["in"], ["at"], ["and"], ["when"])
        return reading.span(behind, behind + 1) if ends or joined else None
    at = trigger.start - 1
    while at > chunks[index].start and words[at] in _AUXILIARY:
        at -= 1
    if at == trigger.start - 1 and words[trigger.start] not in _SUFFERS:
        return None  # "another killed two dogs"
    opens = at - chunks[index].start <= 2 and words[at] in _OTHERS
    return reading.span(at, at + 1) if opens and (words[at] == "another" or words[at - 1] in ("a", "the")) else None
