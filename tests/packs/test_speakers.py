"""The speakers packs: what is in them, and that names and institutions take the right case forms."""

import tomllib
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import PackError
from skyledger.link.families import load_outlet_families
from skyledger.packs.compile_speakers import compile_speakers, write_tables
from skyledger.packs.institution_names import institution_forms
from skyledger.packs.latin_names import latin_spellings
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.person_names import gender_of, given_forms, name_forms
from skyledger.packs.records import Official, Term
from skyledger.packs.speakers_source import SpeakerEntry, load_speakers
from skyledger.packs.surnames import Gender as GenderOfName
from skyledger.packs.surnames import surname_forms

pytest.importorskip("pymorphy3", reason="word forms are made with pymorphy3: install skyledger[packs]")

DATA = Path(__file__).parents[2] / "src" / "skyledger" / "data"
RU_CODES = """
AD AL BA BU CE CU DA IN KB KL KC KR KK KO ME MO SA SE TA TY UD ALT KAM KHA KDA KYA PER PRI STA ZAB AMU ARK AST BEL BRY
CHE IRK IVA KGD KLU KEM KIR KOS KGN KRS LEN LIP MAG MOS MUR NIZ NGR NVS OMS ORE ORL PNZ PSK ROS RYA SAK SAM SAR SMO SVE
TAM TOM TUL TVE TYU ULY VGG VLA VLG VOR YAR MOW SPE YEV CHU KHM NEN YAN
"""
RU_REGIONS = {f"RU-{code}" for code in RU_CODES.split()}
UA_CODES = "05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77"
UA_REGIONS = {f"UA-{code}" for code in UA_CODES.split()}
CASES = {"nom": 0, "gen": 1, "dat": 2, "acc": 3, "ins": 4, "loc": 5}


@pytest.fixture(scope="module")
def entries() -> list[SpeakerEntry]:
    return load_speakers(DATA)


@pytest.fixture(scope="module")
def compiled() -> tuple[list[Official], list[tuple[str, Term]]]:
    return compile_speakers(DATA)


def meanings(compiled: tuple[list[Official], list[tuple[str, Term]]], text: str, category: str = "speaker") -> set[str]:
    surface = normalise_surface(text)
    return {term.value for found, term in compiled[1] if found == surface and term.category == category}


def flags_of(compiled: tuple[list[Official], list[tuple[str, Term]]], text: str, value: str) -> set[str]:
    surface = normalise_surface(text)
    return {
        flag for found, term in compiled[1] if found == surface and term.value == value for flag in term.flags.split()
    }


# --- what is in the packs -----------------------------------------------------------------------------------------


def test_there_are_83_russian_and_27_ukrainian_regions_to_cover() -> None:
    assert (len(RU_REGIONS), len(UA_REGIONS)) == (83, 27)


def test_every_region_is_an_iso_code(entries: list[SpeakerEntry]) -> None:
    used = {entry.official.region for entry in entries} - {""}
    assert used <= RU_REGIONS | UA_REGIONS


def in_office(official: Official, day: date) -> bool:
    return (official.start is None or official.start <= day) and (official.end is None or day <= official.end)


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_every_region_has_a_head(entries: list[SpeakerEntry], year: int) -> None:
    heads = {
        entry.official.region
        for entry in entries
        if in_office(entry.official, date(year, 7, 1))
        and (entry.official.role == "governor" or entry.official.id == "ru-mow-mayor-sobyanin")
    }
    assert sorted((RU_REGIONS | UA_REGIONS) - heads) == []


def test_crimea_and_sevastopol_keep_their_iso_codes_and_their_holders_side(entries: list[SpeakerEntry]) -> None:
    by_id = {entry.official.id: entry.official for entry in entries}
    assert by_id["ua-43-governor-aksyonov"].side == "ru"
    assert by_id["ua-40-governor-razvozhaev"].region == "UA-40"
    assert by_id["ua-43-representative-tasheva"].side == "ua"


