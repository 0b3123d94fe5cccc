"""Calls on the wire: both ends hear of them, nobody else does, and a cut is not the end."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable
from typing import Any

from hallwright.gateway.relays import GOOD_FOR, Relays
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


def told(visitor: Visitor, state: str) -> dict[str, Any]:
    """What a visitor hears of a call that came to this."""
    assert visitor.listen(lambda: any(each.get("state") == state for each in visitor.calls)), (state, visitor.calls)
    return next(each for each in visitor.calls if each.get("state") == state)


def joined(visit: Visit, **more: Any) -> Visitor:
    visitor = visit()
    visitor.join(**more)
    return visitor


def test_two_people_find_each_other(visit: Visit) -> None:
    ada, bo, cy = (joined(visit) for _ in range(3))
    rung = ada.call("call", {"number": bo.me["number"], "video": True})
    assert (rung["ok"], rung["ice"]) == (True, [])
    news = told(bo, "ringing")
    assert (news["call"], news["number"], news["video"]) == (rung["call"], ada.me["number"], True)
    early = ada.call("call_signal", {"call": rung["call"], "kind": "offer", "data": "{}"})
    assert early["code"] == "unknown_call", "nothing is passed on before the call is taken"
    assert cy.call("call_accept", {"call": rung["call"]})["code"] == "unknown_call"
    assert bo.call("call_accept", {"call": rung["call"]})["ok"]
    assert told(ada, "accepted")["number"] == bo.me["number"]
    assert ada.call("call_signal", {"call": rung["call"], "kind": "offer", "data": "v=0"})["ok"]
    assert bo.listen(lambda: {"call": rung["call"], "kind": "offer", "data": "v=0"} in bo.calls)
    assert cy.call("call_signal", {"call": rung["call"], "kind": "offer", "data": "v=0"})["code"] == "unknown_call"
    assert bo.call("call_end", {"call": rung["call"]})["ok"]
    told(ada, "ended")
    assert cy.calls == []


def test_a_call_is_declined_and_the_caller_waits(visit: Visit) -> None:
    ada, bo = joined(visit), joined(visit)
    rung = ada.call("call", {"number": bo.me["number"]})
    assert bo.call("call_end", {"call": rung["call"]})["ok"]
    told(ada, "declined")
    again = ada.call("call", {"number": bo.me["number"]})
    assert again["code"] == "call_refused"
    assert 50 <= again["wait"] <= 60


def test_who_comes_back_goes_on_speaking(visit: Visit) -> None:
    ada, bo = joined(visit), joined(visit)
    call = ada.call("call", {"number": bo.me["number"]})["call"]
    bo.call("call_accept", {"call": call})
    session = ada.me["session"]
    ada.close()
    back = joined(visit, session=session)
    assert back.me["number"] == ada.me["number"]
    assert back.call("call_here", {"call": call})["ok"]
    assert bo.call("call_signal", {"call": call, "kind": "candidate", "data": "{}"})["ok"]
    assert back.listen(lambda: {"call": call, "kind": "candidate", "data": "{}"} in back.calls)
    assert not bo.listen(lambda: any(each.get("state") == "gone" for each in bo.calls), 14.0)


def test_who_does_not_come_back_is_gone(visit: Visit) -> None:
    ada, bo = joined(visit), joined(visit)
    call = ada.call("call", {"number": bo.me["number"]})["call"]
    bo.call("call_accept", {"call": call})
    ada.close()
    assert bo.listen(lambda: any(each.get("state") == "gone" for each in bo.calls), 20.0)
    assert bo.call("call_here", {"call": call})["code"] == "unknown_call"


def test_whom_one_cannot_ring(visit: Visit) -> None:
    ada, reader = joined(visit), joined(visit, via="text")
    for number in (reader.me["number"], 60_000):
        assert ada.call("call", {"number": number})["code"] == "unknown_person"
    assert ada.call("call", {"number": ada.me["number"]})["code"] == "malformed"
    assert ada.call("call", {"number": "one"})["code"] == "malformed"


def test_signals_have_a_kind_and_an_end(visit: Visit) -> None:
    ada, bo = joined(visit), joined(visit)
    call = ada.call("call", {"number": bo.me["number"]})["call"]
    bo.call("call_accept", {"call": call})
    for payload in ({"kind": "shout", "data": ""}, {"kind": "offer", "data": "x" * 13_000}, {"kind": "offer"}):
        assert ada.call("call_signal", {"call": call, **payload})["code"] == "malformed"


def test_a_turn_server_knows_the_password_by_the_shared_secret() -> None:
    stun, turn = Relays(("stun:a:1",), ("turn:b:2",), "secret").told(7, 1000.0)
    assert stun == {"urls": ["stun:a:1"]}
    assert turn["urls"] == ["turn:b:2"]
    assert turn["username"] == f"{1000 + GOOD_FOR}:7"
    word = hmac.new(b"secret", turn["username"].encode(), hashlib.sha1).digest()
    assert base64.b64decode(turn["credential"]) == word
    assert Relays().told(7, 0.0) == []
