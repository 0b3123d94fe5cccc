"""What ``hallwright serve`` tells the organizer while it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from hallwright.cli.problems import count
from hallwright.organizer.events import Broken, Event, Failed, Indexed, ProblemJson, Progress, Published


class Teller:
    """Prints events of the compiler as lines; standard output for results, standard error for problems."""

    def __init__(self, layout: Path, watch: bool, token: Path, embed_origins: Sequence[str] = ()) -> None:
        self._layout, self._watch, self._token = layout, watch, token
        self._embed_origins = embed_origins
        self._quarter = -1

    def ready(self, address: str) -> None:
        """The server answers at ``address``."""
        print(f"Hallwright serves {_short(self._layout)} at {address}", flush=True)
        if self._watch:
            print(f"Watching {_short(self._layout.parent)}: save a layout, and browsers follow.", flush=True)
        if "*" in self._embed_origins:
            print("Any page may embed this hall: HALLWRIGHT_EMBED_ORIGINS is *, and could name origins.", flush=True)
        elif self._embed_origins:
            print(f"May embed this hall: {', '.join(self._embed_origins)}", flush=True)
        print(f"Operators: hallwright show, hallwright announce; their token lies in {self._token}", flush=True)

    def invited(self, link: str) -> None:
        """Nobody organizes this hall yet."""
        print(f"No organizer yet. Whoever opens this link, once, is one: {link}", flush=True)

    def tell(self, event: Event) -> None:
        """One line, or a line for each problem."""
        match event:
            case Progress():
                self._progress(event)
            case Published():
                self._quarter = -1
                self._problems(event.warnings)
                cells = "1 cell" if event.cells == 1 else f"{event.cells} cells"
                print(f"Published {event.venue} {event.revision}: {cells} in {event.seconds:.2f} s", flush=True)
            case Indexed():
                if event.fault:
                    print(f"Not made beside the hall: {event.fault}", file=sys.stderr, flush=True)
            case Broken():
                self._problems(event.problems)
                stands = "; the last good hall stands" if self._watch else ""
                print(f"Not published: {count(*_tally(event.problems))}{stands}", file=sys.stderr, flush=True)
            case Failed():
                print(f"Not published: {event.message}", file=sys.stderr, flush=True)

    def _progress(self, event: Progress) -> None:
        quarter = 4 * event.done // max(event.total, 1)
        if quarter != self._quarter:
            self._quarter = quarter
            print(f"building {event.venue}: {25 * quarter}% {event.what}", file=sys.stderr, flush=True)

    def _problems(self, problems: tuple[ProblemJson, ...]) -> None:
        for problem in problems:
            print(problem["text"], file=sys.stderr, flush=True)


def _short(path: Path) -> str:
    """The path as someone in this folder would write it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _tally(problems: tuple[ProblemJson, ...]) -> tuple[int, int]:
    warnings = sum(problem["severity"] == "warning" for problem in problems)
    return len(problems) - warnings, warnings
