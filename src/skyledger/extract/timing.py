"""Give a frame its time: that of its sentence, else the window the text is about."""

from skyledger.extract.context import is_past
from skyledger.extract.scene import Scene
from skyledger.extract.times_told import best_time, happening_times
from skyledger.extract.topic import Topic
from skyledger.model.frame import Frame, Sentence, TimePhrase
from skyledger.model.kinds import ClaimStatus, Kind


def time_in_context(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame) -> None:
    """Give a frame the time of its sentence, else the window the text is about; a past time makes it background."""
    times = scene.times_in(sentence)
    past = is_past(scene.reading, sentence, times)
    if past is not None:
        frame.status = ClaimStatus.BACKGROUND
    elif _says_earlier(scene, sentence) or any(
        t.value == "earlier" and t.start < frame.token
        for t in scene.reading.in_range("trap", sentence.start, sentence.stop)
    ):
        frame.status = ClaimStatus.SUPERSEDED
    leans = frame.inherited_place and frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)
    if past is None and not times and not leans and topic.past_regions & topic.regions(frame.place):
        frame.status, frame.time = ClaimStatus.BACKGROUND, topic.past_time  # goes on about what happened before
        return
    told = happening_times(scene, sentence)
    own = [t for t in told if t.kind not in ("past",)] or told
    if own:
        frame.time = _nearest_time(scene, frame, own)
    elif topic.time is not None and frame.status is ClaimStatus.CURRENT:
        frame.time = topic.time
    if frame.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.ALERT) and not own:
        frame.time = None


def _says_earlier(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence repeats what was said before: "Ранее Гладков сообщал о двух погибших"."""
    first = scene.reading.tokens.words[sentence.start]
    return first in ("ранее", "раніше", "earlier", "previously") and bool(
        scene.reading.in_range("speech", sentence.start, sentence.stop)
    )


def _nearest_time(scene: Scene, frame: Frame, times: list[TimePhrase]) -> TimePhrase:
    """Return the time phrase that belongs to a frame: windows before points for counts, the nearest for events."""
    if frame.kind in (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.ALERT):

        def far(t: TimePhrase) -> int:
            return max(frame.trigger.start - t.span.stop, t.span.start - frame.trigger.stop)

        clauses = [
            t
            for t in times
            if not set(",;").intersection(
                scene.reading.text[min(t.span.stop, frame.trigger.stop) : max(t.span.start, frame.trigger.start)]
            )
        ]
        return min(clauses or times, key=far)
    return best_time(times)
