"""One line as a plain value: those in it in their order, and what each event does to it.

The state of a hall and the lines themselves follow the same events through ``follow``, so that they cannot differ.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.live.queues.events import Who

Record = dict[str, Any]
"""A line as JSON values: ``closed``, and ``places`` in their order."""
CALL = 60.0  # s that whoever is called has to take their turn


@dataclass(frozen=True, slots=True)
class QueuePlan:
    """The line at the placement ``id``: the area and the booth where that stands, how many try it at once, and for how
    long (s)."""

    id: str
    area: str
    booth: str | None
    at_once: int
    turn: float


def follow(queues: dict[str, Record], event: Mapping[str, Any]) -> None:
    """What an event leaves of the lines; one that is open and empty is not kept."""
    line = queues.setdefault(event["queue"], {"closed": False, "places": []})
    places: list[Record] = line["places"]
    match event["kind"]:
        case "queued":
            places.append({"who": event["who"], "until": None, "taken": False, "missed": False})
        case "queue_called" | "queue_taken" as kind:
            find(line, event["who"]).update(until=event["until"], taken=kind == "queue_taken")  # type: ignore[union-attr]
        case "queue_passed":
            _put_back(places, event["who"], event["behind"])
        case "queue_left":
            places[:] = [place for place in places if place["who"] != event["who"]]
        case "queue_closed":
            line["closed"] = event["closed"]
    if not places and not line["closed"]:
        del queues[event["queue"]]


def _put_back(places: list[Record], who: Who, behind: Who | None) -> None:
    index = next(i for i, place in enumerate(places) if place["who"] == who)
    place = places.pop(index) | {"until": None, "taken": False, "missed": True}
    after = next((i + 1 for i, other in enumerate(places) if behind is not None and other["who"] == behind), index)
    places.insert(after, place)


def find(line: Record | None, who: Who) -> Record | None:
    """The place of somebody in a line."""
    return next((place for place in line["places"] if place["who"] == who), None) if line else None


def waiting(line: Record) -> Iterator[Record]:
    """Those who have not been called, in their order."""
    return (place for place in line["places"] if place["until"] is None)


def busy(line: Record) -> list[Record]:
    """Those who try, and those who were called."""
    return [place for place in line["places"] if place["until"] is not None]


def position(line: Record, who: Who) -> int | None:
    """How many will have been called when somebody is: 1 for the first; None for who does not wait."""
    return next((index for index, place in enumerate(waiting(line), 1) if place["who"] == who), None)


def wait(line: Record, plan: QueuePlan, place: int, now: float) -> float:
    """Seconds until the one who waits at ``place`` (from 1) is called, if everybody takes their turn whole. Whoever was
    called and has not come yet is counted as coming now."""
    ends = [place["until"] if place["taken"] else now + plan.turn for place in busy(line)]
    free = [max(now, end) for end in ends]
    free += [now] * (plan.at_once - len(free))
    heapq.heapify(free)
    called = now
    for _ in range(place):
        called = heapq.heappop(free)
        heapq.heappush(free, called + plan.turn)
    return called - now
