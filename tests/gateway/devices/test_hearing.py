"""Devices over real HTTP: whoever signs is heard within a second, everything else is refused with a reason."""

from __future__ import annotations

import http.client
import itertools
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from hallwright.gateway.devices.signing import LONGEST_BODY, sign
from hallwright.live.devices.twins import AHEAD
from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

SECRETS = {"agv": b"secret of the agv", "gate": b"secret of the gate"}
AGV = "/api/v1/devices/agv/events"
SEQUENCES = itertools.count(time.time_ns() // 1_000_000)
Answer = tuple[int, dict[str, Any]]


def post(server: HallServer, path: str, body: bytes, headers: dict[str, str]) -> Answer:
    connection = http.client.HTTPConnection(server.address, timeout=5)
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    status, content = answer.status, json.loads(answer.read())
    connection.close()
    return status, content


def marks(path: str, body: bytes, secret: bytes, at: float | None = None) -> dict[str, str]:
    when, number = f"{time.time() if at is None else at:.3f}", str(next(SEQUENCES))
    signature = sign(secret, "POST", path, when, number, body)
    return {"Hallwright-Time": when, "Hallwright-Sequence": number, "Hallwright-Signature": signature}


def say(server: HallServer, device: str, values: Any, **more: Any) -> Answer:
    path, body = f"/api/v1/devices/{device}/events", json.dumps({"values": values}).encode()
    return post(server, path, body, marks(path, body, SECRETS[device], **more))


def refused(answer: Answer, status: int, code: str) -> str:
    assert (answer[0], answer[1]["error"]["code"]) == (status, code), answer
    return str(answer[1]["error"]["message"]["en"])


@pytest.fixture(autouse=True)
def heard(server: HallServer) -> None:
    """A venue that has just opened hears no device for a moment."""
    end = time.monotonic() + AHEAD + 2
    while say(server, "gate", {"value": 0})[0] == 503 and time.monotonic() < end:
        time.sleep(0.3)


def test_those_in_the_area_see_it_within_a_second(server: HallServer, visit: Callable[[], Visitor]) -> None:
    here, elsewhere = visit(), visit()
    here.join("hall")
    elsewhere.join("park")
    assert here.listen(lambda: bool(here.twins)) and here.twins[0]["whole"]
    before = time.monotonic()
    assert say(server, "agv", {"x": 12.5, "y": 4, "heading": 90})[0] == 200
    assert here.listen(lambda: any("agv" in each["twins"] and not each["whole"] for each in here.twins), 2.0)
    assert time.monotonic() - before < 1.0
    twin = here.twins[-1]["twins"]["agv"]
    assert twin["values"] == {"x": 12.5, "y": 4, "heading": 90} and abs(twin["at"] - time.time()) < 2
    elsewhere.listen(lambda: False, 0.5)
    assert all("agv" not in each["twins"] for each in elsewhere.twins)
    late = visit()
    late.join("hall")
    assert late.listen(lambda: bool(late.twins)) and late.twins[0]["twins"]["agv"]["values"]["x"] == 12.5


def test_many_words_come_together(server: HallServer, visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.join("park")
    visitor.listen(lambda: bool(visitor.twins))
    for value in range(5):
        assert say(server, "gate", {"value": value})[0] == 200
    assert visitor.listen(lambda: visitor.twins[-1]["twins"].get("gate", {}).get("values") == {"value": 4})
    time.sleep(1.2)


def test_what_was_said_before_is_refused(server: HallServer) -> None:
    body = b'{"values": {"x": 1, "y": 1}}'
    headers = marks(AGV, body, SECRETS["agv"])
    assert post(server, AGV, body, headers)[0] == 200
    assert "a higher one" in refused(post(server, AGV, body, headers), 409, "replayed")


def test_what_is_forged_is_refused(server: HallServer) -> None:
    body = b'{"values": {"x": 1, "y": 1}}'
    good = marks(AGV, body, SECRETS["agv"])
    later = {**good, "Hallwright-Time": f"{time.time() + 0.5:.3f}"}
    number = {**good, "Hallwright-Sequence": str(int(good["Hallwright-Sequence"]) + 1)}
    others = marks(AGV, body, SECRETS["gate"])
    for headers, said in ((later, body), (number, body), (others, body), (good, body.replace(b"1}", b"2}"))):
        refused(post(server, AGV, said, headers), 401, "forged")
    refused(post(server, "/api/v1/devices/gate/events", body, good), 401, "forged")
    assert post(server, AGV, body, good)[0] == 200  # nothing of that has used up the number


def test_what_is_late_early_oversized_or_no_sense_is_refused(server: HallServer) -> None:
    refused(say(server, "agv", {"along": 1}, at=time.time() - 31), 400, "late")
    assert "set the clock" in refused(say(server, "agv", {"along": 1}, at=time.time() + 9), 400, "early")
    refused(say(server, "agv", {"along": "1" * LONGEST_BODY}), 413, "too_large")
    assert "heading: a number" in refused(say(server, "agv", {"heading": "n", "no": 1}), 400, "malformed")
    time.sleep(0.6)
    for body in (b"", b"{", b"[]", b"[" * 4000, b'{"values": {"along": NaN}}', b"\xff"):
        refused(post(server, AGV, body, marks(AGV, body, SECRETS["agv"])), 400, "malformed")
    for wrong in ({}, {**marks(AGV, b"", SECRETS["agv"]), "Hallwright-Time": "1e999"}):
        refused(post(server, AGV, b"", wrong), 400, "malformed")
    refused(post(server, "/api/v1/devices/nobody/events", b"", {}), 404, "unknown_device")
    assert server.alive()


def test_who_says_too_much_must_wait(server: HallServer) -> None:
    answers = [say(server, "agv", {"along": 1}) for _ in range(30)]
    refused(next(each for each in answers if each[0] == 429), 429, "too_fast")
    assert say(server, "gate", {"value": 1})[0] == 200
    time.sleep(2.2)
