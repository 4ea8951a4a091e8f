"""The place later sentences lean on: of drones, of what came down, of several towns the area that holds them."""

from skyledger.extract.areas import Areas, holds, is_area, known_places
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, PlacePhrase, Sentence
from skyledger.model.kinds import Kind, Modality, PlaceKind, Unit

_OF_ALL = (Kind.NO_CASUALTIES, Kind.NO_DAMAGE)
_WIDE = (PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.COUNTRY)
_IN_THE_AIR = frozenset((Kind.INTERCEPTION, Kind.SIGHTING, Kind.ALERT))
_OF_REGIONS = frozenset(("governor", "administration"))  # who counts for a whole region


class TopicPlaces:
    """The places a text was about so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.place: PlacePhrase | None = None
        self.wide: PlacePhrase | None = None  # the last region or district spoken of
        self.air: PlacePhrase | None = None  # where drones were last told to be shot down
        self.ground: PlacePhrase | None = None  # where something was last told to have come down or to be broken
        self.spread = -1  # the line whose last sentence told of drones over several regions
        self.areas = Areas(scene.reading)
        self.towns: set[str] = set()  # every place of which something was told
        self.told_at: list[tuple[int, PlacePhrase]] = []  # lines, and the places that had effects of their own

    def after(self, sentence: Sentence, frames: list[Frame]) -> None:
        """Remember the places of a sentence for the next ones."""
        phrases = self.scene.phrases_in(sentence.start, sentence.stop)
        if not phrases and not frames:
            return
        self.areas.add(phrases)
        own = [f for f in frames if f.place is not None and f.place.role == "place" and not f.inherited_place]
        if sentence.lead is None:
            self._turn_to(phrases, frames, own)
        told = [f for f in own if f.kind not in _IN_THE_AIR and f.modality is not Modality.DENIED]
        aloft = [f.place for f in own if f.kind is Kind.INTERCEPTION and f.place is not None]
        below = [f.place for f in told if f.place is not None]
        self.air = aloft[-1] if aloft else self.air
        if frames:
            regions = {m for p in aloft if self._is_region(p) for m in p.members}
            self.spread = sentence.paragraph if len(regions) > 1 else -1
        self.ground = below[-1] if below else self.ground
        towns = [p for p in aloft if not any(k.kind in _WIDE for k in known_places(self.scene.reading, p))]
        self.told_at += [(sentence.paragraph, p) for p in [*below, *towns]]

    def _turn_to(self, places: list[PlacePhrase], frames: list[Frame], told: list[Frame]) -> None:
        """Take up the place a sentence is about: that of what it tells, of effects before drones in the air."""
        named = [p for p in places if p.role == "place"]
        effects = [f for f in told if f.kind not in _IN_THE_AIR]
        own = [f.place for f in effects or told if f.place is not None]
        leaning = [f.place for f in frames if f.inherited_place and f.place is not None and f.place is self.place]
        in_town = any(not self._is_wide(p) for p in leaning)
        if own and in_town and all(holds(self.scene.reading, leaning[0], p) for p in own):
            return  # "Запорожье: четыре упали в поле, три — на Шевченковский район": still about the city
        if own:
            self.place = own[0] if len({p.start for p in own}) == 1 else self.areas.around(own) or own[-1]
        elif leaning and len(named) == 1 and holds(self.scene.reading, named[0], leaning[0]):
            return  # "Деснянский район: ... всего столица потеряла двенадцать": still about the district
        elif named and (len(named) == 1 or not frames):
            self.place = named[0]
        if self.place is not None and is_area(self.scene.reading, self.place):
            self.wide = self.place
        self.towns.update(i for f in told if f.place is not None for m in f.place.members for i in m)

    def for_frame(self, sentence: Sentence, frame: Frame) -> PlacePhrase | None:
        """Return the place a frame without one leans on; "42 villages without power" lie in no town."""
        if self.place is None:
            return None
        if frame.count is not None and frame.count.unit is Unit.SETTLEMENT:
            return self.place if self._is_wide(self.place) else self.areas.around([self.place]) or self.place
        if frame.kind is Kind.INTERCEPTION:
            if self.spread == sentence.paragraph and self._is_region(self.place):
                return None  # "Over A seven, over B five: twelve in all. Three others vanished": over any of them
            if len(self.towns) > 1 and self._speaks_for_region():
                return None  # "Нікополь: ... Зеленодольськ: ... Збито 19 дронів": all over the owner's region
            return self._sky_over(sentence, frame, self.place)
        if frame.kind in _OF_ALL:
            told = self._told_before(sentence)
            if len(told) > 1:
                return self.areas.around(told)  # "Nobody was hurt", behind news of several towns
            if told and not self._goes_on(sentence):
                return told[0]
        ground = self.ground
        if frame.kind not in _IN_THE_AIR and ground is not None and self.place is self.air:
            both = ground if holds(self.scene.reading, self.place, ground) else self.areas.around([self.place, ground])
            return both or self.place
        return self.place

    def _told_before(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return the places whose effects a sentence may sum up: of its line, or of the text where it opens a line.

        What holds another of them counts for both; a region is no place among others.
        """
        if self._goes_on(sentence):
            return []
        own = [p for line, p in self.told_at if line == sentence.paragraph]
        places = {p.members: p for p in (own or [p for _, p in self.told_at]) if not self._is_region(p)}
        reading = self.scene.reading
        return [p for p in places.values() if not any(holds(reading, q, p) for q in places.values())]

    def _goes_on(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is the second half of one cut at a semicolon."""
        return self.scene.reading.text[: sentence.first].rstrip().endswith(";")

    def _is_region(self, phrase: PlacePhrase) -> bool:
        return any(p.kind in (PlaceKind.REGION, PlaceKind.COUNTRY) for p in known_places(self.scene.reading, phrase))

    def _sky_over(self, sentence: Sentence, frame: Frame, place: PlacePhrase) -> PlacePhrase | None:
        """Return the area over which drones were shot down before, when only damage was told of a town in it.

        What a governor counts behind news of a town lies in his region, named or not.
        """
        reading = self.scene.reading
        if not any(p.members == place.members for _, p in self.told_at):
            return place
        if self.air is not None and holds(reading, self.air, place):
            return self.air
        towns = all(p.kind is PlaceKind.SETTLEMENT for p in known_places(reading, place))
        several = frame.count is not None and frame.count.low is not None and frame.count.low > 1
        counts = several and towns and self._is_told_by_governor(sentence)
        return self.areas.around([place]) if counts else place

    def _is_told_by_governor(self, sentence: Sentence) -> bool:
        """Tell whether who counts for a whole region is named in a sentence, or spoken of: "the head of the region"."""
        reading = self.scene.reading
        if any(r.value in _OF_REGIONS for r in reading.in_range("role", sentence.start, sentence.stop)):
            return True
        spoken_of = reading.in_range("pronoun", sentence.start, sentence.stop)
        words = (w for m in spoken_of for w in reading.tokens.words[m.start : m.stop])
        return any(w.startswith(("region", "регион", "регіон", "област", "oblast")) for w in words)

    def _speaks_for_region(self) -> bool:
        """Tell whether the channel is an office's, which tells town by town and then of its whole region."""
        return self.scene.reading.document.outlet.type == "official"

    def _is_wide(self, phrase: PlacePhrase) -> bool:
        """Tell whether a phrase is one region or district."""
        return is_area(self.scene.reading, phrase)
