"""Which reader takes a file: content first, name second."""

import pytest

from skyledger.ingest.detect import NOT_TEXT, Choice, Refusal, detect_reader


@pytest.mark.parametrize(
    ("data", "name", "reader"),
    [
        (b'{"name":"c","type":"public_channel","id":1,"messages":[]}', "result.json", "telegram_export"),
        (b'{"about":"x","chats":{"list":[]}}', "anything.txt", "telegram_export"),
        (b'{"about":"x","personal_information":{},"contacts":' + b"[]" * 20_000, "x.json", "telegram_export"),
        (b'{"text":"see \\"messages\\""}\n', "x.jsonl", "jsonl"),
        (b'{"id":"1","text":"t"}', "noname", "jsonl"),
        (b'[\n {"text":"t"}]', "a.json", "jsonl"),
        (b"[12:40] A drone fell into the bay.", "log.txt", "text"),
        (b'<div class="tgme_widget_message">', "saved.txt", "telegram_page"),
        (b"<?xml version='1.0'?><rss version='2.0'/>", "x.html", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'></rdf:RDF>", "x", "feed"),
        (b"<!DOCTYPE html><html><body><p>x</p>", "x.txt", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'><body/>", "x.xml", "html"),
        (b"<3 this city, said the mayor", "x.txt", "text"),
        (b"(A0123/25 NOTAMN\nE) X)", "x.txt", "notam"),
        (b"Article about (A0123/25 NOTAMN which closed it", "x.txt", "text"),
        (b"id;text;date\n1;a;2025-01-01\n", "export", "table"),
        (b"anything,at,all\n", "x.csv", "table"),
        (b"text, title\nare two words of this letter.", "letter.txt", "text"),
        (b"\xef\xbb\xbf# Heading\n\nBody", "x.md", "text"),
        ('{"id":"1","text":"t"}'.encode("utf-16"), "x.jsonl", "jsonl"),
    ],
)
def test_choice(data: bytes, name: str, reader: str) -> None:
    assert detect_reader(data, name) == Choice(reader=reader)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old office document"),
        (b"\x00\x01\x02\x03\x04\x05" * 40, NOT_TEXT),
        (b"x" * 257 + b"ustar\x0000", "a tar archive"),
        (b"<?xml version='1.0'?><alert xmlns='cap'/>", "neither RSS nor Atom"),
        (b'<html><body><div class="page_wrap"><div class="page_header">', "result.json"),
    ],
)
def test_refusal(data: bytes, part: str) -> None:
    refusal = detect_reader(data, "x")
    assert isinstance(refusal, Refusal)
    assert part in refusal.reason
