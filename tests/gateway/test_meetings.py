"""Meetings over real sockets: both sides agree, nobody is booked twice, and what a killed server keeps."""

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
SLOTS = ["meet/1", "meet/2", "meet/3"]


def mine(of: str) -> dict[str, str]:
    return {"secret": of.ljust(32, "_")}


def profile(**more: Any) -> dict[str, Any]:
    return {"name": "Ann", "company": "Cars", "needs": "我们需要动力电池", "free": SLOTS, "languages": ["zh"], **more}


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def server(request: pytest.FixtureRequest) -> Iterator[HallServer]:
    yield from served(start(request.param))


@pytest.fixture
def enter(server: HallServer) -> Iterator[Enter]:
    """Lets somebody in, with a login or without, until the test is done."""
    here: list[Visitor] = []

    def make(login: str = "") -> Visitor:
        here.append(Visitor(server.address, login))
        assert here[-1].join()["ok"]
        return here[-1]

    yield make
    for visitor in here:
        visitor.call("leave", {})
        visitor.close()


def introduce(visitor: Visitor, of: str, **more: Any) -> dict[str, Any]:
    answer = visitor.call("meeting_profile", {**mine(of), "profile": profile(**more), "consent": True})
    assert answer["ok"], answer
    return answer


def test_a_need_in_chinese_becomes_a_booked_meeting_that_both_see(enter: Enter) -> None:
    ann, bo = enter(), enter(STAFF)
    assert bo.call("meeting_mine", {"booth": "a1"})["side"] == "booth"
    assert introduce(ann, "story")["complete"] is True
    me = ann.call("meeting_mine", mine("story"))
    best = ann.call("meeting_matches", mine("story"))["matches"]
    assert [match["other"] for match in best] == ["a1"]
    assert {"kind": "need", "words": ["动力电池"], "count": 1} in best[0]["reasons"]
    asked = ann.call("meeting_ask", {**mine("story"), "other": "a1", "slot": "meet/2", "message": "1,000 packs"})
    assert (asked["ok"], asked["meeting"]["standing"]) == (True, "asked")
    assert bo.listen(lambda: bool(bo.meetings))
    come = bo.meetings[0]
    assert (come["name"], come["message"], come["side"]) == ("Ann", "1,000 packs", "booth")
    assert come["callable"] == ann.me["number"]
    booked = bo.call("meeting_answer", {"booth": "a1", "meeting": come["id"], "accept": True})["meeting"]
    assert (booked["standing"], booked["slot"]["id"], booked["place"]) == (
        "booked", "meet/2", {"kind": "room", "id": "room-1"},
    )  # fmt: skip
    assert ann.listen(lambda: any(each["standing"] == "booked" for each in ann.meetings))
    assert ann.call("meeting_here", {**mine("story"), "meeting": come["id"]})["code"] == "meeting_standing"
    slots = {slot["id"]: slot["taken"] for slot in ann.call("meeting_mine", mine("story"))["slots"]}
    assert slots == {"meet/1": False, "meet/2": True, "meet/3": False}
    assert ann.call("meeting_forget", mine("story"))["ok"]
    assert bo.listen(lambda: any(each["standing"] == "forgotten" for each in bo.meetings))
    left = json.dumps(bo.call("meeting_mine", {"booth": "a1"}))
    assert me["id"] not in left
    assert "Ann" not in left


def test_nobody_else_comes_to_a_meeting(enter: Enter) -> None:
    ann, bo = enter(), enter(STAFF)
    introduce(ann, "own")
    meeting = ann.call("meeting_ask", {**mine("own"), "other": "a1"})["meeting"]["id"]
    for login in ("", OTHER_STAFF, "host.h", "moderator.m", "organizer.o", "kiosk.k"):
        other = enter(login)
        assert other.call("meeting_mine", {"booth": "a1"})["code"] == "not_allowed", login
        stranger = other.call("meeting_cancel", {**mine("stranger"), "meeting": meeting})
        assert stranger["code"] in {"unknown_meeting", "not_allowed"}, login
    cy = enter(OTHER_STAFF).call("meeting_answer", {"booth": "b2", "meeting": meeting, "accept": True})
    assert cy["code"] == "unknown_meeting"
    self_answered = ann.call("meeting_answer", {**mine("own"), "meeting": meeting, "accept": True})
    assert self_answered["code"] == "meeting_standing"
    assert bo.call("meeting_cancel", {"booth": "a1", "meeting": meeting})["meeting"]["standing"] == "cancelled"


