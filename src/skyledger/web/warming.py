"""Release nights before anybody asks for them, the latest first, one at a time, with pauses for those who ask."""

from __future__ import annotations

import gc
import logging
from threading import Event, Thread
from typing import TYPE_CHECKING

from skyledger.errors import SkyledgerError

if TYPE_CHECKING:
    from skyledger.web.site import Site

_logger = logging.getLogger("skyledger.web")
_PAUSE_S = 0.002
_IDLE_S = 2.0


class Warmer:
    """A thread that looks for nights that are not released, and releases them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="warmer", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the night at hand."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self.warm_once()
            except SkyledgerError as error:
                _logger.warning("nights could not be prepared: %s", error)
            self._stopped.wait(_IDLE_S)

    def warm_once(self) -> None:
        """Release what is not released."""
        shelf, look = self._site.look()
        made = 0
        for label in (*shelf.labels(look), None):
            if self._stopped.is_set():
                return
            if shelf.missing(look, [label]):
                shelf.night(look, label)
                made += 1
                self._stopped.wait(_PAUSE_S)
        if made:
            # Rows stay and point in no circles: looking through all of them for garbage is a pause for everybody.
            gc.freeze()
