"""What talk costs: how late a message reaches everyone at a stage, at rest and while everybody claps.

    scripts/bench talk [--clients 2000] [--claps 2000] [--rounds 5]

Everyone listens to one stage; what is said is stored in a file before it is told. A round is four messages, one each
half second; then again while so many claps come within the first second, spread over all who listen. Prints how long
messages take to those who listen (sampled), how much of a core the server takes, and how much of one it waited for
while others had it: where that is much, the machine was busy and the rest says little. Bar: no message over 500 ms late
for the claps, none lost.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "server")]

from presence_parts.line import TEXT, Line  # noqa: E402
from presence_parts.load import Load, cpu_seconds, resident_mb  # noqa: E402

from presence import raise_file_limit, start  # noqa: E402

STAGE = "talk/stage/main"
MESSAGES, PAUSE = 4, 0.5
SAMPLED = 100  # of those who listen
PATIENCE = 10.0


@dataclass(slots=True)
class Ears:
    """When each message was sent, and how long it took to each who is sampled (ms)."""

    sent: dict[str, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    waves: int = 0

    def hear(self, file: int, payload: bytes, now: float) -> None:
        """A sampled line was told something."""
        if not payload.startswith((b'42["talk', b'42["wave')):
            return
        name, body = json.loads(payload[2:])
        self.waves += name == "wave"
        for event in {"talk": [body], "talks": body}.get(name, ()):
            if event.get("text") in self.sent:
                self.took.append((now - self.sent[event["text"]]) * 1000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=2000)
    parser.add_argument("--claps", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    raise_file_limit()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE"] = f"sqlite:///{folder}/talk.db"
        server, port = start([sys.executable, "-W", "ignore", str(HERE / "presence_parts" / "server.py")])
        load = Load()
        lines = [listener(load, port) for _ in range(options.clients)]
        settle(load, 5.0)
        load.watched = {line.socket.fileno() for line in lines[:: max(1, len(lines) // SAMPLED)]}
        print(f"{'':24}{'median':>9}{'95%':>9}{'latest':>9}{'lost':>7}{'waves':>7}{'core':>7}{'waited':>8}", flush=True)
        for _ in range(options.rounds):
            report("at rest", *talk(load, lines, server.pid, 0))
            report(f"{options.claps} claps", *talk(load, lines, server.pid, options.claps))
        print(f"{options.clients} listen; {resident_mb(server.pid):.0f} MB")
        server.kill()


def listener(load: Load, port: int) -> Line:
    """Somebody at the stage who listens."""
    line = load.socket_io("127.0.0.1", port)
    assert load.call(line, "join", {"venue": "fair", "area": "hall", "protocol": 1, "consent": True})["ok"]
    assert load.call(line, "listen", {"stream": STAGE, "most": 0})["ok"]
    return line


def talk(load: Load, lines: list[Line], server: int, claps: int) -> tuple[Ears, int, float, float]:
    """One round: what was heard, how many of it should have been, the share of a core that it took, and waited for."""
    ears = Ears()
    load.heard = ears.hear
    begin, cpu, waited = time.monotonic(), cpu_seconds(server), waited_seconds(server)
    for turn in range(MESSAGES):
        text = f"{begin} {turn}"
        ears.sent[text] = time.monotonic()
        event = json.dumps(["say", {"stream": STAGE, "text": text}])
        lines[turn].send(TEXT, b"421" + event.encode())
        clap(load, lines, int(claps * PAUSE) if turn * PAUSE < 1.0 else 0, turn)
    wanted = MESSAGES * len(load.watched)
    end = time.monotonic() + PATIENCE
    while len(ears.took) < wanted and time.monotonic() < end:
        load.read(0.01)
    took = time.monotonic() - begin
    share, lacked = (cpu_seconds(server) - cpu) / took, (waited_seconds(server) - waited) / took
    settle(load, 1.0)
    return ears, wanted, share, lacked


def waited_seconds(process: int) -> float:
    """How long the process could have run so far, and did not because others did."""
    return int(Path(f"/proc/{process}/schedstat").read_text("ascii").split()[1]) / 1e9


def clap(load: Load, lines: list[Line], claps: int, turn: int) -> None:
    """So many claps evenly in half a second, everyone in turn; without any, only listen."""
    event = b"42" + json.dumps(["react", {"stream": STAGE, "reaction": "clap"}]).encode()
    begin = time.monotonic()
    for each in range(claps):
        lines[(turn * claps + each) % len(lines)].send(TEXT, event)
        while (left := begin + PAUSE * each / claps - time.monotonic()) > 0:
            load.read(left)
        if each % 20 == 0:
            load.read(0)
    while (left := begin + PAUSE - time.monotonic()) > 0:
        load.read(left)


def settle(load: Load, seconds: float) -> None:
    """Take in what comes for a while."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        load.read(left)


def report(name: str, ears: Ears, wanted: int, share: float, waited: float) -> None:
    """One line."""
    took = sorted(ears.took) or [float("nan")]
    late = took[int(len(took) * 0.95)] if len(took) > 1 else took[0]
    print(
        f"{name:24}{statistics.median(took):6.0f} ms{late:6.0f} ms{took[-1]:6.0f} ms{wanted - len(ears.took):7}"
        f"{ears.waves // SAMPLED:7}{share:7.0%}{waited:8.0%}",
        flush=True,
    )


if __name__ == "__main__":
    main()
