"""Air alerts declared and lifted, and services put on alert; an alert is never the result of an attack.

A word for an alert ("siren", "тревога", "red level") tells that one was declared, unless its clause says that it ended
("went quiet", "снят", "більше немає"); a clause that says both gives both.
"""

from dataclasses import dataclass

from skyledger.extract.context import trap_at
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.not_so import did_not_come
from skyledger.extract.scene import Scene
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Frame, Mention, PlacePhrase, Sentence
from skyledger.model.kinds import Fate, Kind, PlaceKind

TRIGGERS = frozenset(("alert", "alert_lifted"))
_LIFTED = tuple(
    "скасов скасув знят зняли знима відмін відбил відбит скінч закінч заверш замовк стихл вщух вимкн минул "
    "снят сняли снима отмен законч заверш стих смолк замолч умолк выключ минова lifted cancelled canceled "
    "ended".split()
)
_LIFTED_TWO = frozenset(
    (
        *(
            ("went", "quiet"),
            ("went", "silent"),
            ("fell", "silent"),
            ("fell", "quiet"),
            ("called", "off"),
            ("is", "over"),
        ),
        *(
            ("was", "over"),
            ("were", "over"),
            ("stood", "down"),
            ("switched", "off"),
            ("has", "passed"),
            ("больше", "нет"),
        ),
        *(("більше", "немає"), ("більше", "нема"), ("no", "longer"), ("died", "down"), ("died", "away")),
    )
)
_DECLARED = tuple(
    "оголо ввели увімкн ввімкн лунал пролуна залуна завил виют виє загул звуч дали діє діяв трива "
    "объяв введ включ прозвуч зазвуч завы воют воет взвы гуде загуд орет орут сработа действ длил звучал "
    "declared announced sounded sound sounding introduced issued began started start activated wail howl blar "
    "heard ringing rang "
    "screaming lasted".split()
)
_DECLARED_TWO = frozenset((("went", "off"), ("are", "on"), ("is", "on"), ("going", "off"), ("go", "off")))
_AGAIN = frozenset("знову знов вдруге удруге снова опять вновь again anew".split())
_ONCE_MORE = frozenset((("ще", "раз"), ("ещё", "раз"), ("еще", "раз"), ("once", "more")))
_NEAR = 12  # characters from the word to its hour
_SIREN = ("siren", "сирен")
_OTHER_SIRENS = tuple(
    "ambulance engine police скорой скорых пожарн полиц поліц швидк пожеж машин car emergency".split()
)
_APPEALS = frozenset(
    "mind ignore heed neglect respect observe ігноруйте ігнорувати нехтуйте нехтувати реагуйте зважайте пам'ятайте "
    "игнорируйте игнорировать пренебрегайте реагируйте".split()
)
_PHONES = ("phone", "телефон", "alert", "message", "warning")
_ABOUT = (["about"], ["of"], ["over"], ["о"], ["об"], ["про"])
_AIR = tuple(
    "air drone uav missile attack aerial unmanned воздуш бпла беспил дрон ракет атак повітр безпіл шахед".split()
)
_CAUSES = frozenset(
    "через из-за из за during because due under after после під под после після amid despite попри несмотря".split()
)
_NOT_YET = frozenset("нет нету не немає нема not no yet never".split())
# What says of an all-clear that it is still to come: "скоро відбій", "чекаємо на відбій", "until the all-clear".
_AWAITED = (
    "скоро",
    "буде",
    "будет",
    "чека",
    "очіку",
    "дочек",
    "дочека",
    "дадуть",
    "дадут",
    "жд",
    "дожд",
    "ожида",
    "await",
)
_UNTO = frozenset("до until till for".split())
_UNTIL = frozenset("until till до лише только тільки".split())
_REACH, _BEHIND, _SHORT = 18, 3, 7
_BARE_LINE = 5  # words
_FATES = {"alert": Fate.DECLARED, "alert_lifted": Fate.LIFTED}


_DURING = ("під час", "підчас", "во время", "протягом", "упродовж", "впродовж", "в течение", "на протяжении", "during")


