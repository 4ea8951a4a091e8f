"""What became of the rest, in Russian and Ukrainian: "один дотянул до пятиэтажки", "семнадцать остались в степи".

A number without a noun stands beside a verb of reaching with something on the ground behind it, or beside one of
staying where nothing is to be struck. Drones must be spoken of, there or just before.
"""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.tracks import is_track
from skyledger.extract.nouns import THINGS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_REACHED = (
    *("дошел", "дошла", "дошло", "дошли", "дотян", "добра", "достиг", "прорва", "долете", "долета", "прилет", "пришел"),
    *("пришл", "попал", "угодил", "вошел", "вошл", "влете", "вреза", "воткн", "нашел", "нашла", "нашли", "проби"),
    *("ударил", "рухнул", "накры", "порази", "зацепи", "дополз", "доковы", "просочил", "просочи", "проскоч", "пробра"),
    *("дійшо", "дійшл", "дотягн", "дістав", "дістал", "досяг", "долеті", "прилеті", "прийшо", "прийшл", "влучи"),
    *("поцілил", "влеті", "вріза", "встром", "вдарил", "вдарив", "накри", "урази", "врази", "зачепи", "доповз"),
    *("просочи", "прослизн", "проскочи", "прорвав", "прорвал", "потрапи"),
)
_STAYED = (
    *("остал", "оставш", "осели", "осел", "легли", "лег", "улегл", "полегл", "закончи", "завершил", "окончи", "оборва"),
    *(
        "прерва",
        "сгину",
        "утону",
        "потону",
        "догоре",
        "сгоре",
        "зарыли",
        "упокои",
        "бултых",
        "плюхну",
        "нырну",
        "нашли",
    ),
    *(
        "залиш",
        "лягл",
        "ліг",
        "полягл",
        "закінчи",
        "скінчи",
        "заверши",
        "обірва",
        "перерва",
        "згину",
        "потону",
        "втопи",
    ),
    *("догорі", "згорі", "зарили", "пірну", "шубовс", "знайшл"),
)
_OPEN = (
    *("степ", "лес", "пол", "залив", "болот", "море", "моря", "морем", "озер", "рек", "реч", "посад", "камыш", "лиман"),
    *("пустыр", "овраг", "балк", "пашн", "лугу", "луга", "лугах", "воду", "воде", "пруд", "стороне", "небе", "воздух"),
    *("ліс", "затоц", "затоку", "річ", "ріц", "ставк", "очерет", "ріллі", "яру", "пустищ", "повітр", "луках", "степу"),
)
_ENDS = ("конец", "покой", "могил", "путь", "полет", "карьер", "маршрут", "кінець", "спокій", "шлях", "політ", "кар'єр")
_TARGETS = (
    "цел",
    "ціл",
    "мест",
    "адрес",
    "объект",
    "завод",
    "место",
    "город",
    "місц",
    "міст",
    "азот",
    "корпус",
    "порт",
    "баз",
    "склад",
)
_TO = frozenset("до в во у по на к ко".split())
_HOW = frozenset(
    (
        "все же всё таки таки еще ещё уже из них из всего лишь только но однако увы к сожалению все-таки пришел так и "
        "не же з них лише тільки але однак вже ще на жаль усе ж свои свой свою свій свої"
    ).split()
)
# Nouns that stand for drones behind a number.
_STAND_INS = ("аппарат", "апарат", "цел", "ціл", "борт", "птич", "пташ", "гост", "штук", "машин", "мопед", "объект")
_REACH = 4
_BEHIND = 6
_CUT = ",;:.!?()\n"
_DECIMALS = ("сотн", "процент", "тысяч")
_TELLING = word_class(stems=(*_REACHED, *_STAYED))
_LEFT_OVER = frozenset("решта решту решті інші остальные остальным".split())
_REMAINDER = word_class(_LEFT_OVER)
_STRUCK = ("влучи", "поцілил", "вдарил", "урази", "врази", "попал", "порази", "ударил")


