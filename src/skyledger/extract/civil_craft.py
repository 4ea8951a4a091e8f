"""Drones that only look: rescuers search with them, reporters film. A text that names no other is of no raid."""

import re

from skyledger.extract.reading import Reading
from skyledger.model.frame import Sentence

_CRAFT = r"(?:\w+ )?(?:дрон|беспилотник|бпла|безпілотник|квадрокоптер|коптер)\w*"
_TOOL = re.compile(
    r"\b(?:with|using|by|from|via) (?:the (?:help|aid) of )?(?:(?:a|an|the|its|their|several|two|three) )?(?:\w+ )?"
    r"(?:drones?|uavs?|quadcopters?)\b|\bdrone (?:footage|video|survey|images?|photos?|team|unit)\b|"
    rf"\b(?:со?|с помощью|при помощи|зі?|із|за допомогою|з допомогою) {_CRAFT}"
)
_LOOKS = re.compile(
    r"\b(?:search|look|surve|inspect|film|footage|video|photo|image|scan|mapp?|found|find|locat|spot|watch|monitor|deliver|"
    r"осматрив|осмотр|обслед|искал|ищут|ищет|разыск|наш[её]?л|снял|снят|снима|съ[её]м|видео|кадр|фото|наблюд|монитор|доставл|"
    r"огляда|огляну|обстеж|шука|розшук|знайшл|знайшо|знят|знял|знімк|знімал|зйомк|відео|світлин|спостер|моніторин)"
)
# What is of the air and of no raid: ambulances, balloons, cushions, kites.
_OF_PEACE = re.compile(
    r"(?:воздушн|повітрян)\w* (?:скор|швидк|шар|кул|подуш|пробк|зме|змі|гимнаст|гімнаст|транспорт|поток|потік|фронт)"
)
_BLOWS = frozenset(("hit", "attacked", "downed", "launched", "suppressed", "debris", "lost"))


def names_craft(reading: Reading, stems: tuple[str, ...]) -> bool:
    """Tell whether a text names what flies and strikes by one of some stems, elsewhere than as a tool that looks."""
    folded = reading.tokens.folded
    if not any(stem in folded for stem in stems):
        return False
    if _TOOL.search(folded) is None and _OF_PEACE.search(folded) is None:
        return True
    told = ((s, _OF_PEACE.sub("", folded[s.first : s.last])) for s in reading.sentences)
    return any(any(stem in text for stem in stems) and not _looks(reading, s, text) for s, text in told)


def _looks(reading: Reading, sentence: Sentence, text: str) -> bool:
    """Tell whether a sentence has a drone only as a tool: "спасатели осматривают место с дрона"."""
    if _TOOL.search(text) is None or _LOOKS.search(text) is None:
        return False
    triggers = reading.in_range("trigger", sentence.start, sentence.stop)
    return not any(t.value in _BLOWS and "weak" not in t.flags for t in triggers)