def allowed_overlap_days(*written: object) -> int:
    """A handover may share its day; a boundary written as a month or a year is read at its widest."""
    return max({10: 1, 7: 31, 4: 366}[len(str(value))] for value in written)


def test_terms_of_one_office_do_not_overlap() -> None:
    holders: dict[tuple[str, ...], list[tuple[SpeakerEntry, dict[str, Any]]]] = defaultdict(list)
    raw = {
        row["id"]: row
        for path in (DATA / "speakers").glob("*/*.toml")
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("official", [])
    }
    for entry in load_speakers(DATA):
        official = entry.official
        if official.role in ("governor", "mayor", "city_administration") and not entry.acting:
            holders[official.role, official.region, official.side, entry.city].append((entry, raw[official.id]))
    compared = 0
    for office, terms in holders.items():
        for (first, first_raw), (second, second_raw) in combinations(terms, 2):
            one, two = sorted((first.official, second.official), key=lambda o: o.start or date.min)
            earlier, later = (first_raw, second_raw) if one is first.official else (second_raw, first_raw)
            assert one.end is not None, f"{office}: {one.id} has no end although {two.id} follows"
            if two.start is not None:
                shared = (one.end - two.start).days + 1
                assert shared <= allowed_overlap_days(earlier["end"], later["start"]), (office, one.id, two.id)
                compared += 1
    assert compared > 50


def test_a_shared_handle_stays_within_one_office(entries: list[SpeakerEntry]) -> None:
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for entry in entries:
        for handle in entry.official.handles:
            assert handle == handle.lower()
            assert " " not in handle
            owners[handle].add((entry.official.role, entry.official.region))
    assert {handle: offices for handle, offices in owners.items() if len(offices) > 1} == {}


def test_every_body_is_found_in_its_own_example(
    entries: list[SpeakerEntry], compiled: tuple[list[Official], list[tuple[str, Term]]]
) -> None:
    surfaces: dict[str, set[str]] = defaultdict(set)
    for surface, term in compiled[1]:
        surfaces[term.value].add(surface)
    bodies = [entry for entry in entries if entry.official.is_body]
    assert len(bodies) > 150
    lost = [
        entry.official.id
        for entry in bodies
        if not any(f" {s} " in f" {normalise_surface(entry.example)} " for s in surfaces[entry.official.id])
    ]
    assert lost == []


def test_spokespeople_name_a_body(entries: list[SpeakerEntry]) -> None:
    bodies = {entry.official.id for entry in entries if entry.official.is_body}
    assert {entry.speaks_for for entry in entries} - {""} <= bodies
    korenyako = next(entry for entry in entries if entry.official.id == "ru-regulator-korenyako")
    assert (korenyako.official.role, korenyako.speaks_for) == ("regulator", "ru-rosaviatsia")


def test_committed_tables_are_what_the_packs_compile_to(
    tmp_path: Path, compiled: tuple[list[Official], list[tuple[str, Term]]]
) -> None:
    for written in write_tables(tmp_path, *compiled):
        assert written.read_text("utf-8") == (DATA / "compiled" / written.name).read_text("utf-8"), written.name


def test_compiling_twice_gives_the_same(compiled: tuple[list[Official], list[tuple[str, Term]]]) -> None:
    assert compile_speakers(DATA) == compiled


