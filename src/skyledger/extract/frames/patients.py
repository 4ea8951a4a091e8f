"""People hurt, told in Russian or Ukrainian by the state they are in and not by a verb the packs know.

"Двое охранников в бинтах", "мастер под капельницей", "водитель с рассечённой бровью", "вахтёру рассекло бровь",
"сторожа приложило об стену". Somebody must stand in the clause: a person, or a number that counts people.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.nouns import PEOPLE, THINGS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence

# What has befallen a part of the body, as stems of adjectives and participles: "с перебитой ступнёй".
_MAIMED = (
    *("обожж", "обожг", "рассеч", "слом", "перелом", "перебит", "раздробл", "пробит", "порез", "изрез", "оторв"),
    *(
        "разорв",
        "поврежд",
        "ушибл",
        "вывих",
        "разбит",
        "проломл",
        "распор",
        "посеч",
        "обгор",
        "опален",
        "рван",
        "ободр",
    ),
    *("забинт", "перебинт", "перевяз", "загипс", "придавл", "содран", "рассаж", "травмир", "израненн", "ошпар"),
    *("обпеч", "розсіч", "злам", "розтрощ", "роздробл", "порізан", "відірв", "розірв", "пошкодж", "забит", "вивих"),
    *("розбит", "проломл", "розпор", "посіч", "обгоріл", "опал", "перебинт", "перев'яз", "загіпс", "травмован"),
)
_BODY = (
    *("ладон", "бров", "ребр", "ступн", "колен", "рук", "ног", "кист", "голен", "бедр", "плеч", "голов", "лиц", "лоб"),
    *(
        "лбом",
        "шее",
        "шею",
        "шеи",
        "спин",
        "щек",
        "щеч",
        "ух",
        "уш",
        "глаз",
        "пальц",
        "палец",
        "ключиц",
        "легк",
        "живот",
    ),
    *("груд", "нос", "губ", "челюст", "лопатк", "таз", "пятк", "пято", "локт", "запяст", "предплеч", "висок", "виск"),
    *("затыл", "подбород", "бок", "ягодиц", "стоп", "икр", "конечн", "позвон", "череп", "артери", "вен", "веко", "век"),
    *("долон", "брів", "ребер", "колін", "кіст", "гоміл", "стегн", "плеч", "обличч", "чол", "шию", "ший", "щок", "вух"),
    *(
        "ок",
        "очі",
        "палец",
        "легень",
        "жив",
        "груд",
        "ніс",
        "губ",
        "щелеп",
        "п'ят",
        "лікт",
        "лікот",
        "зап'яст",
        "скрон",
    ),
    *("потил", "підбор", "кінцівк", "хребт", "вус", "кров"),
)
_BODY_NOT = ("руковод", "головн", "рукопис", "боков", "окн", "окол", "ногин", "живы", "живой", "венг", "губерн", "школ")
# What an impersonal verb does to somebody, as stems before its neuter ending: "приложило", "оглушило".
_BEFELL = tuple(
    (
        "приложи царапну поцарапа контузи ударило зажа придави прижа швырну отшвырну отброси сброси зацепи обожг "
        "ошпари оглуши кину броси обвари опали присыпа засыпа завали шарахну садану полосну чиркну рассек хлестну "
        "стукну шибану долбану перелома сломало искалечи покалечи травмирова "
        "проши порани рани изреза пореза накрыло посек иссек исполосова привали помя пробило переби "
        "сломало раздроби оторва разорва ободра содра распоро разби выбило обожгло обдало обдавало хватану "
        "приклада подряпа контузи вдари затис притис жбурну відкину скину зачепи обпек обпали приглуши оглуши присипа "
        "завали привали розсік поріза полосну черкну пробило переби злама роздроби відірва розірва обдер розпоро посік"
    ).split()
)
# Those that are said of things unless a part of the body stands behind them.
_BREAKS = tuple(
    "проби переби разби слома раздроби оторва разорва содра распоро рассек переломало выби накры завали засыпа присыпа "
    "розби злама роздроби відірва розірва обдер розпоро розсік".split()
)
# Where somebody hurt is, or what he has, as whole phrases.
_STATES = tuple(
    tuple(phrase.split())
    for phrase in (
        "под капельницей|под капельницами|в бинтах|в гипсе|в крови|у хирурга|у хирургов|у травматолога|у травматологов|"
        "к травматологам|к травматологу|к хирургам|к хирургу|у медиков|у врачей|у докторов|под присмотром врачей|"
        "под присмотром медиков|под наблюдением врачей|под наблюдением медиков|под надзором врачей|на койках|"
        "на больничной койке|больничной койкой|на больничных койках|на операционном столе|на столе у хирурга|"
        "в ожоговом|в ожоговом центре|в ожоговом отделении|в травме|в травмпункте|в травматологии|в хирургии|"
        "в нейрохирургии|в реанимации|в палате|в палатах|в палате интенсивной терапии|на больничном|на носилках|"
        "на каталке|на ивл|на аппарате|на уколах|в медсанчасти|в медпункте|в лазарете|в травматологию|в хирургию|"
        "с осколком|с осколками|с переломом|с переломами|с порезом|с порезами|с ожогом|с ожогами|с ушибом|с ушибами|"
        "с сотрясением|с контузией|с баротравмой|с рассечением|с ссадинами|со ссадинами|с шоком|в шоке|в шоковом|"
        "с давлением|с отравлением|с ранами|с раной|без ноги|без руки|без кисти|без стопы|без пальца|без пальцев|"
        "без глаза|без ступни|на звон в ушах|на шум в ушах|на головокружение|на головную боль|на боль в ушах|"
        "сильный стресс|стрессовая реакция|острая реакция на стресс|острый стресс|осколочные|рваная рана|рваные раны|"
        "сломал лодыжку|сломала лодыжку|сломал ногу|сломала ногу|сломал руку|сломала руку|сломал ключицу|"
        "сломал запястье|сломала запястье|подвернул ногу|подвернула ногу|подвернула лодыжку|вывихнул плечо|"
        "разбил голову|разбила голову|разбил колено|разбила колено|обжег ладонь|обжег ладони|обожгла руки|обжег руки|"
        "наглотался воды|наглоталась воды|нахлебался воды|наглотался дыма|наглоталась дыма|надышался гарью|"
        "надышалась гарью|надышался дымом|надышалась дымом|осмотрены медиками|осмотрены врачами|осмотрели врачи|"
        "осмотрели медики|осмотрены фельдшером|перевязали медики|медики перевязали|наложили швы|зашили бровь|"
        "під крапельницею|під крапельницями|у бинтах|в бинтах|у гіпсі|в гіпсі|у хірургів|у хірурга|у травматологів|"
        "у травматолога|у лікарів|під наглядом лікарів|під наглядом медиків|на ліжках|на лікарняних ліжках|"
        "на лікарняному ліжку|на операційному столі|в опіковому|у травматології|у хірургії|у реанімації|у палаті|"
        "у палатах|на ноші|на ношах|на каталці|з уламком|з уламками|з переломом|з переломами|з порізом|з порізами|"
        "з опіком|з опіками|із забоєм|з забоями|зі струсом|з контузією|з баротравмою|у шоці|в шоці|без ноги|без руки|"
        "гостра реакція на стрес|гостру реакцію на стрес|наковтався диму|наковталася диму|оглянули медики|"
        "оглянули лікарі|допомогли на місці|допомогу надали на місці|надали допомогу на місці|допомогу на місці|"
        "допомогли на месте|помогли на месте|помощь оказали на месте|оказали помощь на месте"
    ).split("|")
)
_FIRST = frozenset(phrase[0] for phrase in _STATES)
# By their first two words, those with more words first.
_OPENED: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
for _phrase in sorted(_STATES, key=len, reverse=True):
    _OPENED.setdefault(_phrase[:2], []).append(_phrase)
_WITH = frozenset("с со з із зі".split())
_NOT_HURT = (
    *("обязан", "лиценз", "бойц", "военн", "террорист", "преступ", "донор", "сдать кровь", "плановы", "инсульт"),
    *("инфаркт", "роддом", "роды", "дтп", "авари", "пропавш", "зниклих", "эпидем", "грипп", "ковид"),
)
# What doctors do with people, told with their number; the doctors stand in the sentence, before it or at the head.
_TAKEN_IN = (
    *("поступи", "принял", "приняты", "доставл", "доставил", "привез", "увез", "развез", "довез", "раскид", "раскин"),
    *("осмотре", "помогл", "перевяз", "лечат", "лежат", "лежит", "прошли", "прошло", "забрал", "оставлен", "повезл"),
    *("везут", "зашива", "зашил", "оперир", "прооперир", "спасают", "надійшл", "прийнял", "доправ", "привезл"),
    *(
        "розвезл",
        "довезл",
        "оглянул",
        "допомогл",
        "лікують",
        "лежать",
        "забрал",
        "везуть",
        "оперу",
        "прооперу",
        "прооперо",
        "рятують",
    ),
)
_DOCTORS = (
    *("больниц", "госпитал", "медик", "врач", "доктор", "медсанч", "стационар", "травмат", "приемно", "санавиа"),
    *(
        "реанимац",
        "минздрав",
        "фельдшер",
        "поликлин",
        "црб",
        "скорой",
        "скорая",
        "скорую",
        "скорые",
        "скорым",
        "хирург",
    ),
    *("лікарн", "шпитал", "лікар", "стаціонар", "санавіа", "реанімац", "моз", "швидк", "приймальн", "хірург"),
)
_OPERATE = ("оперуют", "прооперу", "прооперо", "оперируют", "прооперир")  # which doctors alone do
_NEUTER = ("ло", "лось")
_REACH = 6
_CUT = ";:.!?()\n"
_CLOSE = 3  # words between somebody and the impersonal verb
_SUBJECTS = ("прави", "решени", "число", "количеств", "руководств", "управлени", "министерств", "время", "дело")
TELLING = word_class(_FIRST | _WITH, (*_BEFELL, *_TAKEN_IN))


def may_be_patients(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of people by the state they are in."""
    return reading.mask & TELLING != 0 and ("unit" in reading.starts or "number" in reading.starts)


