"""Closures that a heading or the lead of a list tells of no airport, where the text below names the airports."""

from skyledger.extract.frame_places import OF_AIRPORTS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame
from skyledger.model.kinds import Kind, PlaceKind


def without_heading(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop what a heading says of a city's flights where the text names the airports: "Moscow flights resume"."""
    places = scene.reading.packs.places

    def names_airport(frame: Frame) -> bool:
        ids = frame.place.members[0] if frame.place is not None else ()
        return any(i in places and places[i].kind is PlaceKind.AIRPORT for i in ids)

    named = {f.kind for f in frames if f.sentence > 0 and names_airport(f)}
    kinds = named & {Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING}
    placed = {f.kind for f in frames if f.sentence > 0 and f.place is not None}
    frames = [f for f in frames if f.sentence > 0 or f.place is not None or f.kind not in placed & OF_AIRPORTS]
    return [f for f in frames if f.sentence > 0 or f.kind not in kinds or names_airport(f)]


def without_lead(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop the closure of "Ограничения на полёты:", which names no airport, where the list below names them."""
    kinds = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)
    leads = {scene.reading.sentences[f.sentence].lead for f in frames if f.kind in kinds and f.place is not None}
    return [f for f in frames if f.kind not in kinds or f.place is not None or f.sentence not in leads]
