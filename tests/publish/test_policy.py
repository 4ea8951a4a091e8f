"""The gate: what it withholds is in no output, and what it shows still proves itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.errors import PackError, UsageError
from skyledger.model import Kind, Lang, Modality, Span
from skyledger.publish import (
    ReleasePolicy,
    Selection,
    build_sitrep,
    build_why,
    private_policy,
    public_policy,
    release,
    render_html,
    render_json,
    render_markdown,
    render_terminal,
    render_why,
    render_why_json,
)
from skyledger.publish.policy import Released
from skyledger.publish.redact import Cut, cut_text, find_military, find_numbers, find_persons
from skyledger.publish.wording import load_rules, parse_rules
from tests.publish.night import (
    KALUGA,
    LATER,
    NIGHT,
    NOW,
    RU_NIGHT,
    a_claim,
    a_small_night,
    an_incident,
    number,
    post,
    region,
)

WORDING = load_rules().wording


def _release(policy: ReleasePolicy, now: object = LATER) -> Released:
    night = a_small_night()
    return release(
        Selection(
            documents=night.documents,
            claims=night.claims,
            incidents=night.incidents,
            issues=night.issues,
            closures=night.closures,
        ),
        policy,
        now=LATER if now is LATER else NOW,
    )


def test_private_is_the_default_and_waits_for_nothing() -> None:
    assert (private_policy().delay_h, private_policy().coarsen) == (0, False)
    assert len(_release(private_policy(), NOW).documents) == len(a_small_night().documents)


def test_public_waits_a_day_or_is_refused() -> None:
    assert public_policy().delay_h >= 24
    with pytest.raises(UsageError, match="24 hours"):
        ReleasePolicy(name="public", delay_h=3)
    assert _release(public_policy(), NOW).documents == ()
    assert _release(public_policy(), NOW).incidents == ()


def test_the_delay_counts_from_the_end_of_what_is_told() -> None:
    document = post("p", KALUGA, Lang.RU, "11 00:10", "Над Калужской областью прошедшей ночью сбиты 2 беспилотника.")
    claim = a_claim(
        document,
        trigger="сбиты",
        time=RU_NIGHT,
        place=region("RU-KLU", "Kaluga Oblast", "Калужской областью"),
        speaker=None,
    )
    selection = Selection(documents=(document,), claims=(claim,))
    assert RU_NIGHT.end is not None
    early = RU_NIGHT.end + timedelta(hours=23)
    assert release(selection, public_policy(), now=early).documents == ()
    assert len(release(selection, public_policy(), now=early + timedelta(hours=1)).documents) == 1


@pytest.mark.parametrize("policy", [private_policy(), public_policy()])
def test_evidence_still_equals_the_text_it_points_at(policy: ReleasePolicy) -> None:
    released = _release(policy)
    texts = {d.id: d.text for d in released.documents}
    for claim in released.claims:
        for evidence in claim.evidence:
            assert evidence.span.slice(texts[claim.document_id]) == evidence.text
    for issue in released.issues:
        if issue.span is not None:
            assert issue.span.slice(texts[issue.document_id]) == issue.text


SECRETS = {
    "Пенсионерка Анна Сергеевна Вымышленная": "Анна Сергеевна",
    "Пострадала 58-летняя Ольга Несуществующая": "Несуществующая",
    "Житель Пётр Придуманный рассказал": "Придуманный",
    "killed John Nobody, 41, at home": "John Nobody",
    "Injured was a 34-year-old Jane Fictional": "Jane Fictional",
    "загинув Іван Неіснуючий": "Неіснуючий",
    "звоните 8 (900) 555-35-35": "555-35-35",
    "дзвоніть +380 67 123 45 67": "123 45 67",
    "карта 4111 1111 1111 1111 для помощи": "1111 1111",
    "IBAN UA213223130000026007233566001": "26007233566001",
    "счёт 40817810099910004312": "99910004312",
    "пишите ivan@example.org": "ivan@example.org",
    "по адресу ул. Лесная, д. 7, кв. 12": "Лесная, д. 7, кв. 12",
}


@pytest.mark.parametrize(("words", "secret"), SECRETS.items())
def test_planted_secrets_are_in_no_output(words: str, secret: str) -> None:
    text = f"Над Калужской областью прошедшей ночью сбиты 2 беспилотника. {words}."
    document = post("p", KALUGA, Lang.RU, "11 05:00", text, title=f"2 беспилотника. {words}")
    claim = a_claim(
        document,
        trigger="сбиты",
        time=RU_NIGHT,
        place=region("RU-KLU", "Kaluga Oblast", "Калужской областью"),
        speaker=None,
        detail=f"told by {words}",
    )
    incident = an_incident([claim], status_reason=f"As {words} said.")
    issue = replace(a_small_night().issues[0], document_id="p", span=None, text=words, message=f"About {words}.")
    for policy, now in ((private_policy(), NOW), (public_policy(), LATER)):
        sitrep = build_sitrep(
            NIGHT, documents=[document], claims=[claim], incidents=[incident], issues=[issue], now=now, policy=policy
        )
        why = build_why(incident.id, documents=[document], claims=[claim], incidents=[incident], now=now, policy=policy)
        outputs = [
            render_html(sitrep),
            render_json(sitrep),
            render_markdown(sitrep),
            render_terminal(sitrep, width=200),
            render_terminal(sitrep, width=200, full=True),
            render_why(why, width=200),
            render_why_json(why),
        ]
        assert not [o for o in outputs if secret in o]
        assert all("2" in o for o in outputs)  # the figure itself is still there


@pytest.mark.parametrize("part", ["Придуманный", "900 555-35-35", "555 35 35"])
def test_a_part_of_a_secret_is_cut_from_our_own_sentences_too(part: str) -> None:
    text = "Прошедшей ночью сбиты 2 беспилотника. Житель Пётр Придуманный, тел. 8 (900) 555-35-35."
    document = post("p", KALUGA, Lang.RU, "11 05:00", text)
    claim = a_claim(document, trigger="сбиты", time=None, place=None, speaker=None, count=None, detail=f"see {part}")
    selection = Selection(documents=(document,), claims=(claim,))
    assert part not in release(selection, private_policy(), now=NOW).claims[0].detail


@pytest.mark.parametrize(
    "text",
    [
        "Губернатор Иван Иванович Иванов сообщил",
        "мэр Пётр Петрович Петров",
        "Голова ОВА Іван Іванович Іваненко",
        "в 2025-12-11 08:00 сбиты 287 беспилотников, 31 над Брянской областью, 112, 4000 абонентов",
        "(A1234/25 NOTAMN B) 2512102100 C) 2512110600 5530N03652E",
        "с 20:00 10.12.2025 до 08:00 11.12.2025",
    ],
)
def test_offices_dates_and_figures_are_not_taken_for_private(text: str) -> None:
    assert find_numbers(text) == []
    assert find_persons(text, WORDING, (), ()) == []


def test_military_detail_goes_and_the_figure_before_it_stays() -> None:
    released = _release(private_policy())
    text = next(d.text for d in released.documents if d.id == "ps-1")
    assert "[withheld: military detail]" in text
    assert "Міллерово" not in text
    assert any(c.count is not None and c.count.stated == 118 for c in released.claims)


MILITARY = {
    "Пуски велись из районов запуска: Новое Вымышленное.": "Вымышленное",
    "Позиции ПВО под Вымышленском усилили.": "Вымышленском",
    "Пусковая установка стоит у Вымышленска.": "Вымышленска",
    "Расчёты ПВО развернуты в Вымышленске.": "Вымышленске",
    "Зенитчики передислоцированы в Вымышленск.": "Вымышленск",
    "Группа БПЛА держит курс на Вымышленск.": "Вымышленск",
    "Удар нанесён по точке 51.12345, 38.54321.": "38.54321",
    "П'ять ракет «Іскандер-М» із Вигаданської області летіли вночі.": "Вигаданської",
    "4 ракети Х-59 з боку Вигаданщини;": "Вигаданщини",
    "140 ударних безпілотників (заходили від Вигаданська).": "Вигаданська",
    "🛵 БпЛА на півночі області, курс на Вигаданськ.": "Вигаданськ",
    "Позиції ППО під Вигаданськом посилили.": "Вигаданськом",
    "Шахеди рухаються курсом на Вигаданськ.": "Вигаданськ",
    "Missiles were launched from Fictionville.": "Fictionville",
    "Drones are heading toward Fictionville.": "Fictionville",
    "Air-defence positions near Fictionville were reinforced.": "Fictionville",
    "Five missiles from Fiction region flew at night.": "Fiction region",
    "The unit at 51°12'30\"N 38°54'10\"E was named.": "38°54",
}
ORDINARY = [
    "Минувшей ночью расчёты ПВО уничтожили над областью 40 БПЛА.",
    "Зенитный расчёт сбил три беспилотника.",
    "Силы ПВО отразили атаку, дежурные средства ПВО работали всю ночь.",
    "Дроны из Украины сбиты над морем, 40 беспилотников с вечера.",
    "В сторону границы никто не летел, рейс взял курс через неделю.",
    "Розрахунки ППО збили 19 дронів із 25, мобільні вогневі групи працювали.",
    "Зенітний розрахунок знищив два безпілотники з 22:00 до опівночі.",
    "PVO crews shot down 40 drones; a missile battery destroyed two more.",
    "Anti-air crews brought down 40 drones overnight.",
    "At least 15 of the drones were heading for an oil depot near the town.",
    "Air defence shot down 9 drones from 20:00 to 23:00; drones from Ukraine were named.",
    "(A1234/25 NOTAMN B) 2512102100 C) 2512110600 5530N03652E",
    "11.12.2025, 08.30, 1.250, 37.000",
]


@pytest.mark.parametrize(("text", "secret"), MILITARY.items())
def test_launch_places_positions_courses_and_coordinates_are_cut(text: str, secret: str) -> None:
    shown = cut_text(text, find_military(text, WORDING, ()), WORDING.labels).text
    assert secret not in shown
    assert "[withheld: military detail]" in shown


@pytest.mark.parametrize("text", ORDINARY)
def test_that_air_defence_shot_something_down_is_no_military_detail(text: str) -> None:
    assert find_military(text, WORDING, ()) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ночью 2 беспилотника, летевшие курсом на Калугу, сбиты.", "сбиты"),
        ("Вночі 2 безпілотники, курс на Калугу, збиті.", "збиті"),
        ("Overnight 2 drones on course for Калугу were shot down.", "shot down"),
    ],
)
def test_the_course_of_what_was_shot_down_is_history_and_keeps_its_figure(text: str, trigger: str) -> None:
    document = post("p", KALUGA, Lang.RU, "11 05:00", text)
    place = region("RU-KLU", "Kaluga Oblast", "Калугу")
    claim = a_claim(document, trigger=trigger, place=place, time=None, speaker=None, count=number("2", 2))
    released = release(Selection(documents=(document,), claims=(claim,)), private_policy(), now=NOW)
    assert released.documents[0].text == text
    assert [c.count for c in released.claims] == [claim.count]


def test_a_claim_that_loses_only_its_place_keeps_its_figure() -> None:
    text = "Ночью сбиты 2 БПЛА. Пуски шли из района запуска Вымышленск."
    document = post("p", KALUGA, Lang.RU, "11 05:00", text)
    place = region("RU-ROS", "Rostov Oblast", "Вымышленск")
    claim = a_claim(document, trigger="сбиты", place=place, time=None, speaker=None, count=number("2", 2))
    released = release(Selection(documents=(document,), claims=(claim,)), private_policy(), now=NOW)
    (shown,) = released.claims
    assert (shown.count, shown.place) == (claim.count, None)


def test_a_claim_inside_military_detail_is_withheld_with_its_findings() -> None:
    document = post("p", KALUGA, Lang.RU, "11 05:00", "Прошедшей ночью 2 БПЛА держат курс на Калугу.")
    claim = a_claim(
        document,
        kind=Kind.SIGHTING,
        fate=None,
        trigger="держат курс",
        count=None,
        time=None,
        speaker=None,
        place=region("RU-KLU", "Kaluga Oblast", "Калугу"),
        modality=Modality.ASSERTED,
    )
    selection = Selection(documents=(document,), claims=(claim,), incidents=(an_incident([claim]),))
    released = release(selection, private_policy(), now=NOW)
    assert released.claims == ()
    assert released.incidents == ()
    assert ("claim", "military detail") in {(w.what, w.reason) for w in released.withheld}


def test_public_places_are_areas_and_the_same_every_time() -> None:
    first, second = _release(public_policy()), _release(public_policy())
    assert first == second
    fire = next(c for c in first.claims if c.detail == "refinery unit")
    assert fire.place is not None
    assert (fire.place.id, fire.place.lat, fire.place.text) == ("RU-KDA", None, "")
    incident = next(i for i in first.incidents if fire.id in i.claims)
    assert incident.place is not None
    assert incident.place.name == "Krasnodar Krai"


def test_a_text_with_anything_withheld_loses_its_address_in_public() -> None:
    urls = {d.id: d.url for d in _release(public_policy()).documents}
    assert urls["kub-1"] == ""
    assert urls["klu-2"] != ""
    assert all(d.source == "" for d in _release(public_policy()).documents)


def test_a_finding_goes_when_one_of_its_claims_is_withheld() -> None:
    night = a_small_night()
    disputed = next(i for i in night.incidents if i.status.value == "disputed")
    documents = tuple(d for d in night.documents if d.id != "wire-1")
    claims = tuple(c for c in night.claims if c.document_id != "wire-1")
    selection = Selection(documents=documents, claims=claims, incidents=(disputed,))
    (incident,) = release(selection, private_policy(), now=NOW).incidents
    assert incident.findings == ()
    assert incident.status_reason == "Part of the evidence is withheld."


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(UsageError, match="zone"):
        release(Selection(), private_policy(), now=NOW.replace(tzinfo=None))


def test_an_unknown_key_in_the_rules_is_named() -> None:
    with pytest.raises(PackError, match=r"release\.toml: unknown key 'jitter'"):
        parse_rules("jitter = 1\n")


@given(st.text(min_size=1, max_size=60), st.data())
def test_moved_spans_keep_their_words_or_carry_a_label(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span(start=start, stop=data.draw(st.integers(start + 1, len(text))))

    cuts = [Cut(span=span(), reason="person") for _ in range(data.draw(st.integers(0, 4)))]
    shown = cut_text(text, cuts, {"person": "[x]"})
    wanted = span()
    moved = shown.move(wanted)
    assert 0 <= moved.start < moved.stop <= len(shown.text)
    words = moved.slice(shown.text)
    touched = [c for c in shown.cuts if c.span.overlaps(wanted)]
    if touched:
        assert "[x]" in words
    else:
        assert words == wanted.slice(text)


def test_a_claim_whose_words_are_not_in_the_text_is_not_published() -> None:
    document = post("p", KALUGA, Lang.RU, "11 05:00", "Прошедшей ночью сбиты 2 беспилотника.")
    claim = a_claim(document, trigger="сбиты", time=None, place=None, speaker=None, count=None)
    forged = replace(claim, evidence=tuple(replace(e, text="other words") for e in claim.evidence))
    released = release(Selection(documents=(document,), claims=(forged,)), private_policy(), now=NOW)
    assert released.claims == ()
    assert [(w.what, w.reason) for w in released.withheld] == [("claim", "no evidence in the text")]


def test_a_first_name_read_as_a_village_does_not_save_the_surname() -> None:
    document = post("p", KALUGA, Lang.UK, "11 05:00", "Вночі поранено 2 людини, серед них 64-річна Марія Вигадана.")
    village = replace(region("UA-51", "Mariia", "Марія"), id="gn:1")
    claim = a_claim(document, trigger="поранено", time=None, place=village, speaker=None, count=None)
    selection = Selection(documents=(document,), claims=(claim,), incidents=(an_incident([claim]),))
    released = release(selection, private_policy(), now=NOW)
    (shown,) = released.documents
    assert released.claims[0].place is None
    assert released.incidents[0].place is None
    assert shown.text == "Вночі поранено 2 людини, серед них 64-річна [name withheld]."


def test_a_town_after_a_word_like_resident_stays() -> None:
    document = post("p", KALUGA, Lang.RU, "11 05:00", "Пострадал житель Нижнего Новгорода.")
    town = region("RU-NIZ", "Nizhny Novgorod", "Нижнего Новгорода")
    claim = a_claim(document, trigger="Пострадал", time=None, place=town, speaker=None, count=None)
    (shown,) = release(Selection(documents=(document,), claims=(claim,)), private_policy(), now=NOW).documents
    assert shown.text == document.text
