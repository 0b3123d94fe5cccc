"""Kills a server again and again under a crowd that talks, asks, votes and polls, and under one that takes new names.

    scripts/bench survive [--kills 50] [--crowd 200] [--database sqlite|postgresql]

It is the test of surviving with more of both: nothing that was acknowledged is lost, nothing is repeated, everything is
in order. Prints how long it took; a failure is a failure.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TESTS = {
    "talk": "tests/gateway/test_talk_surviving.py::test_what_was_said_is_kept_and_told_once",
    "names": "tests/gateway/test_surviving.py::test_what_was_acknowledged_is_kept_and_told_once",
}


def main() -> int:
    """Run both tests against both databases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--crowd", type=int, default=200)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    arguments = parser.parse_args()
    # Who is away is waited for as long as it takes all of a large crowd to come back, one after another.
    environment = {"GRACE": "600", **os.environ, "KILLS": str(arguments.kills), "CROWD": str(arguments.crowd)}
    failed = 0
    for database in arguments.database or ["sqlite", "postgresql"]:
        for name, test in TESTS.items():
            begun = time.monotonic()
            command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"{test}[eventlet-{database}]"]
            status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
            took = time.monotonic() - begun
            outcome = "nothing lost, repeated or out of order" if status == 0 else "FAILED"
            print(f"{database}, {name}: {arguments.kills} kills, {arguments.crowd} people, {took:.0f} s: {outcome}")
            failed += status != 0
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
