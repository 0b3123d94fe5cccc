"""Where people talk: each area, booth and stage of a venue has a stream of its own, numbered from 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["area", "booth", "stage"]


@dataclass(frozen=True, slots=True)
class Stream:
    """The talk of one place: ``id`` is that of the area, the booth or the stage, ``area`` where it is."""

    kind: Kind
    id: str
    area: str

    @property
    def name(self) -> str:
        """What pages call it: ``talk/booth/a12``."""
        return f"talk/{self.kind}/{self.id}"

    @property
    def asks(self) -> bool:
        """Whether questions are asked there: at stages, where somebody answers."""
        return self.kind == "stage"


def booth_stream(booth: str) -> str:
    """The name of the stream of a booth."""
    return f"talk/booth/{booth}"
