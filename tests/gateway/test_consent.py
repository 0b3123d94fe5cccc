"""What is kept of a visitor, over real sockets and on a real disk: nothing without consent, and nothing once erased."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hallwright.store.database import Database
from hallwright.store.streams import beside
from tests.gateway.conftest import HallServer, served, start
from tests.gateway.visitor import Visitor

HALL, STAGE = "talk/area/hall", "talk/stage/main"
Visit = Callable[..., Visitor]


@pytest.fixture(params=["eventlet", "threading"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[HallServer, Path]]:
    """A server that writes to a file, and the file."""
    path = tmp_path / "live.db"
    for server in served(start(request.param, DATABASE=f"sqlite:///{path}")):
        yield server, path


@pytest.fixture
def enter(kept: tuple[HallServer, Path]) -> Iterator[Visit]:
    """Lets somebody in; all are gone after the test."""
    visitors: list[Visitor] = []

    def make(cookie: str = "", **more: Any) -> Visitor:
        visitors.append(Visitor(kept[0].address, cookie))
        assert visitors[-1].join(**more)["ok"]
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.close()


def stored(path: Path, stream: str = "") -> list[dict[str, Any]]:
    reading = Database(f"sqlite:///{path}")
    return [json.loads(event) for event in reading.events(beside("fair", stream) if stream else "fair", 0, 9_999)]


def commands(question: int, number: int) -> list[tuple[str, dict[str, Any]]]:
    """All that leaves a name or words."""
    return [
        ("nickname", {"nickname": "Ada"}), ("say", {"stream": HALL, "text": "hello"}),
        ("ask", {"stream": STAGE, "text": "why?"}), ("vote", {"stream": STAGE, "question": question}),
        ("report", {"number": number, "reason": "shouts"}),
    ]  # fmt: skip


@pytest.mark.parametrize("said", [None, False])
def test_without_consent_nothing_is_kept_but_a_number(
    kept: tuple[HallServer, Path], enter: Visit, said: bool | None
) -> None:
    other = enter()
    question = other.call("ask", {"stream": STAGE, "text": "when?"})["seq"]
    before = {stream: stored(kept[1], stream) for stream in (HALL, STAGE)}
    visitor = enter(consent=said, nickname="Ada")
    assert visitor.me["consent"] is False
    for event, payload in commands(question, other.me["number"]):
        assert visitor.call(event, payload)["code"] == "consent_needed", event
    assert visitor.call("area", {"area": "park"})["ok"]
    assert visitor.call("react", {"stream": "talk/area/park", "reaction": "clap"})["ok"]
    assert {stream: stored(kept[1], stream) for stream in (HALL, STAGE)} == before
    assert "Ada" not in json.dumps(stored(kept[1]))
    assert visitor.call("consent", {"given": "yes"})["code"] == "malformed"
    assert visitor.call("consent", {"given": True})["ok"]
    visitor = come_again(visitor, kept[0])
    assert visitor.call("area", {"area": "hall"})["ok"]
    for event, payload in commands(question, other.me["number"]):
        assert visitor.call(event, payload)["ok"], event
    assert other.event("renamed")["nickname"] == "Ada"


def come_again(visitor: Visitor, server: HallServer) -> Visitor:
    """The same person on a new connection, which has commands to spare."""
    again = Visitor(server.address)
    assert again.join(session=visitor.me["session"], area="park", consent=None)["consent"] is True
    return again


def test_a_kiosk_never_agrees_and_an_account_did_when_it_was_taken(enter: Visit) -> None:
    kiosk, host = enter("kiosk.Desk1"), enter("host.Hal", consent=None)
    assert (kiosk.me["consent"], host.me["consent"]) == (False, True)
    assert kiosk.call("consent", {"given": True})["code"] == "not_allowed"
    assert host.call("say", {"stream": HALL, "text": "welcome"})["ok"]
    for event in ("mine", "erase"):
        assert kiosk.call(event, {})["code"] == host.call(event, {})["code"] == "not_allowed"


def test_who_takes_it_back_is_nobody_at_once(enter: Visit) -> None:
    other, visitor = enter(), enter(nickname="Ada")
    assert visitor.call("consent", {"given": False})["ok"]
    renamed = other.event("renamed")
    assert (renamed["number"], renamed["nickname"]) == (visitor.me["number"], "")
    assert visitor.call("say", {"stream": HALL, "text": "still here"})["code"] == "consent_needed"


def test_consent_holds_when_the_server_was_away(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'live.db'}"
    said = []
    for server in served(start("eventlet", DATABASE=database)):
        agreed, silent = Visitor(server.address), Visitor(server.address)
        said = [agreed.join()["session"], silent.join(consent=False)["session"]]
    for server in served(start("eventlet", DATABASE=database)):
        for session, consent in zip(said, (True, False), strict=True):
            again = Visitor(server.address)
            assert again.join(session=session, consent=None)["consent"] is consent
            again.close()


def test_what_is_kept_of_oneself_is_told_and_only_to_oneself(enter: Visit) -> None:
    ada, bo = enter(nickname="Ada"), enter(nickname="Bo")
    ada.call("say", {"stream": HALL, "text": "hello"})
    bo.call("say", {"stream": HALL, "text": "hi"})
    ada.call("report", {"number": bo.me["number"], "reason": "sings"})
    data = ada.call("mine", {})["data"]
    assert [each["person"]["nickname"] for each in data["names"]] == ["Ada"]
    assert [each["text"] for each in data["words"]] == ["hello"]
    assert [each["reason"] for each in data["reports"]] == ["sings"]
    assert data["consents"][0]["own"] is True
    assert "Bo" not in json.dumps([data["names"], data["words"]])
    assert ada.call("mine", {"sessions": ["guessed", bo.me["session"] + "x"]})["data"] == data
    assert ada.call("mine", {"sessions": [7]})["code"] == "malformed"
    ada.call("mine", {})
    assert ada.call("mine", {})["code"] == "erased_lately"


def test_what_was_erased_is_nowhere_and_those_who_heard_it_see_it_go(
    kept: tuple[HallServer, Path], enter: Visit
) -> None:
    server, path = kept
    ada, bo, late = enter(nickname="Ada Secretive"), enter(nickname="Bo"), enter()
    listening = {stream: bo.call("listen", {"stream": stream}) for stream in (HALL, STAGE)}
    words = ada.call("say", {"stream": HALL, "text": "my private words"})["seq"]
    bo.call("say", {"stream": HALL, "text": "an answer"})
    question = ada.call("ask", {"stream": STAGE, "text": "my private question"})["seq"]
    bo.call("vote", {"stream": STAGE, "question": question})
    theirs = bo.call("ask", {"stream": STAGE, "text": "another question"})["seq"]
    ada.call("vote", {"stream": STAGE, "question": theirs})
    bo.call("report", {"number": ada.me["number"], "reason": "whispers"})
    assert ada.call("erase", {})["ok"]
    gone = lambda stream: [e for e in bo.talk if e["kind"] == "erased" and e["stream"] == stream]  # noqa: E731
    assert bo.listen(lambda: bool(gone(HALL) and gone(STAGE)))
    assert (gone(HALL)[0]["messages"], gone(STAGE)[0]["messages"]) == ([words], [question])
    assert bo.event("renamed")["nickname"] == ""
    assert [e["seq"] for e in bo.talk if e["stream"] == HALL] == [1, 2, 3]
    # Nobody who comes now, or comes back, hears of it.
    told = late.call("listen", {"stream": HALL, "since": listening[HALL]["seq"]})
    missed = [(event["kind"], event.get("text")) for event in told["missed"]]
    assert missed == [("said", ""), ("said", "an answer"), ("erased", None)]
    stage = late.call("listen", {"stream": STAGE})
    assert [(q["text"], q["votes"]) for q in stage["questions"]] == [("another question", 1)]
    assert "private" not in json.dumps([told, stage, late.call("earlier", {"stream": HALL, "before": 99})])
    again = Visitor(server.address)
    caught = again.join(session=bo.me["session"], since=0)
    assert "Secretive" not in json.dumps(caught)
    # Numbers go on without a gap, and ada walks on as nobody.
    for stream in ("", HALL, STAGE):
        assert [event["seq"] for event in stored(path, stream)] == list(range(1, len(stored(path, stream)) + 1))
    assert ada.call("say", {"stream": HALL, "text": "more"})["code"] == "consent_needed"
    again.close()


def test_what_an_account_said_goes_with_it(kept: tuple[HallServer, Path], enter: Visit) -> None:
    server, path = kept
    host, bo = enter("host.Grace"), enter(nickname="Bo")
    bo.call("listen", {"stream": HALL})
    words = host.call("say", {"stream": HALL, "text": "my private words"})["seq"]
    server.tell("erase Grace")
    assert bo.listen(lambda: any(event["kind"] == "erased" for event in bo.talk))
    assert next(event["messages"] for event in bo.talk if event["kind"] == "erased") == [words]
    assert host.listen(lambda: host.closed)
    assert bo.event("renamed")["nickname"] == ""
    assert "Grace" not in json.dumps(stored(path))
    assert "private" not in json.dumps(stored(path, HALL))


def test_a_past_visit_is_erased_by_its_secret_and_nothing_is_left_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    database = f"sqlite:///{path}"
    for server in served(start("eventlet", DATABASE=database)):
        ada = Visitor(server.address)
        secret = ada.join(nickname="Ada Secretive")["session"]
        ada.call("say", {"stream": HALL, "text": "my private words"})
        ada.call("leave", {})
    assert b"private words" in path.read_bytes()  # also in how the talk was kept at the end
    for server in served(start("eventlet", DATABASE=database)):
        again = Visitor(server.address)
        again.join(consent=False)
        assert again.call("erase", {"sessions": [secret]})["ok"]
        assert again.call("mine", {"sessions": [secret]})["data"] == {
            "consents": [], "names": [], "words": [], "reports": [], "meetings": [],
        }  # fmt: skip
        again.close()
    left = b"".join(each.read_bytes() for each in tmp_path.glob("live.db*"))
    assert b"private" not in left
    assert b"Secretive" not in left
