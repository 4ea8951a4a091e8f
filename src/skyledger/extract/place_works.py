"""Find towns in what their works are called: "Новокуйбышевский НПЗ", "таганрогский авиазавод", "кременчуцька ТЕЦ"."""

from skyledger.extract.place_atoms import Atoms
from skyledger.extract.reading import Reading
from skyledger.model.kinds import PlaceKind

# Stems of what a town's name distinguishes: plants, ports, airfields, public buildings.
_WORKS = tuple(
    (
        "нпз завод нефтебаз нефтезавод нефтетерминал нефтегаз нефтехим порт морпорт аэродром авиабаз авиазавод тэц тэс "
        "аэс гэс грэс подстанц комбинат фабрик депо вокзал автовокзал больниц поликлиник терминал химкомбинат химзавод "
        "азот верф судоремонт судострои полигон арсенал элеватор гпз нпс лпдс шахт рудник котельн водоканал радиозавод "
        "металлург ферросплав хлебозавод мост театр университет институт колледж лицей училищ гимнази механическ "
        "нафтобаз нафтопереробн аеродром летовищ тец тес аес гес підстанц комбінат лікарн термінал хімкомбінат полігон "
        "елеватор котельн авіазавод університет інститут коледж ліцей міст"
    ).split()
)
_EXACT = frozenset(
    ("міст", "мост", "азот", "порт", "шахт", "тес", "тец", "нпс", "гпз", "аес", "гес", "аэс", "гэс", "тэс", "тэц")
)
_ADJECTIVE_ENDS = ("ий", "ый", "ой", "ого", "ому", "ом", "ая", "ой", "ую", "ій", "у", "ої", "им", "ым", "а", "ім")
_BETWEEN = 2  # adjectives between the town's and its works: "таганрогский машиностроительный завод"


def works(reading: Reading, found: Atoms) -> None:
    """Add the town of each adjective that stands before a plant, a port, an airfield or a public building."""
    groups: dict[int, list[str]] = {}
    stops: dict[int, int] = {}
    for mention in reading.by_category.get("place_adj", ()):
        if mention.lang != "en" and mention.flags & {"head=works", "head=hromada"}:
            groups.setdefault(mention.start, []).append(mention.value)
            stops[mention.start] = mention.stop
    for start, ids in groups.items():
        stop = stops[start]
        if start not in found.taken and _names_works(reading, stop):
            found.add([(tuple(dict.fromkeys(ids)), PlaceKind.SETTLEMENT, start, stop)], start, stop)


def _names_works(reading: Reading, token: int) -> bool:
    """Tell whether works stand behind an adjective, at most some adjectives between."""
    words = reading.tokens.words
    for behind in range(token, min(token + _BETWEEN + 1, len(words))):
        if reading.gap(behind - 1, behind).strip(' \u00a0«"'):
            return False
        word = words[behind]
        if word.startswith(_WORKS) and _is_noun(word):
            return True
        if not word.endswith(_ADJECTIVE_ENDS):
            return False
    return False


def _is_noun(word: str) -> bool:
    """Tell whether a word is the works and no longer word that begins as a short one does: "портрет", "местный"."""
    short = next((s for s in _EXACT if word.startswith(s)), None)
    return short is None or len(word) - len(short) <= 2 or any(word.startswith(s) for s in _WORKS if len(s) > 5)
