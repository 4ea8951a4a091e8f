"""What the rules leave and weights read: statements by words no pack has; and what must stay unread all the same."""

from pathlib import Path

import pytest

from skyledger.evaluate.gold import load_gold
from skyledger.extract.extract import extract_document
from skyledger.extract.frames.ruled import DENIED, OF_OTHERS, REFUSED
from skyledger.extract.frames.weighing import WEIGHED
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims, say

ROOT = Path(__file__).resolve().parents[2]
GOLD, EXTRACT = ROOT / "evaluation" / "gold", ROOT / "src" / "skyledger" / "extract"


def weighed(text: str, packs: Packs) -> list[str]:
    return [say(claim) for claim in read_claims(a_text(text), packs)[1].claims if claim.rule.endswith(WEIGHED)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The governor of Penza writes of a thwarted drone attack. Neither victims nor ruin.", "no_casualties 0/0/?"),
        (
            "Над Ростовом ночью сорок беспилотников. Большая часть до города не дошла, шесть всё-таки попали.",
            "hit 6 uav @gn:501175",
        ),
        # told by what did not happen
        ("Удар дрона по Рыльску. Трое уже никогда не вернутся домой.", "casualties 3/?/? @gn:695019"),
        # beside a number of the same kind, where there is no doubt
        (
            "Удар дронов по Белгороду. Батареи остыли в 30 домах, четырёх школах.",
            "other_effect 4 building 'heating' @gn:578072",
        ),
    ],
)
def test_what_everything_but_a_known_verb_tells(packs: Packs, text: str, told: str) -> None:
    assert told in weighed(text, packs)


@pytest.mark.parametrize(
    "text",
    [
        "Three drones stopped the trains in Kursk region.",  # the verb belongs to the trains
        "Twelve drones were shot down over Tula, three more than the night before.",  # the rules bound the verb
        "Of the 58 drones that were over Sumy region 49 were downed.",  # a whole has not the fate of its part
        "Расчёты ПВО не тронули 12 беспилотников под Тулой.",  # denied
        "Ночью расчёты ПВО увидели 12 беспилотников под Тулой.",  # an idle verb
        "A drone hit a depot in Sumy. It is not clear whether anybody there is safe.",
        "В Курске подключили 900 домов, обесточенных во время атаки.",  # the end of it
        "За ночь над областью перехвачены и уничтожены 99999 беспилотников.",  # more than a night has ever seen
        "Околиці столиці: 2 БпЛА над Обуховим. 1 БпЛА над Бучою. 1 БпЛА у бік Коцюбинське.",  # flying still
        "В Бородянке прилетело по складу, артиллерия отработала плотно.",  # nothing that flies is named
        "На учениях под Ельцом девять дронов отправились в утиль.",
        "На Вінниччину летіло 52 «Герані», 49 апаратів збито.",  # flying says nothing of their end
        "A drone hit a bus in Kherson. A rescuer risked his life.",
        "In March 900 drones ended their way in the fields of Tula region.",
    ],
)
def test_what_weights_leave_too(packs: Packs, text: str) -> None:
    assert weighed(text, packs) == []


def test_a_text_that_tells_nothing_current_is_silenced_with_the_reason(packs: Packs) -> None:
    text = (
        "Роман «Серое небо» выходит в апреле. В третьей главе два дрона влетают в жилой дом на Заводской, погибают "
        "семь человек, ранены двенадцать, и автор не жалеет ни читателя, ни героев. Издательство обещает второй тираж."
    )
    assert [c.kind.value for c in read_claims(a_text(text), packs)[1].claims] == []


@pytest.mark.parametrize("opening", [*REFUSED, DENIED, OF_OTHERS])
def test_the_reasons_weights_yield_to_are_reasons_rules_give(opening: str) -> None:
    """A reason that is worded anew would silently stop to hold weights back."""
    rules = (path for path in EXTRACT.rglob("*.py") if path.name != "ruled.py")
    assert any(f'"{opening}' in path.read_text(encoding="utf-8") for path in rules)


def test_no_weighed_claim_speaks_of_a_number_of_a_rule(packs: Packs) -> None:
    """Over the gold set: a figure is a rule's or a weight's, and the word shown is one of the text."""
    seen = 0
    for gold in load_gold(GOLD):
        frames = extract_document(gold.document, packs).frames
        ruled = {s for f in frames if not f.rule.endswith(WEIGHED) for s in (f.count_span, *f.harm_spans) if s}
        for frame in frames:
            if frame.rule.endswith(WEIGHED):
                seen += 1
                assert not ruled & {s for s in (frame.count_span, *frame.harm_spans) if s}
                assert frame.trigger.slice(gold.document.text).strip()
    assert seen > 100


def test_a_text_of_two_scripts_is_not_silenced(packs: Packs) -> None:
    post = "Two people were killed and five injured in a drone attack on Kherson."
    text = f"{post}\nПогода обещает быть ясной.\nВітаємо всіх читачів."
    assert any(say(claim).startswith("casualties 2/5") for claim in read_claims(a_text(text), packs)[1].claims)
