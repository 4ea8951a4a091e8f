"""Closures told to hold still: "at 11:50; it is still in force", "закрыт в 13:50, ограничения пока не сняты"."""

from dataclasses import replace

from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Sentence, TimePhrase
from skyledger.model.kinds import Kind

_STILL = frozenset(
    "still yet досі доси пока поки ещё еще ще остаётся остается остаются залишається remains remain".split()
)
_SO = (
    *("closed", "shut", "force", "effect", "place", "lifted", "reopen", "grounded", "suspended", "off", "waiting"),
    *("действ", "закры", "снят", "отмен", "откры", "ждут", "ждет", "ждёт", "ограничен", "принима", "введен"),
    *("діє", "діють", "закри", "знят", "скасов", "відкри", "чека", "обмежен", "зачинен", "прийма"),
)
_NOT = frozenset("not no нет не нема немає yet".split())
_DENIED = ("lifted", "reopen", "снят", "отмен", "откры", "принима", "знят", "скасов", "відкри", "прийма")
_OTHERS = frozenset("rest others остальные остальных решта інші".split())
_WAIT = ("wait", "ждут", "ждет", "ждёт", "чека", "закры", "закри", "shut", "closed")
_REACH = 4
_UNDATED = (0, 0, None)


def until_further_notice(scene: Scene, sentence: Sentence, frame: Frame, time: TimePhrase) -> TimePhrase:
    """Return the hour of a closure as its beginning, with no end, where the text says that it still holds.

    Args:
        scene: The document.
        sentence: The one of the closure.
        frame: A frame with a time.
        time: Its time.
    """
    if frame.kind is not Kind.AIRSPACE_CLOSURE or time.kind != "at" or time.value:
        return time
    reading = scene.reading
    following = reading.sentences[sentence.index + 1 : sentence.index + 3]
    stop = following[-1].stop if following else sentence.stop
    holds = any(_holds(reading.tokens.words, n, stop) for n in range(frame.token + 1, stop))
    if not holds:
        return time
    return replace(time, kind="since", dates=time.dates or (_UNDATED,))


def _holds(words: list[str], n: int, stop: int) -> bool:
    """Tell whether words say that something is shut to this hour, or that the rest of a list is."""
    behind = words[n + 1 : min(n + 1 + _REACH, stop)]
    if words[n] in _OTHERS:
        return any(w.startswith(_WAIT) for w in behind)
    if words[n] not in _STILL or not any(w.startswith(_SO) for w in behind):
        return False
    denied = not _NOT.isdisjoint((*behind, words[n]))
    return denied or not any(w.startswith(_DENIED) for w in behind)
