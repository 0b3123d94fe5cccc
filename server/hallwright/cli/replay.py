"""``hallwright replay``: a day of the hall once more, for whoever missed it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from hallwright.cli.arguments import layout_file
from hallwright.cli.serve import settings_of
from hallwright.config import resources
from hallwright.errors import ConfigError


def command(
    layout: Annotated[
        Path | None,
        typer.Argument(help="A layout; without one, the reference venue.", metavar="[LAYOUT]", show_default=False),
    ] = None,
    day: Annotated[
        str | None, typer.Option(help="The day, like 2026-11-28.", show_default="the newest that is kept")
    ] = None,
    since: Annotated[str, typer.Option("--from", help="From this time of the day on.")] = "00:00",
    until: Annotated[str, typer.Option(help="Until this time of the day.")] = "24:00",
    speed: Annotated[float, typer.Option(min=0.1, max=100.0, help="How many times as fast.")] = 1.0,
    host: Annotated[str | None, typer.Option(help="Address to listen on.", show_default="127.0.0.1")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 picks a free one.", show_default="8000")
    ] = None,
) -> None:
    """Serve a hall as on an earlier day: its shows, boards and announcements happen again in their order, at their pace
    or faster, for whoever is there now. What is kept is only read. Times are of this machine's time zone."""
    settings = settings_of(host, port, None)
    path = layout_file(layout or resources().reference_layout)
    from hallwright.cli.telling import Teller
    from hallwright.organizer.operator_token import token_file
    from hallwright.serving import newest_day, replay

    wanted = _day(day) if day else newest_day(settings, path)
    begin, end = _moment(wanted, since, "--from"), _moment(wanted, until, "--until")
    if end <= begin:
        raise ConfigError(f"--until {until} is not after --from {since}")
    teller = Teller(path, watch=False, token=token_file(settings.data))

    def told(events: int) -> None:
        print(f"Replaying {wanted} from {since} to {until}: {events} events, {speed:g} times as fast", flush=True)

    replay(settings, path, begin=begin, end=end, speed=speed, told=told, tell=teller.tell, ready=teller.ready)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"--day {text!r} is no day; write it like 2026-11-28") from None


def _moment(day: date, text: str, option: str) -> float:
    """Seconds since 1970."""
    if text == "24:00":
        return datetime.combine(day + timedelta(days=1), time()).timestamp()
    try:
        return datetime.combine(day, time.fromisoformat(text)).timestamp()
    except ValueError:
        raise ConfigError(f"{option} {text!r} is no time of a day; write it like 09:30") from None
