"""Patterns compiled when a text first asks for them: most texts need few, and to compile all delays the first."""

import re
from collections.abc import Iterator


class LazyPattern:
    """A regular expression, compiled when first used.

    Attributes:
        pattern: Its source.
    """

    __slots__ = ("_compiled", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._compiled: re.Pattern[str] | None = None

    def compiled(self) -> re.Pattern[str]:
        """Return the expression, ready to search."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
        return self._compiled

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text, as of a compiled expression."""
        return (self._compiled or self.compiled()).finditer(text)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Return the match that begins at a place, as of a compiled expression."""
        return (self._compiled or self.compiled()).match(text, at)
