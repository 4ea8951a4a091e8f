"""Give a frame its time: that of its sentence, else the window the text is about."""

from bisect import bisect_left
from dataclasses import replace
from datetime import datetime, timedelta

from skyledger.extract.context import is_past
from skyledger.extract.scene import Scene
from skyledger.extract.still_shut import until_further_notice
from skyledger.extract.superseded import is_outdated
from skyledger.extract.time_carried import counts_flights, may_carry, without_hours
from skyledger.extract.times_aside import begins_alert, of_airport, without_alerts, without_asides
from skyledger.extract.times_told import best_time, happening_times, of_openings
from skyledger.extract.topic import Topic
from skyledger.extract.words import NOW_WORDS
from skyledger.model.frame import Frame, Sentence, TimePhrase
from skyledger.model.kinds import ClaimStatus, Fate, Kind, PlaceKind

# What begins or ends at an hour of its own, which no window of the text stands in for.
_POINTED = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.ALERT)

# What lasts until an hour; what is counted does not.
_LASTING = (*_POINTED, Kind.POWER_OUTAGE, Kind.OTHER_EFFECT)

# What is so when the text is written: delays, lessons, the network; the hour of the strike is not theirs.
_STATES = ("flights", "internet", "schools")


_OF_A_WEEK = 300  # more than most nights have seen


def _sums_a_week(scene: Scene, sentence: Sentence, times: list[TimePhrase]) -> TimePhrase | None:
    """Return the week or the month whose figures a sentence sums up: "Цього тижня застосовано понад 1 450 дронів"."""
    week = next((t for t in times if t.kind in ("week", "month")), None) if times else None
    if week is None or any(t.kind not in ("week", "month") for t in times):
        return None
    counted = scene.quantities_in(sentence.start, sentence.stop)
    flying = [q for q in counted if q.noun is not None and q.noun.category == "object" and q.count is not None]
    return week if any(q.count is not None and q.count.low >= _OF_A_WEEK for q in flying) else None


def time_in_context(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame) -> None:
    """Give a frame the time of its sentence, else the window the text is about; a past time makes it background."""
    times = scene.times_in(sentence)
    past = is_past(scene.reading, sentence, times) or _sums_a_week(scene, sentence, times)
    if past is not None:
        frame.status = ClaimStatus.BACKGROUND
    elif is_outdated(scene, sentence, frame) and not _tells_of_now(scene, frame):
        frame.status = ClaimStatus.SUPERSEDED
    leans = frame.inherited_place and frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)
    if past is None and not times and not leans and topic.past_regions & topic.regions(frame.place):
        frame.status, frame.time = ClaimStatus.BACKGROUND, topic.past_time  # goes on about what happened before
        return
    begins = frame.kind is Kind.AIRSPACE_CLOSURE or (frame.kind is Kind.ALERT and frame.fate is Fate.DECLARED)
    told = happening_times(scene, sentence, begins)
    own = _own_times(scene, topic, sentence, frame, [t for t in told if t.kind != "past"] or told) if told else []
    if frame.detail == "schools" and (today := [t for t in own if t.kind == "day"]):
        own = today  # "Because of last night's strike schools stay shut today"
    if own and frame.kind is Kind.POWER_OUTAGE and _is_this_morning(own) and topic.time is not None:
        own = [topic.time]  # "consumers are cut off this morning": when it is told, not when it happened
    if own and topic.time is not None and _is_today_of_another(scene, frame, own):
        own = [topic.time]
    if own:
        frame.time = _as_of_entry(frame, _nearest_time(scene, frame, own), [*times, topic.time])
        frame.time = until_further_notice(scene, sentence, frame, frame.time)
    elif frame.status is ClaimStatus.CURRENT:
        stays = frame.detail in _STATES
        frame.time = (topic.air_time if counts_flights(frame) else None) or (None if stays else topic.time)
        if frame.time is not None and not may_carry(scene.reading, frame.time, topic.time_places, frame):
            frame.time = None
        if frame.time is not None and frame.time.kind == "at" and (_is_swarm(frame) or _is_of_country(scene, frame)):
            frame.time = None  # no hour of one strike is that of the night's whole figure
    if frame.kind in _POINTED and not own:
        frame.time = None


_NOW_REACH = 3  # words of "тепер їх уже 14"


def _tells_of_now(scene: Scene, frame: Frame) -> bool:
    """Tell whether all figures of a toll are said to be of now, whatever the sentence recalls: "тепер їх 14"."""
    tokens = scene.reading.tokens
    starts = [bisect_left(tokens.starts, s.start) for s in frame.harm_spans]
    return bool(starts) and all(NOW_WORDS.intersection(tokens.words[max(0, n - _NOW_REACH) : n]) for n in starts)


