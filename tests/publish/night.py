"""A small night of our own invention: fourteen texts in three languages, with every trap a report must survive.

All texts, figures and persons are made up; places and offices are real so that ids and borders fit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from skyledger.model import (
    Claim,
    ClaimStatus,
    Count,
    Document,
    Fate,
    Finding,
    FindingVersion,
    Harm,
    Incident,
    IncidentStatus,
    Interval,
    Issue,
    Kind,
    Lang,
    Modality,
    ObjectType,
    Origin,
    Outlet,
    Place,
    PlaceKind,
    PlacePrecision,
    Qualifier,
    Side,
    Speaker,
    TimePrecision,
    TimeRange,
    TotalCheck,
    TotalVerdict,
    Unit,
)
from skyledger.model.ids import incident_id, origin_id
from tests import builders
from tests.builders import a_document, an_interval, an_issue, evidence_for

NIGHT = date(2025, 12, 11)
NOW = datetime(2025, 12, 11, 9, 0, tzinfo=UTC)
LATER = datetime(2025, 12, 13, 9, 0, tzinfo=UTC)
MSK = ZoneInfo("Europe/Moscow")
KYIV = ZoneInfo("Europe/Kyiv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What reconcile will hand over for an airport."""

    place: Place
    closed_from: datetime | None
    opened_at: datetime | None
    closure: str
    reopening: str | None
    closed_told: bool = False
    opened_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    issues: tuple[Issue, ...]
    closures: tuple[Closed, ...]
    expected: tuple[Outlet, ...]

    def arguments(self) -> dict[str, Any]:
        names = ("documents", "claims", "incidents", "issues", "closures", "expected")
        return {name: getattr(self, name) for name in names}


def region(id: str, name: str, text: str) -> Place:
    return Place(
        id=id, kind=PlaceKind.REGION, precision=PlacePrecision.REGION, name=name, region=id, country=id[:2], text=text
    )


def spot(id: str, name: str, text: str, kind: PlaceKind, precision: PlacePrecision, at: str, **more: Any) -> Place:
    """``at`` is "region lat lon"."""
    where, lat, lon = at.split()
    return Place(
        id=id,
        kind=kind,
        precision=precision,
        name=name,
        region=where,
        country=where[:2],
        lat=float(lat),
        lon=float(lon),
        text=text,
        **more,
    )


def airport(id: str, name: str, text: str, at: str) -> Place:
    return spot(id, name, text, PlaceKind.AIRPORT, PlacePrecision.POINT, at)


def number(text: str, low: int, high: int | None = -1, unit: Unit = Unit.OBJECT, **more: Any) -> Count:
    exact = high == -1
    return Count(
        low=low,
        high=low if exact else high,
        stated=more.pop("stated", low),
        qualifier=more.pop("qualifier", Qualifier.EXACT),
        unit=unit,
        text=text,
    )


def hours(start: str, end: str | None, zone: ZoneInfo, precision: TimePrecision, text: str) -> TimeRange:
    """``start`` is "10 20:00": day of December 2025 and local time."""

    def moment(words: str) -> datetime:
        day, clock = words.split()
        hour, minute = clock.split(":")
        return datetime(2025, 12, int(day), int(hour), int(minute), tzinfo=zone)

    return TimeRange(start=moment(start), end=None if end is None else moment(end), precision=precision, text=text)


def a_claim(document: Document, **fields: Any) -> Claim:
    """Return a claim without the whole-text evidence the common builder gives to a speaker nobody names."""
    claim = builders.a_claim(document, **fields)
    unnamed = {f for f in ("speaker", "time", "place") if getattr(getattr(claim, f), "text", "") == ""}
    return replace(claim, evidence=tuple(e for e in claim.evidence if e.field not in unnamed))


def post(id: str, outlet: Outlet, lang: Lang, published: str, text: str, **more: Any) -> Document:
    """``published`` is "11 04:10" in UTC."""
    day, clock = published.split()
    hour, minute = clock.split(":")
    when = datetime(2025, 12, int(day), int(hour), int(minute), tzinfo=UTC)
    url = more.pop("url", f"https://t.me/{outlet.handle}/{id}")
    return a_document(text, id=id, outlet=outlet, lang=lang, published_at=when, url=url, **more)


