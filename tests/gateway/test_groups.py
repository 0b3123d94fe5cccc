"""Groups on the wire: what followers are sent, that nobody else is, and that no guide leaves anybody stuck."""

from __future__ import annotations

import time
from collections.abc import Callable

import websocket

from hallwright.presence.frames import GAZE, Gaze, read_gaze
from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]


def gazes(visitor: Visitor, seconds: float, until: Callable[[Gaze], bool] = lambda _: False) -> list[tuple[int, Gaze]]:
    """(number, gaze) of the frames that come, until one does what is waited for."""
    assert visitor.positions
    found: list[tuple[int, Gaze]] = []
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        visitor.positions.settimeout(left)
        try:
            frame = visitor.positions.recv()
        except websocket.WebSocketTimeoutException:
            break
        if frame[0] == GAZE:
            number, _, gaze = read_gaze(frame)
            found.append((number, gaze))
            if until(gaze):
                break
    return found


def pitched(steps: int, walking: bool = False) -> int:
    return ((steps << 1) & 0xFE) | int(walking)


def led(visit: Visit) -> tuple[Visitor, Visitor, str]:
    """A guide, a follower, and the code of their group."""
    guide, follower = visit(), visit()
    guide.join()
    follower.join()
    code = guide.call("guide_start")["group"]
    assert follower.call("follow", {"group": f" {code.lower()} "})["ok"]
    guide.walk()
    follower.walk()
    return guide, follower, code


def test_followers_see_where_the_guide_looks_and_nobody_else_does(visit: Visit) -> None:
    guide, follower, _ = led(visit)
    other = visit()
    other.join()
    other.walk()
    other.stand(32.0, 40.0)
    guide.stand(30.0, 40.0, yaw=64, flags=pitched(-20))
    (number, gaze), *_ = reversed(gazes(follower, 5, lambda gaze: gaze.yaw == 64))
    assert number == guide.me["number"]
    assert gaze == Gaze(area=0, x=3000, y=4000, yaw=64, pitch=-20)
    assert gazes(other, 1.2) == []
    assert other.sees(number) == (30.0, 40.0, 64, 0), "how far up one looks is told to followers only"


def test_a_late_follower_is_told_at_once_where_a_guide_is_who_stands_still(visit: Visit) -> None:
    guide, _, code = led(visit)
    guide.stand(30.0, 40.0, yaw=10)
    late = visit()
    late.join("park")
    late.walk()
    assert late.call("follow", {"group": code})["ok"]
    (number, gaze), *_ = gazes(late, 3, lambda _: True)
    assert (number, gaze.x, gaze.yaw) == (guide.me["number"], 3000, 10)


def test_who_breaks_away_hears_no_more_until_they_come_back(visit: Visit) -> None:
    guide, follower, code = led(visit)
    guide.stand(30.0, 40.0)
    assert gazes(follower, 3, lambda _: True)
    assert follower.call("stray")["ok"]
    guide.stand(31.0, 40.0)
    gazes(follower, 0.3)
    guide.stand(32.0, 40.0)
    assert gazes(follower, 1.5) == []
    assert follower.call("follow", {"group": code})["ok"]
    assert gazes(follower, 3, lambda gaze: gaze.x == 3200)[-1][1].x == 3200


def test_frames_are_no_more_than_the_guide_s_words(visit: Visit) -> None:
    guide, follower, _ = led(visit)
    guide.stand(30.0, 40.0)
    gazes(follower, 1.5)
    assert 1 <= len(gazes(follower, 2.5)) <= 4, "about one a second while the guide stands still"


def test_joining_tells_every_group_and_all_are_told_what_changes(visit: Visit) -> None:
    guide, follower, code = led(visit)
    late = visit()
    group = late.join()["groups"][code]
    assert group == {"guide": guide.me["number"], "highlight": None, "followers": {str(follower.me["number"]): True}}
    assert guide.call("highlight", {"placement": "rocket"})["ok"]
    event = late.event("highlighted")
    assert (event["group"], event["placement"]) == (code, "rocket")
    follower.call("stray")
    assert guide.call("ring", {})["ok"]
    assert follower.event("rung")["numbers"] == [follower.me["number"]]
    assert guide.call("ring", {"number": follower.me["number"]})["code"] == "rung_lately"
    guide.call("guide_end")
    assert late.event("group_closed")["reason"] == "ended"
    assert follower.call("stray")["code"] == "not_following"


def test_what_makes_no_sense_is_refused(visit: Visit) -> None:
    visitor = visit()
    assert visitor.call("guide_start")["code"] == "not_joined"
    visitor.join()
    for event, payload in (
        ("follow", {}), ("follow", {"group": 7}), ("follow", {"group": "x" * 99}), ("highlight", {"placement": 3}),
        ("ring", {"number": "all"}), ("ring", {"number": -1}), ("ring", {"number": True}), ("guide_start", "now"),
    ):  # fmt: skip
        assert visitor.call(event, payload)["code"] == "malformed", (event, payload)
    visitor.listen(lambda: False, 1.0)  # ten commands at once are all that one may say
    assert visitor.call("follow", {"group": "ZZZZZ"})["code"] == "unknown_group"


def test_a_guide_who_is_gone_for_good_leaves_nobody_stuck(forgetful: HallServer) -> None:
    guide, follower = Visitor(forgetful.address), Visitor(forgetful.address)
    guide.join()
    follower.join()
    code = guide.call("guide_start")["group"]
    follower.call("follow", {"group": code})
    guide.close()
    assert follower.event("group_closed", 8)["reason"] == "lost"
    assert follower.call("guide_start")["ok"]
    follower.close()


def test_a_guide_who_comes_back_in_time_leads_on(visit: Visit) -> None:
    guide, _, code = led(visit)
    session = guide.me["session"]
    guide.close()
    again = visit()
    assert code in again.join(session=session)["groups"]
    assert again.call("highlight", {"placement": "rocket"})["ok"]
