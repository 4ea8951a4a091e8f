"""Adjectives of towns by which their works are called: "таганрогский завод", "Рязанський НПЗ".

By rule from the end of the name, with a table of the names that no rule fits; a name that fits neither gets nothing.
"""

# Ends of Russian town names and what stands for them before "-ий"; the longest that fits decides.
_ENDS = {
    "ск": "ск",
    "цк": "цк",
    "ово": "овск",
    "ево": "евск",
    "ино": "инск",
    "ыно": "ынск",
    "овка": "овск",
    "евка": "евск",
    "ивка": "ивск",
    "га": "жск",
    "на": "нск",
    "та": "тинск",
    "ра": "рск",
    "сса": "сск",
    "ва": "вск",
    "ца": "цк",
    "па": "пск",
    "ия": "ийск",
    "жье": "жск",
    "ки": "кинск",
    "ец": "ецк",
    "ль": "льск",
    "нь": "нск",
    "рь": "рск",
    "мь": "мск",
    "вь": "вск",
    "й": "йск",
    **{c: f"{c}ск" for c in "бвгджзкмнпрстфхч"},
    "ыл": "ыльск",
    "ил": "ильск",
    "славль": "славск",
    "ол": "ольск",
    "ел": "ельск",
    "ал": "альск",
    "ул": "ульск",
}
_IRREGULAR = {
    "тула": "тульский",
    "орел": "орловский",
    "уфа": "уфимский",
    "сочи": "сочинский",
    "туапсе": "туапсинский",
    "керчь": "керченский",
    "россошь": "россошанский",
    "москва": "московский",
    "ливны": "ливенский",
    "клинцы": "клинцовский",
    "валуйки": "валуйский",
    "кириши": "киришский",
    "шахты": "шахтинский",
    "саки": "сакский",
    "сумы": "сумский",
    "ромны": "роменский",
    "бровары": "броварской",
    "ровно": "ровенский",
    "черкассы": "черкасский",
    "смела": "смелянский",
    "белая церковь": "белоцерковский",
    "шостка": "шосткинский",
    "кривой рог": "криворожский",
    "нижний новгород": "нижегородский",
    "великий новгород": "новгородский",
    "старый оскол": "старооскольский",
    "нижний тагил": "нижнетагильский",
    "великие луки": "великолукский",
    "набережные челны": "челнинский",
    "каменск шахтинский": "каменский",
    "ростов на дону": "ростовский",
    "славянск на кубани": "славянский",
    "санкт петербург": "петербургский",
    "кострома": "костромской",
    "усть луга": "усть-лужский",
    "унеча": "унечский",
    "шуя": "шуйский",
    "ейск": "ейский",
    "днепр": "днепровский",
    "елабуга": "елабужский",
    "прилуки": "прилукский",
    "лубны": "лубенский",
    "мена": "менский",
    "рубцовск": "",
    "черновцы": "черновицкий",
    "сватово": "сватовский",
    "чугуев": "чугуевский",
    "мга": "мгинский",
    "химки": "химкинский",
    "мытищи": "мытищинский",
    "люберцы": "люберецкий",
    "ухта": "ухтинский",
    "сургут": "сургутский",
    "воркута": "воркутинский",
    "печора": "печорский",
    "чита": "читинский",
    "ильский": "ильский",
    "афипский": "афипский",
    "змиев": "змиевский",
    "алушта": "алуштинский",
}
_FIRST_PARTS = {"ий": "о", "ый": "о", "ая": "о", "ое": "о", "ой": "о", "ые": "о", "ие": "о"}
_NO_ADJECTIVE = ("ое", "ые", "ая", "их", "ых")


def works_adjective(name: str) -> str:
    """Return the masculine Russian adjective of a town ("Сызрань" -> "сызранский"), or ``""``."""
    lowered = name.lower().replace("ё", "е").replace("-", " ")
    if lowered in _IRREGULAR:
        return _IRREGULAR[lowered]
    words = lowered.split()
    if len(words) == 2 and words[0][-2:] in _FIRST_PARTS:
        second = works_adjective(words[1])
        soft = "е" if words[0].endswith("ний") else "о"
        return f"{words[0][:-2]}{soft}{second}" if second else ""
    if len(words) != 1:
        return ""
    word = words[0]
    if word.endswith(("ский", "цкий")):
        return word
    if word.endswith(_NO_ADJECTIVE) or word.endswith(("ий", "ый", "ой")):
        return ""
    for size in range(6, 0, -1):
        end = _ENDS.get(word[-size:])
        if end is not None and len(word) > size + 1:
            return word[:-size] + end + "ий"
    return ""


_UKRAINIAN_ENDS = (
    *(("гский", "зький"), ("жский", "зький"), ("кский", "цький"), ("чский", "цький"), ("цкий", "цький")),
    *(("сский", "ський"), ("ский", "ський"), ("ской", "ський")),
)


def works_adjective_uk(name_ru: str, name_uk: str) -> str:
    """Return the Ukrainian adjective of a Russian town, made as the Russian one is: "Калуга" -> "калузький"."""
    lowered = name_uk.lower()
    if lowered.endswith(("ськ", "цьк")):
        return lowered + "ий"
    adjective = works_adjective(name_ru)
    russian = name_ru.lower().replace("ё", "е")
    if not adjective or len(russian) != len(lowered) or " " in russian or "-" in russian:
        return ""
    shared = 0
    while shared < min(len(adjective), len(russian)) and adjective[shared] == russian[shared]:
        shared += 1
    made = lowered[:shared] + adjective[shared:].replace("ы", "и")
    for end, becomes in _UKRAINIAN_ENDS:
        if made.endswith(end):
            return made[: -len(end)] + becomes
    return ""