def an_incident(claims: Sequence[Claim], *, origins: Sequence[Origin] | None = None, **overrides: Any) -> Incident:
    """Return an incident over claims; the findings are the first claim's numbers unless given."""
    first = claims[0]
    sources = [an_origin(claims)] if origins is None else list(origins)
    incident = Incident(
        id=incident_id(first.id),
        kind=first.kind,
        fate=first.fate,
        object=first.object,
        place=first.place,
        window=first.time,
        night=None if first.time is None else NIGHT.isoformat(),
        status=IncidentStatus.SINGLE if len(sources) == 1 else IncidentStatus.CORROBORATED,
        status_reason="One origin." if len(sources) == 1 else f"{len(sources)} origins agree.",
        findings=numbers_of(claims),
        origins=tuple(sources),
        claims=tuple(c.id for c in claims),
        documents=tuple(dict.fromkeys(c.document_id for c in claims)),
        sides=len({o.speaker.side for o in sources if o.speaker is not None}),
    )
    return replace(incident, **overrides)


def numbers_of(claims: Sequence[Claim]) -> tuple[Finding, ...]:
    first, ids = claims[0], tuple(c.id for c in claims)
    found = []
    if first.count is not None:
        found.append(Finding(field="count", value="", interval=first.count.interval, supporting=ids))
    if first.harm is not None:
        for field in ("killed", "injured", "children"):
            value: Interval | None = getattr(first.harm, field)
            if value is not None:
                found.append(Finding(field=field, value="", interval=value, supporting=ids))
    return tuple(found)


def an_origin(claims: Sequence[Claim], reason: str = "One statement by one speaker.", **overrides: Any) -> Origin:
    first = claims[0]
    origin = Origin(
        id=origin_id(first.id),
        speaker=first.speaker,
        first_document=first.document_id,
        first_claim=first.id,
        documents=tuple(dict.fromkeys(c.document_id for c in claims)),
        claims=tuple(c.id for c in claims),
        reason=reason,
    )
    return replace(origin, **overrides)


MOD = Outlet(name="Минобороны России", handle="mod_example", type="official")
KALUGA = Outlet(name="Губернатор Калужской области", handle="kaluga_gov_example", type="official")
AVIA = Outlet(name="Росавиация", handle="avia_example", type="regulator")
AIRFORCE = Outlet(name="Повітряні Сили", handle="ps_example", type="official")
ODESA = Outlet(name="Одеська ОВА", handle="odesa_example", type="official")
KHARKIV = Outlet(name="Харківська ОВА", handle="kharkiv_example", type="official")
WIRE = Outlet(name="Example Wire", handle="wire.example", type="news")
LOUD = Outlet(name="Ночной \u202eканал <b>", handle="loud_example", type="channel")
KUBAN = Outlet(name="Оперштаб Краснодарского края", handle="kuban_example", type="official")
URAL = Outlet(name="Губернатор Челябинской области", handle="ural_example", type="official")
DON = Outlet(name="Example Don", handle="don_example", type="news")
BELGOROD = Outlet(name="Губернатор Белгородской области", handle="belgorod_example", type="official")

RU_MOD = Speaker(id="ru-mod", name="Ministry of Defence of Russia", role="ministry", side=Side.RU, text="Минобороны")
SHAPSHA = Speaker(
    id="ru-klu-governor-shapsha", name="Vladislav Shapsha", role="governor", side=Side.RU, region="RU-KLU"
)
ROSAVIA = Speaker(id="ru-rosaviatsiya", name="Rosaviatsiya", role="regulator", side=Side.RU)
UA_AF = Speaker(id="ua-airforce", name="Air Force of Ukraine", role="air_force", side=Side.UA)
ODESA_HEAD = Speaker(id="ua-51-head", name="Odesa Oblast administration", role="administration", side=Side.UA)
KHARKIV_HEAD = Speaker(id="ua-63-head", name="Kharkiv Oblast administration", role="administration", side=Side.UA)
URAL_HEAD = Speaker(id="ru-che-governor", name="Governor of Chelyabinsk Oblast", role="governor", side=Side.RU)
KUBAN_HQ = Speaker(id="ru-kda-hq", name="Krasnodar Krai headquarters", role="administration", side=Side.RU)
BEL_GOV = Speaker(id="ru-bel-governor", name="Governor of Belgorod Oblast", role="governor", side=Side.RU)