# --- who is meant -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Шапшой", "ru-klu-governor-shapsha"),
        ("Владислав Шапша", "ru-klu-governor-shapsha"),
        ("В. Шапша", "ru-klu-governor-shapsha"),
        ("Vladyslav Shapsha", "ru-klu-governor-shapsha"),
        ("Vladislav Shapsa", "ru-klu-governor-shapsha"),
        ("Вячеславом Гладковым", "ru-bel-governor-gladkov"),
        ("В'ячеслава Гладкова", "ru-bel-governor-gladkov"),
        ("Артём Кореняко", "ru-regulator-korenyako"),
        ("Artem Koreniako", "ru-regulator-korenyako"),
        ("Кореняка", "ru-regulator-korenyako"),
        ("Олега Синєгубова", "ua-63-governor-syniehubov"),
        ("Олегом Синегубовым", "ua-63-governor-syniehubov"),
        ("Oleh Syniehubov", "ua-63-governor-syniehubov"),
        ("Sergey Sobyanin", "ru-mow-mayor-sobyanin"),
        ("Собяніним", "ru-mow-mayor-sobyanin"),
        ("Юрію Ігнату", "ua-air-force-ihnat"),
        ("Alexander Hinshtein", "ru-krs-governor-khinshtein"),
        ("Vitaliy Klitschko", "ua-30-mayor-klitschko"),
        ("Дмитром Миляєвим", "ru-tul-governor-milyaev"),
    ],
)
def test_person_surfaces(compiled: tuple[list[Official], list[tuple[str, Term]]], text: str, who: str) -> None:
    assert who in meanings(compiled, text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Министерством обороны России", "ru-mod"),
        ("российском оборонном ведомстве", "ru-mod"),
        ("Russian Defence Ministry", "ru-mod"),
        ("Росавиации", "ru-rosaviatsia"),
        ("Росавіацією", "ru-rosaviatsia"),
        ("Federal Air Transport Agency", "ru-rosaviatsia"),
        ("Повітряних сил ЗСУ", "ua-airforce"),
        ("Воздушными силами ВСУ", "ua-airforce"),
        ("Генштабом", "ua-general-staff"),
        ("Харківською ОВА", "ua-63-ova"),
        ("Харьковской областной военной администрации", "ua-63-ova"),
        ("оперативному штабу Краснодарского края", "ru-kda-opershtab"),
        ("ПвК «Південь»", "ua-pvk-south"),
        ("Следственного комитета России", "ru-sk"),
        ("Національній поліції", "ua-police"),
        ("Енергоатому", "ua-energoatom"),
        ("Romania's Ministry of National Defence", "ro-mapn"),
    ],
)
def test_body_surfaces(compiled: tuple[list[Official], list[tuple[str, Term]]], text: str, body: str) -> None:
    assert body in meanings(compiled, text, "body")


def test_a_channel_title_is_a_category_of_its_own(compiled: tuple[list[Official], list[tuple[str, Term]]]) -> None:
    title = "Повітряні Сили ЗС України / Air Force of the Armed Forces of Ukraine"
    assert meanings(compiled, title, "title") == {"ua-airforce"}


def test_a_surface_shared_by_several_holders_names_them_all(
    compiled: tuple[list[Official], list[tuple[str, Term]]],
) -> None:
    assert {"ru-niz-governor-nikitin", "ru-ngr-governor-nikitin"} <= meanings(compiled, "Никитина")
    assert meanings(compiled, "Глеба Никитина") == {"ru-niz-governor-nikitin"}


def test_flags_say_when_a_surname_alone_is_not_enough(
    compiled: tuple[list[Official], list[tuple[str, Term]]],
) -> None:
    assert flags_of(compiled, "Гусевым", "ru-vor-governor-gusev") == {"surname"}
    assert flags_of(compiled, "Федоров", "ua-23-governor-fedorov") == {"surname", "common"}
    assert flags_of(compiled, "Иван Федоров", "ua-23-governor-fedorov") == set()
    assert flags_of(compiled, "мороза", "ua-14-governor-moroz") == {"surname", "word"}
    assert flags_of(compiled, "кличку", "ua-30-mayor-klitschko") == {"surname", "word"}
    assert flags_of(compiled, "Кличком", "ua-30-mayor-klitschko") == {"surname"}
    assert flags_of(compiled, "надалі", "ua-61-mayor-nadal") == {"surname", "word"}
    assert flags_of(compiled, "Kim", "ua-48-governor-kim") == {"surname", "common", "word"}


