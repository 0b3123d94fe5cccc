"""A day of a venue once more: what everyone saw happens again, in its order and at its pace, for whoever is here now.

Shows, boards, screens and announcements are replayed. People are not: those who come to a replay are here themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.gateway.venues import OpenVenue
from hallwright.live.commands import Announce, ChangeBoard, Command, ResumeShow, ShowOnScreen
from hallwright.live.state import State
from hallwright.live.timeline import Timeline

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recording:
    """What a venue was like at ``begin`` (s since 1970), and every event from then on, oldest first."""

    begin: float
    state: State
    events: tuple[Event, ...]


def recorded(bodies: Iterable[str], begin: float, end: float) -> Recording:
    """What is to be replayed of a whole log (JSON, oldest first): everything from ``begin`` to ``end`` (s)."""
    state, events = State(), list[Event]()
    for body in bodies:
        event = json.loads(body)
        if event["time"] < begin * 1000:
            state.follow(event)
        elif event["time"] < end * 1000:
            events.append(event)
    return Recording(begin, state, tuple(events))


@dataclass(frozen=True, slots=True)
class Pace:
    """What happened at ``begin`` happens again at ``start`` (s since 1970), and everything ``speed`` times as fast."""

    begin: float
    start: float
    speed: float

    def due(self, event: Event) -> float:
        """When an event happens again."""
        return self.again(event["time"] / 1000)

    def again(self, moment: float) -> float:
        """A moment of then, now."""
        return self.start + (moment - self.begin) / self.speed

    def timeline(self, record: Mapping[str, Any]) -> Timeline:
        """How a show goes now that went so then."""
        then = Timeline(**record)
        return replace(then, epoch=self.again(then.epoch), rate=then.rate * self.speed)


def beginning(recording: Recording, pace: Pace) -> Iterator[Command]:
    """What makes a hall as it was when the recording begins."""
    yield from _told(recording.state.shows, recording.state.boards, pace)
    for screen, showing in recording.state.screens.items():
        yield ShowOnScreen(screen, showing["reel"], showing["slide"], showing["text"])


def commands(event: Event, pace: Pace) -> Iterator[Command]:
    """What makes an event happen again."""
    match event["kind"]:
        case "show":
            yield ResumeShow(event["show"], pace.timeline(event["timeline"]))
        case "board":
            yield ChangeBoard(event["board"], event["changes"])
        case "screen":
            showing = event["showing"] or {"reel": None, "slide": None, "text": None}
            yield ShowOnScreen(event["screen"], showing["reel"], showing["slide"], showing["text"])
        case "announcement":
            yield Announce(event["text"]["en"], event["text"]["zh"])
        case "rebuilt":
            yield from _told(event["shows"], event["boards"], pace)


def _told(shows: Mapping[str, Event], boards: Mapping[str, Any], pace: Pace) -> Iterator[Command]:
    for show, timeline in shows.items():
        yield ResumeShow(show, pace.timeline(timeline))
    for board, changes in boards.items():
        if changes:
            yield ChangeBoard(board, changes)


def perform(venue: OpenVenue, wanted: Iterable[Command], now: float) -> None:
    """Do these; what the hall of today has no longer is left out."""
    with venue.lock:
        for command in wanted:
            with suppress(CommandRefused):
                venue.perform(command, now)
