"""What a text is about at a point: the place and the window its later sentences lean on."""

from skyledger.extract.scene import Scene
from skyledger.extract.times_told import best_time, happening_times
from skyledger.model.frame import Frame, PlacePhrase, Sentence, TimePhrase
from skyledger.model.kinds import ClaimStatus, Kind, PlaceKind, Unit

_OF_ALL = (Kind.NO_CASUALTIES, Kind.NO_DAMAGE)
_OF_THE_AIR = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION)


class Topic:
    """What the text is about at this point: the last place and the last window, which later sentences lean on."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.place: PlacePhrase | None = None
        self.wide: PlacePhrase | None = None  # the last region or district spoken of
        self.time: TimePhrase | None = None
        self.air_time: TimePhrase | None = None  # of a closure or an alert, which holds for no drone shot down
        self.towns: set[str] = set()  # every place of which something was told
        self.office: PlacePhrase | None = None
        self.past_regions: frozenset[str] = frozenset()
        self.past_time: TimePhrase | None = None
        self.told_at: set[tuple[tuple[str, ...], ...]] = set()  # places that had something told of their own

    def after(self, sentence: Sentence, frames: list[Frame]) -> None:
        """Remember the place and time of a sentence for the next ones."""
        scene = self.scene
        places = scene.phrases_in(sentence.start, sentence.stop)
        named = [p for p in places if p.role == "place"]
        own = [f.place for f in frames if f.place is not None and f.place.role == "place" and not f.inherited_place]
        self.told_at.update(p.members for p in own)
        listed = sentence.lead is not None
        if not listed:
            if own:
                self.place = own[0] if len({p.start for p in own}) == 1 else self._around(own) or own[-1]
            elif named and (len(named) == 1 or not frames):
                self.place = named[0]
            if self.place is not None and self._is_wide(self.place):
                self.wide = self.place
            self.towns.update(i for p in own for m in p.members for i in m)
        past = [f for f in frames if f.status is ClaimStatus.BACKGROUND and f.place is not None]
        if past:
            self.past_regions, self.past_time = self.regions(past[0].place), past[0].time
        datelines = [p for p in places if p.role == "dateline"]
        if datelines and self.place is None:
            self.office = datelines[0]
        offices = [p for p in places if p.role == "office"]
        if offices:
            self.office = offices[0]
        times = [t for t in happening_times(scene, sentence) if t.kind not in ("past", "week", "month")]
        windows = [
            t
            for t in times
            if t.kind
            in ("range", "night_since", "night", "part", "since", "past_day", "since_midnight", "hours", "day", "days")
        ]
        if windows and frames and all(f.kind in _OF_THE_AIR for f in frames):
            self.air_time = best_time(windows)
            windows = [t for t in windows if t.kind not in ("range", "since")]
        points = [t for t in times if t.kind == "at" and t.value not in ("by", "by part", "until")]
        entries = [t for t in points if t.value == "entry"]
        if entries:
            self.time = entries[0]
        days = all(t.kind == "day" for t in windows)  # the date of a dateline says less than the hour behind it
        if points and frames and days and (self.time is None or self.time.kind == "day"):
            self.time, windows = points[0], []
        if windows and not past and (self.time is None or windows[0].kind != "day"):
            nights = [t for t in windows if t.kind == "night"]
            told = {t.kind for t in windows if any(f.time is t for f in frames)}
            self.time = best_time(nights if nights and "range" not in told else windows)

    def for_frame(self, frame: Frame) -> PlacePhrase | None:
        """Return the place a frame without one leans on; "42 villages without power" lie in no town."""
        if frame.count is not None and frame.count.unit is Unit.SETTLEMENT and self.place is not None:
            return self.place if self._is_wide(self.place) else self._around([self.place]) or self.place
        if frame.kind is Kind.INTERCEPTION and len(self.towns) > 1 and self._speaks_for_region():
            return None  # "Нікополь: ... Зеленодольськ: ... Збито 19 дронів": all over the owner's region
        if frame.kind in _OF_ALL and len(self.told_at) > 1 and self.place is not None and not self._is_wide(self.place):
            return self._around([self.place])  # "Nobody was hurt", behind news of several towns
        return self.place

    def _speaks_for_region(self) -> bool:
        """Tell whether the channel is an office's, which tells town by town and then of its whole region."""
        return self.scene.reading.document.outlet.type == "official"

    def _is_wide(self, phrase: PlacePhrase) -> bool:
        """Tell whether a phrase is one region or district."""
        places = self.scene.reading.packs.places
        kinds = {places[i].kind for m in phrase.members for i in m if i in places}
        return len(phrase.members) == 1 and bool(kinds) and kinds <= {PlaceKind.REGION, PlaceKind.DISTRICT}

    def _around(self, own: list[PlacePhrase]) -> PlacePhrase | None:
        """Return the region or district spoken of before that all of these towns may lie in."""
        if self.wide is None or any(self._is_wide(p) for p in own):
            return None
        wide = self.regions(self.wide)
        return self.wide if all(wide & self.regions(p) for p in own) else None

    def regions(self, phrase: PlacePhrase | None) -> frozenset[str]:
        """Return the regions a phrase may lie in."""
        places = self.scene.reading.packs.places
        ids = [] if phrase is None else [i for m in phrase.members for i in m]
        return frozenset(places[i].region for i in ids if i in places and places[i].region)
