"""What a report on an assessment consists of, before any rendering: headings and finished sentences."""

from dataclasses import dataclass

from skyledger.assess.assessment import AreaAssessment, Assessment
from skyledger.assess.phrases.say import say_area, say_evidence, say_forecast, say_verdict
from skyledger.assess.phrases.sentence import Sentence
from skyledger.publish.assess.headings import HEADINGS
from skyledger.publish.map.borders import region_name


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """One line of the table of regions, in words."""

    id: str
    name: str
    attacks: int
    unknown: int
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AssessReport:
    """A report.

    Attributes:
        area: What it is about.
        name: Its name.
        language: Of the words.
        verdict: The sentence on top.
        evidence: What it rests on.
        forecast: What may come.
        across: Across regions; empty for a single one.
        regions: Table of regions; empty for a single one.
    """

    area: AreaAssessment
    name: str
    language: str
    verdict: Sentence
    evidence: tuple[Sentence, ...]
    forecast: tuple[Sentence, ...]
    across: tuple[Sentence, ...]
    regions: tuple[RegionRow, ...]

    def heading(self, key: str) -> str:
        """Return a heading in the report's language."""
        return HEADINGS[self.language][key]

    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return headings with their finished sentences, those without any left out."""
        parts = (("evidence", self.evidence), ("area", self.across), ("forecast", self.forecast))
        return tuple((self.heading(k), tuple(s.words(self.language) for s in listed)) for k, listed in parts if listed)


def build_report(area: AreaAssessment, language: str = "en") -> AssessReport:
    """Return the report on an assessment in a language (en, ru, uk)."""
    many = len(area.regions) > 1
    return AssessReport(
        area=area,
        name=place_name(area.whole.series.region),
        language=language,
        verdict=say_verdict(area.whole),
        evidence=say_evidence(area.whole),
        forecast=say_forecast(area.whole),
        across=say_area(area),
        regions=tuple(_row(a, language) for a in area.regions) if many else (),
    )


def place_name(id: str) -> str:
    """Return ``Kaluga Oblast (RU-KLU)``, or the id alone where it has no name."""
    name = region_name(id)
    return id if name == id else f"{name} ({id})"


def level_words(assessment: Assessment, language: str) -> str:
    """Return the rung in few words."""
    verdict = assessment.verdict
    return HEADINGS[language][str(verdict.level)].format(since=verdict.since)


def _row(assessment: Assessment, language: str) -> RegionRow:
    cover = assessment.coverage
    return RegionRow(
        id=assessment.series.region,
        name=place_name(assessment.series.region),
        attacks=cover.attacks,
        unknown=cover.nights - cover.known,
        verdict=level_words(assessment, language),
    )