RU_NIGHT = hours("10 20:00", "11 08:00", MSK, TimePrecision.NIGHT, "прошедшей ночью")
UA_NIGHT = hours("10 18:00", "11 08:00", KYIV, TimePrecision.NIGHT, "У ніч на 11 грудня")

TOTAL_TEXT = (
    "Минобороны: прошедшей ночью дежурными средствами ПВО уничтожены 94 беспилотника. "
    "31 аппарат над Брянской областью, 22 над Калужской областью, 17 над Московской областью, "
    "по 8 над Курской и Тульской областями, 5 над акваторией Чёрного моря."
)
PARTS = (
    ("31", 31, region("RU-BRY", "Bryansk Oblast", "Брянской областью")),
    ("22", 22, region("RU-KLU", "Kaluga Oblast", "Калужской областью")),
    ("17", 17, region("RU-MOS", "Moscow Oblast", "Московской областью")),
    ("8", 8, region("RU-KRS", "Kursk Oblast", "Курской")),
    ("8", 8, region("RU-TUL", "Tula Oblast", "Тульской областями")),
    (
        "5",
        5,
        Place(
            id="sea:black",
            kind=PlaceKind.SEA,
            precision=PlacePrecision.SEA,
            name="Black Sea",
            text="акваторией Чёрного моря",
        ),
    ),
)
GRABTSEVO = airport("UUBC", "Kaluga (Grabtsevo)", "Калуга (Грабцево)", "RU-KLU 54.55 36.37")
VNUKOVO = airport("UUWW", "Moscow Vnukovo", "Внуково", "RU-MOW 55.60 37.27")
SARATOV = airport("UWSG", "Saratov (Gagarin)", "Саратов (Гагарин)", "RU-SAR 51.71 46.17")


def _tally() -> tuple[list[Document], list[Claim], list[Incident]]:
    document = post("mod-1", MOD, Lang.RU, "11 04:12", TOTAL_TEXT)
    total = a_claim(
        document,
        trigger="уничтожены",
        count=number("94", 94),
        place=None,
        time=RU_NIGHT,
        speaker=RU_MOD,
        aggregate=True,
    )
    parts = [
        a_claim(
            document, trigger="уничтожены", count=number(t, n), place=p, time=RU_NIGHT, speaker=RU_MOD, part_of=total.id
        )
        for t, n, p in PARTS
    ]
    check = TotalCheck(
        tally=total.id,
        parts=tuple(p.id for p in parts),
        total=an_interval(94),
        parts_low=91,
        parts_high=91,
        residual=(3, 3),
        verdict=TotalVerdict.RESIDUAL,
        sentence="The ministry says 94; its six listed places give 91; 3 are not allocated.",
    )
    incidents = [an_incident([total], totals=(check,))]
    incidents += [an_incident([p]) for p in parts if p.place is not None and p.place.id != "RU-KLU"]
    return [document], [total, *parts], incidents


