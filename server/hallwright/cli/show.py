"""``hallwright show``: direct a show of a running server."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

import typer

from hallwright.cli.operating import ServerOption, VenueOption, desk


def command(
    show: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A show; without one, all are listed.", show_default=False)
    ] = None,
    action: Annotated[
        Literal["start", "pause", "seek", "rate", "countdown"] | None,
        typer.Argument(metavar="[ACTION]", help="start, pause, seek, rate or countdown.", show_default=False),
    ] = None,
    value: Annotated[
        float | None,
        typer.Argument(metavar="[VALUE]", help="Seconds, or a factor for rate.", show_default=False),
    ] = None,
    server: ServerOption = None,
    venue: VenueOption = None,
) -> None:
    """Start, pause, seek or pace a show for everyone in a running hall, or list its shows."""
    place = desk(server, venue)
    if action is None:
        shows = place.get("shows")["shows"]
        for each in shows:
            if show in (None, each["id"]):
                print(_line(each))
        if show is not None and all(each["id"] != show for each in shows):
            raise typer.BadParameter(f"there is no show {show}", param_hint="ID")
        return
    body = {"action": action} | ({} if value is None else {"value": value})
    print(_line(place.post(f"shows/{quote(show or '', safe='/')}", body)["show"]))


def _line(show: dict[str, Any]) -> str:
    timeline = show["timeline"]
    state = f"runs at {timeline['rate']:g}" if show["runs"] else "stands"
    whole = f" of {timeline['duration']:g}" if timeline["duration"] else ""
    return f"{show['id']}: {state}, {show['position']:.2f}{whole} s"
