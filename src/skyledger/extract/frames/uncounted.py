"""Attacks, hits and debris that name no object, where the document is about the air."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.binding import place_for
from skyledger.extract.frames.fates import FATES
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind, ObjectType

_TARGETS = frozenset(("building", "vehicle", "apartment", "part", "location", "settlement"))


def ground_targets(scene: Scene, chunk: Chunk) -> list[Quantity]:
    """Return the things on the ground a chunk names: what may have been hit."""
    found = scene.quantities_in(chunk.start, chunk.stop)
    return [q for q in found if q.noun is not None and q.noun.value in _TARGETS]


class UncountedRule:
    """Finds at most one such frame a sentence, and only where no counted frame was found."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def read(
        self, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention], used: set[Mention], frames: list[Frame]
    ) -> list[Frame]:
        """Return frames for attacks, hits and debris that name no object, where the document is about the air."""
        if any(f.kind in (Kind.ATTACK, Kind.INTERCEPTION) for f in frames):
            return []
        types = {t for t in self.scene.object_types() if t is not ObjectType.UNKNOWN}
        reading = self.scene.reading
        for index, chunk in enumerate(chunks):
            for trigger in chunk.triggers:
                if (
                    (not self._strikes_ground(trigger, chunk) and trigger.value not in ("hit", "debris"))
                    or trigger in used
                    or not (types or trigger.value == "debris" or self._names_target(chunk, trigger))
                ):
                    continue
                if is_negated(reading, trigger.start, trigger.stop) or trap_at(
                    reading, sentence, trigger.start, trigger.stop
                ):
                    continue
                near = chunk.places or (index + 1 < len(chunks) and chunks[index + 1].places)
                if not ground_targets(self.scene, chunk) and not near and not self._told_plainly(sentence, trigger):
                    self.scene.reject(trigger.start, trigger.stop, trigger.value, "no target, place or time of its own")
                    continue
                if (
                    trigger.lang == "en"
                    and trigger.value == "debris"
                    and reading.words(trigger.start, trigger.stop).lower()
                    in ("fell", "came down", "crashed", "came down in")
                ):
                    continue
                if "future" in trigger.flags:
                    continue
                fake = Quantity(None, None, trigger.start, trigger.stop, None)
                kind, fate = FATES["hit" if trigger.value == "downed" else trigger.value]
                guess = next(iter(types)) if len(types) == 1 else (ObjectType.UNKNOWN if types else None)
                return [
                    Frame(
                        kind,
                        reading.span(trigger.start, trigger.stop),
                        sentence.index,
                        f"{trigger.lang}.{kind.value}.{trigger.value}.bare",
                        fate,
                        guess,
                        None,
                        None,
                        None,
                        place_for(reading, chunks, index, fake),
                        token=trigger.start,
                    )
                ]
        return []

    def _names_target(self, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether a hit names a building behind it: "прилёт по котельной", "удар по підстанції"."""
        buildings = [q for q in ground_targets(self.scene, chunk) if q.noun is not None and q.noun.value == "building"]
        return trigger.lang != "en" and any(q.start >= trigger.stop for q in buildings)

    def _told_plainly(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether a sentence tells an event: it has a time, or is a short post of few words."""
        return sentence.stop - sentence.start <= 6 or (
            bool(self.scene.times_in(sentence)) and trigger.value == "debris"
        )

    def _strikes_ground(self, trigger: Mention, chunk: Chunk) -> bool:
        """Tell whether "поражение нефтебазы" is a hit on the ground: the verb that also says "shot down"."""
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        ground = [
            q
            for q in ground_targets(self.scene, chunk)
            if q.noun is not None and q.noun.value == "building" and q.start >= trigger.stop
        ]
        return words.startswith(("пораж", "порази", "ураж", "урази")) and bool(ground)
