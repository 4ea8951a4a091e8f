"""Replies and links: a text that names the text it is about."""

from skyledger.link.features.reference import refers_to
from skyledger.model import Kind, Modality
from tests.builders import a_document
from tests.link.stories import Story, an_effect


def test_a_reply_names_its_message_within_one_outlet() -> None:
    first = a_document("The roof burns", id="ch/7", url="https://t.me/ch/7")
    assert refers_to(a_document("It does not", id="ch/9", reply_to="ch/7"), first)
    assert not refers_to(a_document("It does not", id="ch/9", reply_to="ch/6"), first)
    assert not refers_to(first, first)


def test_a_link_names_an_address() -> None:
    first = a_document("The roof burns", id="a", url="https://t.me/ch/7")
    assert refers_to(a_document("See https://t.me/ch/7 for more", id="b"), first)
    assert not refers_to(a_document("See t.me/other/7", id="b"), first)


def test_a_denial_hours_later_joins_what_it_answers() -> None:
    def told(reply_to: str) -> int:
        story = Story()
        fire = an_effect(Kind.FIRE, speaker=None, time=None)
        denial = an_effect(Kind.FIRE, speaker=None, time=None, modality=Modality.DENIED)
        story.post("The roof burns", fire, outlet="ch", id="ch/7", type="channel")
        story.post("No fire there", denial, outlet="ch", id="ch/9", type="channel", hours=4, reply_to=reply_to)
        return len(story.incidents())

    assert told("ch/7") == 1
    assert told("") == 2
