"""How many people can try an exhibit at once, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Queue:
    """``at_once`` people try it at the same time, each for ``minutes``; who comes meanwhile waits in a line."""

    at_once: int
    minutes: float
