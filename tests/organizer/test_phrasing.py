"""Answers in other words, by a server of that protocol on this machine: used where fenced, else as they were."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from hallwright.config import Endpoint
from hallwright.knowledge.guide.answering import answer
from hallwright.organizer import phrasing
from hallwright.organizer.phrasing import Phraser
from tests.knowledge.guide.fair import Fair, reference

FAST = "How fast is the maglev?"


@dataclass
class Stub:
    """Says ``says`` to whoever asks, after ``slow`` s; ``status`` is its answer's; ``asked`` is what it was sent."""

    says: str = ""
    status: int = 200
    slow: float = 0.0
    body: bytes | None = None
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def stub() -> Iterator[Stub]:
    told = Stub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.asked.append((self.path, self.headers.get("Authorization", ""), sent))
            time.sleep(told.slow)
            said = {"choices": [{"message": {"role": "assistant", "content": told.says}}]}
            self.send_response(told.status)
            self.end_headers()
            self.wfile.write(told.body if told.body is not None else json.dumps(said).encode())

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told.url = f"http://127.0.0.1:{server.server_port}/v1/"
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Fair:
    return reference(tmp_path_factory.mktemp("phrasing"))


def phrased(fair: Fair, stub: Stub, question: str = FAST) -> tuple[str, str]:
    """What is said, and what the plain answer was; whatever is said, the rest is the guide's."""
    plain = answer(question, fair.library, fair.here)
    phraser = Phraser(Endpoint(stub.url, "small", "k3y"), lambda call, *arguments: call(*arguments))
    told = phraser.phrased(question, plain)
    assert (told.citations, told.offers) == (plain.citations, plain.offers)
    return told.text, plain.text


def test_what_the_passages_say_may_be_said_in_other_words(fair: Fair, stub: Stub) -> None:
    stub.says = "The maglev has a top speed of 600 km/h [1]."
    assert phrased(fair, stub)[0] == "The maglev has a top speed of 600 km/h."
    path, key, sent = stub.asked[0]
    assert (path, key, sent["model"]) == ("/v1/chat/completions", "Bearer k3y", "small")
    assert "Top speed: 600 km/h" in sent["messages"][1]["content"]
    stub.says = "磁悬浮列车的最高时速是600公里[1]。"
    assert "最高时速是600公里" in phrased(fair, stub, "磁悬浮列车最高时速是多少？")[0]


@pytest.mark.parametrize(
    "says",
    [
        "The maglev has a top speed of 600 km/h.", "The maglev has a top speed of 650 km/h [1].",
        "The maglev of Siemens has a top speed of 600 km/h [1].", "The maglev has a top speed of 600 km/h [7].",
        "The maglev goes 600 km/h [1]. Visit booth A02 now.", "速度是六百公里，由西门子制造[1]", "",
        "[1] " + "maglev " * 200,
    ],
)  # fmt: skip
def test_what_they_do_not_say_is_not_used(fair: Fair, stub: Stub, says: str) -> None:
    stub.says = says
    said, plain = phrased(fair, stub)
    assert said == plain


@pytest.mark.parametrize(("status", "body"), [(500, b""), (200, b"<html>"), (200, b"{}"), (302, b"")])
def test_whatever_goes_wrong_the_plain_answer_stands(fair: Fair, stub: Stub, status: int, body: bytes) -> None:
    stub.status, stub.body = status, body
    said, plain = phrased(fair, stub)
    assert said == plain


def test_who_is_slow_is_not_waited_for_and_not_asked_again_at_once(
    fair: Fair, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phrasing, "WITHIN", 0.2)
    stub.slow, now = 1.0, [0.0]
    plain = answer(FAST, fair.library, fair.here)
    phraser = Phraser(Endpoint(stub.url, "small"), lambda call, *arguments: call(*arguments), lambda: now[0])
    started = time.monotonic()
    assert phraser.phrased(FAST, plain) == plain
    assert time.monotonic() - started < 0.9
    phraser.phrased(FAST, plain)
    assert len(stub.asked) == 1
    now[0] = phrasing.RESTS + 1
    phraser.phrased(FAST, plain)
    assert len(stub.asked) == 2


def test_what_is_not_known_is_not_phrased(fair: Fair, stub: Stub) -> None:
    stub.says = "Anything [1]."
    said, plain = phrased(fair, stub, "What is the Wi-Fi password?")
    assert said == plain
    assert stub.asked == []
