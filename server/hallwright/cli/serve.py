"""``hallwright serve``: the hall in browsers, live."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from hallwright.cli.arguments import layout_file
from hallwright.config import Settings, async_mode, resources


def command(
    layout: Annotated[
        Path | None,
        typer.Argument(help="A layout; without one, the reference venue.", metavar="[LAYOUT]", show_default=False),
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.", show_default="127.0.0.1")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 picks a free one.", show_default="8000")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Rebuild whenever the layout is saved.")] = False,
    mode: Annotated[
        Literal["eventlet", "threading"] | None,
        typer.Option("--async-mode", help="How the server does many things at once.", show_default="eventlet"),
    ] = None,
) -> None:
    """Serve a hall to browsers on this machine until Ctrl-C; --host 0.0.0.0 lets others in."""
    settings = settings_of(host, port, mode)
    path = layout_file(layout or resources().reference_layout)
    from hallwright.cli.telling import Teller
    from hallwright.organizer.operator_token import token_file
    from hallwright.serving import serve

    teller = Teller(path, watch, token_file(settings.data), settings.embed_origins)
    serve(settings, path, watch=watch, tell=teller.tell, ready=teller.ready, invited=teller.invited)


def settings_of(host: str | None, port: int | None, mode: str | None) -> Settings:
    """Those of the environment, but for what the command line says; raises ConfigError."""
    settings = Settings.from_environment()
    return replace(
        settings,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
        async_mode=settings.async_mode if mode is None else async_mode(mode),
    )
