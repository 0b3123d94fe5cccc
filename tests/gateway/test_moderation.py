"""The law over real sockets: the role is the cookie's, and only what it may do has an effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hallwright.store.database import Database
from hallwright.store.tables import AUDIT
from tests.gateway.conftest import HallServer, served, start
from tests.gateway.visitor import Visitor

Enter = Callable[..., Visitor]
FIGURES = {"projects": {"label": {"en": "P", "zh": "项"}, "value": 7}}
EVERYONE = "kiosk visitor exhibitor host moderator organizer"
PEOPLE, STAFF, CHAIR = EVERYONE.removeprefix("kiosk "), "host moderator organizer", "moderator organizer"
# event, payload ("$": the number of a bystander), who may
COMMANDS: list[tuple[str, dict[str, Any], str]] = [
    ("area", {"area": "park"}, EVERYONE), ("trigger", {"show": "exhibit/rocket"}, EVERYONE),
    ("follow", {"group": "ZZZZZ"}, EVERYONE), ("stray", {}, EVERYONE), ("unfollow", {}, EVERYONE),
    ("nickname", {"nickname": "Else"}, PEOPLE), ("report", {"number": "$", "reason": "x"}, PEOPLE),
    ("consent", {"given": True}, "visitor"),
    ("guide_start", {}, PEOPLE), ("highlight", {"placement": None}, PEOPLE), ("ring", {}, PEOPLE),
    ("guide_end", {}, PEOPLE),
    ("announce", {"text": {"en": "a", "zh": "b"}}, STAFF), ("direct", {"show": "drones", "action": "pause"}, STAFF),
    ("write", {"board": "figures", "changes": FIGURES}, STAFF),
    ("mute", {"number": "$"}, CHAIR), ("unmute", {"number": "$"}, CHAIR), ("unban", {"ban": 99}, CHAIR),
    ("review", {}, CHAIR), ("kick", {"number": "$"}, CHAIR), ("ban", {"number": "$"}, CHAIR),
]  # fmt: skip
OF_THE_LAW = {"not_allowed", "not_joined"}


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def server(request: pytest.FixtureRequest) -> Iterator[HallServer]:
    """One of our own: what hosts do here would be in the way of others."""
    yield from served(start(request.param))


@pytest.fixture
def enter(server: HallServer) -> Iterator[Enter]:
    """Lets somebody with a login in; all are gone after the test."""
    visitors: list[Visitor] = []

    def make(cookie: str = "", **more: Any) -> Visitor:
        visitors.append(Visitor(server.address, cookie))
        assert visitors[-1].join(**more)["ok"]
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.close()


@pytest.mark.parametrize("role", EVERYONE.split())
def test_only_what_a_role_may_do_has_an_effect(server: HallServer, enter: Enter, role: str) -> None:
    bystander = enter()
    number = bystander.me["number"]
    refused = [command for command in COMMANDS if role not in command[2].split()]
    for event, payload, _ in in_bursts(enter, role, refused):
        assert event(payload, number)["code"] == "not_allowed"
    bystander.listen(lambda: False, 0.5)
    assert [each for each in bystander.events if each["kind"] not in ("joined", "left")] == []
    assert not bystander.closed
    for event, payload, name in in_bursts(enter, role, [command for command in COMMANDS if command not in refused]):
        answer = event(payload, number)
        assert answer.get("code") not in OF_THE_LAW, (name, answer)
        if name in ("kick", "ban"):
            assert answer["ok"]
            assert bystander.listen(lambda seen=bystander: seen.closed)  # type: ignore[misc]
            bystander = enter()
            number = bystander.me["number"]


def in_bursts(
    enter: Enter, role: str, commands: list[tuple[str, dict[str, Any], str]]
) -> Iterator[tuple[Callable[[dict[str, Any], int], dict[str, Any]], dict[str, Any], str]]:
    """What sends each command, by somebody new for every eight: a burst is ten."""
    for index, (event, payload, _) in enumerate(commands):
        if index % 8 == 0:
            actor = enter("" if role == "visitor" else f"{role}.{role}{index}")

        def send(payload: dict[str, Any], number: int, actor: Visitor = actor, event: str = event) -> dict[str, Any]:
            return actor.call(event, {key: number if value == "$" else value for key, value in payload.items()})

        yield send, payload, event


@pytest.mark.parametrize("role", EVERYONE.split())
def test_who_has_not_joined_does_nothing_whatever_their_cookie(server: HallServer, role: str) -> None:
    for chunk in range(0, len(COMMANDS), 8):
        outside = Visitor(server.address, f"{role}.outside")
        for event, payload, _ in COMMANDS[chunk : chunk + 8]:
            payload = {key: 1 if value == "$" else value for key, value in payload.items()}
            assert outside.call(event, payload)["code"] == "not_joined"
        outside.close()


def test_what_a_page_claims_of_its_role_counts_for_nothing(enter: Enter) -> None:
    eve = enter(role="organizer", account="org", login="organizer.org", nickname="Eve")
    me = next(person for person in eve.me["people"] if person["number"] == eve.me["number"])
    assert me["role"] == "visitor"
    assert eve.call("review", {"role": "organizer"})["code"] == "not_allowed"


def test_a_cookie_counts_on_our_own_pages_only(server: HallServer) -> None:
    for origin, role in ((f"http://{server.address}", "organizer"), ("https://friend.example", "visitor")):
        somebody = Visitor(server.address, "organizer.org", origin)
        me = somebody.join()
        assert next(each["role"] for each in me["people"] if each["number"] == me["number"]) == role
        somebody.call("leave", {})
        somebody.close()


def test_who_cannot_be_looked_up_is_asked_to_try_again(server: HallServer) -> None:
    somebody = Visitor(server.address, "broken")
    assert somebody.join()["code"] == "storing"
    somebody.close()


def test_a_kicked_visitor_is_told_and_cut_and_cannot_resume(server: HallServer, enter: Enter) -> None:
    moderator, eve = enter("moderator.mo"), enter(nickname="Eve")
    assert moderator.call("kick", {"number": eve.me["number"], "reason": " be  kind "})["ok"]
    assert eve.listen(lambda: eve.closed)
    assert eve.removed == {"how": "kicked", "reason": "be kind"}
    again = enter(session=eve.me["session"])
    assert again.me["number"] != eve.me["number"]
    assert again.me["session"] != eve.me["session"]


def test_moderators_and_nobody_else_hear_of_a_report(enter: Enter) -> None:
    moderator, host, eve, ada = enter("moderator.mo"), enter("host.hal"), enter(nickname="Eve"), enter(nickname="Ada")
    told = {"number": eve.me["number"], "reason": "shouts"}
    assert ada.call("report", told)["ok"]
    assert moderator.listen(lambda: bool(moderator.reports))
    seen = moderator.reports[0]
    assert (seen["number"], seen["nickname"], seen["by"]) == (eve.me["number"], "Eve", ada.me["number"])
    host.listen(lambda: False, 0.3)
    assert host.reports == eve.reports == []
    assert moderator.call("review", {})["reports"][0] == seen
    for _ in range(2):
        assert ada.call("report", told)["ok"]
    refused = ada.call("report", told)
    assert refused["code"] == "reported_lately"
    assert refused["wait"] > 0


def test_a_login_that_ends_ends_the_role(server: HallServer, enter: Enter) -> None:
    moderator, ada = enter("moderator.gone"), enter()
    server.tell("end moderator.gone")
    assert moderator.listen(lambda: moderator.closed)
    again = Visitor(server.address)
    again.join(session=moderator.me["session"], since=moderator.me["seq"])
    assert again.me["number"] == moderator.me["number"]
    assert ada.event("role") | {"seq": 0, "time": 0} == {
        "seq": 0, "time": 0, "kind": "role", "number": moderator.me["number"], "role": "visitor",
    }  # fmt: skip
    assert again.call("review", {})["code"] == "not_allowed"
    again.call("leave", {})
    again.close()


def test_a_kiosk_has_the_name_of_its_account(enter: Enter) -> None:
    kiosk = enter("kiosk.Desk1", nickname="Anything")
    assert next(each["nickname"] for each in kiosk.me["people"] if each["number"] == kiosk.me["number"]) == "Desk1"


@pytest.mark.parametrize("how", ["killed", "ended"])
def test_a_ban_outlives_the_server(tmp_path: Path, how: str) -> None:
    database = f"sqlite:///{tmp_path / 'live.db'}"
    first = start("eventlet", DATABASE=database)
    moderator, eve, bo = (Visitor(first.address, login) for login in ("moderator.mo", "", "host.bo"))
    for each, name in ((moderator, "Mo"), (eve, "Eve"), (bo, "Bo")):
        assert each.join(nickname=name)["ok"]
    assert eve.call("report", {"number": bo.me["number"], "reason": "odd"})["ok"]
    for each in (eve, bo):
        assert moderator.call("ban", {"number": each.me["number"], "reason": "shouts"})["ok"]
    assert eve.listen(lambda: eve.closed)
    assert eve.removed == {"how": "banned", "reason": "shouts"}
    assert moderator.call("unban", {"ban": 2})["ok"]
    if how == "killed":
        first.process.kill()
    else:
        assert first.process.stdin
        first.process.stdin.close()
    first.process.wait(10)
    second = start("eventlet", DATABASE=database)
    banned = Visitor(second.address).join(session=eve.me["session"])
    assert (banned["ok"], banned["code"]) == (False, "banned")
    assert Visitor(second.address, "host.bo").join(session=bo.me["session"])["ok"]
    moderator = Visitor(second.address, "moderator.mo")
    moderator.join()
    seen = moderator.call("review", {})
    assert [(ban["id"], ban["nickname"], ban["reason"], ban["by"]) for ban in seen["bans"]] == [
        (1, "Eve", "shouts", "Mo")
    ]
    assert [report["reason"] for report in seen["reports"]] == ["odd"]
    assert eve.me["session"] not in str(seen)
    second.process.kill()
    second.process.wait(10)
    reading = Database(database)
    acts = reading.do(lambda connection: [dict(row) for row in connection.execute(AUDIT.select()).mappings()])
    told = {(act["account"], act["act"], act["subject"], act["detail"]) for act in acts}
    assert told == {
        ("mo", "ban", f"{eve.me['number']} Eve", "shouts"), ("mo", "ban", f"{bo.me['number']} Bo", "shouts"),
        ("mo", "unban", "2", ""),
    }  # fmt: skip
    assert b"127.0.0.1" not in b"".join(path.read_bytes() for path in tmp_path.glob("live.db*"))
