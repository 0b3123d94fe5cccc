"""An answer, and what an answer is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from hallwright.knowledge.guide.library import Both, Thing
from hallwright.knowledge.words import Lang


@dataclass(frozen=True, slots=True)
class Hour:
    """When a session is, by the clocks of the venue, and what the programme says of it."""

    session: str
    starts: datetime
    ends: datetime
    cancelled: bool
    where: Both
    speakers: tuple[Both, ...]

    def runs(self, now: datetime) -> bool:
        """Whether it is on."""
        return not self.cancelled and self.starts <= now < self.ends


@dataclass(frozen=True, slots=True)
class Here:
    """Where and when somebody asks; ``hours`` by session, by their start."""

    area: str = ""
    at: tuple[float, float] | None = None
    now: datetime | None = None
    hours: Mapping[str, Hour] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of the venue that an answer rests on; ``quote`` is in the answer's language."""

    thing: Thing
    quote: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be done next with a thing of the venue: to be led there, or to be told more."""

    do: Literal["go", "more"]
    thing: Thing


@dataclass(frozen=True, slots=True)
class Topic:
    """What a plan is asked for: things, the best first, and for how many minutes."""

    minutes: int
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said. Without citations it is that nothing is known."""

    lang: Lang
    text: str
    citations: tuple[Citation, ...] = ()
    offers: tuple[Offer, ...] = ()
    topic: Topic | None = None

    @property
    def known(self) -> bool:
        """Whether the venue says anything of it."""
        return bool(self.citations)
