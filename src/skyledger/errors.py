"""What skyledger raises when it is misused or a pack or ledger is broken.

Doubtful *data* never raises: it becomes an :class:`skyledger.model.Issue`.
The command line prints ``str(error)`` as one line and exits with ``exit_code``.
"""


class SkyledgerError(Exception):
    """Base of every error a caller may want to catch; its text is one clear line."""

    exit_code = 2


class PackError(SkyledgerError):
    """A pack is malformed; the text names file, line or key, and the fault."""


class IngestError(SkyledgerError):
    """A file cannot be read; the text names file, place and reason."""

    exit_code = 1


class LedgerError(SkyledgerError):
    """The ledger cannot be opened, is newer than this program, or refused a write."""


class NotFoundError(SkyledgerError):
    """An id given by the user names nothing in the ledger."""


class WithdrawnError(SkyledgerError):
    """An id names an incident that was withdrawn; the text says why."""

    exit_code = 1


class UsageError(SkyledgerError):
    """The command was called with arguments that make no sense together."""
