"""Webhooks: what is new or changed in a saved selection is posted to an address, signed, and tried again.

:mod:`events` says what happened, :mod:`book` remembers what was told, :mod:`target` says where a post may go,
:mod:`posting` sends one, :mod:`sending` puts them together.
"""

from skyledger.flow.webhooks.book import Book, Hook, open_book
from skyledger.flow.webhooks.posting import Outcome, sign
from skyledger.flow.webhooks.sending import Sent, add_hook, send_due

__all__ = ["Book", "Hook", "Outcome", "Sent", "add_hook", "open_book", "send_due", "sign"]
