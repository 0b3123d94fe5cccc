"""The one module that knows eventlet from threads, and that eventlet patches the standard library.

Imports nothing of ours, so that ``patch`` can run before anything else is imported.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any


def patch(async_mode: str) -> None:
    """Make the standard library cooperative if ``async_mode`` is ``eventlet``. Must be the first thing that runs."""
    if async_mode == "eventlet":
        import eventlet

        eventlet.monkey_patch()


def original_select() -> ModuleType:
    """The ``select`` module as the operating system means it, with ``epoll`` and ``poll``, patched or not."""
    if "eventlet" not in sys.modules:
        import select

        return select
    from eventlet import patcher

    module: ModuleType = patcher.original("select")
    return module


def aside(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function that blocks without keeping the server from its work; returns what it returns."""
    if "eventlet" not in sys.modules:
        return function(*arguments)
    from eventlet import tpool

    return tpool.execute(function, *arguments)


def plain_socket(sock: Any) -> Any:
    """The operating system's socket inside a cooperative one; ``sock`` itself if it is one already."""
    return getattr(sock, "fd", sock)


def allow_many_files(wanted: int = 65536) -> None:
    """Raise the limit of open files, of which each visitor takes two, as far as the system lets us."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    target = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < target:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (target, hard))
        except (OSError, ValueError):
            logging.getLogger(__name__).info("open files stay limited to %d", soft)


def collect_seldom() -> None:
    """Let the garbage collector look through everything seldom: with 2,000 connected, each time holds the server for
    0.4 s. What lives already is not looked at again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def request_socket(environ: Mapping[str, Any]) -> Any:
    """The socket that a WSGI request came on, under any server that we run on; raises RuntimeError under others."""
    if "eventlet.input" in environ:
        return environ["eventlet.input"].get_socket()
    for name in ("werkzeug.socket", "gunicorn.socket"):
        if name in environ:
            return environ[name]
    raise RuntimeError("this WSGI server does not say which socket a request came on")


def finished_response(environ: Mapping[str, Any]) -> list[bytes]:
    """What an application returns when it has used the request's socket itself and is done with it.

    Raises ConnectionError where that is how the server is told.
    """
    if "eventlet.input" in environ:
        from eventlet import wsgi

        wsgi.WSGI_LOCAL.already_handled = True
        return []
    raise ConnectionError("the connection was used for positions and is over")
