"""Lines at exhibits on pages that need no script."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.api.shapes.venues import Language


class Line(Language):
    """The page of a line."""

    told: NotRequired[Annotated[str, "Why what was sent was refused: its code."]]
    again: NotRequired[Annotated[Literal["1"], "The page is loaded again by itself."]]


class LiningUp(TypedDict):
    """What one wishes."""

    wish: Literal["queue_join", "queue_take", "queue_leave"]
