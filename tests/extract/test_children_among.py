"""Children among those hurt, and the denial that there were any."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say_interval


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("В больницах Купянска после удара дронов 12 раненых, детей среди них нет.", "?"),
        ("Ранены девять человек, в том числе ни одного ребёнка, после удара дрона по Херсону.", "?"),
        ("Nine people (two children) were hurt when a drone hit Kherson.", "2"),
        ("Поранено шестеро, з них двоє – діти: дрон влучив у двір у Херсоні.", "2"),
    ],
)
def test_children(packs: Packs, text: str, children: str) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert [say_interval(c.harm.children) for c in claims if c.harm is not None] == [children]
