"""What the meetings of a venue have become: a plain value that follows their events, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hallwright.live.meetings.plan import Key, Slot
from hallwright.live.meetings.sides import OVER, Side, Standing

Values = dict[str, Any]


@dataclass(slots=True, eq=False)
class Meeting:
    """``wished`` is the slot that was asked for, ``slot`` the one that is theirs, since ``booked`` (ms); ``room`` is
    None for the booth. ``seq`` is the last event of it. ``gone``: its buyer was forgotten; it is counted only."""

    id: str
    booth: str
    buyer: str
    asked_by: Side
    asked: int
    score: float
    remote: bool
    wished: str | None
    seq: int
    standing: Standing = "asked"
    slot: Slot | None = None
    room: str | None = None
    booked: int = 0
    here: set[Side] = field(default_factory=set)
    outcomes: dict[Side, str] = field(default_factory=dict)
    gone: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing comes of it any more."""
        return self.gone or self.standing in OVER

    @property
    def holds(self) -> Slot | None:
        """The slot that nobody else of these two may have."""
        return self.slot if self.standing in ("booked", "met") and not self.gone else None

    def of(self, side: Side) -> str:
        """Who is on this side."""
        return self.buyer if side == "buyer" else self.booth


@dataclass(slots=True)
class State:
    """``seq`` is the last event; all meetings by id, and by who is in them."""

    seq: int = 0
    meetings: dict[str, Meeting] = field(default_factory=dict)
    _by_side: dict[tuple[Side, str], list[Meeting]] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Mapping[str, Any]]) -> State:
        """What all events leave."""
        state = cls()
        for event in events:
            state.follow(event)
        return state

    def with_side(self, side: Side, who: str) -> Iterator[Meeting]:
        """The meetings of somebody, oldest first."""
        return (each for each in self._by_side.get((side, who), ()) if not each.gone)

    def taken(self, side: Side, who: str) -> set[Key]:
        """The slots in which somebody has a meeting."""
        return {slot.key for each in self.with_side(side, who) if (slot := each.holds)}

    def rooms_taken(self, key: Key) -> set[str]:
        """The rooms in which somebody meets in a slot."""
        return {
            each.room for each in self.meetings.values() if each.room and (slot := each.holds) and slot.key == key
        }

    def follow(self, event: Mapping[str, Any]) -> None:
        """An event has happened, as it is stored."""
        self.seq = event["seq"]
        if event["kind"] == "forgot":
            for each in self._by_side.pop(("buyer", event["buyer"]), ()):
                each.gone = True
        elif event["kind"] == "asked":
            self._ask(event)
        else:
            meeting = self.meetings[event["meeting"]]
            meeting.seq = self.seq
            _follow(meeting, event)

    def _ask(self, event: Mapping[str, Any]) -> None:
        meeting = Meeting(
            event["meeting"], event["booth"], event["buyer"], event["by"], event["time"], event["score"],
            event["remote"], event["slot"], self.seq,
        )  # fmt: skip
        self.meetings[meeting.id] = meeting
        self._by_side.setdefault(("buyer", meeting.buyer), []).append(meeting)
        self._by_side.setdefault(("booth", meeting.booth), []).append(meeting)


def _follow(meeting: Meeting, event: Mapping[str, Any]) -> None:
    match event["kind"]:
        case "booked":
            meeting.standing, meeting.slot, meeting.room = "booked", Slot(**event["slot"]), event["room"]
            meeting.booked = event["time"]
            meeting.here.clear()
        case "released":
            meeting.standing, meeting.slot, meeting.room = "agreed", None, None
        case "here":
            meeting.here.add(event["side"])
        case "outcome":
            meeting.outcomes[event["side"]] = event["outcome"]
        case "agreed" | "declined" | "cancelled" | "met" | "missed" as standing:
            meeting.standing = standing
