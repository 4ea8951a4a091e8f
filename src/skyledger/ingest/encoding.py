"""Bytes to text: what the file says of itself first, then what reads as words."""

import codecs
import re
from dataclasses import dataclass

from skyledger.ingest.cyrillic import READS_AS_WORDS, guess_cyrillic

# UTF-32 first: its little-endian mark starts with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# HTML and XML name their encoding within the first bytes (the HTML standard says 1,024; pages are less tidy).
DECLARATION_BYTES = 4096
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)

# Enough to judge by; decoding itself uses all bytes.
SAMPLE_BYTES = 65_536

CYRILLIC_SAMPLE_BYTES = 8_192  # scored letter by letter in seven encodings

# Share of control characters (other than tab, line ends, form feed, escape) above which bytes are no text.
CONTROL_SHARE = 0.02
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

# Undecodable places for each non-ASCII character that is whole, up to which a text still is UTF-8, only damaged.
# Russian in cp866 by chance has one whole "character" for every four broken ones, in cp1251 and KOI8 hardly any.
DAMAGED_SHARE = 0.25

# What a post in UTF-16 consists of: ASCII, Cyrillic, general punctuation, symbols and emoji.
_EXPECTED = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\xbf\u0400-\u04ff\u2010-\u2027\u2030-\u203a\u2100-\u27bf\ufe0f\U0001f000-\U0001faff]"
)


# Share of bytes beyond ASCII up to which a text that is no Cyrillic is English or French in Windows Latin.
WESTERN_SHARE = 0.2
_WESTERN_GAPS = frozenset(b"\x81\x8d\x8f\x90\x9d")  # stand for nothing in cp1252


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text and how it was found.

    Attributes:
        damage: What was lost, in words, or ``""``.
        damage_at: Byte offset of the first loss.
    """

    text: str
    encoding: str
    damage: str = ""
    damage_at: int = 0


def decode_bytes(data: bytes, *, whole: bool = True) -> Decoded | None:
    """Return the text of the bytes, or None when they are no text in any encoding skyledger knows.

    With ``whole`` false the bytes are the head of a longer file, and a character cut at the end is no damage.
    """
    decoded = _decode_marked(data) or _decode_utf16(data) or _decode_utf8(data, whole) or _decode_declared(data)
    if decoded is None:
        decoded = _decode_damaged_utf8(data) or _decode_single_byte(data)
    return None if decoded is None or is_binary(decoded.text) else decoded


def is_binary(text: str) -> bool:
    """Tell whether a decoded text has more control characters than any text has."""
    sample = text[:SAMPLE_BYTES]
    return len(_CONTROL.findall(sample)) > max(3, CONTROL_SHARE * len(sample)) or (
        0 < len(sample) < 200 and len(_CONTROL.findall(sample)) > 0.1 * len(sample)
    )


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding an XML declaration or an HTML meta element names, if Python knows it."""
    found = _DECLARED.search(data[:DECLARATION_BYTES])
    if found is None:
        return None
    try:
        return codecs.lookup((found[1] or found[2]).decode("ascii", "replace")).name
    except LookupError:
        return None


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, len(mark))
    return None


def _replacing(data: bytes, encoding: str, skipped: int = 0) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        return Decoded(
            text=text,
            encoding=encoding,
            damage=f"some bytes are not {encoding} and stand as U+FFFD",
            damage_at=skipped + error.start,
        )


def _decode_utf16(data: bytes) -> Decoded | None:
    """Find UTF-16 without a mark: ASCII and Cyrillic text then has a NUL or 0x04 in every second byte."""
    sample = data[: SAMPLE_BYTES & ~1]
    if len(sample) < 4 or len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if high.count(0) + high.count(4) < 0.7 * len(high):
            continue
        text = sample.decode(encoding, "replace")
        if len(_EXPECTED.findall(text)) >= 0.9 * len(text):
            return _replacing(data, encoding)
    return None


def _decode_utf8(data: bytes, whole: bool) -> Decoded | None:
    try:
        return Decoded(text=codecs.utf_8_decode(data, "strict", whole)[0], encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _decode_declared(data: bytes) -> Decoded | None:
    encoding = declared_encoding(data)
    # A page that says UTF-8 and is not has been tried above; UTF-16 cannot be declared in ASCII letters.
    if encoding is None or encoding.startswith(
        ("utf", "unicode", "idna", "punycode", "raw", "undefined", "mbcs", "oem")
    ):
        return None
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return None if is_binary(text) else Decoded(text=text, encoding=encoding)


def _decode_damaged_utf8(data: bytes) -> Decoded | None:
    decoded = _replacing(data, "utf-8")
    lost = decoded.text.count("\ufffd")
    kept = sum(char > "\x7f" for char in decoded.text) - lost
    return decoded if kept > 0 and lost <= DAMAGED_SHARE * kept else None


def _decode_single_byte(data: bytes) -> Decoded | None:
    sample = data[:SAMPLE_BYTES]
    guess = guess_cyrillic(sample[:CYRILLIC_SAMPLE_BYTES])
    encoding = guess.encoding if guess is not None and guess.score >= READS_AS_WORDS else _other_encoding(sample)
    return None if encoding is None else _replacing(data, encoding)


def _other_encoding(sample: bytes) -> str | None:
    """Tell Windows Latin by its mostly ASCII letters; ask charset-normalizer for what else a feed may carry."""
    accents = sum(byte > 0x7F for byte in sample)
    if accents <= WESTERN_SHARE * len(sample):
        return "cp1252" if not _WESTERN_GAPS.intersection(sample) else None
    from charset_normalizer import from_bytes  # only here: not one file in a thousand needs it

    best = from_bytes(sample, enable_fallback=False).best()
    return None if best is None else best.encoding
