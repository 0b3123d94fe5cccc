"""The compiler as a process of its own: ``python -m hallwright.organizer.compiling LAYOUT FOLDER …``.

It holds the resident ``Publisher`` and, with ``--watch``, waits for saved layouts. Events go to standard
output, a line each; it ends when its standard input closes, so it never outlives the server. Nothing here
runs in the server's process: numpy's seconds would stand still for everyone who walks in the hall.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.organizer.events import Event, Failed, to_line

if TYPE_CHECKING:
    from hallwright.organizer.publishing import Publisher


def main() -> None:
    """Publish once, then again after every save when watching."""
    arguments = _arguments()
    report = _reporter()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if not arguments.watch:
        _publish(arguments, report, None)
        return
    from hallwright.organizer.watching import saved

    publisher = None
    for _ in saved(arguments.layout.parent):
        publisher = _publish(arguments, report, publisher)


def _publish(
    arguments: argparse.Namespace, report: Callable[[Event], None], publisher: Publisher | None
) -> Publisher | None:
    """Publish with the resident publisher, made when there is none; None when it broke and must be made anew."""
    try:
        from hallwright.organizer.publishing import Publisher

        publisher = publisher or Publisher(
            arguments.layout, arguments.folder, workers=arguments.workers, cache=arguments.cache
        )
        publisher.publish(report)
        return publisher
    except Exception as error:  # a fault of ours: the server tells the message, the next save starts afresh
        traceback.print_exc()
        report(Failed(f"{type(error).__name__}: {error}"))
        if publisher is not None:
            publisher.close()
        return None


def _reporter() -> Callable[[Event], None]:
    """Writes events to what was standard output; stray prints go to standard error from now on."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def report(event: Event) -> None:
        output.write(to_line(event))
        output.flush()

    return report


def _end_with_parent() -> None:
    """Ends this process and the workers it started, which are the process group that the server made for it."""
    while os.read(sys.stdin.fileno(), 4096):  # not sys.stdin: its lock, held here, would abort the interpreter's end
        pass
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpgrp(), signal.SIGTERM)
    os._exit(0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hallwright.organizer.compiling", description=__doc__)
    parser.add_argument("layout", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--watch", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
