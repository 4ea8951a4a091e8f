"""What a text is about at a point: the place and the window its later sentences lean on."""

from skyledger.extract.scene import Scene
from skyledger.extract.time_carried import counts_flights
from skyledger.extract.times_aside import without_alerts, without_asides
from skyledger.extract.times_told import best_time, happening_times
from skyledger.extract.topic_places import TopicPlaces
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, PlacePhrase, Sentence, TimePhrase
from skyledger.model.kinds import ClaimStatus, Kind

_WINDOWS = frozenset("range night_since night part since past_day since_midnight hours day days".split())
_AT_WORK = ("morning", "day", "afternoon")  # when brigades and officials come
_CREWS = word_class(
    stems=(
        *(
            "rescue",
            "crew",
            "brigade",
            "engineer",
            "volunteer",
            "firefighter",
            "repair",
            "спасател",
            "пожарн",
            "бригад",
        ),
        *("энергетик", "коммунальщик", "ремонтник", "волонтер", "рятувальник", "пожежник", "надзвичайник", "енергетик"),
        *("комунальник", "сапер", "sapper"),
    )
)
_STRIKERS = ("object", "agent")
_OF_THE_AIR = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION)


class Topic:
    """What the text is about at this point: the last place and the last window, which later sentences lean on."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.places = TopicPlaces(scene)
        self.time: TimePhrase | None = None
        self.time_places: list[PlacePhrase] = []  # of what the time was told of
        self.air_time: TimePhrase | None = None  # of a closure or an alert, which holds for no drone shot down
        self.past_regions: frozenset[str] = frozenset()
        self.past_time: TimePhrase | None = None
        self.told = False  # whether anything was told so far

    @property
    def place(self) -> PlacePhrase | None:
        """The last place spoken of."""
        return self.places.place

    @property
    def wide(self) -> PlacePhrase | None:
        """The last region or district spoken of."""
        return self.places.wide

    def after(self, sentence: Sentence, frames: list[Frame]) -> None:
        """Remember the place and time of a sentence for the next ones."""
        scene = self.scene
        self.places.after(sentence, frames)
        past = [f for f in frames if f.status is ClaimStatus.BACKGROUND and f.place is not None]
        if past:
            self.past_regions, self.past_time = self.regions(past[0].place), past[0].time
        times = [t for t in happening_times(scene, sentence) if t.kind not in ("past", "week", "month")]
        times = without_alerts(scene, sentence, times)
        if times and frames:
            times = [t for t in times if any(without_asides(scene, sentence, f, [t]) for f in frames)]
        strikes = bool(frames) or any(scene.reading.in_range(c, sentence.start, sentence.stop) for c in _STRIKERS)
        idle = (self.told and not strikes) and all(
            t.kind == "part" and (t.value.startswith(_AT_WORK) or scene.reading.says(sentence, _CREWS)) for t in times
        )  # "Зранку бригади почали ремонт"
        entry = any(t.value == "entry" for t in times)
        if times and (frames or entry or not (self.time_places or idle)):
            before = self.time
            self._remember_time(times, frames, bool(past), strikes)
            if self.time is not before:
                self.time_places = [f.place for f in frames if f.place is not None]

        self.told = self.told or bool(frames)

    def _remember_time(self, times: list[TimePhrase], frames: list[Frame], past: bool, strikes: bool) -> None:
        """Remember the window or the hour a sentence tells, unless what it tells is long past.

        A sentence that names what flies or who strikes tells of the raid, also where no rule reads what happened.
        """
        windows = [t for t in times if t.kind in _WINDOWS]
        windows = [t for t in windows if not _only_lasts(t, frames)]
        if windows and frames and all(f.kind in _OF_THE_AIR or counts_flights(f) for f in frames):
            self.air_time = best_time(windows)
            windows = [t for t in windows if t.kind not in ("range", "since")]
        points = [t for t in times if t.kind == "at" and t.value not in ("by", "by part", "until")]
        entries = [t for t in points if t.value == "entry"]
        if entries:
            self.time = entries[0]
        days = all(t.kind == "day" for t in windows)  # the date of a dateline says less than the hour behind it
        if points and strikes and days and (self.time is None or self.time.kind == "day"):
            self.time, windows = points[0], []
        if windows and not past and (self.time is None or windows[0].kind != "day"):
            nights = [t for t in windows if t.kind == "night"]
            told = {t.kind for t in windows if any(f.time is t for f in frames)}
            self.time = best_time(nights if nights and "range" not in told else windows)

    def for_frame(self, sentence: Sentence, frame: Frame) -> PlacePhrase | None:
        """Return the place a frame without one leans on."""
        return self.places.for_frame(sentence, frame)

    def regions(self, phrase: PlacePhrase | None) -> frozenset[str]:
        """Return the regions a phrase may lie in."""
        if phrase is None:
            return frozenset()
        places = self.scene.reading.packs.places
        ids = [i for m in phrase.members for i in m]
        return frozenset(places[i].region for i in ids if i in places and places[i].region)


_COUNTED = (Kind.INTERCEPTION, Kind.CASUALTIES)


def _only_lasts(time: TimePhrase, frames: list[Frame]) -> bool:
    """Tell whether a time is since when something lacks: "without light since 3:40" dates no strike told behind it."""
    here = [f for f in frames if f.time is time]
    return (
        time.kind == "since"
        and any(f.kind is Kind.POWER_OUTAGE for f in here)
        and not any(f.kind in _COUNTED for f in here)
    )
