"""What may be asked of the meetings of a venue. Frozen; whoever decodes them says as whom somebody comes.

``WISH`` names a command in the table of sides; what has none is asked by the server itself, or by anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from hallwright.live.meetings.sides import OutcomeKind, Side


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask for a meeting, in a slot or at any time that suits both; ``score`` is how well the two match."""

    side: Side
    buyer: str
    booth: str
    score: float
    slot: str | None = None
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Say yes or no, and when; without a slot, in the one that was asked for."""

    WISH: ClassVar[str] = "answer"
    side: Side
    meeting: str
    accept: bool
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Meet in another slot."""

    WISH: ClassVar[str] = "move"
    side: Side
    meeting: str
    slot: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Do not meet."""

    WISH: ClassVar[str] = "cancel"
    side: Side
    meeting: str


@dataclass(frozen=True, slots=True)
class Here:
    """This side is there."""

    WISH: ClassVar[str] = "here"
    side: Side
    meeting: str


@dataclass(frozen=True, slots=True)
class TellOutcome:
    """What came of it."""

    WISH: ClassVar[str] = "outcome"
    side: Side
    meeting: str
    outcome: OutcomeKind


@dataclass(frozen=True, slots=True)
class Assign:
    """Book these meetings, which both sides agreed to, in these slots."""

    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expire:
    """Time has passed: give back the slots of who did not come, and of sessions that are no more."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Nothing tells of this buyer any more."""

    buyer: str


SideCommand = Answer | Move | Cancel | Here | TellOutcome
Command = Ask | SideCommand | Assign | Expire | Forget
