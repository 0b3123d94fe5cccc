"""Whose staff somebody is: it comes with the credential, everybody sees it, and it goes with the credential."""

from __future__ import annotations

from hallwright.live.commands import Disconnect, Join, Rebuild
from hallwright.live.events import Joined, PublicEvent, RoleChanged, record
from hallwright.live.hall import Hall
from hallwright.live.state import State


def test_booths_follow_the_credential_also_over_a_restart() -> None:
    hall, state = Hall(("hall",), "r1"), State()

    def follow(*events: object) -> None:
        for event in events:
            if isinstance(event, PublicEvent):
                state.follow({"seq": 1, "time": 0, **record(event)})

    plan = Rebuild("r1", ("hall",))
    follow(*hall.apply(plan, 0.0))
    joined = hall.apply(Join("c", "hall", "secret", "Bo", role="exhibitor", account="bo", booths=("a1",)), 1.0)
    assert isinstance(joined[0], Joined)
    assert joined[0].person.record()["booths"] == ["a1"]
    follow(*joined)
    resumed = Hall.resumed(plan, state, {1: "secret"}, 2.0)
    assert resumed.people()[0].booths == ("a1",)
    assert resumed.state() == hall.state() == state
    hall.apply(Disconnect("c"), 3.0)
    for booths in (("b2",), ()):
        back = hall.apply(Join("c", "hall", "other", session="secret", role="exhibitor", booths=booths), 4.0)
        assert RoleChanged(1, "exhibitor", booths) in back
        follow(*back)
        assert hall.state() == state
    assert "booths" not in hall.people()[0].record()