def _own_times(scene: Scene, topic: Topic, sentence: Sentence, frame: Frame, own: list[TimePhrase]) -> list[TimePhrase]:
    """Return the times of a sentence that may be its frame's: what is counted is not so until or by an hour."""
    flying = frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)
    beside = any(t.value not in ("by", "by part") for t in own)  # "К 8:40 потушили склад, куда ночью упал дрон"
    if frame.kind not in _POINTED and (topic.time is not None or not flying or beside):
        own = [t for t in own if t.value not in ("by", "by part")]  # "by 9 a.m. 141 were downed" of the night spoken of
    if frame.kind not in _LASTING:
        own = [t for t in own if t.value != "until"]  # "landings were put off until ten"
    if counts_flights(frame):
        own = without_hours(own)
    if frame.kind is not Kind.ALERT:
        own = without_alerts(scene, sentence, own)
    if frame.kind not in _POINTED and not counts_flights(frame):
        own = without_asides(scene, sentence, frame, own)
    if frame.kind is Kind.AIRSPACE_REOPENING:
        own = of_openings(scene, own)
    if own and frame.kind in _POINTED:
        own = _of_the_hour(scene, sentence, frame, own)
        own = [t for t in own if not _is_of_rival(scene, sentence, frame, t)]
    return own


_TODAY = frozenset(("сегодня", "сьогодні", "today"))


def _is_today_of_another(scene: Scene, frame: Frame, times: list[TimePhrase]) -> bool:
    """Tell whether "today" behind a comma dates what another clause tells: "windows broke, no lessons today"."""
    if frame.kind not in _OF_STRIKES or len(times) != 1 or times[0].kind != "day" or times[0].value not in _TODAY:
        return False
    return "," in scene.reading.text[frame.trigger.stop : times[0].span.start]


_SWARM = 30  # more than come in one minute


def _is_swarm(frame: Frame) -> bool:
    """Tell whether a count is that of a night: "598 drones were used", told behind one missile at 3:12."""
    flying = frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)
    return flying and frame.count is not None and frame.count.low >= _SWARM


def _is_of_country(scene: Scene, frame: Frame) -> bool:
    """Tell whether a figure of drones or missiles is that of a whole country."""
    if frame.kind not in (Kind.INTERCEPTION, Kind.ATTACK) or frame.place is None or frame.count is None:
        return False
    known = scene.reading.packs.places
    return all(known[i].kind is PlaceKind.COUNTRY for ids in frame.place.members for i in ids if i in known)


_CLOCKED = ("range", "since", "at", "night_since")


def _of_the_hour(scene: Scene, sentence: Sentence, frame: Frame, times: list[TimePhrase]) -> list[TimePhrase]:
    """Return the hours among the times of a closure or an alert; "by the morning flights were on" dates no opening."""
    times = [t for t in times if t.value != "by part"]
    if frame.kind is Kind.ALERT:
        ends = frame.fate is Fate.LIFTED  # "not lifted until 6:05" tells when it was
        times = [replace(t, value="") if t.value == "until" else t for t in times if ends or t.value != "until"]
        if ends and len(times) > 1:
            times = [t for t in times if not begins_alert(scene, sentence, t)] or times
    if frame.kind is Kind.AIRSPACE_CLOSURE and len(times) > 1:
        times = [t for t in times if t.value != "by"] or times
    return [t for t in times if t.kind in _CLOCKED] or times


def _is_this_morning(times: list[TimePhrase]) -> bool:
    """Tell whether the only time of a sentence is the morning it is told on."""
    return len(times) == 1 and times[0].kind == "part" and times[0].value in ("morning this", "morning")


_BORDERS = frozenset(("closure", "reopening", "alert", "alert_lifted"))


def _is_of_rival(scene: Scene, sentence: Sentence, frame: Frame, time: TimePhrase) -> bool:
    """Tell whether an hour is that of another closing or opening: "закрыт Курск, в Орле ограничения сняты в 05:12"."""
    text = scene.reading.text
    starts, stops = scene.reading.tokens.starts, scene.reading.tokens.stops

    def cuts(first: int, last: int) -> int:
        left, right = min(last, time.span.stop), max(first, time.span.start)
        return text.count(",", left, right) + text.count(";", left, right) if left < right else 0

    own = cuts(frame.trigger.start, frame.trigger.stop)
    rivals = [
        cuts(starts[t.start], stops[t.stop - 1])
        for t in scene.triggers_in(sentence, _BORDERS)
        if abs(t.start - frame.token) > 3
    ]
    return own > 1 and bool(rivals) and min(rivals) < own


def _in_brackets(scene: Scene, frame: Frame, times: list[TimePhrase]) -> TimePhrase | None:
    """Return the time in brackets right behind an airport's name: "Внуково (с 02:50), Домодедово (с 03:15)"."""
    if frame.place is None or not frame.each or not frame.place.member_spans:
        return None
    span = frame.place.member_spans[0]
    return next((t for t in times if scene.reading.text[span.stop : t.span.start].strip() == "("), None)


