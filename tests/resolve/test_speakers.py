"""Who speaks: the holder of an office on the day, the person named, or the owner of the channel."""

from datetime import UTC, datetime

import pytest

from skyledger.extract import extract_document
from skyledger.model import Document, Outlet, Side, Speaker
from skyledger.packs import Packs
from skyledger.resolve import resolve_extraction
from skyledger.resolve.speakers import SpeakerResolver
from tests.extract.saying import NOBODY, PUBLISHED, a_text

SUMMER_2024 = datetime(2024, 8, 10, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def resolver(packs: Packs) -> SpeakerResolver:
    return SpeakerResolver(packs)


def speakers(text: str, packs: Packs, outlet: Outlet = NOBODY, published: datetime = PUBLISHED) -> list[str | None]:
    document: Document = a_text(text, outlet=outlet, published=published)
    resolved = resolve_extraction(document, extract_document(document, packs), packs)
    return [None if c.speaker is None else c.speaker.id for c in resolved.claims]


def owner(resolver: SpeakerResolver, published: datetime | None = PUBLISHED, **outlet: str) -> Speaker | None:
    return resolver.outlet_speaker(a_text("x", outlet=Outlet(**outlet), published=published))


# --- offices and dates ----------------------------------------------------------------------------------------------

KURSK = "Губернатор Курской области сообщил: над регионом сбито 5 дронов."


@pytest.mark.parametrize(
    ("published", "holder"),
    [
        (datetime(2024, 3, 1, 9, tzinfo=UTC), "ru-krs-governor-starovoyt"),
        (SUMMER_2024, "ru-krs-governor-smirnov"),
        (PUBLISHED, "ru-krs-governor-khinshtein"),
    ],
)
def test_an_office_is_its_holder_on_the_day(packs: Packs, published: datetime, holder: str) -> None:
    assert speakers(KURSK, packs, published=published) == [holder]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Владислав Шапша: над Калужской областью сбито 5 дронов.", "ru-klu-governor-shapsha"),
        ("Governor Vladislav Shapsha said 5 drones were downed over Kaluga region.", "ru-klu-governor-shapsha"),
        ("The governor of Kaluga region said 5 drones were downed.", "ru-klu-governor-shapsha"),
        ("Олег Синєгубов повідомив: над Харківщиною збито 5 дронів.", "ua-63-governor-syniehubov"),
        ("Минобороны сообщило: над Калужской областью сбито 5 дронов.", "ru-mod"),
        ("Повітряні сили повідомили: збито 5 дронів.", "ua-airforce"),
        ("Над Калужской областью сбито 5 дронов.", None),
        ("Над Калужской областью сбито 5 дронов, рассказал сосед Петрович.", None),
    ],
)
def test_who_is_named_in_the_text(packs: Packs, text: str, expected: str | None) -> None:
    assert speakers(text, packs) == [expected]


def test_the_words_that_name_the_speaker_are_evidence(packs: Packs) -> None:
    document = a_text("Владислав Шапша: над Калужской областью сбито 5 дронов.")
    [claim] = resolve_extraction(document, extract_document(document, packs), packs).claims
    assert claim.speaker is not None
    assert claim.speaker.text == "Владислав Шапша"
    assert [e.text for e in claim.evidence if e.field == "speaker"] == ["Владислав Шапша"]


# --- outlets --------------------------------------------------------------------------------------------------------


def test_a_handle_stands_for_its_holder(resolver: SpeakerResolver) -> None:
    speaker = owner(resolver, handle="shapsha_vv")
    assert speaker is not None
    assert (speaker.id, speaker.role, speaker.side, speaker.region, speaker.text) == (
        "ru-klu-governor-shapsha",
        "governor",
        Side.RU,
        "RU-KLU",
        "",
    )


@pytest.mark.parametrize("handle", ["shapsha_vv", "Shapsha_VV"])
def test_handles_know_no_capitals(resolver: SpeakerResolver, handle: str) -> None:
    assert owner(resolver, handle=handle) is not None


@pytest.mark.parametrize(
    ("published", "holder"),
    [(datetime(2024, 3, 1, tzinfo=UTC), "ru-krs-governor-starovoyt"), (SUMMER_2024, "ru-krs-governor-smirnov")],
)
def test_a_handle_that_an_office_hands_on_is_its_holders_on_the_day(
    resolver: SpeakerResolver, published: datetime, holder: str
) -> None:
    speaker = owner(resolver, published, handle="gubernator_46")
    assert speaker is not None
    assert speaker.id == holder


def test_a_channel_whose_holder_has_left_speaks_for_nobody(resolver: SpeakerResolver) -> None:
    assert owner(resolver, PUBLISHED, handle="gubernator_46") is None


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Минобороны России", "official", "ru-mod"),
        ("Харківська обласна військова адміністрація", "official", "ua-63-ova"),
        ("Владислав Шапша", "official", "ru-klu-governor-shapsha"),
    ],
)
def test_a_title_that_names_an_office(resolver: SpeakerResolver, name: str, kind: str, expected: str) -> None:
    speaker = owner(resolver, name=name, type=kind)
    assert speaker is not None
    assert speaker.id == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Новости Минобороны", "channel"),
        ("Шапша для вас", "news"),
        ("Калуга сегодня", "channel"),
        ("Типичная Калуга", "news"),
        ("", ""),
    ],
)
def test_a_title_that_only_mentions_one_speaks_for_nobody(resolver: SpeakerResolver, name: str, kind: str) -> None:
    assert owner(resolver, name=name, type=kind) is None


# --- whose claim it is ----------------------------------------------------------------------------------------------

SHAPSHA = Outlet(name="Владислав Шапша", handle="shapsha_vv", type="official")


def test_a_channels_owner_speaks_in_his_own_posts(packs: Packs) -> None:
    assert speakers("Ночью сбито 5 дронов.", packs, SHAPSHA) == ["ru-klu-governor-shapsha"]


def test_a_regional_owner_speaks_of_his_region(packs: Packs) -> None:
    document = a_text("Ночью сбито 5 дронов.", outlet=SHAPSHA)
    [claim] = resolve_extraction(document, extract_document(document, packs), packs).claims
    assert claim.place is not None
    assert (claim.place.id, claim.place.text) == ("RU-KLU", "")


def test_somebody_named_speaks_before_the_channels_owner(packs: Packs) -> None:
    assert speakers("Минобороны сообщило: сбито 5 дронов.", packs, SHAPSHA) == ["ru-mod"]


def test_a_governor_does_not_speak_for_another_region(packs: Packs) -> None:
    text = (
        "Губернатор Калужской области Владислав Шапша сообщил: над регионом сбито 5 дронов. "
        "Над Тульской областью сбито 3 дрона."
    )
    assert speakers(text, packs) == ["ru-klu-governor-shapsha", None]


def test_a_governor_goes_on_speaking_of_his_own(packs: Packs) -> None:
    text = "Владислав Шапша сообщил: над Калужской областью сбито 5 дронов. В Калуге пострадавших нет."
    assert speakers(text, packs) == ["ru-klu-governor-shapsha"] * 2
