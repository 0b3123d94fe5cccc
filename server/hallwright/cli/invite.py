"""``hallwright invite``: a link that lets somebody into a running hall with a role."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import typer

from hallwright.cli.operating import ServerOption, invitation


def command(
    role: Annotated[
        Literal["exhibitor", "host", "moderator", "organizer", "kiosk"],
        typer.Option(help="What whoever opens it is here for.", show_default=False),
    ],
    booth: Annotated[
        list[str] | None, typer.Option(help="Id of a booth that an exhibitor's staff looks after; may be repeated.")
    ] = None,
    uses: Annotated[int, typer.Option(min=1, max=500, help="How many people may use it.")] = 1,
    days: Annotated[int, typer.Option(min=1, max=90, help="For how many days it is good.")] = 7,
    server: ServerOption = None,
) -> None:
    """Print a link that makes an account with a role in a running hall. Whoever has it can use it."""
    body = {"role": role, "booths": booth or [], "uses": uses, "days": days}
    link, made = invitation(server, body)
    until = datetime.fromtimestamp(made["expires"] / 1000).strftime("%Y-%m-%d %H:%M")
    times = "once" if uses == 1 else f"{uses} times"
    print(f"{link}\nGood for a new {role}, {times}, until {until}.")
