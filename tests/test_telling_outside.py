"""Webhooks of ``hallwright serve`` as a person runs it: moved sessions and silent devices are told outside."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hallwright.config import resources
from hallwright.gateway.devices.signing import sign
from hallwright.organizer import device_secrets, operator_token
from tests.gateway.webhooks.test_telling import Heard, Receiver, receivers
from tests.test_serving import MODES, Serving, start

__all__ = ["receivers"]  # a fixture of ours too
HOOK_SECRET = "sixteen-letters-and-more"
FAIR = """
    boards:
      - id: figures
        kind: counters
        at: [20, 22]
        rows: [{id: guests, label: {en: Guests, zh: 嘉宾}, value: 0}]
    stages:
      - {id: main, name: {en: Main stage, zh: 主舞台}, at: [33, 3], size: [6, 3], facing: north}
devices:
  - {id: gate, kind: counter, area: hall, name: {en: Gate, zh: 入口}, board: figures, row: guests, stale_after: 1}
programme:
  timezone: Asia/Shanghai
  starts: "2026-09-20"
  tracks: [{id: talks, name: {en: Talks, zh: 演讲}, color: "#B3202C"}]
  sessions:
    - {id: opening, title: {en: Opening, zh: 开幕}, track: talks, stage: main, day: 1, at: "09:00", minutes: 45}
"""


@pytest.fixture(params=MODES)
def fair(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    receivers: Callable[..., Receiver],
) -> Iterator[tuple[Serving, Receiver, Path]]:
    """A fair with a programme and a device, and somebody outside who does not hear at first."""
    receiver = receivers(500, 503, 200)
    hooks, layout = tmp_path / "hooks.json", tmp_path / "layout" / "venue.yaml"
    plan = {"url": receiver.url, "secret": HOOK_SECRET, "events": ["session_moved", "device_stale"]}
    hooks.write_text(json.dumps({"hooks": [plan]}), "utf-8")
    layout.parent.mkdir()
    layout.write_text((resources().layouts / "minimal.yaml").read_text("utf-8").rstrip() + FAIR, "utf-8")
    monkeypatch.setenv("HALLWRIGHT_WEBHOOKS", str(hooks))
    monkeypatch.setenv("HALLWRIGHT_WEBHOOK_HOSTS", receiver.url.split("/")[2])
    serving = start(tmp_path, "--async-mode", request.param)
    serving.wait_until_ready()
    yield serving, receiver, tmp_path / "data"
    assert serving.end() == 0


def put_off(serving: Serving, data: Path, starts: str) -> None:
    """As an operator does."""
    asked = urllib.request.Request(
        f"{serving.address}/api/v1/venues/minimal/programme/opening", json.dumps({"starts": starts}).encode(),
        {"Authorization": f"Bearer {operator_token.made(data)}", "Content-Type": "application/json"}, method="PATCH",
    )  # fmt: skip
    assert urllib.request.urlopen(asked, timeout=10).status == 200


def count(serving: Serving, secret: str, value: int) -> int:
    """As the gate does; the status."""
    path, body = "/api/v1/devices/gate/events", json.dumps({"values": {"value": value}}).encode()
    when, number = f"{time.time():.3f}", str(time.time_ns() // 1_000_000)
    headers = {
        "Hallwright-Time": when, "Hallwright-Sequence": number,
        "Hallwright-Signature": sign(secret.encode(), "POST", path, when, number, body),
    }  # fmt: skip
    try:
        return int(urllib.request.urlopen(urllib.request.Request(serving.address + path, body, headers)).status)
    except urllib.error.HTTPError as refused:
        return refused.code


def told(heard: Heard) -> list[dict[str, Any]]:
    """What was told, of which every word is signed and names itself."""
    bodies = []
    for headers, body, path in heard:
        marks = headers["Hallwright-Time"], headers["Hallwright-Delivery"]
        assert headers["Hallwright-Signature"] == sign(HOOK_SECRET.encode(), "POST", path, *marks, body)
        assert abs(float(headers["Hallwright-Time"]) - time.time()) < 60
        bodies.append(json.loads(body))
        assert bodies[-1]["id"] == headers["Hallwright-Delivery"]
    return bodies


def test_a_moved_session_and_a_silent_device_are_told_once_each(fair: tuple[Serving, Receiver, Path]) -> None:
    serving, receiver, data = fair
    put_off(serving, data, "2026-09-20 09:30")
    put_off(serving, data, "2026-09-20 10:00")
    assert {each["id"] for each in told(receiver.wait(3)[:3])} == {json.loads(receiver.heard[0][1])["id"]}
    secret = device_secrets.make(data / "device-secrets.json", "gate")
    end = time.monotonic() + 10
    while count(serving, secret, 7) != 200:  # it has just opened, and reads secrets once a second
        assert time.monotonic() < end
        time.sleep(0.3)
    first, second, stale = told(receiver.wait(5))[2:]
    assert (first["kind"], first["venue"], first["session"]) == ("session_moved", "minimal", "opening")
    assert second["kind"] == "session_moved"
    assert second["change"]["starts"] - first["change"]["starts"] == 30 * 60  # s
    assert {key: stale[key] for key in ("kind", "venue", "device", "values")} == {
        "kind": "device_stale", "venue": "minimal", "device": "gate", "values": {"value": 7},
    }  # fmt: skip
    assert 1.0 < time.time() - stale["at"] < 60
    assert len({first["id"], second["id"], stale["id"]}) == 3
    time.sleep(2.0)
    assert len(receiver.heard) == 5, "what was heard is told no more, and a device that stays silent neither"
    assert count(serving, secret, 8) == 200
    again = told(receiver.wait(6))[5]
    assert again["values"] == {"value": 8} and again["id"] not in {first["id"], second["id"], stale["id"]}
