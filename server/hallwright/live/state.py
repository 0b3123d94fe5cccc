"""What the events of a hall leave: a plain value that follows them, is kept, and is what a hall goes on from.

The rule of this room: ``State().follow(every public event)`` is what ``Hall.state()`` says, whatever was done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from hallwright.live.boards import BoardPlan
from hallwright.live.commands import Rebuild
from hallwright.live.events import Changes, SessionChange, Showing
from hallwright.live.queues.line import QueuePlan, follow
from hallwright.live.screens import ReelPlan, ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import ShowPlan

Values = dict[str, Any]


@dataclass(slots=True)
class State:
    """People by number, timelines by show, changes by board, groups by code, changes by session, what screens show,
    who sits where and the lines by placement, all as JSON values; and the number that was given last."""

    people: dict[int, Values] = field(default_factory=dict)
    shows: dict[str, Values] = field(default_factory=dict)
    boards: dict[str, Changes] = field(default_factory=dict)
    groups: dict[str, Values] = field(default_factory=dict)
    last_number: int = 0
    sessions: dict[str, SessionChange] = field(default_factory=dict)
    screens: dict[str, Showing] = field(default_factory=dict)
    seats: dict[str, Values] = field(default_factory=dict)
    queues: dict[str, Values] = field(default_factory=dict)

    def record(self) -> Values:
        """As JSON values."""
        return {
            "people": list(self.people.values()), "shows": self.shows, "boards": self.boards, "groups": self.groups,
            "last_number": self.last_number, "sessions": self.sessions, "screens": self.screens, "seats": self.seats,
            "queues": self.queues,
        }  # fmt: skip

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> State:
        """What ``record`` gave; an empty one is a hall where nothing has happened."""
        people = {person["number"]: person for person in record.get("people", ())}
        return cls(
            people, dict(record.get("shows", {})), dict(record.get("boards", {})), dict(record.get("groups", {})),
            record.get("last_number", 0), dict(record.get("sessions", {})),
            dict(record.get("screens", {})), dict(record.get("seats", {})), dict(record.get("queues", {})),
        )  # fmt: skip

    def follow(self, event: Mapping[str, Any]) -> None:
        """An event has happened. Raises KeyError when it speaks of somebody or something that is not there."""
        match event["kind"]:
            case "joined":
                self.people[event["person"]["number"]] = dict(event["person"])
                self.last_number = event["person"]["number"]
            case "left":
                del self.people[event["number"]]
            case "renamed":
                self.people[event["number"]]["nickname"] = event["nickname"]
            case "role" | "muted" as kind:
                person = self.people[event["number"]]
                person[kind] = event[kind]
                self._look_after(person, event)
            case "moved":
                self.people[event["number"]] |= {"area": event["area"], "via": event["via"]}
            case "rebuilt":
                self.shows = dict(event["shows"])
                self.boards = {board: dict(changes) for board, changes in event["boards"].items()}
                self.sessions = dict(event.get("sessions", {}))
                self.screens = dict(event.get("screens", {}))
            case "show":
                self.shows[event["show"]] = event["timeline"]
            case "board":
                self.boards.setdefault(event["board"], {}).update(event["changes"])
            case "session":
                self.sessions[event["session"]] = event["change"]
            case _:
                self._follow_group(event)
                self._follow_place(event)

    def _follow_place(self, event: Mapping[str, Any]) -> None:
        match event["kind"]:
            case "screen" if event["showing"] is None:
                del self.screens[event["screen"]]
            case "screen":
                self.screens[event["screen"]] = event["showing"]
            case "seated":
                self.seats[str(event["number"])] = {key: event[key] for key in ("area", "stage", "seat")}
            case "stood":
                del self.seats[str(event["number"])]
            case _ if "queue" in event:
                follow(self.queues, event)

    def _look_after(self, person: Values, event: Mapping[str, Any]) -> None:
        """Who has another role is the staff of other booths, or of none."""
        if event["kind"] == "role":
            person.pop("booths", None)
            person |= {"booths": event["booths"]} if "booths" in event else {}

    def _follow_group(self, event: Mapping[str, Any]) -> None:
        match event["kind"]:
            case "group_opened":
                self.groups[event["group"]] = {"guide": event["guide"], "highlight": None, "followers": {}}
            case "group_closed":
                del self.groups[event["group"]]
            case "followed":
                self.groups[event["group"]]["followers"][str(event["number"])] = event["follows"]
            case "unfollowed":
                del self.groups[event["group"]]["followers"][str(event["number"])]
            case "highlighted":
                self.groups[event["group"]]["highlight"] = event["placement"]


def plan_record(plan: Rebuild) -> Values:
    """What was published, as far as a hall knows it, as JSON values."""
    return asdict(plan) | {"placements": sorted(plan.placements)}


def plan_of(record: Mapping[str, Any]) -> Rebuild:
    """What ``plan_record`` gave."""
    return Rebuild(
        record["revision"],
        tuple(record["areas"]),
        tuple(ShowPlan(**show) for show in record["shows"]),
        tuple(
            BoardPlan(board["id"], board["kind"], board["area"], tuple((row, fields) for row, fields in board["rows"]))
            for board in record["boards"]
        ),
        frozenset(record["placements"]),
        tuple(record.get("sessions", ())),
        tuple(
            ScreenPlan(screen["id"], tuple(ReelPlan(**reel) for reel in screen["reels"]))
            for screen in record.get("screens", ())
        ),
        tuple(SeatPlan(**seats) for seats in record.get("seats", ())),
        tuple(QueuePlan(**queue) for queue in record.get("queues", ())),
    )
