"""Devices that say something twice a second: ``python fleet.py PORT DEVICES SECONDS [BROKER_PORT]``. Prints, as JSON,
how many words were heard, how many refused, how long the server took to answer (ms; not by MQTT), and what those
that ``PROBES`` names said where and when."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from device_parts.fair import SECRET, place

from hallwright.gateway.devices.signing import sign

PER_SECOND = 2.0
CONNECTIONS = 20
SENT: dict[str, list[tuple[float, float, float]]] = {
    probe: [] for probe in filter(None, os.environ.get("PROBES", "").split(","))
}
"""Of each that is watched: x, y and when it was said (s since 1970)."""


def word(device: int, method: str, path: str, turn: int) -> tuple[dict[str, str], bytes]:
    """What a device says, and its marks."""
    x, y = place(device, turn)
    body = json.dumps({"values": {"x": x, "y": y, "heading": 180}}).encode()
    now = time.time()
    when, sequence = f"{now:.3f}", str(time.time_ns() // 1_000_000)
    if f"d{device}" in SENT:
        SENT[f"d{device}"].append((x, y, now))
    signature = sign(SECRET.encode(), method, path, when, sequence, body)
    return {"time": when, "sequence": sequence, "signature": signature}, body


class Fleet:
    """The devices of one connection."""

    def __init__(self, port: int, devices: list[int], end: float) -> None:
        self.port, self.devices, self.end = port, devices, end
        self.heard = self.refused = 0
        self.took: list[float] = []

    def run(self) -> None:
        """Say something in turn, evenly, until the end."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        turn, due = 0, time.monotonic()
        while time.monotonic() < self.end:
            for device in self.devices:
                path = f"/api/v1/devices/d{device}/events"
                marks, body = word(device, "POST", path, turn)
                begin = time.monotonic()
                headers = {f"Hallwright-{name.title()}": mark for name, mark in marks.items()}
                connection.request("POST", path, body, headers)
                answer = connection.getresponse()
                answer.read()
                self.took.append((time.monotonic() - begin) * 1000)
                self.heard += answer.status == 200
                self.refused += answer.status != 200
                due += 1 / (PER_SECOND * len(self.devices))
                time.sleep(max(0.0, due - time.monotonic()))
            turn += 1


def by_mqtt(port: int, devices: int, end: float) -> int:
    """The same by a broker; how many words were sent."""
    from paho.mqtt.client import Client
    from paho.mqtt.enums import CallbackAPIVersion

    client = Client(CallbackAPIVersion.VERSION2)
    client.connect("127.0.0.1", port)
    client.loop_start()
    sent, turn, due = 0, 0, time.monotonic()
    while time.monotonic() < end:
        for device in range(devices):
            topic = f"hallwright/fair/devices/d{device}/events"
            marks, body = word(device, "MQTT", topic, turn)
            client.publish(topic, json.dumps({**marks, "body": body.decode()}))
            sent, due = sent + 1, due + 1 / (PER_SECOND * devices)
            time.sleep(max(0.0, due - time.monotonic()))
        turn += 1
    client.loop_stop()
    return sent


def main() -> None:
    """Say things and count."""
    port, devices, seconds, *broker = (int(argument) for argument in sys.argv[1:])
    end = time.monotonic() + seconds
    if broker:
        heard = by_mqtt(broker[0], devices, end)
        print(json.dumps({"heard": heard, "refused": 0, "median": 0, "late": 0, "sent": SENT}))
        return
    fleets = [Fleet(port, list(range(first, devices, CONNECTIONS)), end) for first in range(min(CONNECTIONS, devices))]
    threads = [threading.Thread(target=fleet.run) for fleet in fleets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = sorted(each for fleet in fleets for each in fleet.took)
    told = {"heard": sum(fleet.heard for fleet in fleets), "refused": sum(fleet.refused for fleet in fleets)}
    print(json.dumps(told | {"median": took[len(took) // 2], "late": took[int(len(took) * 0.95)], "sent": SENT}))


if __name__ == "__main__":
    main()
