"""Devices by MQTT: a process beside the server speaks with the broker (``hallwright.bridge``); here its lines are read.

What comes by MQTT is signed as what comes by HTTP, with ``MQTT`` and the topic instead of method and path. Who is
refused hears why on the topic ``…/refusals``.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

from hallwright.errors import CommandRefused
from hallwright.gateway.devices.hearing import Devices
from hallwright.gateway.devices.signing import LONGEST_BODY, Envelope
from hallwright.live.rates import Rates

AGAIN = 5.0  # s until a bridge that fell is built anew
REFUSALS = 20.0  # a second that are told, of all devices together

_log = logging.getLogger(__name__)


class Bridge:
    """The bridge to one broker. ``run`` blocks its own thread or greenlet only."""

    def __init__(
        self, devices: Devices, broker: str, sleep: Callable[[float], None], clock: Callable[[], float]
    ) -> None:
        self._devices = devices
        self._broker = broker
        self._sleep = sleep
        self._clock = clock
        self._told = Rates(REFUSALS, REFUSALS)

    def run(self) -> None:
        """Bridge until the process ends."""
        while True:
            try:
                for line in self._lines():
                    self._take(*line)
            except (OSError, ValueError):
                _log.exception("the bridge to the MQTT broker fell")
            self._sleep(AGAIN)

    def _lines(self) -> Iterator[tuple[dict[str, Any], IO[bytes]]]:
        process = subprocess.Popen(
            [sys.executable, "-m", "hallwright.bridge"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin and process.stdout  # asked for one line above
        _write(process.stdin, {"broker": self._broker})  # it may hold a password: not on the command line
        for line in process.stdout:
            yield json.loads(line), process.stdin
        _log.warning("the bridge to the MQTT broker ended (exit code %s)", process.wait())

    def _take(self, line: dict[str, Any], answers: IO[bytes]) -> None:
        if "state" in line:
            level = logging.INFO if line["state"] == "connected" else logging.WARNING
            _log.log(level, "MQTT broker: %s %s", line["state"], line["reason"])
            return
        topic = str(line["topic"])
        try:
            _, venue, _, device, _ = topic.split("/")
        except ValueError:
            return  # no topic that was subscribed to
        sequence = None
        try:
            envelope = envelope_of(topic, line["payload"])
            sequence = envelope.sequence
            self._devices.hear(device, envelope, venue)
        except CommandRefused as refused:
            if self._told.ask("", self._clock()).granted:
                said = {"sequence": sequence, "code": refused.code, "message": str(refused)}
                _write(answers, {"topic": f"{topic.removesuffix('events')}refusals", "payload": json.dumps(said)})


def envelope_of(topic: str, payload: str | None) -> Envelope:
    """What an MQTT message says: ``{"time", "sequence", "signature", "body"}``, all of them texts. Raises
    CommandRefused ``too_large`` or ``malformed``."""
    if payload is None:
        raise CommandRefused("too_large", f"a body has at most {LONGEST_BODY} bytes")
    try:
        said = json.loads(payload)
    except (ValueError, RecursionError):
        said = None
    written = said if isinstance(said, dict) else {}
    marks = [mark for key in ("time", "sequence", "signature", "body") if isinstance(mark := written.get(key), str)]
    if len(marks) != 4:
        raise CommandRefused("malformed", 'write {"time": "…", "sequence": "…", "signature": "…", "body": "…"}')
    time, sequence, signature, body = marks
    return Envelope("MQTT", topic, time, sequence, signature, body.encode(errors="replace"))


def _write(pipe: IO[bytes], line: dict[str, Any]) -> None:
    pipe.write(json.dumps(line).encode() + b"\n")
    pipe.flush()