def _says_when(words: list[str], start: int) -> bool:
    """Tell whether an alert only says when something happened: "під час повітряної тривоги", "during an alert"."""
    before = " ".join(words[max(0, start - 4) : start])
    for skipped in (" the", " an", " another", " a", " нічної", " ночной", " чергової", " очередной", " цієї", " этой"):
        before = before.removesuffix(skipped)
    return before.endswith(_DURING)


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause says of an alert: the words that it began and that it ended."""

    begun: int | None
    ended: int | None


class AlertRule:
    """Finds alerts, one frame a place of a list, since each area has its own."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the alert frames of a sentence."""
        frames: list[Frame] = []
        seen: set[str] = set()
        for trigger in self.scene.triggers_in(sentence, TRIGGERS):
            if not self._stands(sentence, trigger):
                continue
            told = self._told(sentence, trigger)
            value = "alert_lifted" if told.ended is not None and told.begun is None else trigger.value
            if value in seen:
                continue
            seen.add(value)
            frames += self._frames(sentence, trigger, value, trigger.start)
            if told.begun is not None and told.ended is not None and "alert_lifted" not in seen:
                seen.add("alert_lifted")
                frames += self._frames(sentence, trigger, "alert_lifted", told.ended)
        return frames + self._anew(sentence, frames)

    def _anew(self, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
        """Return the alert that came back with an hour of its own: "відбій о 04:58, потім знову о 05:20"."""
        words = self.scene.reading.tokens.words
        lifted = [f for f in frames if f.fate is Fate.LIFTED]
        if not lifted:
            return []
        last = max(f.token for f in lifted)
        for n in range(last + 1, sentence.stop):
            own = words[n] in _AGAIN or tuple(words[n : n + 2]) in _ONCE_MORE
            behind = self.scene.reading.tokens.starts[n]
            near = [t for t in self.scene.times_in(sentence) if 0 < t.span.start - behind <= _NEAR and t.kind == "at"]
            if own and near:
                trigger = made_trigger(words, "alert", n, n + 1)
                return self._frames(sentence, trigger, "alert", n)
        return []

    def _stands(self, sentence: Sentence, trigger: Mention) -> bool:
        reading = self.scene.reading
        words = reading.tokens.words
        if trigger.value == "alert":
            lifted = self.scene.triggers_in(sentence, frozenset(("alert_lifted",)))
            if any(abs(t.start - trigger.start) <= 3 for t in lifted):
                return False  # "alert over"
            if _APPEALS.intersection(words[max(sentence.start, trigger.start - 4) : trigger.start]):
                return False  # "Mind the air alert!" asks, and tells nothing
            if _says_when(words, trigger.start):
                return False
            if words[trigger.start - 1] == "no" or did_not_come(reading, sentence, trigger):
                self.scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
                return False
            if words[trigger.stop - 1].startswith(_PHONES) and self._warns_of_others(sentence, trigger):
                self.scene.reject(trigger.start, trigger.stop, trigger.value, "a warning of something else")
                return False
            if not self._sounds(sentence, trigger):
                self.scene.reject(trigger.start, trigger.stop, trigger.value, "no siren is said to sound")
                return False
        elif trigger.start > sentence.start and words[trigger.start - 1] in _CAUSES:
            return False  # "через тривогу скасовано заняття": the lessons are off
        elif self._is_awaited(sentence, trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "not lifted yet")
            return False
        trap = trap_at(reading, sentence, trigger.start, trigger.stop)
        if trap is not None and (trap.value != "forecast" or trigger.value == "alert_lifted"):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "inside a drill or other trap")
            return False
        return True

    def _warns_of_others(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether phones were warned of nothing in the air: "оповещение на телефоны о грозе"."""
        ahead = range(trigger.stop, min(sentence.stop, trigger.stop + _SHORT))
        behind = [self.scene.reading.tokens.words[n] for n in ahead if not self._is_cut(trigger.stop, n)]
        return behind[:1] in _ABOUT and not any(w.startswith(_AIR) for w in behind)

    def _sounds(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether sirens sound or fall silent: "he disliked sirens", "сирена скорой" are no alert."""
        words = self.scene.reading.tokens.words
        own = words[trigger.start : trigger.stop]
        if not own[0].startswith(_SIREN) or len(own) > 1:
            return True
        near = words[sentence.start : sentence.stop]
        if any(w.startswith(_OTHER_SIRENS) for w in words[max(sentence.start, trigger.start - 2) : trigger.stop + 3]):
            return False
        told = self._told(sentence, trigger)
        return told.begun is not None or told.ended is not None or len(near) <= _SHORT

    def _is_awaited(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether an all-clear has not come: "отбоя тревоги пока нет", "no all-clear yet"."""
        words = self.scene.reading.tokens.words
        behind = range(trigger.stop, min(sentence.stop, trigger.stop + 6))
        before = range(max(sentence.start, trigger.start - 2), trigger.start)
        if any(words[n].startswith(_AWAITED) or words[n] in ("soon", "wait") for n in before):
            return True
        if trigger.start > sentence.start and words[trigger.start - 1] in _UNTO:
            return True  # "Київ та область, до відбою", "wait for the all-clear"
        own = [n for n in behind if not self._is_cut(trigger.stop, n)] + list(before)
        return any(words[n] in _NOT_YET for n in own)

    def _told(self, sentence: Sentence, trigger: Mention) -> Told:
        """Find the words that an alert began and ended: "тривогу оголосили о 2:51 і відбили о 6:05"."""
        words = self.scene.reading.tokens.words
        if trigger.value != "alert":
            return Told(None, None)
        ahead = range(trigger.stop, min(trigger.stop + _REACH, sentence.stop))
        back = range(trigger.start - 1, max(sentence.start, trigger.start - _BEHIND) - 1, -1)
        inside = range(trigger.start, trigger.stop)
        caused = trigger.start > sentence.start and words[trigger.start - 1] in _CAUSES
        ended = None if caused else next((n for n in (*ahead, *back) if self._ends(trigger, n)), None)
        begun = next((n for n in (*inside, *ahead, *back) if self._is_word(n, _DECLARED, _DECLARED_TWO)), None)
        if ended is not None and begun is not None and begun > ended > trigger.start:
            begun = None
        return Told(begun, ended)

    def _ends(self, trigger: Mention, n: int) -> bool:
        """Tell whether a word says that the alert is over, and not that it is not yet."""
        words = self.scene.reading.tokens.words
        if not self._is_word(n, _LIFTED, _LIFTED_TWO):
            return False
        if n > trigger.stop and ";" in self.scene.reading.gap(trigger.stop - 1, n):
            return False
        if NOT_WORDS.isdisjoint(words[max(0, n - 2) : n]):
            return True
        return not _UNTIL.isdisjoint(words[n : n + 3])  # "was not lifted until 6:05"

    def _is_word(self, n: int, stems: tuple[str, ...], pairs: frozenset[tuple[str, str]]) -> bool:
        words = self.scene.reading.tokens.words
        return words[n].startswith(stems) or (n + 1 < len(words) and (words[n], words[n + 1]) in pairs)

    def _is_cut(self, start: int, stop: int) -> bool:
        return self.scene.reading.parted(start - 1, stop, ",;")

    def _frames(self, sentence: Sentence, trigger: Mention, value: str, token: int) -> list[Frame]:
        reading = self.scene.reading
        first = trigger.start if token == trigger.start else token
        span = reading.span(first, trigger.stop if token == trigger.start else token + 1)
        words = span.slice(reading.text).lower()
        detail = "services on alert" if "готовност" in words or "high alert" in words else ""
        rule = f"{trigger.lang}.alert.{value}"
        found = self.scene.places_in(sentence.start, sentence.stop) or self._places_beside(sentence)
        found = [p for p in found if p.role == "place"] or found  # "in the city of Cherkasy" is one place
        places = self._inmost(self._each(found)) or [None]
        return [
            Frame(Kind.ALERT, span, sentence.index, rule, _FATES[value], place=place, detail=detail, token=token)
            for place in places
        ]

    def _places_beside(self, sentence: Sentence) -> list[PlacePhrase]:
        """Return the places a short post names in a line of their own: "Отбой опасности. Липецкая область."."""
        reading = self.scene.reading
        for index in (sentence.index + 1, sentence.index - 1):
            if not 0 <= index < len(reading.sentences):
                continue
            other = reading.sentences[index]
            places = self.scene.places_in(other.start, other.stop)
            bare = other.stop - other.start <= _BARE_LINE and not reading.starting("trigger", other.start, other.stop)
            if places and bare:
                return places
        return []

    def _inmost(self, places: list[PlacePhrase | None]) -> list[PlacePhrase | None]:
        """Leave out a region that only says where the district behind it lies: "Полтавська обл., Кременчуцький р-н"."""
        known = self.scene.reading.packs.places
        kept: list[PlacePhrase | None] = []
        for n, place in enumerate(places):
            behind = places[n + 1] if n + 1 < len(places) else None
            if place is not None and behind is not None:
                outer = {i for i in place.members[0] if i in known and known[i].kind is PlaceKind.REGION}
                inner = [known[i] for i in behind.members[0] if i in known]
                if any(i.kind is PlaceKind.DISTRICT and i.region in outer for i in inner):
                    continue
            kept.append(place)
        return kept

    @staticmethod
    def _each(places: list[PlacePhrase]) -> list[PlacePhrase | None]:
        out: list[PlacePhrase | None] = []
        for place in places:
            for n, ids in enumerate(place.members):
                span = place.member_spans[n] if n < len(place.member_spans) else place.span
                kind = place.kinds[n] if n < len(place.kinds) else None
                out.append(
                    PlacePhrase((ids,), place.start, place.stop, span, place.role, (kind,), place.within, (span,))
                )
        return out