def _kaluga(ministry: Claim) -> tuple[list[Document], list[Claim], list[Incident]]:
    place = region("RU-KLU", "Kaluga Oblast", "Калужской области")
    early = post(
        "klu-1", KALUGA, Lang.RU, "10 19:41", "Над территорией Калужской области сбиты 6 беспилотников. ПВО работает."
    )
    morning = post(
        "klu-2",
        KALUGA,
        Lang.RU,
        "11 05:30",
        "Всего за ночь над Калужской областью сбиты 23 беспилотника. По предварительной информации, пострадавших нет. "
        "В Людинове повреждено остекление административного здания.",
    )
    wire = post(
        "wire-1",
        WIRE,
        Lang.EN,
        "11 06:02",
        "Twenty-three drones downed over Russia's Kaluga region, governor says\n\nAir defences shot down 23 drones "
        "over Kaluga region overnight, governor Vladislav Shapsha wrote on Telegram. The regional office coordinated "
        "the clearing of debris. In November the ministry had claimed 267 drones in a single night.",
        title="Twenty-three drones downed over Russia's Kaluga region, governor says",
    )
    evening = hours("10 20:00", "10 22:41", MSK, TimePrecision.PART_OF_DAY, "")
    a = a_claim(
        early,
        trigger="сбиты",
        count=number("6", 6),
        place=place,
        time=evening,
        speaker=SHAPSHA,
        status=ClaimStatus.SUPERSEDED,
    )
    b = a_claim(
        morning,
        trigger="сбиты",
        count=number("23", 23),
        place=replace(place, text="Калужской областью"),
        time=replace(RU_NIGHT, text="за ночь"),
        speaker=SHAPSHA,
    )
    c = a_claim(
        wire,
        trigger="shot down",
        count=number("23", 23),
        place=replace(place, text="Kaluga region"),
        time=replace(RU_NIGHT, text="overnight"),
        speaker=replace(SHAPSHA, text="governor Vladislav Shapsha"),
    )
    nobody = a_claim(
        morning,
        trigger="пострадавших нет",
        kind=Kind.NO_CASUALTIES,
        fate=None,
        object=None,
        count=None,
        place=replace(place, text="Калужской областью"),
        time=replace(RU_NIGHT, text="за ночь"),
        speaker=SHAPSHA,
        modality=Modality.PRELIMINARY,
        harm=Harm(killed=an_interval(0), injured=an_interval(0)),
    )
    glass = a_claim(
        morning,
        trigger="повреждено остекление",
        kind=Kind.DAMAGE,
        fate=None,
        object=None,
        count=None,
        place=spot(
            "gn:534701",
            "Lyudinovo",
            "Людинове",
            PlaceKind.SETTLEMENT,
            PlacePrecision.SETTLEMENT,
            "RU-KLU 53.87 34.44",
        ),
        time=replace(RU_NIGHT, text="за ночь"),
        speaker=SHAPSHA,
        detail="windows of an administrative building",
    )
    old = a_claim(
        wire,
        trigger="had claimed",
        count=number("267", 267),
        place=None,
        time=None,
        speaker=replace(RU_MOD, text="the ministry"),
        status=ClaimStatus.BACKGROUND,
    )
    downed = an_incident(
        [b, a, c, ministry],
        origins=[
            an_origin([a, b, c], "The wire names the governor's post; figures and place are the same."),
            an_origin([ministry], "The ministry's own list."),
        ],
        status=IncidentStatus.DISPUTED,
        status_reason="The governor says 23, the ministry's list says 22.",
        findings=(
            Finding(
                field="count",
                value="23",
                interval=an_interval(23),
                supporting=(b.id, c.id),
                dissenting=(ministry.id,),
                versions=(
                    FindingVersion(at=early.published_at, value="6", interval=an_interval(6), claim=a.id),
                    FindingVersion(at=morning.published_at, value="23", interval=an_interval(23), claim=b.id),
                ),
                note="The ministry's list has 22 for the region.",
            ),
        ),
    )
    incidents = [downed, an_incident([nobody]), an_incident([glass])]
    return [early, morning, wire], [a, b, c, nobody, glass, old], incidents


