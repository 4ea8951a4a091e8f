"""A made-up archive of claims, drawn from a seed: regions, nights, posts, rewrites, counts that grow, reprints.

The shape is that of the field, the words are ours: for every region with something to tell, its governor posts (often
twice: evening, then night), channels copy or retell it in three languages with or without naming anybody, people hurt
are counted up, towns have fires, and a ministry's bulletin lists the regions. One text in two hundred comes again days
later under a new date. Everything follows from the seed; no clock, no file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from skyledger.model import (
    Claim,
    ClaimStatus,
    Count,
    Document,
    Evidence,
    Fate,
    Harm,
    Interval,
    Kind,
    Lang,
    Modality,
    ObjectType,
    Outlet,
    Place,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Side,
    Span,
    Speaker,
    TimePrecision,
    TimeRange,
    Unit,
)
from skyledger.model.ids import claim_id

Text = tuple[Document, tuple[Claim, ...]]

FIRST_NIGHT = datetime(2024, 1, 1, 17, 0, tzinfo=UTC)  # 20:00 of a zone three hours ahead
REGIONS = 60
TOWNS = 12
OUTLETS = 150

_DOWNED = (
    "Overnight our air defence crews destroyed {n} drones over {place}, the governor wrote in the morning.",
    "Ночью силы ПВО сбили {n} беспилотников, их видели над землями, которые зовут {place}, пишет глава.",
    "Уночі сили ППО збили {n} безпілотників над краєм, що зветься {place}, пише очільник.",
    "{n} unmanned aircraft brought down above {place} while people slept, officials there say.",
    "{place}: {n} drones did not reach what they flew for, says a channel that follows the sky.",
)
_UNHURT = (
    "By first reports nobody was hurt and nothing was damaged in any of the districts.",
    "По первым сведениям, никто не пострадал, разрушений на земле тоже нет, службы на местах.",
    "За першими даними, ніхто не постраждав, служби працюють на місцях падіння уламків.",
)
_HURT = (
    "{n} people were taken to hospital with wounds of middling weight, doctors are with them.",
    "{n} человек увезли в больницу с ранами средней тяжести, врачи делают все, что нужно.",
    "{n} людей забрали до лікарні з пораненнями середньої тяжкості, лікарі поряд.",
)
_FIRE = (
    "In {place} a store house caught fire after the night, crews put it out by dawn.",
    "Город {place}: после ночи загорелся склад, пожарные справились до рассвета.",
    "Місто {place}: після ночі зайнявся склад, рятувальники впоралися до світанку.",
)
_TOTAL = "During the past night {n} drones were destroyed and taken down over the regions of the country."
_PART = " {n} over {place},"
_LANGS = (Lang.EN, Lang.RU, Lang.UK)


@dataclass(frozen=True)
class _Story:
    """What one region has to tell of one night."""

    region: Place
    governor: Speaker
    window: TimeRange
    dawn: datetime
    downed: int
    hurt: int


def make_archive(claims: int, seed: int = 4) -> Iterator[Text]:
    """Yield texts with their claims in the order they come, until there are at least ``claims`` claims.

    Args:
        claims: How many claims; the last text may add a few more.
        seed: What everything is drawn from.

    Yields:
        Documents with the claims they make.
    """
    random, made, night = Random(seed), 0, 0
    late: list[tuple[datetime, Text]] = []
    while True:
        texts = [*_night_of(night, random), *(text for due, text in late if due < _dusk(night + 1))]
        late = [(due, text) for due, text in late if due >= _dusk(night + 1)]
        for document, own in sorted(texts, key=lambda t: (t[0].published_at or FIRST_NIGHT, t[0].id)):
            yield document, own
            made += len(own)
            if made >= claims:
                return
            if random.random() < 0.005 and document.outlet.type != "official":
                late.append(_reprint(document, own, random))
        night += 1


def _dusk(night: int) -> datetime:
    return FIRST_NIGHT + timedelta(days=night)


def _night_of(night: int, random: Random) -> Iterator[Text]:
    parts: list[tuple[Place, int]] = []
    for number in range(REGIONS):
        if random.random() < 0.45:
            story = _story(night, number, random)
            parts.append((story.region, story.downed))
            yield from _tell(story, night, random)
    if parts:
        yield from _bulletin(night, parts, random)


def _story(night: int, number: int, random: Random) -> _Story:
    region = Place(
        id=f"RU-{number:03d}",
        kind=PlaceKind.REGION,
        precision=PlacePrecision.REGION,
        name=f"Region {number}",
        region=f"RU-{number:03d}",
        country="RU",
    )
    governor = Speaker(
        id=f"governor-{number}", name=f"Governor {number}", role="governor", side=Side.RU, region=region.id, text=""
    )
    dusk = _dusk(night)
    window = TimeRange(start=dusk, end=dusk + timedelta(hours=12), precision=TimePrecision.NIGHT, text="overnight")
    downed = min(1 + int(random.expovariate(0.08)), 140)
    hurt = random.choice((0, 0, 0, 0, 1, 3))
    return _Story(region, governor, window, dusk + timedelta(hours=12), downed, hurt)


def _tell(story: _Story, night: int, random: Random) -> Iterator[Text]:
    evening = TimeRange(
        start=story.window.start,
        end=_dusk(night) + timedelta(hours=4),
        precision=TimePrecision.PART_OF_DAY,
        text="in the evening",
    )
    if random.random() < 0.3:
        few = max(story.downed // 3, 1)
        yield _post(story, few, 0, evening, _dusk(night) + timedelta(hours=4, minutes=5), random, own=True)
    yield _post(story, story.downed, story.hurt, story.window, story.dawn, random, own=True)
    for _ in range(random.randrange(2, 12)):
        at = story.dawn + timedelta(minutes=5 + int(random.expovariate(1 / 150)))
        window: TimeRange | None = story.window
        if random.random() < 0.12:  # no time phrase: nothing but the day of the post
            day = at.replace(hour=0, minute=0)
            window = TimeRange(start=day, end=day + timedelta(days=1), precision=TimePrecision.NONE)
            window = None if random.random() < 0.2 else window
        told = story.downed if random.random() < 0.95 else story.downed + 1
        yield _post(story, told, story.hurt, window, at, random, own=False)
    if story.hurt:
        for step in (1, 2):
            more = story.hurt * (2 * step)
            yield _post(
                story, story.downed, more, story.window, story.dawn + timedelta(hours=3 * step), random, own=True
            )
    if random.random() < 0.3:
        town = random.randrange(TOWNS)
        for _ in range(random.randrange(1, 6)):
            yield _fire(story, town, story.dawn + timedelta(minutes=random.randrange(400)), random)


def _post(
    story: _Story, downed: int, hurt: int, window: TimeRange | None, at: datetime, random: Random, *, own: bool
) -> Text:
    lang = 0 if own else random.randrange(len(_LANGS))
    first = _DOWNED[lang if random.random() < 0.6 else random.randrange(len(_DOWNED))]
    second = (_HURT if hurt else _UNHURT)[lang]
    sentences = [first.format(n=downed, place=story.region.name), second.format(n=hurt)]
    document = _document(sentences, at, random, official=story.region.id if own else "", lang=_LANGS[lang])
    speaker = story.governor if own else None
    if not own and random.random() < 0.5:
        speaker = replace(story.governor, text="the governor")
    common: dict[str, Any] = {"place": story.region, "time": window, "speaker": speaker}
    number = Count(
        low=downed, high=downed, stated=downed, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=str(downed)
    )
    injured = Interval(low=hurt, high=hurt)
    harm = Harm(injured=injured) if hurt else Harm(killed=Interval(low=0, high=0), injured=injured)
    return document, (
        _claim(
            document, sentences, 0, kind=Kind.INTERCEPTION, fate=Fate.DOWNED, object=ObjectType.UAV, count=number,
            **common,
        ),
        _claim(
            document, sentences, 1, kind=Kind.CASUALTIES if hurt else Kind.NO_CASUALTIES, harm=harm,
            modality=Modality.ASSERTED if hurt else Modality.PRELIMINARY, **common,
        ),
    )  # fmt: skip


def _fire(story: _Story, number: int, at: datetime, random: Random) -> Text:
    town = Place(
        id=f"gn:{story.region.id}-{number}",
        kind=PlaceKind.SETTLEMENT,
        precision=PlacePrecision.SETTLEMENT,
        name=f"Town {number} of {story.region.name}",
        region=story.region.id,
        country="RU",
    )
    lang = random.randrange(len(_LANGS))
    sentences = [_FIRE[lang].format(place=town.name)]
    document = _document(sentences, at, random, lang=_LANGS[lang])
    window = story.window if random.random() < 0.7 else None
    return document, (_claim(document, sentences, 0, kind=Kind.FIRE, place=town, time=window, detail="store house"),)


def _bulletin(night: int, parts: list[tuple[Place, int]], random: Random) -> Iterator[Text]:
    total = sum(n for _, n in parts)
    sentences = [_TOTAL.format(n=total), "".join(_PART.format(n=n, place=p.name) for p, n in parts).strip()]
    country = Place(id="RU", kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, name="Russia", country="RU")
    ministry = Speaker(id="ru-mod", name="The ministry", role="ministry", side=Side.RU, text="")
    window = TimeRange(
        start=_dusk(night), end=_dusk(night) + timedelta(hours=12), precision=TimePrecision.NIGHT, text="past night"
    )
    for copy in range(4):
        at = _dusk(night) + timedelta(hours=13, minutes=20 * copy)
        document = _document(sentences, at, random, official="" if copy else "ministry", lang=Lang.EN)
        speaker = replace(ministry, text="the ministry") if copy else ministry
        common: dict[str, Any] = {
            "kind": Kind.INTERCEPTION,
            "fate": Fate.DOWNED,
            "object": ObjectType.UAV,
            "time": window,
            "speaker": speaker,
        }
        whole = _claim(document, sentences, 0, count=_exactly(total), place=country, aggregate=True, **common)
        listed = [
            _claim(document, sentences, 1, count=_exactly(n), place=place, part_of=whole.id, **common)
            for place, n in parts
        ]
        yield document, (whole, *listed)


def _reprint(document: Document, own: tuple[Claim, ...], random: Random) -> tuple[datetime, Text]:
    """Return a text as it comes again under a new date, "last night" meaning another night now."""
    late = timedelta(days=random.randrange(6, 30))
    at = (document.published_at or FIRST_NIGHT) + late
    outlet = f"site{random.randrange(OUTLETS)}"
    again = replace(
        document, id=f"{document.id}-again", outlet=Outlet(name=outlet, handle=outlet, type="rewrite"), published_at=at
    )
    ids = {claim.id: claim_id(again.id, claim.id) for claim in own}
    claims = [
        replace(
            claim,
            id=ids[claim.id],
            document_id=again.id,
            part_of=ids.get(claim.part_of or ""),
            time=None if claim.time is None else _moved(claim.time, late),
            evidence=tuple(replace(e, document_id=again.id) for e in claim.evidence),
        )
        for claim in own
    ]
    return at, (again, tuple(claims))


def _moved(time: TimeRange, late: timedelta) -> TimeRange:
    return replace(
        time,
        start=None if time.start is None else time.start + late,
        end=None if time.end is None else time.end + late,
    )


def _document(sentences: list[str], at: datetime, random: Random, *, official: str = "", lang: Lang) -> Document:
    outlet = Outlet(name=official, handle=official, type="official")
    if not official:
        name = f"outlet{random.randrange(OUTLETS)}"
        outlet = Outlet(name=name, handle=name, type=random.choice(("news", "channel", "rewrite")))
    return Document(
        id=f"b{random.getrandbits(60):015x}", text=" ".join(sentences), outlet=outlet, lang=lang, published_at=at
    )


def _exactly(number: int) -> Count:
    return Count(low=number, high=number, stated=number, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=str(number))


def _claim(document: Document, sentences: list[str], which: int, **fields: Any) -> Claim:
    """Return a claim whose evidence is one whole sentence."""
    start = sum(len(sentence) + 1 for sentence in sentences[:which])
    span = Span(start=start, stop=start + len(sentences[which]))
    evidence = Evidence(field="trigger", document_id=document.id, span=span, text=sentences[which])
    place = fields.get("place")
    id = claim_id(document.id, str(which), "" if place is None else place.id)
    return Claim(
        id=id, document_id=document.id, status=ClaimStatus.CURRENT, rule="bench", evidence=(evidence,), **fields
    )
