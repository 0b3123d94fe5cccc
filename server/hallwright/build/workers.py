"""Processes that make cells and models. They are started fresh (never forked), since the caller may be a server
under eventlet; the caller's main module is kept from being imported again in each of them."""

from __future__ import annotations

import atexit
import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from hallwright.errors import BuildError

# Fewer tasks at once than this are done by a caller who shares the work.
SENT_FROM = 2
Task = TypeVar("Task")
Result = TypeVar("Result")

# Each process works on one thing at a time; more threads for linear algebra only slow its start.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Workers(Generic[Task, Result]):
    """``count`` processes that run ``work`` on tasks; ``share`` lets the caller's process work too.
    With no process at all the caller does everything. ``prepare`` is called in each process as it starts;
    ``pool`` is what ``started`` gave for the same count, if it was called already."""

    def __init__(
        self,
        work: Callable[[Task], Result],
        count: int,
        *,
        share: bool,
        prepare: Callable[[], None] | None = None,
        pool: ProcessPoolExecutor | None = None,
    ) -> None:
        self._work, self._count, self._share = work, count, share or count == 0
        self._prepare = prepare
        self._pool = pool

    def start(self) -> None:
        """Start the processes now, so that they are ready when work comes."""
        if self._pool is None and self._count:
            self._pool = started(self._count, self._prepare)

    def begin(self, tasks: Sequence[Task] = ()) -> Batch[Task, Result]:
        """Tasks that are worked on from now; more may be added, then iterate for the results."""
        batch = Batch(self, self._work, share=self._share)
        batch.add(tasks)
        return batch

    def submit(self, task: Task) -> Future[Result] | None:
        """Hand a task to the processes; None when there are none."""
        if not self._count:
            return None
        self.start()
        assert self._pool is not None
        try:
            return self._pool.submit(self._work, task)
        except BrokenProcessPool as error:
            raise self.broken() from error

    def broken(self) -> BuildError:
        """What to raise when a process died; the next task starts new ones."""
        self.close()
        return BuildError("A compiling process ended unexpectedly; is there enough memory?")

    def close(self) -> None:
        """End the processes; a later task starts new ones."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


class Batch(Generic[Task, Result]):
    """Tasks under way. Iterating gives each with its result, in the order of completion. They are begun in the
    order given, and a caller who shares the work takes from the end. Raises what the work raises, BuildError when
    a process dies."""

    def __init__(self, workers: Workers[Task, Result], work: Callable[[Task], Result], *, share: bool) -> None:
        self._workers, self._work, self._share = workers, work, share
        self._futures: dict[Future[Result], Task] = {}
        self._ours: list[Task] = []

    def add(self, tasks: Sequence[Task]) -> None:
        """More to do. The few tasks of a small change are not worth sending when the caller can do them."""
        if self._share and len(tasks) <= SENT_FROM:
            self._ours += tasks
            return
        for task in tasks:
            future = self._workers.submit(task)
            if future is None:
                self._ours.append(task)
            else:
                self._futures[future] = task

    def cancel(self) -> None:
        """Do none of what is not begun."""
        for future in self._futures:
            future.cancel()

    def __len__(self) -> int:
        return len(self._futures) + len(self._ours)

    def __iter__(self) -> Iterator[tuple[Task, Result]]:
        try:
            yield from ((task, self._work(task)) for task in self._ours)
            if self._share:
                yield from self._taken()
            for future in as_completed(self._futures):
                yield self._futures[future], future.result()
        except BrokenProcessPool as error:
            raise self._workers.broken() from error
        finally:
            self.cancel()

    def _taken(self) -> Iterator[tuple[Task, Result]]:
        """Tasks that the caller takes from the end while others take from the beginning."""
        for future, task in reversed(list(self._futures.items())):
            if future.cancel():
                del self._futures[future]
                yield task, self._work(task)


def started(count: int, prepare: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """``count`` processes that come up from now on, each with ``prepare``."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, context, initializer=_begin, initargs=(prepare,))
    with _plain_start():
        for _ in range(count):
            pool.submit(_wake)
    return pool


def call(module: str, function: str) -> None:
    """Import a module and call a function of it: names that a process can be given before this one has imported
    them."""
    getattr(import_module(module), function)()


def _begin(prepare: Callable[[], None] | None) -> None:
    """Prepare a process. One whose parent was killed would wait for work for ever; it ends with it. Arrays have no
    cycles, so looking for garbage often is time lost."""
    gc.set_threshold(50_000, 20, 100)
    atexit.register(os._exit, 0)  # what it made is on disk: taking an interpreter apart only keeps others waiting
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    if prepare is not None:
        prepare()


def _wake() -> None:
    """A first task: each that finds no process idle starts one."""


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
