"""Short posts come back whole from every encoding named in docs/readers.md."""

import codecs
import os

import pytest

from skyledger.ingest.cyrillic import ENCODINGS, READS_AS_WORDS, guess_cyrillic
from skyledger.ingest.encoding import declared_encoding, decode_bytes

RUSSIAN = (
    "Ночью над областью сбиты 12 беспилотников, пострадавших нет.",
    "Отбой воздушной опасности.",
    "Внимание! Опасность БПЛА.",
    "ВНИМАНИЕ! ОПАСНОСТЬ АТАКИ БПЛА!",
    "Её объявили в Ельце",
    "БПЛА над Тулой",
)
UKRAINIAN = (
    "Вночі над областю збито дев'ять дронів, постраждалих немає.",
    "Увага! Загроза балістики.",
    "Відбій тривоги у Сумах.",
    "Є загроза, їх троє.",
)
RU_ENCODINGS = ("cp1251", "koi8-r", "koi8-u", "cp866", "mac_cyrillic", "iso8859-5")
UK_ENCODINGS = ("cp1251", "koi8-u", "cp1125", "mac_cyrillic", "iso8859-5")
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", RU_ENCODINGS + UNICODE)
@pytest.mark.parametrize("post", RUSSIAN)
def test_russian_posts(post: str, encoding: str) -> None:
    decoded = decode_bytes(post.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.damage) == (post, "")


@pytest.mark.parametrize("encoding", UK_ENCODINGS + UNICODE)
@pytest.mark.parametrize("post", UKRAINIAN)
def test_ukrainian_posts(post: str, encoding: str) -> None:
    decoded = decode_bytes(post.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.damage) == (post, "")


@pytest.mark.parametrize(
    "text",
    ["Governor’s post: “nobody hurt” – the café burned", "naïve façade at Orléans was hit", "Plain ASCII, 12 drones."],
)
def test_western_text_is_not_taken_for_cyrillic(text: str) -> None:
    decoded = decode_bytes(text.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == text


def test_right_decodings_score_above_the_threshold_and_above_wrong_ones() -> None:
    for post in RUSSIAN + UKRAINIAN:
        for encoding in ("cp1251", "koi8-u"):
            guess = guess_cyrillic(post.encode(encoding))
            assert guess is not None
            assert guess.score >= READS_AS_WORDS
            assert post.encode(encoding).decode(guess.encoding) == post


def test_every_named_encoding_exists() -> None:
    assert [codecs.lookup(name).name for name in ENCODINGS]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        (b'<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        (b'<meta charset="no-such-thing">', None),
        (b"<p>nothing said</p>", None),
    ],
)
def test_declarations(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


def test_a_declaration_decides_where_letters_cannot() -> None:
    data = b'<?xml version="1.0" encoding="windows-1251"?><a>' + "№".encode("cp1251") + b"</a>"
    decoded = decode_bytes(data)
    assert decoded is not None
    assert (decoded.encoding, decoded.text[-5:]) == ("cp1251", "№</a>")


def test_a_wrong_declaration_yields_to_the_bytes() -> None:
    page = '<meta charset="windows-1251"><p>Сбито пять дронов</p>'
    decoded = decode_bytes(page.encode("utf-8"))
    assert decoded is not None
    assert decoded.text == page


def test_damaged_utf8_keeps_the_rest_and_says_so() -> None:
    before, after = "Сбиты три б", "еспилотника над портом"
    decoded = decode_bytes(before.encode() + b"\xff" + after.encode())
    assert decoded is not None
    assert decoded.text == f"{before}\ufffd{after}"
    assert (decoded.encoding, decoded.damage_at) == ("utf-8", len(before.encode()))
    assert "U+FFFD" in decoded.damage


def test_a_head_cut_inside_a_character_is_no_damage() -> None:
    data = "Сбиты три".encode()[:-1]
    decoded = decode_bytes(data, whole=False)
    assert decoded is not None
    assert (decoded.text, decoded.damage) == ("Сбиты тр", "")


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 30, bytes(range(256)) * 4, b"\x7fELF" + b"\x00" * 60, b"\x00" * 9]
)
def test_binary_is_no_text(data: bytes) -> None:
    assert decode_bytes(data) is None


def test_random_bytes_are_no_text() -> None:
    taken = sum(decode_bytes(os.urandom(400)) is not None for _ in range(200))
    assert taken <= 2
