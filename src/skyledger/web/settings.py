"""How the application is run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What somebody said when starting it.

    Attributes:
        public: The public release policy, no decisions, a limit on requests, answers that others may cache.
        hosts: Names under which it may be addressed, without a port.
        clock: What counts as now; policy measures its delay from it.
        requests_per_s: What one client may ask in public, with ``burst`` at once.
        longest_url: Characters of path and query.
        longest_body: Bytes of what is sent.
        body_s: Seconds to send it in.
        answer_s: Seconds that making one answer may take.
        cache_bytes: What answers are kept.
        most_cold_nights: How many nights one request may have released; more are prepared in the background.
        tiles: Address of a background for the map, with {z}, {x} and {y}; ``""`` for none.
        warm: Whether nights are released ahead of being asked for.
    """

    public: bool = False
    hosts: tuple[str, ...] = LOCAL_HOSTS
    clock: Callable[[], datetime] = _utc_now
    requests_per_s: float = 20.0
    burst: int = 100
    longest_url: int = 8_000
    longest_body: int = 65_536
    body_s: float = 10.0
    answer_s: float = 60.0
    cache_bytes: int = 256 * 1024 * 1024
    most_cold_nights: int = 120
    tiles: str = ""
    warm: bool = False
