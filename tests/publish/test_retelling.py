"""Sentences of the ledger in the reader's language; what is none of ours stays as it is."""

import pytest

from skyledger.publish.retelling import retell, retell_detail
from skyledger.say import speaking

_REASON = (
    "8 of 11 documents quote or are by Vladislav Shapsha; 1 claim: forwarded from or linked to Владислав Шапша; "
    "2 claims: repeats the figures of Vladislav Shapsha without naming anyone; whether it is independent is unmeasured."
)
_TOTAL = (
    'The total says "287"; its parts "118" (Bryansk Oblast), "40" (Moscow Oblast, Moscow) and 4 more add up to 287, '
    "which agrees."
)


@pytest.mark.parametrize(
    ("lang", "kept", "told"),
    [
        ("ru", "Only Rosaviatsia says so.", "Источник только один: Росавиация."),
        ("uk", "2 origins, 1 side agree.", "2 першоджерела, 1 сторона: повідомлення узгоджуються."),
        ("ru", "The document is by Ivan Fedorov.", "Собственное сообщение источника: Иван Федоров."),
        (
            "ru",
            _REASON,
            "Из 11 текстов 8 передают слова источника или принадлежат ему: Владислав Шапша; 1 утверждение: переслано "
            "отсюда или есть ссылка сюда: Владислав Шапша; 2 утверждения: без ссылки повторены числа источника: "
            "Владислав Шапша; независимость не измерена.",
        ),
        (
            "uk",
            _TOTAL,
            "Підсумок: «287». Його частини: «118» (Брянська область), «40» (Московська область, Москва) і ще 4; "
            "у сумі 287, сходиться.",
        ),
        (
            "ru",
            "Origins give different figures (count 40-42): Kyiv says 30 or more. A headline says 50.",
            "Первоисточники называют разные числа (число: 40–42). Киев: 30 или больше. В заголовке: 50.",
        ),
        ("uk", "11 apartment (windows and facade)", "11 квартир (вікна і фасад)"),
        ("ru", "none reported, preliminary", "по предварительным сообщениям, нет"),
        (
            "ru",
            "2 of 2 documents name X; one voice: The administration and its head publish the same posts; the city's "
            "mayor and council are another office.",
            "Из 2 текстов 2 называют источник: X; один голос: Администрация и её глава публикуют одни и те же записи; "
            "мэр и совет города — другое учреждение.",
        ),
        (
            "uk",
            "INC-A is INC-B now. Its claims belong to INC-B now, which is the older of the two.",
            "INC-A тепер INC-B. Її твердження тепер у події INC-B: вона старша.",
        ),
    ],
)
def test_a_sentence_is_said_anew(lang: str, kept: str, told: str) -> None:
    with speaking(lang):
        assert retell(kept) == told
        assert retell(told) == told, "what is said anew is not touched again"
    assert retell(kept) == kept


@pytest.mark.parametrize("kept", ["A judge wrote this; and that.", "Сегодня утром", "", "{n} {n:origin|origins}"])
def test_what_is_none_of_ours_stays(kept: str) -> None:
    with speaking("ru"):
        assert retell(kept) == kept


def test_what_is_known_of_a_mixed_sentence_is_said_anew() -> None:
    with speaking("ru"):
        assert retell("One origin denies it. The dog barked.") == "Один первоисточник это отрицает. The dog barked."


def test_details_are_named_each_by_itself() -> None:
    with speaking("uk"):
        assert retell_detail("windows, roof and facade") == "вікна, дах і фасад"


@pytest.mark.parametrize(
    "kept",
    [
        "1 claim: " * 300 + ".",
        "1 claim: " * 300 + "; unknown" * 200 + ".",
        "1 " + "object " * 300,
        'The total says "' + "; its parts " * 300 + " add up to " * 50,
        "; ".join(["A says B."] * 400),
    ],
)
def test_names_that_imitate_our_sentences_do_no_harm(kept: str) -> None:
    with speaking("ru"):
        assert retell(kept)
