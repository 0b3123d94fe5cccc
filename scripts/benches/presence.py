"""What presence costs: a thousand visitors who walk, against a Socket.IO server on Node that relays.

    scripts/bench presence [--clients 1000] [--seconds 15] [--spread hall|crowd] [--no-node]

Prints the share of a processor core that the server process takes, what each visitor receives, how many frames
arrive, how old a neighbour's position is, and what bare sends would cost at the least. Bar: 25% of a core and
40 kbit/s for each of 1,000 visitors.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import select
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = HERE / "presence_parts"
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "server")]

from presence_parts.line import BINARY, TEXT, Line  # noqa: E402
from presence_parts.load import SLOTS, Load, Walkers, cpu_seconds, resident_mb  # noqa: E402

BOXES = {"hall": (2.0, 2.0, 198.0, 98.0), "crowd": (80.0, 30.0, 120.0, 70.0)}
POSITION = struct.Struct("<BHHBB")
WARM_UP = 4.0
HEADERS = 52  # bytes of TCP and IP around every frame


@dataclass(slots=True)
class Figures:
    """What came out of one run."""

    name: str
    clients: int
    cpu: float  # share of a core
    kbit: float  # per visitor, mean
    kbit_most: float
    frames: float  # per visitor and second
    load_cpu: float
    memory: float
    delivered: float | None = None
    age: tuple[float, float] | None = None  # ms: median, 95th percentile


def main() -> None:
    """Measure and print."""
    options = arguments()
    raise_file_limit()
    rows = [hallwright(options.clients, options.seconds, spread) for spread in options.spread]
    print(f"(bare sends of as many frames and bytes: {floor(rows[0], options.seconds):.1%} of a core)", flush=True)
    if not options.no_node and prepare_relay():
        rows.append(hallwright(options.naive, options.seconds, "hall"))
        rows.append(relay("naive", options.naive, options.seconds))
        rows.append(relay("batch", options.clients, options.seconds))
    report(rows)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--naive", type=int, default=150, help="visitors of the naive relay, whose cost is quadratic")
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--spread", nargs="+", choices=sorted(BOXES), default=["hall", "crowd"])
    parser.add_argument("--no-node", action="store_true")
    return parser.parse_args()


def hallwright(clients: int, seconds: float, spread: str) -> Figures:
    """Our own server with ``clients`` visitors."""
    server, port = start([sys.executable, "-W", "ignore", str(PARTS / "server.py")])
    load, walkers = Load(), Walkers(clients, BOXES[spread])
    begin = time.monotonic()
    lines = [enter(load, port) for _ in range(clients)]
    print(f"{clients} people came in within {time.monotonic() - begin:.1f} s", file=sys.stderr, flush=True)
    positions = {line.socket.fileno() for line, _ in lines}
    ages = watch(load, lines)

    def tell(slot: int) -> None:
        for index in range(slot, clients, SLOTS):
            x, y = walkers.at[:, index]
            lines[index][0].send(BINARY, POSITION.pack(1, int(x * 100), int(y * 100), ages.mark(index), 1))

    load.run(WARM_UP, tell, lambda: walkers.walk(0.2))
    before = figures(server)["frames_sent"]
    result = measure(
        f"hallwright, {spread}",
        clients,
        server,
        load,
        positions,
        lambda: load.run(seconds, tell, lambda: walkers.walk(0.2)),
        [line for line, _ in lines],
    )
    after = figures(server)
    received = sum(line.frames for line, _ in lines)
    result.delivered = received / max(1, after["frames_sent"] - before)
    result.age = ages.summary()
    end(server)
    return result


def enter(load: Load, port: int) -> tuple[Line, int]:
    """One more visitor on both channels: the position line and the number."""
    events = load.socket_io("127.0.0.1", port)
    me = load.call(events, "join", {"venue": "fair", "area": "hall", "protocol": 1})
    positions = Line("127.0.0.1", port, f"/presence?ticket={me['presence']}")
    load.add(positions)
    load.read(0)
    return positions, int(me["number"])


class Ages:
    """How old a position is when a neighbour hears of it. The yaw of a watched person counts its positions."""

    def __init__(self, watchers: dict[int, int]) -> None:
        self._watchers = watchers  # file of a watcher -> number of the person watched
        self._told: dict[int, dict[int, float]] = {number: {} for number in watchers.values()}
        self._indices: dict[int, int] = {}
        self._yaw: dict[int, int] = {}
        self._ages: list[float] = []

    def follow(self, index: int, number: int) -> None:
        """The visitor at ``index`` is the watched person ``number``."""
        self._indices[index] = number

    def mark(self, index: int) -> int:
        """The yaw that the visitor at ``index`` tells now."""
        number = self._indices.get(index)
        if number is None:
            return 0
        yaw = self._yaw[number] = (self._yaw.get(number, 0) + 1) % 256
        self._told[number][yaw] = time.monotonic()
        return yaw

    def heard(self, file: int, payload: bytes, now: float) -> None:
        """A watcher got a frame."""
        if payload[0] != 2:
            return
        number = self._watchers[file]
        for seen, _, _, yaw, _ in struct.iter_unpack("<HHHBB", payload[7:]):
            told = self._told[number].pop(yaw, None) if seen == number else None
            if told is not None and now - told < 5:
                self._ages.append(now - told)

    def summary(self) -> tuple[float, float] | None:
        """Median and 95th percentile in ms."""
        if len(self._ages) < 20:
            return None
        return statistics.median(self._ages) * 1000, statistics.quantiles(self._ages, n=20)[-1] * 1000


def watch(load: Load, lines: list[tuple[Line, int]]) -> Ages:
    """Every 50th visitor watches itself in the shared frame: that is how old its place is for its neighbours."""
    ages = Ages({line.socket.fileno(): number for line, number in lines[::50]})
    for index in range(0, len(lines), 50):
        ages.follow(index, lines[index][1])
    load.watched, load.heard = {line.socket.fileno() for line, _ in lines[::50]}, ages.heard
    return ages


def relay(mode: str, clients: int, seconds: float) -> Figures:
    """The Node server with ``clients`` visitors."""
    node = shutil.which("node") or "node"
    server, port = start([node, str(PARTS / "relay" / "relay.mjs")], mode)
    load, walkers = Load(), Walkers(clients, BOXES["hall"])
    lines = [load.socket_io("127.0.0.1", port) for _ in range(clients)]
    for line in lines:
        line.sign = b'["position'

    def tell(slot: int) -> None:
        for index in range(slot, clients, SLOTS):
            x, y = walkers.at[:, index]
            lines[index].send(TEXT, f'42["position",[{index},{int(x * 100)},{int(y * 100)},0,1]]'.encode())

    load.run(WARM_UP, tell, lambda: walkers.walk(0.2))
    files = {line.socket.fileno() for line in lines}
    result = measure(
        f"node relay, {mode}",
        clients,
        server,
        load,
        files,
        lambda: load.run(seconds, tell, lambda: walkers.walk(0.2)),
        lines,
    )
    result.delivered = result.frames / (5 * (clients - 1) if mode == "naive" else 10)
    end(server)
    return result


def floor(row: Figures, seconds: float) -> float:
    """The share of a core that the sends alone take here and now, of the same size and number."""
    size = round(row.kbit * 1000 / 8 / row.frames)
    server, port = start([sys.executable, str(PARTS / "floor.py")], str(size))
    sinks = [socket.create_connection(("127.0.0.1", port)) for _ in range(row.clients)]
    poll = select.epoll()
    for sink in sinks:
        poll.register(sink, select.EPOLLIN)
    files = {sink.fileno(): sink for sink in sinks}
    time.sleep(1)
    before, begin = cpu_seconds(server.pid), time.monotonic()
    while time.monotonic() < begin + seconds:
        for file, _ in poll.poll(0.05, len(sinks)):
            files[file].recv(65536)
    share = (cpu_seconds(server.pid) - before) / (time.monotonic() - begin)
    end(server)
    return share


def measure(
    name: str, clients: int, server: subprocess.Popen[str], load: Load, files: set[int], run: object, lines: list[Line]
) -> Figures:
    """Run and take the figures of the server process and of the lines."""
    for line in lines:
        line.bytes = line.frames = 0
    before, own = cpu_seconds(server.pid), cpu_seconds(os.getpid())
    assert callable(run)
    took = float(run())
    kbit = [line.bytes * 8 / took / 1000 for line in lines]
    return Figures(
        name,
        clients,
        (cpu_seconds(server.pid) - before) / took,
        statistics.mean(kbit),
        max(kbit),
        sum(line.frames for line in lines) / len(lines) / took,
        (cpu_seconds(os.getpid()) - own) / took,
        resident_mb(server.pid),
    )


def start(command: list[str], *more: str) -> tuple[subprocess.Popen[str], int]:
    """Start a server on a free port and on a core of its own; we take another."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent / "server")}
    server = subprocess.Popen(
        [*command, str(port), *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    cores = sorted(os.sched_getaffinity(0) | {0})
    if len(cores) > 1:
        os.sched_setaffinity(server.pid, {cores[0]})
        os.sched_setaffinity(0, set(cores[1:]))
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.05)
    raise SystemExit("the server does not listen")


def figures(server: subprocess.Popen[str]) -> dict[str, int]:
    """What our server counts."""
    assert server.stdin
    assert server.stdout
    server.stdin.write("figures\n")
    server.stdin.flush()
    answer: dict[str, int] = json.loads(server.stdout.readline())
    return answer


def end(server: subprocess.Popen[str]) -> None:
    """Stop a server."""
    assert server.stdin
    server.stdin.close()
    try:
        server.wait(3)
    except subprocess.TimeoutExpired:  # Node with a long queue
        server.kill()
        server.wait()


def prepare_relay() -> bool:
    """Install what the Node server needs; False when that cannot be had."""
    folder = PARTS / "relay"
    if (folder / "node_modules").exists():
        return True
    npm = shutil.which("npm")
    if npm is None:
        print("no npm, no comparison with Node", file=sys.stderr)
        return False
    return subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder).returncode == 0