def _airports() -> tuple[list[Document], list[Claim], list[Incident], list[Closed]]:
    shut = post(
        "avia-1",
        AVIA,
        Lang.RU,
        "10 18:07",
        "Аэропорты Калуга (Грабцево) и Саратов (Гагарин) не принимают и не выпускают рейсы с 21:05 мск. "
        "С 23:10 мск закрыто Внуково. Росавиация.",
    )
    opened = post(
        "avia-2",
        AVIA,
        Lang.RU,
        "11 03:45",
        "Ограничения сняты: Калуга (Грабцево) с 06:40 мск, Внуково с 01:55 мск. "
        "За время ограничений 4 рейса, летевшие во Внуково, ушли на запасные аэродромы.",
    )

    def moment(document: Document, kind: Kind, trigger: str, place: Place, when: str, text: str) -> Claim:
        return a_claim(
            document,
            trigger=trigger,
            kind=kind,
            fate=None,
            object=None,
            count=None,
            place=place,
            time=hours(when, None, MSK, TimePrecision.MINUTE, text),
            speaker=ROSAVIA,
        )

    closing = "не принимают и не выпускают"
    c1 = moment(shut, Kind.AIRSPACE_CLOSURE, closing, GRABTSEVO, "10 21:05", "21:05 мск")
    c2 = moment(shut, Kind.AIRSPACE_CLOSURE, closing, SARATOV, "10 21:05", "21:05 мск")
    c3 = moment(shut, Kind.AIRSPACE_CLOSURE, "закрыто", VNUKOVO, "10 23:10", "23:10 мск")
    o1 = moment(opened, Kind.AIRSPACE_REOPENING, "Ограничения сняты", GRABTSEVO, "11 06:40", "06:40 мск")
    o3 = moment(opened, Kind.AIRSPACE_REOPENING, "Ограничения сняты", VNUKOVO, "11 01:55", "01:55 мск")
    away = a_claim(
        opened,
        trigger="ушли на запасные",
        kind=Kind.DIVERSION,
        fate=None,
        object=None,
        count=number("4", 4, unit=Unit.FLIGHT),
        place=VNUKOVO,
        time=hours("10 23:10", "11 01:55", MSK, TimePrecision.PART_OF_DAY, "За время ограничений"),
        speaker=ROSAVIA,
    )
    claims = [c1, c2, c3, o1, o3, away]
    incidents = [an_incident([c]) for c in claims]
    home = {c: i.id for i in incidents for c in i.claims}
    closures = [
        Closed(place=GRABTSEVO, closed_from=_at(c1), opened_at=_at(o1), closure=home[c1.id], reopening=home[o1.id]),
        Closed(place=SARATOV, closed_from=_at(c2), opened_at=None, closure=home[c2.id], reopening=None),
        Closed(place=VNUKOVO, closed_from=_at(c3), opened_at=_at(o3), closure=home[c3.id], reopening=home[o3.id]),
    ]
    return [shut, opened], claims, incidents, closures


def _at(claim: Claim) -> datetime | None:
    return None if claim.time is None else claim.time.start


