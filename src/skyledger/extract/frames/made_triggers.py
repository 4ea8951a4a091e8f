"""Words that tell something though no pack has them so: triggers made like those of the packs, and put among them."""

from skyledger.model.frame import Mention

_NO_FLAGS: frozenset[str] = frozenset()


def made_trigger(words: list[str], value: str, start: int, stop: int, flags: frozenset[str] = _NO_FLAGS) -> Mention:
    """Return tokens ``[start, stop)`` as a trigger; in Cyrillic letters it passes for Russian."""
    return Mention("trigger", value, start, stop, flags, "en" if words[start].isascii() else "ru")


def beside(triggers: list[Mention], others: list[Mention]) -> list[Mention]:
    """Return triggers with others among them, in order."""
    return sorted([*triggers, *others], key=lambda t: t.start)


def instead(triggers: list[Mention], others: list[Mention]) -> list[Mention]:
    """Return triggers with others in place of those that begin inside them, in order."""
    held = {n for t in others for n in range(t.start, t.stop)}
    return beside([t for t in triggers if t.start not in held], others)
