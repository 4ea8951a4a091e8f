"""The one way text for a terminal is made: plain, of a given width, nothing said by colour alone."""

from io import StringIO

from rich.console import Console


class Page:
    """A console that writes into memory.

    Attributes:
        console: Where to print.
    """

    def __init__(self, *, width: int, colour: bool) -> None:
        self._stream = StringIO()
        self.console = Console(
            file=self._stream,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            markup=False,
            highlight=False,
            emoji=False,
        )

    def text(self) -> str:
        """Return what was printed, without blanks at the ends of lines, with one line end at its own."""
        return "\n".join(line.rstrip() for line in self._stream.getvalue().splitlines()) + "\n"