def read_rest(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence with what became of numbers none of them tells of, or by a verb before alone."""
    if not scene.reading.object_values or not scene.reading.says(sentence, _TELLING):
        return frames
    for quantity in scene.quantities_in(sentence.start, sentence.stop):
        if quantity.count is None or quantity.span is None:
            continue
        told = [f for f in frames if f.token == quantity.start or f.count_span == quantity.span]
        if any(not _is_borrowed(f, quantity) for f in told):
            continue
        if (frame := _rest(scene, sentence, quantity)) is not None:
            frames = [*(f for f in frames if f not in told), frame]
    return frames + _rest_of_them(scene, sentence, frames)


def _rest_of_them(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the hit, without a number, of those left over: "два збито, решта досягла цілей"."""
    reading, words = scene.reading, scene.reading.tokens.words
    told = {f.kind for f in frames} if frames else set()
    if Kind.INTERCEPTION not in told or any(f.fate is Fate.HIT for f in frames):
        return []
    for n in reading.of_class(_REMAINDER, sentence.start, sentence.stop - 1):
        verb = next((k for k in range(n + 1, min(sentence.stop, n + 3)) if words[k].startswith(_REACHED)), None)
        named = reading.in_range("object", reading.sentences[max(0, sentence.index - 1)].start, n)
        if (
            words[n] not in _LEFT_OVER
            or verb is None
            or not named
            or words[verb - 1] == "не"
            or reading.parted(n, verb, _CUT)
        ):
            continue
        if words[verb].startswith(_STRUCK) or _arrives(scene, verb, _end(reading, sentence, verb)):
            nobody = Quantity(None, None, n, n + 1, None)
            return [_frame(scene, sentence, nobody, named[-1], verb, Kind.ATTACK, Fate.HIT)]
    return []


def _is_borrowed(frame: Frame, quantity: Quantity) -> bool:
    """Tell whether a downing is told by a verb before a bare number: "восемь обнулили, один пришёл в цех"."""
    assert quantity.span is not None
    return frame.kind is Kind.INTERCEPTION and quantity.noun is None and frame.trigger.stop <= quantity.span.start


def _rest(scene: Scene, sentence: Sentence, quantity: Quantity) -> Frame | None:
    reading, words = scene.reading, scene.reading.tokens.words
    start = _start_behind(scene, quantity)
    noun = _flown(scene, sentence, quantity)
    if start is None or noun is None or is_track(reading, sentence):
        return None
    verb = start
    while (
        verb < min(sentence.stop, start + _REACH) and words[verb] in _HOW and not reading.parted(verb - 1, verb, _CUT)
    ):
        verb += 1
    if verb >= sentence.stop or reading.parted(verb - 1, verb, _CUT) or words[verb - 1] == "не":
        return None
    last = _end(reading, sentence, verb)
    if words[verb].startswith(_STAYED) and _stays(words, verb, last):
        kind, fate = Kind.INTERCEPTION, Fate.DOWNED
    elif words[verb].startswith(_REACHED) and _arrives(scene, verb, last):
        kind, fate = Kind.ATTACK, Fate.HIT
    else:
        return None
    if is_negated(reading, quantity.start, quantity.stop) or trap_at(reading, sentence, verb, verb + 1) is not None:
        return None
    return _frame(scene, sentence, quantity, noun, verb, kind, fate)


def _frame(
    scene: Scene, sentence: Sentence, quantity: Quantity, noun: Mention, verb: int, kind: Kind, fate: Fate
) -> Frame:
    reading = scene.reading
    chunk = Chunk(quantity.start, sentence.stop, "", [quantity], [], scene.places_in(quantity.start, sentence.stop))
    return Frame(
        kind,
        reading.span(verb, verb + 1),
        sentence.index,
        f"ru.{kind.value}.rest",
        fate,
        ObjectType(noun.value),
        count=quantity.count,
        count_span=quantity.span,
        place=place_for(reading, [chunk], 0, quantity),
        token=quantity.start,
    )


def _start_behind(scene: Scene, quantity: Quantity) -> int | None:
    """Return where the words behind a number begin that counts no people and nothing else on the ground."""
    words, stop = scene.reading.tokens.words, quantity.stop
    if quantity.noun is not None:
        return stop if quantity.noun.category == "object" and quantity.noun.value != "aircraft" else None
    if words[stop - 1].endswith(COLLECTIVE) or words[stop - 1].startswith(_DECIMALS):
        return None
    return stop + 1 if stop < len(words) and words[stop].startswith(_STAND_INS) else stop


def _flown(scene: Scene, sentence: Sentence, quantity: Quantity) -> Mention | None:
    """Return what flew: the number's own noun, else that named last in the sentence or the two before."""
    if quantity.noun is not None:
        return quantity.noun
    first = scene.reading.sentences[max(0, sentence.index - 2)].start
    named = [m for m in scene.reading.in_range("object", first, quantity.start) if m.value != "aircraft"]
    return named[-1] if named else None


def _end(reading: Reading, sentence: Sentence, verb: int) -> int:
    last = verb + 1
    while last < min(sentence.stop, verb + 1 + _BEHIND) and not reading.parted(last - 1, last, _CUT):
        last += 1
    return last


def _stays(words: list[str], verb: int, last: int) -> bool:
    """Tell whether what stayed lies where nothing is struck, or ended its way."""
    behind = words[verb + 1 : last]
    if any(w.startswith(_ENDS) for w in behind[:4]):
        return True
    return any(w in _TO and k + 1 < len(behind) and behind[k + 1].startswith(_OPEN) for k, w in enumerate(behind))


def _arrives(scene: Scene, verb: int, last: int) -> bool:
    """Tell whether something on the ground stands behind a verb of reaching."""
    words = scene.reading.tokens.words
    behind = words[verb + 1 : last]
    if any(w.startswith(_OPEN) for w in behind[:3]):
        return False
    things = [q for q in scene.quantities_in(verb + 1, last) if q.noun is not None and q.noun.value in THINGS]
    return bool(things) or any(w.startswith(_TARGETS) for w in behind[:4])
