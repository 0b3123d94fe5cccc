"""Webhooks over real HTTP: signed, in order, again until they are heard."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from hallwright.gateway.devices.signing import sign
from hallwright.gateway.webhooks.hook import LATEST, MOST_WAITING, SOONEST, TRIES, Delivery, Hook, Line
from hallwright.gateway.webhooks.telling import Webhooks
from tests.gateway.conftest import HallServer, served, start
from tests.gateway.visitor import Visitor

SECRET = b"a secret for tests only"
YES = {"consent": True, "card_consent": True}
Heard = list[tuple[dict[str, str], bytes, str]]


class Receiver(ThreadingHTTPServer):
    """Answers with these statuses, one after the other, the last one for ever."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.heard: Heard = []
        super().__init__(("127.0.0.1", 0), _Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hall"

    def wait(self, count: int, seconds: float = 20.0) -> Heard:
        end = time.monotonic() + seconds
        while len(self.heard) < count:
            assert time.monotonic() < end, self.heard
            time.sleep(0.02)
        return self.heard


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        statuses = self.server.statuses
        status = statuses.pop(0) if len(statuses) > 1 else statuses[0]
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.server.heard.append((dict(self.headers), body, self.path))

    do_GET = do_POST  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Tests say nothing."""


@pytest.fixture
def receivers() -> Iterator[Callable[..., Receiver]]:
    made: list[Receiver] = []

    def make(*statuses: int) -> Receiver:
        made.append(Receiver(*statuses))
        return made[-1]

    yield make
    for receiver in made:
        receiver.shutdown()
        receiver.server_close()


def spawn(function: Callable[..., None], *arguments: Any) -> None:
    threading.Thread(target=function, args=arguments, daemon=True).start()


def test_what_was_not_heard_is_told_again_signed_and_in_order(receivers: Callable[..., Receiver]) -> None:
    receiver = receivers(500, 302, 204)
    hooks = Webhooks([Hook(receiver.url, SECRET, frozenset({"inquiry"}))], time.time)
    hooks.start(spawn, lambda seconds: time.sleep(min(0.05, seconds)))
    hooks.notice("fair", "inquiry", {"booth": "a1", "letter": "x"})
    hooks.notice("fair", "device_stale", {"device": "agv"})
    hooks.notice("fair", "inquiry", {"booth": "b2", "letter": "y"})
    heard = receiver.wait(4)
    assert [json.loads(body)["booth"] for _, body, _ in heard] == ["a1", "a1", "a1", "b2"]
    assert {path for _, _, path in heard} == {"/hall"}  # a redirect is not followed
    assert len({headers["Hallwright-Delivery"] for headers, _, _ in heard[:3]}) == 1
    for headers, body, _ in heard:
        marks = headers["Hallwright-Time"], headers["Hallwright-Delivery"]
        assert headers["Hallwright-Signature"] == sign(SECRET, "POST", "/hall", *marks, body)
        assert json.loads(body)["id"] == headers["Hallwright-Delivery"]


def test_tries_are_ever_more_seldom_and_end() -> None:
    line = Line(Hook("http://127.0.0.1:1/", SECRET, frozenset()))
    line.add(Delivery("one", b""))
    line.add(Delivery("two", b""))
    told: list[str] = []

    def post(hook: Hook, delivery: Delivery) -> bool:
        told.append(delivery.id)
        return delivery.id == "two"

    rests = [line.step(post) for _ in range(TRIES)]
    assert rests[:3] == [SOONEST, 2 * SOONEST, 4 * SOONEST]
    assert max(rests) == LATEST
    line.step(post)
    assert told == ["one"] * TRIES + ["two"]
    assert len(line) == 0


def test_where_too_many_wait_the_oldest_is_forgotten() -> None:
    line = Line(Hook("http://127.0.0.1:1/", SECRET, frozenset()))
    for number in range(MOST_WAITING + 5):
        line.add(Delivery(str(number), b""))
    assert len(line) == MOST_WAITING
    told: list[str] = []
    line.step(lambda _, delivery: bool(told.append(delivery.id)) or True)
    assert told == ["5"]


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
def test_an_inquiry_is_told_outside_but_not_who_asks_what(mode: str, receivers: Callable[..., Receiver]) -> None:
    receiver = receivers(500, 200)
    for server in served(start(mode, HOOK=receiver.url)):
        told = _ask(server)
        bodies = [json.loads(body) for _, body, _ in receiver.wait(2)]
        assert bodies[0] == bodies[1]
        assert {key: bodies[0][key] for key in ("kind", "venue", "booth", "letter")} == {
            "kind": "inquiry", "venue": "fair", "booth": "a1", "letter": told["letter"],
        }  # fmt: skip
        assert "price" not in str(bodies)


def _ask(server: HallServer) -> dict[str, Any]:
    visitor = Visitor(server.address)
    visitor.join()
    answer = visitor.call("inquire", {"secret": "s" * 43, "booth": "a1", "text": "What price?", **YES})
    visitor.close()
    assert answer["ok"], answer
    return answer
