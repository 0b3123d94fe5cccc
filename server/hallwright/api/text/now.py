"""What is so at this moment, for pages that tell it: who is where, what runs, what boards say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, Protocol, TypeVar

from hallwright.errors import CommandRefused, StoreError
from hallwright.organizer.tour import Board

State = Literal["running", "paused", "resting", "over"]
Row = Mapping[str, Any]
MOST_SAID = 20


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Of the layout."""


T = TypeVar("T", bound=Named)


class Crowding(Protocol):
    """Where it is busy."""

    def levels(self, venue_id: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Zones, and booths and exhibits, that are not quiet: 1 some people, 2 busy."""


class QueueNow(Protocol):
    """A line at an exhibit, and what stands for the reader there."""

    @property
    def plan(self) -> Any:
        """How many try it at once, for how long."""

    @property
    def line(self) -> dict[str, Any]:
        """Who stands there."""

    @property
    def reader(self) -> str:
        """What stands for the reader."""

    @property
    def now(self) -> float:
        """The server's time (s since 1970)."""

    @property
    def position(self) -> int | None:
        """At which place the reader waits."""

    def wait(self, place: int) -> float:
        """Seconds until whoever waits at a place is called."""


class Queuing(Protocol):
    """The lines at exhibits."""

    def told(self, venue_id: str, queue: str, secret: str) -> QueueNow | None:
        """The line at a placement; None where there is none."""

    def wish(self, venue_id: str, name: str, queue: str, secret: str) -> None:
        """What a reader does. Raises CommandRefused or StoreError too."""


class LiveSide(Protocol):
    """What is asked of a hall where people are. Each raises KeyError for a venue that is not open."""

    @property
    def crowding(self) -> Crowding:
        """Where it is busy."""

    @property
    def queuing(self) -> Queuing:
        """The lines at exhibits."""

    def shows(self, venue_id: str) -> list[dict[str, Any]]:
        """Every show and where it stands."""

    def boards(self, venue_id: str) -> list[dict[str, Any]]:
        """Every board and what it says."""

    def people_by_area(self, venue_id: str) -> dict[str, int]:
        """How many people are in each area."""

    def twins(self, venue_id: str) -> list[Mapping[str, Any]]:
        """Every device on site, what it said last, and when."""

    def now(self) -> float:
        """The clock of that, in seconds."""

    def talk(self, venue_id: str, stream: str, most: int) -> list[dict[str, Any]]:
        """The last messages of a place, oldest first. Raises CommandRefused or StoreError too."""

    def floor(self, venue_id: str, stream: str, secret: str) -> dict[str, list[dict[str, Any]]]:
        """The ``polls`` and ``questions`` of a place, as who has this secret may know them."""

    def take_part(
        self, venue_id: str, area: str, reader: tuple[str, bool], name: str, payload: Mapping[str, Any]
    ) -> None:
        """What somebody wishes who reads about an area: their secret, and whether it may be kept."""


@dataclass(frozen=True, slots=True)
class ShowNow:
    """How a show stands, ``position`` seconds from its beginning; ``duration`` 0 is without an end."""

    state: State
    position: float
    duration: float


@dataclass(frozen=True, slots=True)
class Busy:
    """How busy it is: zones, and booths and exhibits, that are not quiet."""

    zones: Mapping[str, int]
    spots: Mapping[str, int]

    def quiet_first(self, things: Sequence[T], kind: Literal["zones", "spots"]) -> list[T]:
        """What is quiet before what is busy; of equals, as they stand."""
        levels = self.zones if kind == "zones" else self.spots
        return sorted(things, key=lambda thing: levels.get(thing.id, 0))

    @property
    def mark(self) -> str:
        """What tells this from any other."""
        return json.dumps([self.zones, self.spots], sort_keys=True)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a device on site said last, and how many seconds ago; None before it said anything."""

    values: Mapping[str, Any]
    age: float | None
    stale: bool


@dataclass(frozen=True, slots=True)
class Now:
    """This moment in one venue; ``people`` and ``busy`` are None where nobody can say. ``talk`` is what was said last
    in the area, ``devices`` what those on site say, by id."""

    people: Mapping[str, int] | None = None
    shows: Mapping[str, ShowNow] = field(default_factory=dict)
    boards: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    talk: Sequence[Row] = ()
    busy: Busy | None = None
    devices: Mapping[str, Measured] = field(default_factory=dict)

    @property
    def everyone(self) -> int | None:
        """How many are in the venue."""
        return None if self.people is None else sum(self.people.values())

    def rows(self, board: Board) -> Sequence[Row]:
        """What a board says: a list by rank, others in their order."""
        rows = self.boards.get(board.id, board.rows)
        return sorted(rows, key=lambda row: row["rank"]) if board.kind == "list" else rows


def now_in(venue: str, area: str, live: LiveSide | None) -> Now:
    """The present of a venue as it is told in an area; an empty one where nobody is live, or it is not open."""
    if live is None:
        return Now()
    try:
        shows, boards, people = live.shows(venue), live.boards(venue), live.people_by_area(venue)
        devices = {each["id"]: _measured(each, live.now()) for each in live.twins(venue)}
    except KeyError:
        return Now()
    told = {board["id"]: board["rows"] for board in boards}
    standing = {show["id"]: _show(show) for show in shows}
    return Now(people, standing, told, _talk(venue, area, live), busy_in(venue, live), devices)


def busy_in(venue: str, live: LiveSide | None) -> Busy | None:
    """How busy it is in a venue; None where nobody can say."""
    if live is None:
        return None
    try:
        return Busy(*live.crowding.levels(venue))
    except KeyError:
        return None


def _talk(venue: str, area: str, live: LiveSide) -> list[Row]:
    """What was said last; nothing where that cannot be had now."""
    try:
        said = live.talk(venue, f"talk/area/{area}", MOST_SAID)
    except (CommandRefused, StoreError):
        return []
    return [{**message, "at": datetime.fromtimestamp(message["time"] / 1000, UTC)} for message in said]


def _measured(told: Mapping[str, Any], now: float) -> Measured:
    age = None if told["at"] is None else max(0.0, now - told["at"])
    return Measured(told["values"], age, told["stale"])


def _show(told: Mapping[str, Any]) -> ShowNow:
    timeline, position = told["timeline"], float(told["position"])
    return ShowNow(_state(told["runs"], timeline["rate"], position), position, float(timeline["duration"]))


def _state(runs: bool, rate: float, position: float) -> State:
    if runs:
        return "running"
    if rate:
        return "over"
    return "paused" if position else "resting"