def test_every_one_word_name_is_flagged(compiled: tuple[list[Official], list[tuple[str, Term]]]) -> None:
    bare = [s for s, t in compiled[1] if t.category == "speaker" and " " not in s and "surname" not in t.flags.split()]
    assert bare == []


def test_an_initial_that_is_a_preposition_only_stands_before_a_nominative() -> None:
    surfaces = {form.surface for form in name_forms("Владислав Шапша", "ru", "m") if form.kind == "initial"}
    assert surfaces == {"в шапша"}
    assert "г никитиным" in {form.surface for form in name_forms("Глеб Никитин", "ru", "m")}


# --- case forms ---------------------------------------------------------------------------------------------------

SURNAMES: list[tuple[str, str, GenderOfName, str, str]] = [
    ("Гладков", "ru", "m", "ins", "гладковым"),
    ("Гладков", "uk", "m", "ins", "гладковим"),
    ("Шапша", "ru", "m", "gen", "шапши"),
    ("Шапша", "ru", "m", "ins", "шапшей"),
    ("Шапша", "ru", "m", "ins", "шапшой"),
    ("Шапша", "uk", "m", "gen", "шапші"),
    ("Богомаз", "ru", "m", "acc", "богомаза"),
    ("Гусев", "ru", "m", "dat", "гусеву"),
    ("Гусєв", "uk", "m", "gen", "гусєва"),
    ("Хинштейн", "ru", "m", "ins", "хинштейном"),
    ("Хінштейн", "uk", "m", "dat", "хінштейну"),
    ("Слюсарь", "ru", "m", "gen", "слюсаря"),
    ("Слюсарь", "ru", "m", "ins", "слюсарем"),
    ("Цыбульский", "ru", "m", "gen", "цыбульского"),
    ("Бездудный", "ru", "m", "ins", "бездудным"),
    ("Русских", "ru", "m", "ins", "русских"),
    ("Кожемяко", "ru", "m", "dat", "кожемяко"),
    ("Кожем'яко", "uk", "m", "gen", "кожем'яка"),
    ("Руденя", "ru", "m", "gen", "рудени"),
    ("Старовойт", "ru", "m", "loc", "старовойте"),
    ("Костюк", "ru", "f", "ins", "костюк"),
    ("Комарова", "ru", "f", "gen", "комаровой"),
    ("Комарова", "ru", "f", "acc", "комарову"),
    ("Заболотная", "ru", "f", "dat", "заболотной"),
    ("Заболотна", "uk", "f", "gen", "заболотної"),
    ("Гехт", "ru", "f", "gen", "гехт"),
    ("Гайдай", "ru", "m", "gen", "гайдая"),
    ("Гайдай", "uk", "m", "ins", "гайдаєм"),
    ("Кулеба", "ru", "m", "gen", "кулебы"),
    ("Кулеба", "uk", "m", "gen", "кулеби"),
    ("Ким", "ru", "m", "ins", "кимом"),
    ("Кім", "uk", "m", "dat", "кіму"),
    ("Сенкевич", "ru", "m", "ins", "сенкевичем"),
    ("Сєнкевич", "uk", "m", "ins", "сєнкевичем"),
    ("Синєгубов", "uk", "m", "gen", "синєгубова"),
    ("Кіпер", "uk", "m", "dat", "кіперу"),
    ("Лисак", "uk", "m", "ins", "лисаком"),
    ("Кличко", "uk", "m", "gen", "кличка"),
    ("Кличко", "ru", "m", "gen", "кличко"),
    ("Табурець", "uk", "m", "gen", "табурця"),
    ("Козицький", "uk", "m", "gen", "козицького"),
    ("Микита", "uk", "m", "dat", "микиті"),
    ("Негода", "uk", "m", "ins", "негодою"),
    ("Онищук", "uk", "f", "gen", "онищук"),
    ("Гамалій", "uk", "m", "gen", "гамалія"),
    ("Коваль", "uk", "m", "ins", "ковалем"),
    ("Філашкін", "uk", "m", "ins", "філашкіним"),
    ("Собянін", "uk", "m", "gen", "собяніна"),
    ("Труш", "uk", "m", "ins", "трушем"),
    ("Сліпка", "uk", "m", "dat", "сліпці"),
    ("Ткаченко", "uk", "m", "dat", "ткаченкові"),
]


