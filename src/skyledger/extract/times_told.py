"""Which time phrases of a sentence tell when something happened, and which of them comes first."""

import re
from bisect import bisect_left

from skyledger.extract.comparisons import dates_comparison
from skyledger.extract.context import says_how_often
from skyledger.extract.scene import Scene
from skyledger.extract.times_aside import dates_end, dates_words
from skyledger.model.frame import Sentence, TimePhrase

# "ограничения, введённые ночью": the time of the participle, not of what the sentence tells.
_PARTICIPLES = (
    "введенн",
    "запроваджен",
    "закрыты",
    "закриті",
    "imposed",
    "introduced",
    "published",
    "опубликован",
    "действовавш",
    "действу",
    "діяли",
    "діяв",
    "force",
    "effect",
)
# "firefighters had it out by 4 a.m.", "возгорание ликвидировано к 04:30": when it was over.
_OVER = ("extinguished", "contained", "ликвидирован", "потушен", "затушен", "ліквідован", "загас", "погас", "погаш")
_NOTICE = re.compile(
    r"\s+(?:пост|сообщени|сводк|обращени|брифинг|выпуск|допис|повідомленн|зведенн|звернен|post|report|bulletin|update|briefing|address)",
    re.IGNORECASE,
)


def happening_times(scene: Scene, sentence: Sentence, of_closure: bool = False) -> list[TimePhrase]:
    """Return the times of a sentence without those that date a report, a participle or the end of a fire.

    The participle tells of a closure or an alert itself ("опасность, введённая в 03:40, снята в 05:30").
    """
    asked = sentence.index, of_closure
    if asked not in scene.happening:
        scene.happening[asked] = _happening(scene, sentence, of_closure)
    return scene.happening[asked]


def _happening(scene: Scene, sentence: Sentence, of_closure: bool) -> list[TimePhrase]:
    here = scene.times_in(sentence)
    if not here:
        return []
    if of_closure:
        imposed = [t for t in here if _word_before(scene, t).startswith(_PARTICIPLES)]
        if imposed:
            return imposed
    times = [t for t in here if not _dates_something_else(scene, sentence, t)]
    speech = scene.reading.in_range("speech", sentence.start, sentence.stop)
    if sentence.stop - sentence.start > _ALONE and scene.reading.document.outlet.type in _PAPERS:
        times = [t for t in times if t.value != "entry"]  # "07:40 Four trains stand": when it was posted
    # the clock that opens an entry is when it was posted, where it tells what somebody says
    return [t for t in times if t.value != "entry" or (len(times) == 1 and not speech)]


_ALONE = 3  # words of a clock that stands before its entry
_PAPERS = frozenset(("news", "rewrite"))
_CLOSED = ("shut", "closed", "закрыт", "закрит", "зачинен")


def of_openings(scene: Scene, times: list[TimePhrase]) -> list[TimePhrase]:
    """Return times without those of the closing that is over: "Vnukovo, shut at 9:25, takes planes again"."""
    return [t for t in times if not _word_before(scene, t).startswith(_CLOSED)]


def _word_before(scene: Scene, time: TimePhrase) -> str:
    token = bisect_left(scene.reading.tokens.starts, time.span.start)
    return scene.reading.tokens.words[token - 1] if token else ""


def _dates_something_else(scene: Scene, sentence: Sentence, time: TimePhrase) -> bool:
    reading = scene.reading
    if dates_words(scene, sentence, time) or dates_end(scene, sentence, time):
        return True
    token = bisect_left(reading.tokens.starts, time.span.start)
    if token <= sentence.start:
        return False
    word = reading.tokens.words[token - 1]
    if word.startswith(_PARTICIPLES) or dates_comparison(reading, time):
        return True
    if time.kind == "part" and _NOTICE.match(reading.text, time.span.stop):
        return True  # "in the morning post", "в вечернем обращении"
    if time.kind == "part" and reading.at("speech", bisect_left(reading.tokens.starts, time.span.stop)) is not None:
        return bool(reading.ending("speaker", token, token))  # "Слюсарь утром отчитался"
    if time.kind in ("day", "at") and any(m.stop == token for m in reading.ending("speech", token, token)):
        return True  # "said on Friday", "як ми писали о 16:40"
    if time.kind in ("since", "night") and _is_of_work(reading.tokens.words[max(sentence.start, token - 2) : token]):
        return True  # "rescuers who have been at work since dawn", "працюють з ночі"
    if time.kind in ("part", "night") and _is_of_earlier_words(scene, sentence, token):
        return True  # "не сім, як ми писали вночі"
    if time.kind in ("week", "month", "past", "past_day", "days") and says_how_often(reading, token):
        return True  # "the third this week"
    if time.kind != "at":
        return False
    before = reading.tokens.words[max(sentence.start, token - 2) : token]
    return any(w == "out" or w.startswith(_OVER) for w in before)


_AT_WORK = (
    "work",
    "busy",
    "dig",
    "работа",
    "труд",
    "разбира",
    "тушат",
    "борются",
    "працю",
    "розбира",
    "гасять",
    "toil",
)


def _is_of_work(words: list[str]) -> bool:
    """Tell whether crews are at work in the words right before a time."""
    return any(w.startswith(_AT_WORK) for w in words)


_AS = frozenset(("as", "than", "как", "чем", "як", "ніж", "which", "что", "що"))
_US = frozenset(("we", "ми", "мы", "i", "я", "us"))


def _is_of_earlier_words(scene: Scene, sentence: Sentence, token: int) -> bool:
    """Tell whether a time is when the writer said something else before: "nine, not ten as we wrote this morning"."""
    speech = next((m for m in scene.reading.ending("speech", token, token)), None)
    if speech is None:
        return False
    before = scene.reading.tokens.words[max(sentence.start, speech.start - 3) : speech.start]
    return not _US.isdisjoint(before) and not _AS.isdisjoint(before)


def best_time(times: list[TimePhrase]) -> TimePhrase:
    """Return the time that says most: hours before parts of the day before days."""
    order = (
        "range",
        "night_since",
        "since",
        "at",
        "ago",
        "night",
        "part",
        "hours",
        "since_midnight",
        "past_day",
        "day",
        "days",
        "week",
        "month",
        "past",
    )
    return min(times, key=lambda t: (t.value in ("by", "by part", "until"), order.index(t.kind)))
