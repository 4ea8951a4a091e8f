"""Words of being unharmed said of those who speak: "никто из наших сотрудников не ранен" is not said of all."""

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention

_OUR = frozenset("our наших нашими нашим наши наші наш".split())
_EVERYBODY = frozenset(("everybody", "everyone"))
_STAFF = (
    *(
        "people",
        "staff",
        "crew",
        "team",
        "employee",
        "worker",
        "colleague",
        "сотрудник",
        "работник",
        "коллег",
        "бригад",
    ),
    *("энергетик", "співробітник", "працівник", "колег", "енергетик", "люд", "волонтер"),
)


def is_of_staff(reading: Reading, trigger: Mention) -> bool:
    """Tell whether only those who speak were not hurt: "никто из наших сотрудников не ранен"."""
    near = range(max(0, trigger.start - 4), trigger.stop)
    words = reading.tokens.words
    if not _EVERYBODY.isdisjoint(words[near.start : near.stop]):
        return False
    return any(words[n] in _OUR and any(w.startswith(_STAFF) for w in words[n + 1 : n + 3]) for n in near)
