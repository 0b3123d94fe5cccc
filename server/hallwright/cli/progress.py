"""Progress on standard error: a bar on a terminal, a few plain lines anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[int, int, str], None]


@contextmanager
def progress(title: str) -> Iterator[Report]:
    """A function to call with (done, total, what) while the block runs."""
    if sys.stderr.isatty():
        with _bar(title) as report:
            yield report
    else:
        yield _lines(title)


@contextmanager
def _bar(title: str) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[what]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, what="")

        def report(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, what=what)

        yield report


def _lines(title: str) -> Report:
    last = -1

    def report(done: int, total: int, what: str) -> None:
        nonlocal last
        quarter = 4 * done // max(total, 1)
        if quarter != last:
            last = quarter
            print(f"{title}: {100 * done // max(total, 1)}% {what}".rstrip(), file=sys.stderr, flush=True)

    return report