def find_patients(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what says that people of a sentence are hurt, where no word of the packs stands there."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, TELLING):
        return []
    taken = {n for t in known for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for n in reading.of_class(TELLING, sentence.start, sentence.stop):
        if n in taken or (n and words[n - 1] in NOT_WORDS):
            continue
        told = _state(words, sentence, n) or _maimed(words, sentence, n) or _befell(scene, sentence, n)
        told = told or _taken_in(scene, sentence, n)
        if told is None or taken.intersection(range(n, told)) or not _somebody(scene, sentence, n, told):
            continue
        if any(w.startswith(_NOT_HURT) for w in words[sentence.start : sentence.stop]):
            return []
        found.append(made_trigger(words, "injured", n, told, _flags(words, n)))
        taken.update(range(n, told))
    return found


def _flags(words: list[str], n: int) -> frozenset[str]:
    return frozenset(("neut", "sing")) if words[n].endswith(_NEUTER) else frozenset()


def _state(words: list[str], sentence: Sentence, n: int) -> int | None:
    """Return where a phrase of the list ends that begins here."""
    for phrase in (*_OPENED.get(tuple(words[n : n + 2]), ()), *_OPENED.get((words[n],), ())):
        stop = n + len(phrase)
        if stop <= sentence.stop and tuple(words[n:stop]) == phrase:
            return stop
    return None


def _maimed(words: list[str], sentence: Sentence, n: int) -> int | None:
    """Return where "с двумя сломанными рёбрами" ends."""
    if words[n] not in _WITH:
        return None
    for at in range(n + 1, min(n + 3, sentence.stop - 1)):
        if words[at].startswith(_MAIMED) and _is_body(words[at + 1]):
            return at + 2
    return None


def _befell(scene: Scene, sentence: Sentence, n: int) -> int | None:
    """Return where "рассекло бровь", "приложило об стену" ends: an impersonal verb beside whom it befell."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not words[n].startswith(_BEFELL) or not words[n].endswith("ло"):
        return None
    first = max(sentence.start, n - _REACH)
    if any(w.startswith(_SUBJECTS) for w in words[first:n]):
        return None
    body = n + 1 < sentence.stop and not reading.parted(n, n + 1, ",;:.!?()") and _is_body(words[n + 1])
    near = scene.quantities_in(max(sentence.start, n - _CLOSE - 1), min(sentence.stop, n + 1 + _CLOSE))
    near = [q for q in near if not reading.parted(min(q.stop, n + 1) - 1, max(q.start, n), ",;:.!?()")]
    nearest = min(near, key=lambda q: (n - q.stop if q.stop <= n else q.start - n, q.start), default=None)
    if nearest is None or not _are_people(words, nearest) or _owns(reading, sentence, nearest):
        return None
    dative, accusative = _is_dative(words[nearest.stop - 1]), _is_accusative(words[nearest.stop - 1])
    if body and (dative or accusative):
        return n + 2
    return n + 1 if accusative and not words[n].startswith(_BREAKS) else None


def _owns(reading: Reading, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether somebody only owns what a verb befell: "машине соседа прошило дверь"."""
    before = reading.ending("unit", max(sentence.start, quantity.start), quantity.start)
    return any(u.value in THINGS and u.stop == quantity.start for u in before)


def _taken_in(scene: Scene, sentence: Sentence, n: int) -> int | None:
    """Return where the verb of "к нам поступили пятеро" ends: doctors are spoken of and the people are counted."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not words[n].startswith(_TAKEN_IN):
        return None
    near = scene.quantities_in(max(sentence.start, n - _REACH), min(sentence.stop, n + _REACH))
    counted = [q for q in near if q.count is not None and q.count.stated is not None and _are_people(words, q)]
    if not any(not reading.parted(min(q.stop, n + 1) - 1, max(q.start, n), ",;:.!?()") for q in counted):
        return None
    before = reading.sentences[max(0, sentence.index - 1)]
    head = reading.sentences[0]
    spoken = words[before.start : sentence.stop] + words[head.start : head.stop]
    own = words[n].startswith(_OPERATE)
    return n + 1 if own or any(w.startswith(_DOCTORS) for w in spoken) else None


def _is_dative(word: str) -> bool:
    return word.endswith(("ю", "у", "е", "и", "ам", "ям", "ому", "ему", "им", "ым", "ей", "ой", "ові", "єві", "і"))


def _is_accusative(word: str) -> bool:
    return word.endswith(("а", "я", "у", "ю", "ов", "ев", "ей", "их", "ых", "ого", "его", "ек", "ок", "ів", "ика"))


def _is_body(word: str) -> bool:
    return word.startswith(_BODY) and not word.startswith(_BODY_NOT)


def _somebody(scene: Scene, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether people stand in the clause of the words."""
    reading, words = scene.reading, scene.reading.tokens.words
    first, last = max(sentence.start, start - _REACH), min(sentence.stop, stop + _REACH)
    return any(
        _are_people(words, q) and not reading.parted(min(q.stop, stop) - 1, max(q.start, start), _CUT)
        for q in scene.quantities_in(first, last)
    )


def _are_people(words: list[str], quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is None:
        return quantity.count is not None and quantity.elliptic and words[quantity.stop - 1].endswith(COLLECTIVE)
    return noun.value in PEOPLE and (quantity.count is not None or "sing" in noun.flags)
