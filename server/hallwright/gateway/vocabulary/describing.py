"""What there is to say of one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Limits, Text
from hallwright.gateway.refusals import MESSAGES
from hallwright.live.shapes import Seq

Done = Annotated[Literal[True], "It has happened, and is stored."]


class Empty(TypedDict):
    """Nothing more needs to be said."""


class Well(TypedDict):
    """It is done."""

    ok: Done


class Happened(TypedDict):
    """It has happened, and is stored."""

    ok: Done
    seq: Seq


class Refusal(TypedDict):
    """It was refused, and nothing has happened."""

    ok: Literal[False]
    code: Annotated[str, Limits(only=tuple(sorted(MESSAGES)))]
    message: Text
    wait: NotRequired[Annotated[float, "Seconds until it may be asked again."]]


@dataclass(frozen=True, slots=True)
class Ask:
    """An event that a page sends: what it does, what it brings, and how it is acknowledged when it is not refused."""

    does: str
    payload: Any = Empty
    answer: Any = Happened


@dataclass(frozen=True, slots=True)
class Tell:
    """An event that the server sends: what it tells, and what it brings; None for nothing."""

    tells: str
    payload: Any = None
