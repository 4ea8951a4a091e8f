"""Ukrainian texts that name no weapon and no strike, but what one leaves behind: rubble, shattered panes, splinters.

Two such words, or one beside the enemy or an office that speaks in war alone ("МВА"), say that something came from the
air, where nothing speaks of fires, roads, storms or brawls.
"""

from skyledger.extract.reading import Reading

_ENEMIES = ("росіян", "окупант", "рашист")
_WAR_OFFICES = frozenset(("мва", "рва", "ова"))
# What a blast does and hardly anything else.
_BLAST = (
    *("під плит", "шибк", "повилітал", "повибива", "осколк", "посік", "вибухов", "висадило", "рознесло", "двохсот"),
    *("жалоб", "розбирати завал", "розбирають завал", "розібрали завал"),
)
_RUINS = ("завал", "зруйнован", "розбито", "укритт", "знесло")
_HURT = ("контузи", "поранил", "ранило", "загибл", "поранен", "постраждал", "тіл,")
_OTHERWISE = (
    *("пожеж", "бійц", "бійк", "дтп", "перекину", "траса", "трасі", "град", "буревій", "негод", "обвал", "будівництв"),
    *("газу", "зсув", "землетрус", "навчан", "тренув", "полігон", "торік", "хуліган", "ремонт", "старий будинок"),
)
_ENOUGH = 2


def tells_aftermath(reading: Reading) -> bool:
    """Tell whether a text speaks of a strike by what it left behind."""
    folded = reading.tokens.folded
    if "і" not in folded or any(stem in folded for stem in _OTHERWISE):
        return False
    blast = sum(stem in folded for stem in _BLAST)
    left = blast + any(stem in folded for stem in _RUINS) + any(stem in folded for stem in _HURT)
    if left and not _WAR_OFFICES.isdisjoint(reading.tokens.words):
        return True
    if left and any(s in folded for s in _ENEMIES) and "втрати" not in folded:
        return True
    return blast > 0 and left >= _ENOUGH
