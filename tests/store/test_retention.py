"""After a while nothing tells who it was; what happened stays in its order, and everything else as it is."""

from __future__ import annotations

import json
from typing import Any

from hallwright.organizer.forgetting import DAY, forget
from hallwright.store import accounts, moderating, retention
from hallwright.store.accounts import Invitation, Login
from hallwright.store.database import Database
from hallwright.store.writes import Act, Actor, Ban, Happened, Plan, Report

NOW = 100 * DAY * 1000
OLD, YOUNG = NOW - 31 * DAY * 1000, NOW - 29 * DAY * 1000


def happened(seq: int, time: int, **fields: Any) -> Happened:
    body = json.dumps({"seq": seq, "time": time, **fields}, ensure_ascii=False, separators=(",", ":"))
    return Happened("fair", seq, time, fields["kind"], body)


def person(number: int, nickname: str) -> dict[str, Any]:
    return {"number": number, "nickname": nickname, "color": 1, "area": "hall", "role": "visitor", "via": "hall"}


def test_names_are_forgotten_after_so_many_days(database: Database) -> None:
    mo = Actor("m", "Mo", "moderator")
    database.write([
        Plan("fair", "{}"),
        happened(1, OLD, kind="joined", person=person(1, "Ada 王")),
        happened(2, OLD, kind="renamed", number=1, nickname='"nickname":""'),
        happened(3, OLD, kind="announcement", text={"en": "Ada speaks", "zh": "讲"}),
        happened(4, YOUNG, kind="joined", person=person(2, "Bo")),
        Ban("fair", 1, "s1", None, "Ada", "shouts", "Mo", OLD), Ban("fair", 2, "s2", None, "Bo", "", "Mo", YOUNG),
        Report("fair", 1, 1, "Ada", 2, "shouts", OLD), Report("fair", 2, 2, "Bo", 1, "sings", YOUNG),
        Act("x", OLD, "fair", mo, "ban", "1 Ada", "shouts"), Act("y", YOUNG, "fair", mo, "ban", "2 Bo"),
        Act("z", OLD, "fair", mo, "announce", "", "two words"),
    ])  # fmt: skip
    database.do(accounts.invite(Invitation("old", "host", (), 1, OLD, None, OLD - 1)))
    database.do(accounts.log_in(Login("old", "m", OLD), OLD - 1))
    forget(database.do, lambda _: None, NOW, 30)
    events = [json.loads(event) for event in database.events("fair", 0, 9)]
    assert [event["seq"] for event in events] == [1, 2, 3, 4]
    assert events[0]["person"] == person(1, "")
    assert (events[1]["nickname"], events[2]["text"]["en"]) == ("", "Ada speaks")
    assert events[3]["person"]["nickname"] == "Bo"
    stored = database.load("fair")
    assert stored
    assert [(ban.session, ban.nickname) for ban in stored.bans] == [("s1", ""), ("s2", "Bo")]
    assert [report.id for report in stored.reports] == [2]
    assert (stored.last_ban, stored.last_report) == (2, 2)
    told = {act["id"]: (act["subject"], act["detail"]) for act in database.do(accounts.acts(NOW, 9))}
    assert told == {"x": ("1", "shouts"), "y": ("2 Bo", ""), "z": ("", "two words")}
    assert database.do(accounts.invited("old", 0)) is None


def test_many_events_are_done_in_pages(database: Database) -> None:
    database.write([happened(n, OLD, kind="renamed", number=1, nickname=f"n{n}") for n in range(1, 8)])
    place = database.do(retention.forget_names(NOW, page=3))
    assert place == ("fair", 3)
    place = database.do(retention.forget_names(NOW, place, page=3))
    assert place == ("fair", 6)
    assert database.do(retention.forget_names(NOW, place, page=3)) is None
    assert {json.loads(event)["nickname"] for event in database.events("fair", 0, 9)} == {""}


def test_what_was_stored_by_an_attempt_whose_answer_was_lost_is_there_once(database: Database) -> None:
    act = Act("x", OLD, None, Actor(None, "operator", "organizer"), "invite", "host")
    ban = Ban("fair", 1, "s1", None, "Ada", "shouts", "Mo", OLD)
    for _ in range(2):
        database.write([Plan("fair", "{}"), act, ban, Report("fair", 1, 1, "Ada", 2, "shouts", OLD)])
        database.do(lambda connection: moderating.write(connection, act))
    stored = database.load("fair")
    assert stored
    assert (len(stored.bans), len(stored.reports)) == (1, 1)
    assert len(database.do(accounts.acts(NOW, 9))) == 1
