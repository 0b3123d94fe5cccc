"""Polls over real sockets: hosts open them, everyone there votes, sums are told, and time ends them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.gateway.conftest import HallServer
from tests.gateway.test_talking import STAGE, heard
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]
POLL = {
    "stream": STAGE, "question": {"en": "Which?", "zh": "哪个？"},
    "options": [{"en": "Rocket", "zh": "火箭"}, {"en": "Robot", "zh": "机器人"}],
}  # fmt: skip


@pytest.fixture
def host(server: HallServer) -> Iterator[Visitor]:
    """Somebody who may host, and listens at the stage; what they opened is taken away afterwards."""
    visitor, other = Visitor(server.address, "host.Hu"), Visitor(server.address, "host.Hu")
    visitor.join()
    visitor.call("listen", {"stream": STAGE})
    yield visitor
    other.join()
    for poll in other.call("listen", {"stream": STAGE})["polls"]:
        assert other.call("remove", {"stream": STAGE, "message": poll["seq"]})["ok"]
    for each in (visitor, other):
        each.call("leave", {})
        each.close()


def listener(visit: Visit) -> Visitor:
    visitor = visit()
    visitor.join()
    assert visitor.call("listen", {"stream": STAGE})["ok"]
    return visitor


def sums(visitor: Visitor, poll: int) -> dict[str, Any]:
    """What was told last of a poll."""
    told = [event["polls"][str(poll)] for event in heard(visitor, STAGE) if str(poll) in event.get("polls", {})]
    return told[-1] if told else {}


def closed(visitor: Visitor) -> list[dict[str, Any]]:
    return [event for event in heard(visitor, STAGE) if event["kind"] == "poll_closed"]


def test_a_poll_from_beginning_to_end(host: Visitor, visit: Visit) -> None:
    ada, bo = listener(visit), listener(visit)
    assert ada.call("poll", POLL)["code"] == "not_allowed"
    poll = host.call("poll", {**POLL, "key": "k"})["seq"]
    assert host.call("poll", {**POLL, "key": "k"})["seq"] == poll, "sent again, opened once"
    assert ada.listen(lambda: any(event["kind"] == "polled" for event in heard(ada, STAGE)))
    for visitor, choice in ((ada, 0), (bo, 0), (ada, 0), (bo, 1)):
        assert visitor.call("ballot", {"stream": STAGE, "poll": poll, "choices": [choice]})["ok"]
    assert ada.listen(lambda: sums(ada, poll) == {"voters": 2, "counts": [1, 1]})
    late = visit()
    late.join()
    (told,) = late.call("listen", {"stream": STAGE})["polls"]
    assert (told["question"], told["voters"], told["counts"], told["mine"]) == (POLL["question"], 2, [1, 1], [])
    assert bo.call("listen", {"stream": STAGE})["polls"][0]["mine"] == [1]
    assert ada.call("close_poll", {"stream": STAGE, "poll": poll})["code"] == "not_allowed"
    assert host.call("close_poll", {"stream": STAGE, "poll": poll})["ok"]
    assert ada.listen(lambda: bool(closed(ada)))
    assert ada.call("ballot", {"stream": STAGE, "poll": poll, "choices": [1]})["code"] == "poll_closed"


def test_time_ends_it_and_hidden_sums_are_told_then(host: Visitor, visit: Visit) -> None:
    ada = listener(visit)
    poll = host.call("poll", {**POLL, "seconds": 5, "hidden": True})["seq"]
    assert ada.call("ballot", {"stream": STAGE, "poll": poll, "choices": [1]})["ok"]
    assert ada.listen(lambda: sums(ada, poll) == {"voters": 1})
    assert not closed(ada)
    assert ada.listen(lambda: bool(closed(ada)), 8.0)
    assert closed(ada)[0]["counts"] == [0, 1]
    assert host.listen(lambda: len(closed(host)) == 1)


def test_one_who_walks_off_votes_no_more(host: Visitor, visit: Visit) -> None:
    ada = listener(visit)
    poll = host.call("poll", POLL)["seq"]
    ada.call("area", {"area": "park"})
    assert ada.call("ballot", {"stream": STAGE, "poll": poll, "choices": [1]})["code"] == "not_here"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"question": "Which?"}, "malformed"), ({"options": None}, "malformed"), ({"options": [{}] * 9}, "bad_poll"),
     ({"options": [{"en": 3}, {"en": "b"}]}, "malformed"), ({"several": 1}, "malformed"),
     ({"seconds": -1}, "malformed"), ({"seconds": 2}, "bad_poll"), ({"options": []}, "bad_poll"),
     ({"question": {"en": "a blister"}}, "filtered"), ({"stream": "talk/stage/none"}, "unknown_stream")],
)  # fmt: skip
def test_what_is_wrong_is_refused(host: Visitor, change: dict[str, Any], code: str) -> None:
    assert host.call("poll", {**POLL, **change})["code"] == code


def test_wrong_ballots_are_refused(host: Visitor) -> None:
    poll = host.call("poll", POLL)["seq"]
    for choices, code in (("0", "malformed"), ([True], "malformed"), ([0, 1], "bad_ballot"), ([7], "bad_ballot"),
                          ([0] * 9, "malformed")):  # fmt: skip
        assert host.call("ballot", {"stream": STAGE, "poll": poll, "choices": choices})["code"] == code
    assert host.call("ballot", {"stream": STAGE, "poll": 10**6, "choices": [0]})["code"] == "unknown_poll"