def test_meetings_are_among_what_is_kept_of_a_visitor_and_go_with_it(enter: Enter) -> None:
    ann, bo = enter(), enter(STAFF)
    introduce(ann, "all")
    meeting = ann.call("meeting_ask", {**mine("all"), "other": "a1", "message": "as soon as can be"})["meeting"]["id"]
    secret = mine("all")["secret"]
    assert ann.call("mine", {})["data"]["meetings"] == []  # without the secret nobody knows whose they are
    (kept,) = ann.call("mine", {"meetings": secret})["data"]["meetings"]
    assert (kept["profile"]["needs"], kept["meetings"][0]["message"]) == (profile()["needs"], "as soon as can be")
    bo.call("meeting_mine", {"booth": "a1"})
    assert ann.call("erase", {"meetings": "short"})["code"] == "malformed"
    assert ann.call("erase", {"meetings": secret})["ok"]
    assert bo.listen(lambda: {"id": meeting, "standing": "forgotten"} in bo.meetings)
    left = enter().call("mine", {"meetings": secret})["data"]["meetings"]
    assert [(each["profile"], each["meetings"]) for each in left] == [(None, [])]


@pytest.mark.parametrize(
    ("event", "payload", "code"),
    [
        ("meeting_profile", {"profile": profile()}, "meeting_consent"),
        ("meeting_profile", {"profile": profile(free=["meet/9"]), "consent": True}, "bad_profile"),
        ("meeting_profile", {"profile": profile(needs="a blister"), "consent": True}, "filtered"),
        ("meeting_profile", {"profile": "x", "consent": True}, "malformed"),
        ("meeting_ask", {"other": "a1"}, "unknown_buyer"),
        ("meeting_move", {"meeting": "m1"}, "malformed"),
        ("meeting_outcome", {"meeting": "m1", "outcome": "a yacht"}, "malformed"),
    ],
)
def test_what_cannot_be_is_refused(enter: Enter, event: str, payload: dict[str, Any], code: str) -> None:
    assert enter().call(event, {**mine("nobody"), **payload})["code"] == code


def test_what_was_acknowledged_outlives_a_kill_and_nobody_is_booked_twice(
    kept: tuple[str, str], serving: Callable[[], HallServer]
) -> None:
    address = serving().address
    buyers = [f"buyer{number}" for number in range(5)]

    def come(login: str = "") -> Visitor:
        visitor = Visitor(address, login)
        assert visitor.join()["ok"]
        return visitor

    acknowledged: dict[str, str] = {}
    bo = come(STAFF)
    for of in buyers:
        ann = come()
        introduce(ann, of)
        acknowledged[of] = ann.call("meeting_ask", {**mine(of), "other": "a1", "message": of})["meeting"]["id"]
    for of in buyers[:2]:
        assert bo.call("meeting_answer", {"booth": "a1", "meeting": acknowledged[of], "accept": True})["ok"]
    for of in buyers[2:]:  # in flight when the server dies
        bo.emit("meeting_answer", {"booth": "a1", "meeting": acknowledged[of], "accept": True})
    serving()
    bo = come(STAFF)
    meetings = {each["id"]: each for each in bo.call("meeting_mine", {"booth": "a1"})["meetings"]}
    assert [meetings[acknowledged[of]]["message"] for of in buyers] == buyers
    assert all(meetings[acknowledged[of]]["standing"] == "booked" for of in buyers[:2])
    for of in buyers[2:]:
        bo.call("meeting_answer", {"booth": "a1", "meeting": acknowledged[of], "accept": True})
    meetings = {each["id"]: each for each in bo.call("meeting_mine", {"booth": "a1"})["meetings"]}
    standings = sorted(each["standing"] for each in meetings.values())
    assert standings == ["agreed", "agreed", "booked", "booked", "booked"]
    taken = [each["slot"]["id"] for each in meetings.values() if each["slot"]]
    assert sorted(taken) == SLOTS
    first = next(each for each in meetings.values() if each["standing"] == "booked")
    assert bo.call("meeting_cancel", {"booth": "a1", "meeting": first["id"]})["ok"]
    meetings = {each["id"]: each for each in bo.call("meeting_mine", {"booth": "a1"})["meetings"]}
    assert sorted(each["standing"] for each in meetings.values()) == [
        "agreed", "booked", "booked", "booked", "cancelled",
    ]  # fmt: skip
