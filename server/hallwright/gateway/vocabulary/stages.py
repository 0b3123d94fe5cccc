"""Seats before stages, and the screens of stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

from hallwright.describing.shapes import Id, Limits
from hallwright.gateway.vocabulary.describing import Ask


class Sit(TypedDict):
    """A stage of the area where one is; the first seat that is free without ``seat``."""

    stage: Id
    seat: NotRequired[Annotated[int | None, "Counted row by row from 0.", Limits(least=0, most=2**53)]]


class ScreenWords(TypedDict):
    """At most 280 characters, in one language or both."""

    en: NotRequired[Annotated[str | None, Limits(longest=2000)]]
    zh: NotRequired[Annotated[str | None, Limits(longest=2000)]]


class ShowOnScreen(TypedDict):
    """A screen and what it shall show; what the programme says without ``reel``."""

    screen: Annotated[str, "`area/stage`.", Limits(longest=129)]
    reel: NotRequired[Annotated[str | None, Limits(longest=64)]]
    slide: NotRequired[Annotated[int | None, "Of slides, counted from 0.", Limits(least=0, most=2**53)]]
    text: NotRequired[Annotated[ScreenWords | None, "Of words; null: as the layout wrote them."]]


ASKED: Mapping[str, Ask] = {
    "sit": Ask("Sits down before a stage.", Sit),
    "stand": Ask("Gets up."),
    "show_on_screen": Ask("Lets the screen of a stage show something, for everyone; for hosts.", ShowOnScreen),
}
