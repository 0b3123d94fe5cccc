"""``hallwright``: the commands put together, and one place where errors become exit codes.

0 it is done · 1 the layout or the work has problems, all of them printed · 2 the command line is wrong.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hallwright import __version__
from hallwright.cli import (
    announce,
    board,
    build,
    describe,
    device,
    export,
    inspect,
    invite,
    replay,
    schema,
    serve,
    session,
    show,
    validate,
)
from hallwright.errors import ConfigError, HallwrightError

app = typer.Typer(
    name="hallwright",
    help="Write an exhibition hall as YAML; walk it in any browser a second later, with everyone else, live.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (
    validate, schema, build, inspect, serve, replay, show, board, session, announce, invite, device, describe,
):  # fmt: skip
    app.command(module.__name__.rpartition(".")[2])(module.command)
app.add_typer(export.commands, name="export")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"hallwright {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """The reference documentation is README.md."""


def run() -> None:
    """Run the command line; every error of ours ends in a message and an honest exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except ConfigError as error:
        sys.exit(_say(error, 2))
    except HallwrightError as error:
        sys.exit(_say(error, 1))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _say(error: HallwrightError, code: int) -> int:
    print(f"hallwright: {error}", file=sys.stderr)
    return code