def _ukraine() -> tuple[list[Document], list[Claim], list[Incident]]:
    force = post(
        "ps-1",
        AIRFORCE,
        Lang.UK,
        "11 06:15",
        "У ніч на 11 грудня противник атакував Україну 118 ударними БпЛА із напрямків Орел, Міллерово. "
        "Збито або подавлено 92 ворожих БпЛА. Зафіксовано влучання 22 ударних БпЛА на 11 локаціях.",
    )
    country = Place(
        id="UA",
        kind=PlaceKind.COUNTRY,
        precision=PlacePrecision.COUNTRY,
        name="Ukraine",
        country="UA",
        lat=49.0,
        lon=32.0,
        text="Україну",
    )
    base = {"place": country, "time": UA_NIGHT, "speaker": UA_AF}
    launched = a_claim(
        force, trigger="атакував", kind=Kind.ATTACK, fate=Fate.LAUNCHED, count=number("118", 118), **base
    )
    downed = a_claim(force, trigger="Збито або подавлено", count=number("92", 92), **base)
    hit = a_claim(
        force, trigger="влучання", kind=Kind.ATTACK, fate=Fate.HIT, count=number("22", 22), aggregate=True, **base
    )
    odesa = post(
        "ode-1",
        ODESA,
        Lang.UK,
        "11 05:05",
        "Вночі ворог атакував Одесу. Пошкоджено житловий будинок, поранено щонайменше 3 людини, серед них 64-річна "
        "Марія Вигадана. Без світла близько 4000 абонентів. Гаряча лінія: +380 44 555 01 23.",
    )
    city = spot(
        "gn:698740",
        "Odesa",
        "Одесу",
        PlaceKind.SETTLEMENT,
        PlacePrecision.SETTLEMENT,
        "UA-51 46.477 30.733",
    )
    when = replace(UA_NIGHT, text="Вночі")
    hurt = a_claim(
        odesa,
        trigger="поранено",
        kind=Kind.CASUALTIES,
        fate=None,
        object=None,
        count=None,
        place=city,
        time=when,
        speaker=ODESA_HEAD,
        harm=Harm(injured=Interval(low=3, high=None)),
    )
    hurt = replace(hurt, evidence=(*hurt.evidence, evidence_for(odesa, "harm", "щонайменше 3 людини")))
    house = a_claim(
        odesa,
        trigger="Пошкоджено",
        kind=Kind.DAMAGE,
        fate=None,
        object=None,
        count=None,
        place=city,
        time=when,
        speaker=ODESA_HEAD,
        detail="residential building",
    )
    dark = a_claim(
        odesa,
        trigger="Без світла",
        kind=Kind.POWER_OUTAGE,
        fate=None,
        object=None,
        count=number("близько 4000", 3200, 4800, Unit.CUSTOMER, stated=4000, qualifier=Qualifier.ABOUT),
        place=city,
        time=when,
        speaker=ODESA_HEAD,
    )
    kharkiv = post(
        "kha-1",
        KHARKIV,
        Lang.UK,
        "11 04:40",
        "Близько 02:30 у Чугуївському районі внаслідок влучання БпЛА виникла пожежа на складі. "
        "Дані про постраждалих уточнюються.",
    )
    fire = a_claim(
        kharkiv,
        trigger="виникла пожежа",
        kind=Kind.FIRE,
        fate=None,
        object=None,
        count=None,
        place=spot(
            "raion:UA-63-chuhuiv",
            "Chuhuiv Raion",
            "Чугуївському районі",
            PlaceKind.DISTRICT,
            PlacePrecision.DISTRICT,
            "UA-63 49.75 36.95",
        ),
        time=hours("11 02:30", "11 03:00", KYIV, TimePrecision.HOUR, "Близько 02:30"),
        speaker=KHARKIV_HEAD,
        detail="warehouse",
    )
    claims = [launched, downed, hit, hurt, house, dark, fire]
    return [force, odesa, kharkiv], claims, [an_incident([c]) for c in claims]


