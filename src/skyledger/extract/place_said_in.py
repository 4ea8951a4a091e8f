"""Capitals abroad that tell where something was said: "сообщили в Бухаресте", "Vilnius said", "за даними Варшави"."""

from skyledger.extract.reading import Reading
from skyledger.model.frame import PlacePhrase

# Capitals by GeoNames id, as governments speak from them; Moscow and Kyiv, where much happens too, are told elsewhere.
_CAPITALS = frozenset(
    f"gn:{id}"
    for id in (
        *(683506, 593116, 456172, 588409, 756135, 658225, 2673730, 3143244, 2618425),  # Romania to Denmark
        *(2950159, 2988507, 2643743, 2800866, 3067696, 3060972, 3054643, 2761369),  # Germany to Austria
        *(727011, 792680, 3169070, 3117735, 323786, 611717, 616052, 587084, 1526273),  # Bulgaria to Kazakhstan
        *(112931, 281184, 98182, 170654, 276781, 71137, 379252, 108410, 250441, 290030),  # Iran to Qatar
        *(292968, 285787, 290340, 287286, 1138958, 1176615, 1261481, 344979),  # Emirates to Ethiopia
    )
)
# What a government does with a claim and no town does.
_STANCES = (
    *("claim", "reject", "den", "dismiss", "insist", "accus", "blam", "vow", "warn", "maintain", "count", "admit"),
    *("отверг", "отриц", "опроверг", "уверя", "настаива", "обвин", "грози", "ведёт", "ведет", "утвержд", "молч"),
    *("призна", "пообеща", "відкид", "відкин", "запереч", "спросту", "запевня", "наполяга", "звинува", "мовч", "визна"),
    *("твердить", "стверджу", "веде"),
)
_IN = frozenset(("в", "во", "у", "in"))
_NEAR = frozenset("near over outside around above над под біля возле около за під".split())
_ACCORDING = frozenset(
    "данным словам информации сведениям оценке версии даними словами інформацією оцінкою версією".split()
)


def is_where_it_was_said(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a capital is only where somebody speaks, or stands for its government."""
    if len(phrase.members) != 1 or _CAPITALS.isdisjoint(phrase.members[0]):
        return False
    words = reading.tokens.words
    before = words[phrase.start - 1] if phrase.start else ""
    if reading.at("speech", phrase.stop) is not None and not reading.gap(phrase.stop - 1, phrase.stop).strip():
        return True
    behind = words[phrase.stop] if phrase.stop < len(words) else ""
    if behind.startswith(_STANCES) and before not in _NEAR and reading.gap(phrase.stop - 1, phrase.stop) == " ":
        return True
    if before in _ACCORDING or words[max(0, phrase.start - 2) : phrase.start] == ["according", "to"]:
        return True  # not "flew to Riga"
    if before not in _IN:
        return False
    if reading.ending("speech", phrase.start, phrase.start):
        return True  # "повідомили у" is one term
    spoken = reading.ending("speech", phrase.start - 1, phrase.start - 1)
    return bool(spoken) and not reading.gap(phrase.start - 2, phrase.start - 1).strip()
