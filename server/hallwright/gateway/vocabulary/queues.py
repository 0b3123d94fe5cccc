"""Lines at exhibits, and where it is quiet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypedDict

from hallwright.describing.shapes import Id
from hallwright.gateway.vocabulary.describing import Ask, Tell

Level = Annotated[Literal[0, 1, 2], "0 quiet, 1 some people, 2 busy."]


class Line(TypedDict):
    """The line at an exhibit."""

    queue: Annotated[Id, "The placement where one lines up."]


class Direction(Line):
    """What the staff wants of a line."""

    action: Annotated[
        Literal["next", "skip", "open", "close"],
        "`next` ends the turn that has gone on longest, `skip` passes over who was called, `close` admits nobody else.",
    ]


class Crowding(TypedDict):
    """How busy it is, as far as that has changed."""

    whole: Annotated[bool, "Whether this is everywhere: what is not named is quiet."]
    zones: Annotated[dict[str, Level], "By zone."]
    spots: Annotated[dict[str, Level], "By booth, and by placement."]


ASKED: Mapping[str, Ask] = {
    "queue_join": Ask("Lines up at an exhibit.", Line),
    "queue_take": Ask("Begins the turn to which one was called.", Line),
    "queue_leave": Ask("Leaves a line, or ends one's turn.", Line),
    "direct_queue": Ask("Directs a line; for the staff of its booth, and for hosts.", Direction),
}

TOLD: Mapping[str, Tell] = {
    "crowding": Tell("Where it is quiet and where busy; not numbered, not stored.", Crowding),
}