def _rest() -> tuple[list[Document], list[Claim], list[Incident], list[Issue]]:
    loud = post(
        "loud-1",
        LOUD,
        Lang.RU,
        "10 23:15",
        "<script>alert('x')</script></style><img src=x onerror=alert(1)> Взрывы \u202eслышны\u202c в Туле\u200b! "
        "[жми](javascript:alert(2)) | `код` & \u05e9\u05dc\u05d5\u05dd \x1b[31mкрасный",
        url="javascript:alert(3)",
    )
    heard = a_claim(
        loud,
        trigger="Взрывы",
        kind=Kind.OTHER_EFFECT,
        fate=None,
        object=None,
        count=None,
        place=spot("gn:480562", "Tula", "Туле", PlaceKind.SETTLEMENT, PlacePrecision.SETTLEMENT, "RU-TUL 54.19 37.62"),
        time=None,
        speaker=None,
        detail="explosions heard",
    )
    ural = post(
        "ura-1", URAL, Lang.RU, "11 02:20", "Ночью в Челябинской области сбит 1 беспилотник, летел к промплощадке."
    )
    far = a_claim(
        ural,
        trigger="сбит",
        count=number("1", 1),
        place=region("RU-CHE", "Chelyabinsk Oblast", "Челябинской области"),
        time=replace(RU_NIGHT, text="Ночью"),
        speaker=URAL_HEAD,
    )
    kuban = post(
        "kub-1",
        KUBAN,
        Lang.RU,
        "11 01:10",
        "Из-за падения обломков загорелась установка на Афипском НПЗ. Житель Иван Петрович Выдуманный отказался от "
        "госпитализации. Пожар потушен к 04:00 мск.",
    )
    plant = a_claim(
        kuban,
        trigger="загорелась установка",
        kind=Kind.FIRE,
        fate=None,
        object=None,
        count=None,
        place=spot(
            "facility:afipsky",
            "Afipsky refinery",
            "Афипском НПЗ",
            PlaceKind.FACILITY,
            PlacePrecision.POINT,
            "RU-KDA 44.905 38.84",
        ),
        time=hours("11 02:00", "11 04:00", MSK, TimePrecision.PART_OF_DAY, "к 04:00 мск"),
        speaker=KUBAN_HQ,
        detail="refinery unit",
    )
    don = post("don-1", DON, Lang.RU, "11 05:50", "Ночью над Ростовской и Воронежской областями сбили более 10 БПЛА.")
    both = Place(
        id="RU-ROS+RU-VOR",
        kind=PlaceKind.LIST,
        precision=PlacePrecision.REGION,
        name="Rostov Oblast + Voronezh Oblast",
        country="RU",
        text="Ростовской и Воронежской областями",
        parts=("RU-ROS", "RU-VOR"),
    )
    shared = a_claim(
        don,
        trigger="сбили",
        count=number("более 10", 11, 20, stated=10, qualifier=Qualifier.MORE_THAN),
        place=both,
        time=replace(RU_NIGHT, text="Ночью"),
        speaker=None,
    )
    siren = post(
        "bel-1",
        BELGOROD,
        Lang.RU,
        "10 21:32",
        "В Белгороде объявлена ракетная опасность с 00:30 мск. Отбой в 01:05 мск.",
    )
    alert = a_claim(
        siren,
        trigger="объявлена ракетная опасность",
        kind=Kind.ALERT,
        fate=Fate.DECLARED,
        object=ObjectType.MISSILE,
        count=None,
        place=spot(
            "gn:578072",
            "Belgorod",
            "Белгороде",
            PlaceKind.SETTLEMENT,
            PlacePrecision.SETTLEMENT,
            "RU-BEL 50.61 36.58",
        ),
        time=hours("11 00:30", "11 01:05", MSK, TimePrecision.MINUTE, "00:30 мск"),
        speaker=BEL_GOV,
    )
    issues = [
        an_issue(
            don, code="speaker-missing", span=None, text="", message="Nobody is named as the speaker of this figure."
        ),
        an_issue(
            loud, code="place-ambiguous", text="Туле", span=_span(loud, "Туле"), message="The form fits 2 places."
        ),
        an_issue(
            ural,
            code="purpose-ignored",
            text="промплощадке",
            span=_span(ural, "промплощадке"),
            message="A place named only as a heading.",
        ),
    ]
    claims = [heard, far, plant, shared, alert]
    unmeasured = an_origin([shared], "No speaker and no link.", measured=False)
    incidents = [an_incident([c]) for c in claims if c is not shared]
    incidents.append(an_incident([shared], origins=[unmeasured]))
    return [loud, ural, kuban, don, siren], claims, incidents, issues


def _span(document: Document, words: str) -> Any:
    return evidence_for(document, "x", words).span


def a_small_night() -> Night:
    d1, c1, i1 = _tally()
    ministry = next(c for c in c1 if c.place is not None and c.place.id == "RU-KLU")
    d2, c2, i2 = _kaluga(ministry)
    d3, c3, i3, closed = _airports()
    d4, c4, i4 = _ukraine()
    d5, c5, i5, issues = _rest()
    return Night(
        documents=(*d1, *d2, *d3, *d4, *d5),
        claims=(*c1, *c2, *c3, *c4, *c5),
        incidents=(*i1, *i2, *i3, *i4, *i5),
        issues=tuple(issues),
        closures=tuple(closed),
        expected=(KALUGA, Outlet(name="Губернатор Тульской области", handle="tula_gov_example", type="official")),
    )
