"""Asks an application directly, guard and all."""

from typing import Any

from starlette.testclient import TestClient

from skyledger.ledger import Ledger
from skyledger.web.app import guarded, make_app
from skyledger.web.settings import Settings


class Client:
    """One application, and questions to it."""

    def __init__(self, ledger: Ledger, settings: Settings, *, raises: bool = True) -> None:
        self.app = make_app(ledger, settings)
        self.http = TestClient(
            guarded(self.app), base_url="http://127.0.0.1:8321", follow_redirects=False, raise_server_exceptions=raises
        )

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        """Return the answer, which must have this status."""
        answer = self.http.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        assert answer.status_code == status, (path, answer.status_code, answer.text[:400])
        return answer

    def json(self, path: str) -> Any:
        """Return what a 200 says in JSON."""
        return self.get(path).json()