def _nearest_time(scene: Scene, frame: Frame, times: list[TimePhrase]) -> TimePhrase:
    """Return the time phrase that belongs to a frame: windows before points for counts, the nearest for events."""
    if frame.kind in _POINTED:
        if (bracketed := _in_brackets(scene, frame, times)) is not None:
            return bracketed
        times = of_airport(scene, frame, times)

        def far(t: TimePhrase) -> int:
            return max(frame.trigger.start - t.span.stop, t.span.start - frame.trigger.stop)

        clauses = [
            t
            for t in times
            if not set(",;").intersection(
                scene.reading.text[min(t.span.stop, frame.trigger.stop) : max(t.span.start, frame.trigger.start)]
            )
        ]
        return min(_unjoined(scene, frame, clauses) or clauses or times, key=far)
    return _as_of(scene, frame, times) or _own_hour(scene, frame, times) or best_time(times)


def _own_hour(scene: Scene, frame: Frame, times: list[TimePhrase]) -> TimePhrase | None:
    """Return the hour of a frame's own clause where each of several clauses has one.

    "Debris near Lubny (2:20), a warehouse fire in Myrhorod (3:05)": the hours stand all behind or all before.
    """
    hours = [t for t in times if t.kind == "at" and not t.value]
    if len(hours) < 2 or best_time(times) not in hours:
        return None
    text, trigger = scene.reading.text, frame.trigger

    def parted(time: TimePhrase) -> bool:
        first, last = sorted((trigger, time.span), key=lambda s: s.start)
        return not _MARKS.isdisjoint(text[first.stop : last.start])

    own = [t for t in hours if not parted(t)]
    return own[0] if len(own) == 1 else None


_MARKS = frozenset(",;:.")
_UNDATED = (0, 0, None)


def _as_of_entry(frame: Frame, time: TimePhrase, times: list[TimePhrase | None]) -> TimePhrase:
    """Return the window that ends when its entry was posted: "22:05. Уничтожено с 19:00 семь дронов"."""
    entry = next((t for t in times if t is not None and t.value == "entry"), None)
    flying = frame.kind in (Kind.INTERCEPTION, Kind.ATTACK)
    since = time.clocks if time.kind == "since" else ((0, 0),) if time.kind == "since_midnight" else ()
    if entry is None or not flying or len(since) != 1 or any(d != _UNDATED for d in time.dates):
        return time
    return replace(time, kind="range", clocks=(*since, *entry.clocks), dates=(_UNDATED, _UNDATED), value="")


_AND = frozenset(("and", "but", "и", "а", "і", "й", "та"))


def _unjoined(scene: Scene, frame: Frame, times: list[TimePhrase]) -> list[TimePhrase]:
    """Return the hours that no "and" parts from a frame: "sirens at 4:12 and the all-clear at 6:30"."""
    tokens = scene.reading.tokens

    def parted(time: TimePhrase) -> bool:
        first = bisect_left(tokens.starts, min(time.span.stop, frame.trigger.stop))
        last = bisect_left(tokens.starts, max(time.span.start, frame.trigger.start))
        return not _AND.isdisjoint(tokens.words[first:last])

    return [t for t in times if not parted(t)] if len(times) > 1 else times


def _as_of(scene: Scene, frame: Frame, times: list[TimePhrase]) -> TimePhrase | None:
    """Return the hour up to which a running figure holds: "к полуночи четыре, к шести утра — уже девять"."""
    if len(times) < 2 or any(t.value not in ("by", "by part") for t in times):
        return None
    at = scene.reading.tokens.starts[frame.token]
    before = [t for t in times if t.span.stop <= at]
    return before[-1] if before else None


_OF_STRIKES = (Kind.ATTACK, Kind.CASUALTIES, Kind.DAMAGE, Kind.FIRE, Kind.NO_CASUALTIES, Kind.NO_DAMAGE)


_NEWS = timedelta(days=3)


def is_old(time: TimePhrase | None, published: datetime | None) -> bool:
    """Tell whether a date is too long ago for what a text tells as news: "it was attacked on 5 September, too"."""
    if time is None or published is None:
        return False
    for day, month, year in time.dates:
        if (
            month
            and day
            and abs(published - published.replace(month=month, day=min(day, 28), year=year or published.year)) > _NEWS
        ):
            return True
    return False


def fill_backwards(frames: list[Frame], published: datetime | None) -> None:
    """Give what is told before the only hour of a strike that hour: the dead first, then when it was."""
    times = {f.time.span for f in frames if f.time is not None}
    hours = [
        f
        for f in frames
        if (f.kind is Kind.ATTACK and f.time is not None and f.time.kind in ("at", "range", "night", "part", "day"))
        or (f.kind is Kind.INTERCEPTION and f.time is not None and f.time.kind == "night")
    ]
    if (
        len(times) != 1
        or not hours
        or any(is_old(f.time, published) for f in hours)
        or any(f.status is not ClaimStatus.CURRENT for f in frames)
    ):
        return
    for frame in frames:
        told = frame.kind in _OF_STRIKES or frame.detail in ("evacuation", "rescued")
        if frame.time is None and told and frame.token < hours[0].token:
            frame.time = hours[0].time
