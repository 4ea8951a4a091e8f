"""The long version of the kill tests: ``python bench/soak.py [--rounds N] [--seed N] [--postgres]``.

Every round starts a process that adds, decides, derives or brings an older ledger to shape, kills it with SIGKILL at a
random moment, and holds what is left against all that was ever accepted: nothing lost, nothing twice, every check of
``skyledger verify`` clean. It stops at the first fault with exit code 1 and leaves the ledger for a look.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.ledger.formats import make_older
from tests.ledger.killing import Kills, let_go, start_victim
from tests.ledger.server import HOW, running_server, server_folder

from skyledger.ledger import open_ledger

ACTIONS = ("add", "add", "decide", "derive", "settle", "settle")
# A ledger that has grown this far makes each check longer than the work it checks; the next rounds begin a new one.
ROUNDS_A_LEDGER = 40
FROM_OLDER = 10


def kill_rounds(address: str, rounds: int, random: Random) -> None:
    """Kill processes that write to one ledger."""
    kills = Kills(random)
    for _ in range(rounds):
        kills.kill_once(address, random.choice(ACTIONS))


def kill_migrations(folder: Path, rounds: int, random: Random) -> None:
    """Kill processes that bring an older ledger to shape."""
    for number in range(rounds):
        path = folder / f"older-{number}.ledger"
        make_older(path)
        victim = start_victim(str(path), "open", "x")
        let_go(victim)
        try:
            victim.wait(timeout=random.uniform(0, 0.2))
        except subprocess.TimeoutExpired:
            victim.kill()
        victim.communicate()
        Kills(random).check_sound(str(path))


def main() -> int:
    """Run the rounds and say what was seen."""
    parser = argparse.ArgumentParser(prog="soak", description="Kill writers at random moments and check the ledger.")
    parser.add_argument("--rounds", type=int, default=300, metavar="N", help="How many kills.")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="Of the random moments.")
    parser.add_argument("--postgres", action="store_true", help="On PostgreSQL instead of SQLite.")
    options = parser.parse_args()
    random, folder = Random(options.seed), Path(tempfile.mkdtemp(prefix="skyledger-soak-"))
    programs = server_folder()
    if options.postgres and programs is None:
        print(f"soak: {HOW}", file=sys.stderr)
        return 2
    older = 0 if options.postgres else options.rounds // FROM_OLDER
    left = options.rounds - older
    try:
        with ExitStack() as stack:
            server = stack.enter_context(running_server(programs)) if options.postgres and programs else None
            while left:
                rounds = min(left, ROUNDS_A_LEDGER)
                address = server.new_database() if server else str(folder / f"{left}.ledger")
                open_ledger(address).close()
                kill_rounds(address, rounds, random)
                left -= rounds
                print(f"{options.rounds - older - left} kills, every ledger sound", flush=True)
            kill_migrations(folder, older, random)
    except AssertionError as error:
        print(f"soak: {error!r}; the ledger is in {folder}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    print(
        f"{options.rounds} kills, {older} of them while an older ledger was brought to shape: "
        "nothing lost, nothing twice"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
