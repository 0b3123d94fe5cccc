"""Where ``hallwright`` starts: eventlet's patch comes before every other import, then the command line.

The patch must be the first thing that happens in a server, and only in a server; hence this look at the
arguments before ``typer`` reads them properly (a wrong value is its to complain about).
"""

from __future__ import annotations

import atexit
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress


def main() -> None:
    """Run the command line of this process."""
    mode = server_mode(sys.argv[1:], os.environ)
    if mode is not None:
        from hallwright.gateway.concurrency import patch

        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")  # known: docs/decisions/0003
        patch(mode)
    from hallwright.cli.main import run

    leaving = _Leaving()
    atexit.register(leaving.at_once)  # the first that is registered is the last that is called
    try:
        run()
    except SystemExit as end:
        leaving.well = not end.code
        raise


class _Leaving:
    """The end of a command. One that did well leaves at once: taking a built hall apart, array by array, took a
    tenth of a second, and somebody waits."""

    well = False

    def at_once(self) -> None:
        """Called when all else that wanted to be called at the end has been."""
        if self.well:
            with suppress(BrokenPipeError):  # whoever read has heard enough
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(0)


def server_mode(arguments: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """The async mode that a server will run in, None for a command that is none."""
    if arguments[:1] not in (["serve"], ["replay"]):
        return None
    mode = environ.get("HALLWRIGHT_ASYNC_MODE") or "eventlet"
    for position, argument in enumerate(arguments):
        if argument == "--async-mode":
            mode = "".join(arguments[position + 1 : position + 2])
        elif argument.startswith("--async-mode="):
            mode = argument.partition("=")[2]
    return mode
