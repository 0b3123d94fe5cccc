"""What devices on site cost those who walk: how late visitors' events are while so many devices speak.

    scripts/bench devices [--devices 500] [--clients 200] [--seconds 20] [--mqtt] [--page]

Everyone is in the area of all devices, and is told all of them; visitors say something at a stage, which is stored in a
file before it is told. First without devices, then while each of them says something twice a second by HTTP, or with
--mqtt by a mosquitto on this machine. Bar: 95% of visitors' events within 250 ms beside 500 devices.

With --page a whole server serves a hall of that many robots, and a real page in Chromium watches up to ten of them:
how long from a device's word until its twin stands there, the glide of 0.45 s included. Bar: 1 s.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "server")]

from device_parts import fair  # noqa: E402
from device_parts.page import Page, delays  # noqa: E402
from presence_parts.load import Load  # noqa: E402
from talk import MESSAGES, SAMPLED, Ears, listener, report, settle, talk  # noqa: E402

from presence import raise_file_limit, start  # noqa: E402

FLEET = HERE / "device_parts" / "fleet.py"
BARE = [sys.executable, "-W", "ignore", str(HERE / "presence_parts" / "server.py")]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--devices", type=int, default=500)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--mqtt", action="store_true")
    parser.add_argument("--page", action="store_true")
    options = parser.parse_args()
    raise_file_limit()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATABASE": f"sqlite:///{folder}/devices.db", "DEVICES": str(options.devices)}
        broker, port = mosquitto(Path(folder)) if options.mqtt else (None, 0)
        if broker:
            os.environ["MQTT"] = f"mqtt://127.0.0.1:{port}"
        try:
            run(options, port, Path(folder))
        finally:
            if broker:
                broker.terminate()


def run(options: argparse.Namespace, broker: int, folder: Path) -> None:
    """With a server that ends with us."""
    server, port = start(whole(options.devices, folder) if options.page else BARE)
    try:
        if options.page:
            built(server.pid, port)
        measure(options, broker, server.pid, port)
    finally:
        server.kill()


def measure(options: argparse.Namespace, broker: int, server: int, port: int) -> None:
    """Without devices, then with them."""
    page = Page(port) if options.page else None
    load = Load()
    lines = [listener(load, port) for _ in range(options.clients)]
    settle(load, 4.0)
    load.watched = {line.socket.fileno() for line in lines[:: max(1, len(lines) // SAMPLED)]}
    print(f"{'':24}{'median':>9}{'95%':>9}{'latest':>9}{'lost':>7}{'waves':>7}{'core':>7}{'waited':>8}", flush=True)
    report("no devices", *talk(load, lines, server, 0))
    command = [sys.executable, str(FLEET), str(port), str(options.devices), str(options.seconds)]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent / "server")}
    if page:
        environment["PROBES"] = page.watched
    fleet = subprocess.Popen(
        [*command, *([str(broker)] if broker else [])], stdout=subprocess.PIPE, text=True, env=environment
    )
    settle(load, 2.0)
    everyone, wanted, shares, waits = Ears(), 0, list[float](), list[float]()
    begin, end = time.time(), time.monotonic() + options.seconds - 5
    while time.monotonic() < end:
        ears, count, share, waited = talk(load, lines, server, 0)
        everyone.took += ears.took
        wanted += count
        shares.append(share)
        waits.append(waited)
    report(f"{options.devices} devices", everyone, wanted, sum(shares) / len(shares), sum(waits) / len(waits))
    over = time.time() - 1.0
    while fleet.poll() is None:
        load.read(0.1)
    assert fleet.stdout
    said = json.loads(fleet.stdout.read())
    print(f"{said['heard'] / options.seconds:.0f} words a second, {said['refused']} refused; answered after "
          f"{said['median']:.0f} ms, 95% {said['late']:.0f} ms; {MESSAGES} messages a round")  # fmt: skip
    if page:
        tell(page.seen(), said["sent"], begin, over)


def tell(seen: dict[str, Any], sent: dict[str, list[list[float]]], begin: float, end: float) -> None:
    """How long twins took in the page."""
    took = [1000 * each for each in delays(sent, seen["shown"], begin, end)]
    late = took[int(len(took) * 0.95)]
    print(f"in the page ({seen['frames']:.0f} frames a second), {len(took)} words of {len(sent)} devices: there after "
          f"{took[len(took) // 2]:.0f} ms, 95% {late:.0f} ms, latest {took[-1]:.0f} ms; bar 1000 ms")  # fmt: skip


def whole(devices: int, folder: Path) -> list[str]:
    """What serves a hall where each device is a robot; its port comes last."""
    os.environ |= {"HALLWRIGHT_DATA": str(folder / "data"), "HALLWRIGHT_DATABASE": os.environ["DATABASE"],
                   "HALLWRIGHT_MQTT": os.environ.get("MQTT", "")}  # fmt: skip
    layout = fair.write(folder, devices)
    return [sys.executable, "-W", "ignore", "-m", "hallwright", "serve", str(layout), "--port"]


def built(server: int, port: int) -> None:
    """Wait until the hall is, and nobody packs its files any more."""
    helpers = bool(os.environ.get("MQTT"))  # the bridge stays
    children = Path(f"/proc/{server}/task/{server}/children")
    for _ in range(400):
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30) as health:
            ready = json.load(health)["ready"]
        if ready and len(children.read_text("ascii").split()) <= helpers:
            return
        time.sleep(0.3)
    raise SystemExit("the hall was not built")


def mosquitto(folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A broker on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    config = folder / "mosquitto.conf"
    config.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\npersistence false\n")
    program = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
    broker = subprocess.Popen([program, "-c", str(config)], stderr=subprocess.DEVNULL)
    time.sleep(1.0)
    return broker, port


if __name__ == "__main__":
    main()
