"""Which language is spoken: of one request, one command, one thread of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGS = ("en", "ru", "uk")
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


def language() -> str:
    """Return the language that is spoken now; English unless something else was asked for."""
    return _spoken.get()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak a language of :data:`LANGS` for a while."""
    if lang not in LANGS:
        raise ValueError(f"{lang}: none of {', '.join(LANGS)}")
    token = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(token)
