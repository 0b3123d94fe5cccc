"""Devices by MQTT, over a real mosquitto on this machine."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from hallwright.errors import CommandRefused
from hallwright.gateway.devices.bridging import envelope_of
from hallwright.gateway.devices.signing import sign
from hallwright.live.devices.twins import AHEAD
from tests.gateway.conftest import HallServer, served, start
from tests.gateway.visitor import Visitor

MOSQUITTO = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
AGV = "hallwright/fair/devices/agv/events"
pytestmark = pytest.mark.skipif(not Path(MOSQUITTO).exists(), reason="mosquitto is not installed")


@dataclass
class Broker:
    """A mosquitto that can be stopped and started again."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        config = self.folder / "mosquitto.conf"
        config.write_text(f"listener {self.port} 127.0.0.1\nallow_anonymous true\npersistence false\n")
        self.process = subprocess.Popen([MOSQUITTO, "-c", str(config)], stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("mosquitto does not listen")

    def stop(self) -> None:
        assert self.process
        self.process.terminate()
        self.process.wait(10)


@dataclass
class Device:
    """A device with a client of its own, that hears why it is refused."""

    port: int
    refusals: list[dict[str, Any]] = field(default_factory=list)
    sequence: int = field(default_factory=lambda: int(time.time() * 1000))
    client: Client = field(default_factory=lambda: Client(CallbackAPIVersion.VERSION2))

    def connect(self) -> None:
        self.client.on_connect = lambda client, *_: client.subscribe("hallwright/fair/devices/+/refusals")
        self.client.on_message = lambda _, __, message: self.refusals.append(json.loads(message.payload))
        self.client.reconnect_delay_set(1, 1)
        self.client.connect("127.0.0.1", self.port)
        self.client.loop_start()

    def envelope(self, values: Any, secret: bytes = b"secret of the agv", ago: float = 0.0) -> str:
        self.sequence += 1
        when, number, body = f"{time.time() - ago:.3f}", str(self.sequence), json.dumps({"values": values})
        signature = sign(secret, "MQTT", AGV, when, number, body.encode())
        return json.dumps({"time": when, "sequence": number, "signature": signature, "body": body})

    def say(self, payload: str) -> None:
        self.client.publish(AGV, payload, qos=1)

    def refused(self, payload: str) -> tuple[str, str]:
        """Why: the code, and the reason in words."""
        before = len(self.refusals)
        self.say(payload)
        end = time.monotonic() + 5
        while len(self.refusals) == before:
            assert time.monotonic() < end, "no refusal"
            time.sleep(0.02)
        return str(self.refusals[-1]["code"]), str(self.refusals[-1]["message"])


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    broker = Broker(port, tmp_path_factory.mktemp("mosquitto"))
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def server(request: pytest.FixtureRequest, broker: Broker) -> Iterator[HallServer]:
    running = start(request.param, MQTT=f"mqtt://127.0.0.1:{broker.port}")
    time.sleep(AHEAD + 0.5)
    yield from served(running)


@pytest.fixture
def device(broker: Broker) -> Iterator[Device]:
    device = Device(broker.port)
    device.connect()
    yield device
    device.client.disconnect()
    device.client.loop_stop()


def reached(visitor: Visitor, x: float, seconds: float = 5.0) -> bool:
    return visitor.listen(
        lambda: any(each["twins"].get("agv", {}).get("values", {}).get("x") == x for each in visitor.twins), seconds
    )


def test_a_device_moves_its_twin_within_a_second(device: Device, visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.join("hall")
    assert visitor.listen(lambda: bool(visitor.twins))
    before = time.monotonic()
    device.say(device.envelope({"x": 61, "y": 5}))
    assert reached(visitor, 61)
    assert time.monotonic() - before < 1.0


def test_what_is_replayed_forged_late_oversized_or_no_sense_is_refused_with_a_reason(
    device: Device, visit: Callable[[], Visitor]
) -> None:
    visitor = visit()
    visitor.join("hall")
    good, wrong = device.envelope({"x": 9, "y": 5}), {"x": 66, "y": 5}
    device.say(good)
    assert reached(visitor, 9)
    http = json.loads(good) | {"signature": sign(b"secret of the agv", "POST", AGV, "1", "1", b"")}
    for payload, code, reason in (
        (good, "replayed", "a higher one is needed"),
        (device.envelope(wrong, b"another secret"), "forged", "not that of this device"),
        (json.dumps(http), "forged", "not that of this device"),
        (device.envelope(wrong, ago=31), "late", "it was measured "),
        (device.envelope({"x": "1" * 5000}), "too_large", "4096 bytes"),
        (device.envelope({"x": "1" * 50_000}), "too_large", "4096 bytes"),
        ("[", "malformed", "signature"),
    ):
        told, message = device.refused(payload)
        assert told == code and reason in message, (told, message)
    assert not reached(visitor, 66, 0.5)


def test_a_broker_that_was_away_is_found_again(broker: Broker, device: Device, visit: Callable[[], Visitor]) -> None:
    broker.stop()
    time.sleep(0.5)
    visitor = visit()
    assert visitor.join("hall")["ok"]  # the hall does not wait for it
    broker.start()
    end = time.monotonic() + 15
    while not reached(visitor, 77, 1.0):
        assert time.monotonic() < end
        device.say(device.envelope({"x": 77, "y": 5}))


def test_envelopes_are_texts() -> None:
    for wrong in ("", "[]", "{}", '{"time": 1, "sequence": "1", "signature": "v1", "body": "{}"}', "[" * 10_000):
        with pytest.raises(CommandRefused) as refusal:
            envelope_of(AGV, wrong)
        assert refusal.value.code == "malformed"
