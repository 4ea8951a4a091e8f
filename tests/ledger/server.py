"""A PostgreSQL server of the tests' own: Debian's package, a free port, a folder of its own that goes when they end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

HOW = "PostgreSQL 15 or later is not installed; on Debian: apt-get install postgresql"
_names = count(1)


def server_folder() -> Path | None:
    """Return the folder of the newest server's programs, or None where there is none that is new enough."""
    folders = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if p.parent.name.isdigit()]
    new_enough = [p for p in folders if int(p.parent.name) >= 15 and (p / "initdb").exists()]
    if new_enough:
        return max(new_enough, key=lambda p: int(p.parent.name))
    found = shutil.which("initdb")
    return Path(found).parent if found else None


class Server:
    """One running server; each call of :meth:`new_database` gives an empty database."""

    def __init__(self, programs: Path, home: Path, port: int) -> None:
        self._programs, self._home, self.port = programs, home, port

    @property
    def address(self) -> str:
        return f"postgresql://ledger@127.0.0.1:{self.port}"

    def new_database(self) -> str:
        """Return the address of a database made for one test."""
        name = f"t{os.getpid()}_{next(_names)}"
        self._run("createdb", "--encoding", "UTF8", "--template", "template0", "--locale", "C", *self._where(), name)
        return f"{self.address}/{name}"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._home} -c fsync=off"
        log = str(self._home / "log")
        self._run("pg_ctl", "-D", str(self._home / "data"), "-l", log, "-w", "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self._home / "data"), "-w", "-m", how, "stop")

    def create(self) -> None:
        self._run("initdb", "-D", str(self._home / "data"), "-U", "ledger", "-A", "trust", "-E", "UTF8", "--no-sync")

    def _where(self) -> list[str]:
        return ["-h", "127.0.0.1", "-p", str(self.port), "-U", "ledger"]

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.getuid() == 0:  # the server refuses to run as root
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, cwd=self._home, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")


@contextmanager
def running_server(programs: Path) -> Iterator[Server]:
    """Start a server on a free port, and stop it and remove all it wrote."""
    home = Path(tempfile.mkdtemp(prefix="skyledger-pg-"))
    try:
        if os.getuid() == 0:
            shutil.chown(home, "postgres", "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        server = Server(programs, home, port)
        server.create()
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(home, ignore_errors=True)
