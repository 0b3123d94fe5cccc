"""Processes that make cells and models. They are started fresh (never forked), since the caller may be a server
under eventlet; the caller's main module is kept from being imported again in each of them."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from hallwright.errors import BuildError

Task = TypeVar("Task")
Result = TypeVar("Result")

# Each process works on one thing at a time; more threads for linear algebra only slow its start.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Workers(Generic[Task, Result]):
    """``count`` processes that run ``work`` on tasks; ``share`` lets the caller's process work too.
    With no process at all the caller does everything."""

    def __init__(self, work: Callable[[Task], Result], count: int, *, share: bool) -> None:
        self._work, self._count, self._share = work, count, share or count == 0
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Start the processes now, so that they are ready when work comes."""
        if self._pool is None and self._count:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, context, initializer=_end_with_parent)
            with _plain_start():
                for _ in range(self._count):
                    self._pool.submit(_wake, self._work)

    def run(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Result]]:
        """Each task with its result, in the order of completion. Tasks are begun in the order given;
        the caller takes from the end. Raises what the work raises, BuildError when a process dies."""
        if not self._count:
            yield from ((task, self._work(task)) for task in tasks)
            return
        self.start()
        assert self._pool is not None
        try:
            futures = {self._pool.submit(self._work, task): task for task in tasks}
            yield from self._done(futures)
        except BrokenProcessPool as error:
            self.close()
            raise BuildError("A compiling process ended unexpectedly; is there enough memory?") from error

    def close(self) -> None:
        """End the processes; a later ``run`` starts new ones."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _done(self, futures: dict[Future[Result], Task]) -> Iterator[tuple[Task, Result]]:
        try:
            if self._share:
                yield from self._shared(futures)
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            for future in futures:
                future.cancel()

    def _shared(self, futures: dict[Future[Result], Task]) -> Iterator[tuple[Task, Result]]:
        """Tasks that this process takes from the end while others take from the beginning."""
        for future, task in reversed(list(futures.items())):
            if future.cancel():
                del futures[future]
                yield task, self._work(task)


def _end_with_parent() -> None:
    """Processes of a parent that was killed would wait for work for ever; they end with it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _wake(work: Callable[[Task], Result]) -> None:
    """Imports what ``work`` needs, by being sent to a process with it."""


@contextmanager
def _plain_start() -> Iterator[None]:
    """Spawned processes import the parent's main module again (a whole command line or server) unless it
    seems to have no file; and they take over the environment."""
    main = sys.modules["__main__"]
    hidden = {name: getattr(main, name) for name in ("__spec__", "__file__") if getattr(main, name, None) is not None}
    threads = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    for name in hidden:
        setattr(main, name, None)
    try:
        yield
    finally:
        for name, value in hidden.items():
            setattr(main, name, value)
        _restore(threads.items())


def _restore(variables: Iterable[tuple[str, str | None]]) -> None:
    for name, value in variables:
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
