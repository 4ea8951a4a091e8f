"""Which time phrases of a sentence tell when something happened, and which of them comes first."""

from bisect import bisect_left

from skyledger.extract.scene import Scene
from skyledger.model.frame import Sentence, TimePhrase

# "ограничения, введённые ночью": the time of the participle, not of what the sentence tells.
_PARTICIPLES = ("введенн", "запроваджен", "закрыты", "закритi", "imposed", "introduced", "published", "опубликован")
# "firefighters had it out by 4 a.m.", "возгорание ликвидировано к 04:30": when it was over.
_OVER = ("extinguished", "contained", "ликвидирован", "потушен", "затушен", "ліквідован", "загас", "погас", "погаш")


def happening_times(scene: Scene, sentence: Sentence) -> list[TimePhrase]:
    """Return the times of a sentence without those that date a report, a participle or the end of a fire."""
    here = scene.times_in(sentence)
    if not here:
        return []
    times = [t for t in here if not _dates_something_else(scene, sentence, t)]
    speech = scene.reading.in_range("speech", sentence.start, sentence.stop)
    # the clock that opens an entry is when it was posted, where it tells what somebody says
    return [t for t in times if t.value != "entry" or (len(times) == 1 and not speech)]


def _dates_something_else(scene: Scene, sentence: Sentence, time: TimePhrase) -> bool:
    reading = scene.reading
    token = bisect_left(reading.tokens.starts, time.span.start)
    if token <= sentence.start:
        return False
    word = reading.tokens.words[token - 1]
    if word.startswith(_PARTICIPLES):
        return True
    if time.kind == "day" and any(m.stop == token for m in reading.ending("speech", token, token)):
        return True  # "said on Friday"
    if time.kind != "at":
        return False
    before = reading.tokens.words[max(sentence.start, token - 2) : token]
    return any(w == "out" or w.startswith(_OVER) for w in before)


def best_time(times: list[TimePhrase]) -> TimePhrase:
    """Return the time that says most: hours before parts of the day before days."""
    order = (
        "range",
        "night_since",
        "since",
        "at",
        "night",
        "part",
        "hours",
        "since_midnight",
        "past_day",
        "day",
        "week",
        "month",
        "past",
    )
    return min(times, key=lambda t: order.index(t.kind))
