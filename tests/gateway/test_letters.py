"""Letters over real sockets: who may read and answer them, what is told at once, and what a killed server keeps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.gateway.conftest import HallServer, served, start
from tests.gateway.test_surviving import kept, serving
from tests.gateway.visitor import Visitor

__all__ = ["kept", "serving"]  # fixtures
Enter = Callable[..., Visitor]
STAFF, OTHER_STAFF = "exhibitor.bo.a1", "exhibitor.cy.b2"
YES = {"consent": True, "card_consent": True}
CARD = {"name": "Ann Li", "email": "ann@example.org"}


def secret(of: str) -> str:
    return of.ljust(32, "_")


def inquiry(of: str, **more: Any) -> dict[str, Any]:
    return {"secret": secret(of), "booth": "a1", "text": f"{of} asks", **YES, **more}


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def server(request: pytest.FixtureRequest) -> Iterator[HallServer]:
    yield from served(start(request.param))


@pytest.fixture
def enter(server: HallServer) -> Iterator[Enter]:
    """Lets somebody in, with a login or without, until the test is done."""
    here: list[Visitor] = []

    def make(login: str = "", nickname: str | None = None) -> Visitor:
        here.append(Visitor(server.address, login))
        assert here[-1].join(**({"nickname": nickname} if nickname else {}))["ok"]
        return here[-1]

    yield make
    for visitor in here:
        visitor.call("leave", {})
        visitor.close()


def pushed(visitor: Visitor, kind: str) -> dict[str, Any]:
    """The first letter pushed with an event of this kind."""
    def found() -> dict[str, Any] | None:
        return next((each for each in visitor.letters if kind in {e["kind"] for e in each.get("events", ())}), None)

    assert visitor.listen(lambda: found() is not None), f"no {kind}"
    return found() or {}


def test_both_present_both_see_at_once(enter: Enter) -> None:
    ann, bo, cy = enter(nickname="Ann"), enter(STAFF), enter(OTHER_STAFF)
    asked = ann.call("inquire", inquiry("live", placement="rocket", card=CARD))
    assert (asked["ok"], asked["line"]["standing"], asked["line"]["unread"]) == (True, "open", 0)
    came = pushed(bo, "inquired")
    assert (came["events"][0]["text"], came["events"][0]["card"], came["line"]["unread"]) == ("live asks", CARD, 1)
    assert "account" not in json.dumps(asked)
    letter = came["letter"]
    assert [line["letter"] for line in bo.call("inbox", {"standing": "open"})["letters"]] == [letter]
    assert bo.call("letter_open", {"letter": letter})["side"] == "staff"
    assert bo.call("letter_see", {"letter": letter})["line"]["unread"] == 0
    assert bo.call("letter_typing", {"letter": letter})["ok"]
    assert ann.listen(lambda: any(each["push"] == "typing" and each["side"] == "staff" for each in ann.letters))
    answer = {"letter": letter, "text": "Ten.", "key": "k1"}
    assert bo.call("letter_write", answer)["line"]["standing"] == "answered"
    assert bo.call("letter_write", answer)["events"][-1]["text"] == "Ten."  # sent again: said once
    assert (pushed(ann, "replied")["events"][0]["name"], pushed(ann, "replied")["line"]["unread"]) == ("bo", 1)
    read = ann.call("letter_open", {"secret": secret("live")})
    assert [event["kind"] for event in read["events"]] == ["inquired", "replied"]
    assert cy.letters == []


def test_only_the_visitor_and_the_booths_own_staff_come_to_a_letter(enter: Enter) -> None:
    ann, bo = enter(), enter(STAFF)
    letter = ann.call("inquire", inquiry("own"))["letter"]
    others = {login: enter(login) for login in ("", OTHER_STAFF, "host.h", "moderator.m", "organizer.o", "kiosk.k")}
    for login, other in others.items():
        for event in ("letter_open", "letter_see", "letter_end"):
            assert other.call(event, {"letter": letter})["code"] in {"unknown_letter", "not_allowed"}, (login, event)
        assert not other.call("letter_write", {"letter": letter, "text": "x"})["ok"], login
        assert not other.call("letter_open", {"secret": secret("guessed")})["events"] if login != "kiosk.k" else True
    assert others[OTHER_STAFF].call("inbox", {})["letters"] == []
    assert others["host.h"].call("inbox", {})["code"] == others[""].call("inbox", {})["code"] == "not_allowed"
    assert others["kiosk.k"].call("inquire", inquiry("kiosk"))["code"] == "not_allowed"
    assert bo.call("letter_erase", {"letter": letter})["code"] == "not_allowed"
    assert bo.call("letter_open", {"letter": letter})["ok"]


def test_moderators_read_what_was_reported(enter: Enter) -> None:
    ann, bo, mo = enter(), enter(STAFF), enter("moderator.m")
    letter = ann.call("inquire", inquiry("rude"))["letter"]
    assert bo.call("letter_report", {"letter": letter, "reason": "rude"})["ok"]
    assert pushed(mo, "reported")["letter"] == letter
    assert letter in [line["letter"] for line in mo.call("inbox", {})["letters"]]
    assert mo.call("letter_open", {"letter": letter})["events"][-1]["reason"] == "rude"
    assert mo.call("letter_write", {"letter": letter, "text": "x"})["code"] == "not_allowed"
    assert mo.call("letter_end", {"letter": letter})["line"]["standing"] == "closed"
    assert ann.call("letter_write", {"secret": secret("rude"), "text": "x"})["code"] == "letter_closed"


def test_nothing_is_kept_without_a_yes_and_nothing_malformed_is_taken(enter: Enter) -> None:
    ann = enter()
    assert ann.call("inquire", inquiry("no", consent=False))["code"] == "letter_consent"
    assert ann.call("inquire", inquiry("no", card=CARD, card_consent=False))["code"] == "letter_consent"
    assert ann.call("letters", {"secrets": [secret("no")]})["letters"] == []
    eve = enter()
    wrongs = [({"booth": "z"}, "unknown_booth"), ({"placement": "z"}, "unknown_placement")]
    wrongs.append(({"secret": "s"}, "malformed"))
    for wrong, code in wrongs:
        assert eve.call("inquire", inquiry("no", **wrong))["code"] == code
    assert enter().call("inquire", inquiry("no", card={"email": "nowhere"}))["code"] == "bad_card"
    assert eve.call("letters", {"secrets": "x"})["code"] == "malformed"
    assert eve.call("inquire", inquiry("third"))["ok"]
    assert eve.call("inquire", inquiry("fourth"))["code"] == "too_fast"


def test_who_is_muted_writes_no_letters_and_a_visitor_erases_their_own(enter: Enter) -> None:
    ann, bo, mo = enter(), enter(STAFF), enter("moderator.m")
    letter = ann.call("inquire", inquiry("gone"))["letter"]
    assert mo.call("mute", {"number": ann.me["number"]})["ok"]
    assert ann.call("letter_write", {"secret": secret("gone"), "text": "x"})["code"] == "muted"
    assert ann.call("letter_erase", {"secret": secret("gone")})["ok"]
    assert pushed(bo, "erased")["letter"] == letter
    assert bo.call("letter_open", {"letter": letter})["code"] == "unknown_letter"
    assert mo.call("unmute", {"number": ann.me["number"]})["ok"]
    assert ann.call("inquire", inquiry("gone"))["code"] == "unknown_letter"


def test_staff_are_shown_as_such_and_keep_order_at_their_own_booth_only(enter: Enter) -> None:
    ann, bo = enter(), enter(STAFF)
    joined = next(event["person"] for event in [ann.event("joined")] if event["person"]["role"] == "exhibitor")
    assert (joined["number"], joined["booths"]) == (bo.me["number"], ["a1"])
    for booth, may in (("a1", True), ("b2", False)):
        stream = f"talk/booth/{booth}"
        said = ann.call("say", {"stream": stream, "text": "shout"})["seq"]
        assert bo.call("remove", {"stream": stream, "message": said})["ok"] is may
    assert not bo.call("remove", {"stream": "talk/area/hall", "message": 1})["ok"]


def test_a_killed_server_keeps_what_it_acknowledged(kept: tuple[str, str], serving: Callable[[], HallServer]) -> None:
    address, acknowledged = serving().address, []
    for turn in range(3):
        ann, bo = Visitor(address), Visitor(address, STAFF)
        assert ann.join()["ok"]
        assert bo.join()["ok"]
        asked = ann.call("inquire", inquiry(f"turn{turn}", card=CARD))
        assert bo.call("letter_write", {"letter": asked["letter"], "text": f"answer {turn}"})["ok"]
        acknowledged.append(asked["letter"])
        unsure = ann.emit("letter_write", {"secret": secret(f"turn{turn}"), "text": "still?", "key": "k"})
        address = serving().address  # killed
        assert unsure is not None
        again = Visitor(address)
        assert again.join()["ok"]
        assert again.call("letter_write", {"secret": secret(f"turn{turn}"), "text": "still?", "key": "k"})["ok"]
        read = again.call("letter_open", {"secret": secret(f"turn{turn}")})
        assert [event["text"] for event in read["events"]] == [f"turn{turn} asks", f"answer {turn}", "still?"]
        assert [event["seq"] for event in read["events"]] == [1, 2, 3]
    bo = Visitor(address, STAFF)
    bo.join()
    assert [line["letter"] for line in bo.call("inbox", {})["letters"]] == acknowledged[::-1]
