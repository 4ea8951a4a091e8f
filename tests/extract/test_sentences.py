"""Where a sentence ends, what is a list item, and who introduces the list."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.extract.reading import Reading
from skyledger.extract.sentences import cut_sentences
from skyledger.packs.normalise import tokenise

Read = Callable[[str], Reading]


def cut(text: str) -> list[str]:
    return [text[s.first : s.last].strip() for s in cut_sentences(text, tokenise(text))]


def leads(text: str) -> list[int | None]:
    return [s.lead for s in cut_sentences(text, tokenise(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Сбито 5 дронов. Жертв нет.", 2),
        ("Збито 5 дронів! Жертв немає?", 2),
        ("Five drones were downed. Nobody was hurt.", 2),
        ("Сбито 5 дронов; пострадавших нет", 2),
        ("Первая строка\nВторая строка", 2),
        ("«Сбито 5 дронов.» Так написал губернатор.", 2),
        ("Сбито 5 дронов… Подробности позже.", 2),
        ("One\n\nTwo\n\n\nThree", 3),
    ],
)
def test_sentences_end(text: str, count: int) -> None:
    assert len(cut(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Над Калужской обл. сбито 5 дронов",
        "В г. Калуга упали обломки",
        "На ул. Ленина выбиты окна",
        "В пос. Октябрьский упал дрон",
        "Без света 2 тыс. потребителей",
        "Gov. Shapsha said five drones were downed",
        "Mr. Smith said so",
        "Губернатор В. В. Шапша сообщил о пяти дронах",
        "О. Кіпер повідомив про влучання",
        "Сбито 5 дронов. и ещё два",
        "Restrictions were introduced at 2 a.m. and lifted at 5 a.m.",
        "In the U.S. Air Force report",
        "Сбито в 23.20 мск",
        "11.12.2025 сбито 5",
    ],
)
def test_a_full_stop_that_ends_nothing(text: str) -> None:
    assert len(cut(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Так было 11 декабря 2025 г. Над областью сбиты 5 дронов.",
        "Аэропорт закрыт с 23:10 мск. Ограничения сняты утром.",
        "Дроны сбиты в Калужской обл. Пострадавших нет.",
    ],
)
def test_an_abbreviation_that_does_end_a_sentence(text: str) -> None:
    assert len(cut(text)) == 2


@pytest.mark.parametrize("bullet", ["▪️", "•", "🔹", "❗️", "✅", "➖", "▶️"])
def test_bullets_in_running_text_open_items(bullet: str) -> None:
    assert len(cut(f"За ночь сбиты: {bullet}5 над Тулой {bullet}3 над Калугой")) == 3


@pytest.mark.parametrize("mark", ["- ", "– ", "— ", "* ", "· ", "2) "])
def test_marks_at_the_start_of_a_line_open_items(mark: str) -> None:
    text = f"За ночь сбиты:\n{mark}5 над Тулой\n{mark}3 над Калугой\nПострадавших нет."
    assert leads(text) == [None, 0, 0, None]


def test_a_dash_inside_a_line_opens_no_item() -> None:
    assert leads("За ночь сбиты:\n5 над Тулой - и 3 над Калугой") == [None, None]


def test_items_without_a_colon_before_them_belong_to_nobody() -> None:
    assert leads("Сбиты дроны.\n- 5 над Тулой\n- 3 над Калугой") == [None, None, None]


def test_a_bulleted_total_opens_a_list_of_its_own() -> None:
    text = "▪️ Сбито 8:\n- 5 над Тулой\n- 3 над Калугой\n▪️ Подавлено 4:\n- 4 над Рязанью"
    assert leads(text) == [None, 0, 0, None, 3]


def test_a_list_survives_an_empty_line_before_its_items() -> None:
    assert leads("За ночь сбиты:\n\n- 5 над Тулой\n- 3 над Калугой") == [None, 0, 0]


def test_lines_know_their_paragraph() -> None:
    sentences = cut_sentences("A b. C d.\nE f.\n\nG h.", tokenise("A b. C d.\nE f.\n\nG h."))
    paragraphs = [s.paragraph for s in sentences]
    assert paragraphs[0] == paragraphs[1] < paragraphs[2] < paragraphs[3]


@given(st.text(alphabet="Аб 1.,!?:;-—•▪\n️🔹(»", max_size=120))
def test_every_token_is_in_exactly_one_sentence(text: str) -> None:
    tokens = tokenise(text)
    covered = [t for s in cut_sentences(text, tokens) for t in range(s.start, s.stop)]
    assert covered == list(range(len(tokens.words)))


@given(st.text(alphabet="Аб 1.,!?:;-—•▪\n️🔹(»", max_size=120))
def test_a_lead_stands_before_its_items_and_ends_with_a_colon(text: str) -> None:
    sentences = cut_sentences(text, tokenise(text))
    for sentence in sentences:
        if sentence.lead is not None:
            lead = sentences[sentence.lead]
            assert lead.index < sentence.index
            # Without a bullet it stands on a line that ends like an item, or behind one.
            lines = [*text[lead.last : sentence.last].splitlines(), text[sentence.first :].partition("\n")[0]]
            assert sentence.bulleted or any(
                line.rstrip().endswith((";", ",")) or "-" in line or "—" in line for line in lines
            )
            assert text[lead.first : lead.last].rstrip().endswith(":")