@pytest.mark.parametrize(("name", "lang", "gender", "case", "form"), SURNAMES)
def test_surname_case(name: str, lang: str, gender: GenderOfName, case: str, form: str) -> None:
    assert form in surname_forms(name, lang, gender)[CASES[case]]


@pytest.mark.parametrize(
    ("name", "lang", "gender", "case", "form"),
    [
        ("Вячеслав", "ru", "m", "ins", "вячеславом"),
        ("В'ячеслав", "uk", "m", "gen", "в'ячеслава"),
        ("Юрий", "ru", "m", "loc", "юрии"),
        ("Ігор", "uk", "m", "gen", "ігоря"),
        ("Ілля", "uk", "m", "gen", "іллі"),
        ("Микола", "uk", "m", "ins", "миколою"),
        ("Наталя", "uk", "f", "gen", "наталі"),
        ("Мария", "ru", "f", "dat", "марии"),
        ("Ильсур", "ru", "m", "dat", "ильсуру"),
        ("Айсен", "ru", "m", "ins", "айсеном"),
    ],
)
def test_given_name_case(name: str, lang: str, gender: GenderOfName, case: str, form: str) -> None:
    assert form in given_forms(name, lang, gender)[CASES[case]]


def test_frozen_surnames_have_one_form() -> None:
    assert set().union(*surname_forms("Беспрозванных", "ru", "m")) == {"беспрозванных"}
    assert set().union(*surname_forms("Ткаченко", "ru", "m")) == {"ткаченко"}
    assert set().union(*surname_forms("Куришко", "uk", "f")) == {"куришко"}


def test_given_name_and_surname_agree_in_case() -> None:
    surfaces = {form.surface for form in name_forms("Олег Кіпер", "uk", "m")}
    assert {"олега кіпера", "кіпера олега", "олегом кіпером"} <= surfaces
    assert "олега кіпером" not in surfaces


def test_gender_follows_the_given_name() -> None:
    assert [gender_of(name, "ru") for name in ("Мария", "Илья", "Юлия", "Ильсур")] == ["f", "m", "f", "m"]


def test_the_head_noun_decides_and_the_rest_is_frozen() -> None:
    forms = institution_forms("Следственный комитет России", "ru")
    assert forms == {
        "Следственный комитет России",
        "следственный комитет России",
        "следственного комитета России",
        "следственному комитету России",
        "следственным комитетом России",
        "следственном комитете России",
    }
    assert institution_forms("Минобороны России", "ru") == {"Минобороны России"}
    assert "Харківської ОВА" not in institution_forms("Харківська ОВА", "ru")
    assert institution_forms("Air Command East", "en") == {"Air Command East"}


def test_latin_spellings_cover_both_schools() -> None:
    assert "vladyslav" in latin_spellings("Владислав", "uk")
    assert {"aleksey", "alexei"} <= set(latin_spellings("Алексей", "ru"))
    assert {"vorobyev", "vorobiev"} <= set(latin_spellings("Воробьёв", "ru"))
    assert {"serhii", "serhiy"} <= set(latin_spellings("Сергій", "uk"))


# --- faults -------------------------------------------------------------------------------------------------------

PERSON = """
[[official]]
id = "ru-xx-governor-ivolgin"
role = "governor"
region = "RU-KLU"
side = "ru"
{extra}
[official.names]
en = "Pyotr Ivolgin"
ru = "Петр Иволгин"
uk = "Петро Іволгін"
{names}
"""


