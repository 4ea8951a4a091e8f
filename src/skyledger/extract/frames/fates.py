"""What each trigger of the air says became of the objects; fates never share a counter."""

from skyledger.model.kinds import Fate, Kind

TRIGGERS = frozenset(("downed", "suppressed", "lost", "launched", "attacked", "hit", "debris", "sighting"))
FATES = {
    "downed": (Kind.INTERCEPTION, Fate.DOWNED),
    "suppressed": (Kind.INTERCEPTION, Fate.SUPPRESSED),
    "lost": (Kind.INTERCEPTION, Fate.LOST),
    "launched": (Kind.ATTACK, Fate.LAUNCHED),
    "attacked": (Kind.ATTACK, None),
    "hit": (Kind.ATTACK, Fate.HIT),
    "debris": (Kind.ATTACK, Fate.DEBRIS),
    "sighting": (Kind.SIGHTING, None),
}