def raise_file_limit() -> None:
    """Two sockets a visitor here, and two in the server."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 65536)), hard))


def report(rows: list[Figures]) -> None:
    """The table and the ratios."""
    widths = {"people": 8, "core": 8, "kbit/s": 8, "most": 8, "frames/s": 10, "arrive": 8, "age ms": 12, "MB": 6}
    print(" " * 24 + "".join(f"{title:>{width}}" for title, width in widths.items()))
    for row in rows:
        age = f"{row.age[0]:.0f}/{row.age[1]:.0f}" if row.age else "-"
        arrive = f"{row.delivered:.1%}" if row.delivered is not None else "-"
        print(
            f"{row.name:24}{row.clients:8}{row.cpu:8.1%}{row.kbit:8.1f}{row.kbit_most:8.1f}{row.frames:10.1f}"
            f"{arrive:>8}{age:>12}{row.memory:6.0f}"
        )
    print(f"(The load itself took up to {max(row.load_cpu for row in rows):.0%} of the other core.)")
    for ours in rows:
        for node in rows:
            if node.name.startswith("node") and ours.name.startswith("hall") and node.clients == ours.clients:
                print(
                    f"{node.name} / {ours.name}, {ours.clients} people, for what arrives: "
                    f"{per_arrival(node.cpu, node) / per_arrival(ours.cpu, ours):.1f}× the processor, "
                    f"{per_arrival(node.kbit, node) / per_arrival(ours.kbit, ours):.1f}× the bytes"
                )


def per_arrival(figure: float, row: Figures) -> float:
    """The figure as it would be if everything due arrived: a server that falls behind looks cheap otherwise."""
    due = row.delivered or 0.0 if row.name.startswith("node") else row.frames / 10
    return figure / max(0.01, min(1.0, due))


if __name__ == "__main__":
    main()
