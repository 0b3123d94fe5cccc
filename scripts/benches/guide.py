"""What leading costs, and how late followers see: a guide with 200 followers, against the same crowd without a group.

    scripts/bench guide [--followers 200] [--seconds 12] [--pages 3] [--no-loss]

Prints how old the guide's gaze is when followers hear of it, what each receives for it, and the share of a processor
core that the server takes with the group and without; whether all who break away hear no more, and hear again once
they are back; whether all are free when the guide is gone. With pages it also prints how long after the guide turned
real browsers had drawn nine tenths of the turn. Bar: 300 ms from gaze to screen.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "server")]

from presence_parts.line import BINARY, Line  # noqa: E402
from presence_parts.load import Load, cpu_seconds  # noqa: E402

POSITION = struct.Struct("<BHHBB")
GAZE = 5
ROUND = 0.2  # s between two words of the guide
TURN = 28  # 256ths of a turn: what pages see the guide turn at a time, to and fro; the crowd stays behind
TURNS = 12
SHARE = 0.9


@dataclass(slots=True)
class Person:
    """Somebody on both channels."""

    events: Line
    positions: Line
    number: int


@dataclass(slots=True)
class Heard:
    """Gazes as they come: how old (s), by whom, and bytes of them."""

    told: dict[int, float] = field(default_factory=dict)  # yaw -> when the guide said it
    ages: list[float] = field(default_factory=list)
    by: dict[int, int] = field(default_factory=dict)  # file -> how many
    closed: set[int] = field(default_factory=set)

    def take(self, file: int, payload: bytes, now: float) -> None:
        """A watched line got a message."""
        if payload[:1] == bytes((GAZE,)) and len(payload) == 14:
            self.by[file] = self.by.get(file, 0) + 1
            said = self.told.get(payload[12])
            if said is not None and now - said < 0.9:  # what is told again after a second is no news
                self.ages.append(now - said)
        elif b'"group_closed"' in payload:
            self.closed.add(file)


def main() -> None:
    """Measure and print."""
    options = arguments()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 65536)), hard))
    with tempfile.TemporaryDirectory() as data:
        server, url = serve(Path(data))
        try:
            measure(options, server, url)
        finally:
            server.terminate()
            server.wait(10)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--followers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--no-loss", action="store_true", help="do not wait for the grace period of a lost guide")
    return parser.parse_args()


def measure(options: argparse.Namespace, server: subprocess.Popen[str], url: str) -> None:
    """Everything, one after another."""
    load, heard, port = Load(), Heard(), int(url.rstrip("/").rpartition(":")[2])
    venue, area = hall(url)
    guide, *crowd = [enter(load, port, venue, area) for _ in range(options.followers + 1)]
    load.watched = {line.socket.fileno() for each in crowd for line in (each.positions, each.events)}
    load.heard = heard.take
    walk(load, guide, crowd, heard, 3.0)
    alone = share(server, lambda: walk(load, guide, crowd, heard, options.seconds))
    code = str(load.call(guide.events, "guide_start", {})["group"])
    for each in crowd:
        assert load.call(each.events, "follow", {"group": code})["ok"]
    walk(load, guide, crowd, heard, 2.0)
    heard.ages.clear()
    heard.by.clear()
    led = share(server, lambda: walk(load, guide, crowd, heard, options.seconds))
    report_gaze(options, heard, crowd, alone, led)
    report_freedom(load, guide, crowd, heard, code)
    if options.pages:
        report_pages(options.pages, url, code, load, guide, crowd)
    if not options.no_loss:
        report_loss(load, guide, crowd, heard)


def walk(load: Load, guide: Person, crowd: list[Person], heard: Heard, seconds: float) -> None:
    """The guide walks and turns, saying so five times a second; followers walk beside."""
    yaw, begin = 0, time.monotonic()
    due = begin
    while due - begin < seconds:
        yaw = (yaw + 1) % 256
        x, y = 20 + 6 * math.sin(due), 5 + 2 * math.cos(due)
        heard.told[yaw] = time.monotonic()
        say(guide, x, y, yaw)
        for i, each in enumerate(crowd):
            say(each, x + 0.02 * (i % 20), y + 0.02 * (i // 20), 0)
        due += ROUND
        while (left := due - time.monotonic()) > 0:
            load.read(left)


def say(person: Person, x: float, y: float, yaw: int, flags: int = 1) -> None:
    """Tells a place, walking unless it is said otherwise."""
    person.positions.send(BINARY, POSITION.pack(1, int(x * 100), int(y * 100), yaw, flags))


def share(server: subprocess.Popen[str], run: Any) -> float:
    """The share of a core that the server takes meanwhile."""
    before, begin = cpu_seconds(server.pid), time.monotonic()
    run()
    return (cpu_seconds(server.pid) - before) / (time.monotonic() - begin)


def report_gaze(
    options: argparse.Namespace, heard: Heard, crowd: list[Person], alone: float, led: float
) -> None:
    """How late and how much."""
    counts = [heard.by.get(each.positions.socket.fileno(), 0) / options.seconds for each in crowd]
    ages = sorted(age * 1000 for age in heard.ages)
    middle, late = statistics.median(ages), ages[int(len(ages) * 0.95)]
    rate = statistics.mean(counts)
    print(f"{len(crowd)} followers: gaze heard after {middle:.0f} ms (median), {late:.0f} ms (95 %), {ages[-1]:.0f} ms")
    print(f"  {rate:.1f} frames a second each (least {min(counts):.1f}), {rate * 16:.0f} bytes/s with headers")
    ratio = led / max(alone, 1e-9)
    print(f"  server: {alone:.1%} of a core without the group, {led:.1%} with it: {ratio:.2f}x", flush=True)


def report_freedom(load: Load, guide: Person, crowd: list[Person], heard: Heard, code: str) -> None:
    """Half of them break away and come back."""
    half = crowd[::2]
    for each in half:
        assert load.call(each.events, "stray", {})["ok"]
    heard.by.clear()
    walk(load, guide, crowd, heard, 3.0)
    away = sum(heard.by.get(each.positions.socket.fileno(), 0) for each in half)
    begin = time.monotonic()
    for each in half:
        assert load.call(each.events, "follow", {"group": code})["ok"]
    asked = time.monotonic() - begin
    heard.by.clear()
    walk(load, guide, crowd, heard, 2.0)
    back = sum(each.positions.socket.fileno() in heard.by for each in half)
    print(f"{len(half)} broke away: {away} frames reached them; {back} hear again, asked in {asked:.1f} s", flush=True)


def report_pages(count: int, url: str, code: str, load: Load, guide: Person, crowd: list[Person]) -> None:
    """How long after the guide turned pages had drawn most of it."""
    node = [sys.executable, str(ROOT / "build_backend" / "node.py"), "--in", str(ROOT / "web"), "node"]
    pages = subprocess.Popen(
        [*node, str(ROOT / "web" / "bench" / "parts" / "follow.mjs"), url, code, str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert pages.stdin
    assert pages.stdout
    yaw, lines = 0, list[str]()
    reading = threading.Thread(target=lambda: lines.extend(iter(pages.stdout.readline, "")))  # type: ignore[union-attr]
    reading.start()
    until(load, guide, crowd, yaw, 150, lambda: lines or pages.poll() is not None)
    if not lines:
        raise SystemExit("the pages did not open")
    turns: list[tuple[float, float]] = []
    for _ in range(TURNS):
        yaw = TURN - yaw
        turns.append((time.time() * 1000, yaw / 256 * 2 * math.pi))
        until(load, guide, crowd, yaw, 2.0, lambda: False)
    pages.stdin.write("end\n")
    pages.stdin.close()
    pages.wait(60)
    reading.join()
    samples = [json.loads(line) for line in lines[1:]]
    for index, seen in enumerate(samples, 1):
        waits = sorted(screen_waits(seen, turns))
        gap = statistics.median(b[0] - a[0] for a, b in pairwise(seen))
        shown = f"{statistics.median(waits):.0f} ms (median), {waits[-1]:.0f} ms (most)" if waits else "never"
        print(f"page {index}: {len(waits)} of {TURNS} turns on screen after {shown}; {gap:.0f} ms a frame", flush=True)


def screen_waits(seen: list[list[float]], turns: list[tuple[float, float]]) -> list[float]:
    """ms from each turn of the guide until a frame showed SHARE of it."""
    waits = []
    for (begin, facing), (end, _) in zip(turns, [*turns[1:], (turns[-1][0] + 2000, 0.0)], strict=True):
        left = TURN / 256 * 2 * math.pi * (1 - SHARE) + math.pi / 256
        shown = [at for at, eye in seen if begin <= at < end and abs(math.remainder(eye - facing, 2 * math.pi)) <= left]
        waits += [shown[0] - begin] if shown else []
    return waits


def until(load: Load, guide: Person, crowd: list[Person], yaw: int, seconds: float, done: Any) -> None:
    """The guide stands and looks, alive; all lines are read."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not done():
        say(guide, 20, 12, yaw, 0)
        for i, each in enumerate(crowd):
            say(each, 14 + 0.6 * (i % 20), 10 - 0.8 * (i // 20), 0, 0)
        pause = time.monotonic() + ROUND
        while (left := min(pause, end) - time.monotonic()) > 0:
            load.read(left)


def report_loss(load: Load, guide: Person, crowd: list[Person], heard: Heard) -> None:
    """The guide's lines are cut."""
    for line in (guide.events, guide.positions):
        del load.lines[line.socket.fileno()]
        line.socket.close()
    begin = time.monotonic()
    while len(heard.closed) < len(crowd) and time.monotonic() - begin < 60:
        load.read(0.5)
    took = time.monotonic() - begin
    print(f"guide lost: {len(heard.closed)} of {len(crowd)} followers free after {took:.1f} s (grace 30 s)", flush=True)


def enter(load: Load, port: int, venue: str, area: str) -> Person:
    """One more visitor on both channels."""
    events = load.socket_io("127.0.0.1", port)
    me = load.call(events, "join", {"venue": venue, "area": area, "protocol": 1})
    positions = Line("127.0.0.1", port, f"/presence?ticket={me['presence']}")
    load.add(positions)
    return Person(events, positions, int(me["number"]))


def serve(data: Path) -> tuple[subprocess.Popen[str], str]:
    """The real server with the smallest layout, and its address."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "server"), "HALLWRIGHT_DATA": str(data)}
    command = [sys.executable, "-m", "hallwright", "serve", str(ROOT / "layouts" / "minimal.yaml"), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert server.stdout
    line = next(line for line in server.stdout if "http://" in line)
    return server, "http://" + line.split("http://")[1].split()[0]


def hall(url: str) -> tuple[str, str]:
    """Ids of the venue and its first area, once it is built."""
    for _ in range(600):
        with urllib.request.urlopen(f"{url}api/v1/venues") as answer:
            venue = json.load(answer)["venues"][0]
        if venue["manifest"] and venue["status"] == "ready":
            with urllib.request.urlopen(url.rstrip("/") + venue["manifest"]) as answer:
                return venue["id"], json.load(answer)["areas"][0]["id"]
        time.sleep(0.2)
    raise SystemExit("the hall was not built")


if __name__ == "__main__":
    main()
