"""One sentence before it is worded: what it says, its numbers, and the nights it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from skyledger.assess.phrases.en import ENGLISH
from skyledger.assess.phrases.ru import RUSSIAN
from skyledger.assess.phrases.uk import UKRAINIAN
from skyledger.say import say, speaking

TEMPLATES: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN})
LANGUAGES = tuple(TEMPLATES)
Value = str | int | float | date
NO_FIELDS: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence.

    Attributes:
        key: Of its template.
        fields: Numbers and dates by name; all of them are in the template.
        nights: First and last night it speaks of.
        incidents: Ids of the incidents behind it.
    """

    key: str
    fields: Mapping[str, Value] = field(default_factory=lambda: NO_FIELDS)
    nights: tuple[date, date] | None = None
    incidents: tuple[str, ...] = ()

    def words(self, language: str = "en") -> str:
        """Return the sentence in a language of ``LANGUAGES``."""
        shown = {name: _shown(value, language) for name, value in self.fields.items()}
        return TEMPLATES[language][self.key].format(**shown)


def _shown(value: Value, language: str) -> str:
    if isinstance(value, str):
        with speaking(language):  # what changed in reporting is told in the words of a pack
            return say(value)
    if isinstance(value, date):
        return value.isoformat() if language == "en" else f"{value:%d.%m.%Y}"
    words = _number(value)
    # A comma divides thousands in English and decimals in the others.
    return words if language == "en" else words.replace(",", "\u00a0").replace(".", ",")


def _number(value: float) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 0.1 or value == 0 else f"{value:.3f}"
    return f"{value:,}" if value >= 10_000 else str(value)
