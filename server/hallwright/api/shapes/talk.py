"""Questions, polls and reactions on pages that need no script."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.api.shapes.venues import Language


class Floor(Language):
    """The page of an area."""

    told: NotRequired[Annotated[str, "What became of what was sent: `done`, or the code of a refusal."]]


class TakingPart(TypedDict):
    """What one wishes, and where."""

    wish: Literal["ballot", "vote", "ask", "react"]
    stream: Annotated[str, "`talk/area/…` or `talk/stage/…`."]
    poll: NotRequired[Annotated[str, "Of `ballot`: its number."]]
    choice: NotRequired[Annotated[list[str], "Of `ballot`: options, counted from 0."]]
    question: NotRequired[Annotated[str, "Of `vote`: its number."]]
    on: NotRequired[Annotated[str, "Of `vote`: `0` takes it back."]]
    text: NotRequired[Annotated[str, "Of `ask`."]]
    reaction: NotRequired[Annotated[Literal["clap", "heart", "laugh", "wow", "raise"], "Of `react`."]]