def write_pack(folder: Path, text: str) -> Path:
    (folder / "speakers" / "ru").mkdir(parents=True)
    (folder / "speakers" / "ru" / "test.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_month_is_read_at_its_widest(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, PERSON.format(extra='start = "2024-02"\nend = "2024-12"', names=""))
    official = compile_speakers(pack)[0][0]
    assert (official.start, official.end) == (date(2024, 2, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            PERSON.format(extra='party = "none"', names=""),
            "speakers/ru/test.toml: ru-xx-governor-ivolgin: unknown key 'party'",
        ),
        (PERSON.format(extra="", names='de = "Iwolgin"'), "names: unknown key 'de'"),
        (PERSON.format(extra='start = "2024-13"', names=""), "not '2024-13'"),
        (PERSON.format(extra="start = 2024-02-01\nend = 2023-02-01", names=""), "is before start"),
        (PERSON.format(extra='gender = "x"', names=""), "gender must be"),
        (PERSON.format(extra='surname = "rare"', names=""), "surname must be"),
        (PERSON.format(extra='speaks_for = "ru-nobody"', names=""), "speaks_for names no body: 'ru-nobody'"),
        (PERSON.format(extra="", names="") * 2, "id 'ru-xx-governor-ivolgin' stands twice"),
        (PERSON.replace('side = "ru"', 'side = "fr"').format(extra="", names=""), "side must be ru, ua or other"),
        (PERSON.replace('uk = "Петро Іволгін"', "").format(extra="", names=""), "names.uk is missing"),
        ("[[oficial]]\nid = 1", "unknown key 'oficial'"),
        ("[[official]\n", "not valid TOML"),
        ('[[body]]\nid = "x"\nrole = "ministry"\nside = "ru"', "x: key 'names' is missing"),
    ],
)
def test_a_broken_pack_names_file_and_fault(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PackError) as caught:
        compile_speakers(write_pack(tmp_path, text))
    assert "speakers/ru/test.toml" in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


# --- families of outlets ------------------------------------------------------------------------------------------


def test_families_have_reasons_and_share_no_member() -> None:
    families = tomllib.loads((DATA / "policy" / "outlet_families.toml").read_text("utf-8"))["family"]
    assert len(families) > 25
    owners: dict[str, str] = {}
    for family in families:
        assert set(family) <= {"name", "reason", "hosts", "handles", "names", "speakers"}
        assert family["reason"].endswith(".")
        for key in ("hosts", "handles", "names", "speakers"):
            for member in family.get(key, []):
                assert owners.setdefault(member.casefold(), family["name"]) == family["name"], member
    assert owners["mod_russia_en"] == owners["mod_russia"]
    assert owners["korenyako"] == owners["favt_info"]


def raw_speakers() -> list[dict[str, Any]]:
    """Return every official and institution of the packs as written."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(DATA.glob("speakers/*/*.toml"))]
    return [entry for file in files for kind in ("official", "body") for entry in file.get(kind, [])]


def test_several_channels_of_one_speaker_are_one_family() -> None:
    families = load_outlet_families()
    for entry in raw_speakers():
        handles = [handle.lower() for handle in entry.get("handles", [])]
        if len(handles) > 1:
            assert len({families.by_term.get(h) for h in handles} - {None}) == 1, entry["id"]
            assert all(h in families.by_term for h in handles), entry["id"]


def test_who_speaks_for_an_institution_is_one_voice_with_it() -> None:
    families, raw = load_outlet_families(), raw_speakers()
    assert set(families.by_speaker) <= {e["id"] for e in raw}
    pairs = [(e["id"], e["speaks_for"]) for e in raw if "speaks_for" in e]
    assert len(pairs) > 15
    for person, institution in pairs:
        assert families.by_speaker.get(person, person) == families.by_speaker.get(institution, institution), person
