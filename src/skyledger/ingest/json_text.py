"""JSON as programs write it, not only as the standard has it."""

import json
import re

_DECODER = json.JSONDecoder(strict=False)  # raw line ends and tabs inside strings are common and harmless
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|.)", re.DOTALL)
_GAP = re.compile(r"[\s,]*")


class JsonTextError(ValueError):
    """The text is no JSON; ``str()`` says why and where."""


def parse_json(text: str) -> object:
    r"""Return the value of a JSON text; ``\xNN`` escapes, which are no JSON, are read as ``\u00NN``.

    Raises:
        JsonTextError: The text is no JSON, nests too deep or holds a number beyond all bounds.
    """
    try:
        return _decode(text)
    except JsonTextError:
        if "\\x" not in text:
            raise
    return _decode(mend_escapes(text))


def parse_json_at(text: str, start: int) -> tuple[object, int]:
    """Return the value that starts at an offset, and where it ends.

    Raises:
        JsonTextError: As :func:`parse_json`.
    """
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        line = "" if error.lineno == 1 else f"line {error.lineno}, "
        raise JsonTextError(f"{error.msg.removesuffix(' starting at')} at {line}column {error.colno}") from None
    except RecursionError:
        raise JsonTextError("nested too deep") from None
    except ValueError as error:  # an integer of thousands of digits
        raise JsonTextError(str(error)[:100]) from None


def skip_gap(text: str, start: int) -> int:
    """Return the offset of the next character that is neither blank nor a comma."""
    match = _GAP.match(text, start)
    return start if match is None else match.end()


def mend_escapes(text: str) -> str:
    r"""Return the text with each ``\xNN`` escape as ``\u00NN``; an escaped backslash before an x stays."""
    return _ESCAPE.sub(lambda match: match[0] if match[1] is None else f"\\u00{match[1]}", text)


def _decode(text: str) -> object:
    value, end = parse_json_at(text, skip_gap(text, 0))
    rest = skip_gap(text, end)
    if rest != len(text):
        raise JsonTextError(f"something follows the value at character {rest + 1}")
    return value


def as_object(value: object) -> dict[str, object]:
    """Return a JSON object as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_array(value: object) -> list[object]:
    """Return a JSON array as it is, and an empty one for anything else."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """Return a string as it is, a whole number as its digits, and ``""`` for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return str(value)
    return ""
