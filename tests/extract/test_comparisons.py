"""A figure held against one of the past is told of tonight; numbers in names and crews at work count nothing."""

import pytest

from skyledger.model import ClaimStatus
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

EN, RU, UK = "Drones attacked Sumy. ", "Дроны атаковали Сумы. ", "Дрони атакували Суми. "


def counted(packs: Packs, text: str) -> list[tuple[str, int]]:
    """Return kind and number of the claims of these days that have one."""
    claims = read_claims(a_text(text), packs)[1].claims
    current = [c for c in claims if c.status is ClaimStatus.CURRENT]
    figures = [(c.kind.value, c.count.low) for c in current if c.count is not None]
    return figures + [
        ("hurt", c.harm.injured.low) for c in current if c.harm is not None and c.harm.injured is not None
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (EN + "Five drones were shot down over Sumy, compared with 12 a week ago.", ("interception", 5)),
        (EN + "Five people were injured in Sumy, up from 12 a week ago.", ("hurt", 5)),
        (RU + "Над Сумами сбили пять дронов, неделю назад было 12.", ("interception", 5)),
        (RU + "В Сумах повреждены пять домов, работали 12 пожарных машин.", ("damage", 5)),
        (UK + "У Сумах поранено п'ять людей, тиждень тому було 12.", ("hurt", 5)),
        (UK + "У Сумах пошкоджено п'ять будинків, працювали 12 пожежних машин.", ("damage", 5)),
        (EN + "Five drones were shot down over Sumy on Street 12.", ("interception", 5)),
    ],
)
def test_only_tonight_s_figure_is_told(packs: Packs, text: str, figure: tuple[str, int]) -> None:
    assert counted(packs, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        EN + "A week ago five people were injured in Sumy.",
        RU + "Неделю назад в Сумах ранены пять человек.",
        UK + "Тиждень тому у Сумах поранено п'ять людей.",
    ],
)
def test_what_was_a_week_ago_is_not_of_these_days(packs: Packs, text: str) -> None:
    assert ("hurt", 5) not in counted(packs, text)
