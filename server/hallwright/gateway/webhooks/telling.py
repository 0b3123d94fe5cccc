"""Tells hooks by HTTP, each on a greenlet or thread of its own: one that does not answer holds nobody up."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib import request
from urllib.error import URLError
from urllib.parse import urlsplit

from hallwright.gateway.devices.signing import sign
from hallwright.gateway.webhooks.hook import Delivery, Hook, Line

PATIENCE = 10.0  # s
_log = logging.getLogger(__name__)


class _Stay(request.HTTPRedirectHandler):
    """What is told goes to the address that was named and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


_opener = request.build_opener(request.ProxyHandler({}), _Stay())


class Webhooks:
    """The hooks of one server. ``notice`` never waits."""

    def __init__(self, hooks: Sequence[Hook], clock: Callable[[], float]) -> None:
        self._lines = [Line(hook) for hook in hooks]
        self._clock = clock

    def start(self, spawn: Callable[..., None], sleep: Callable[[float], None]) -> None:
        """Begin to tell."""
        for line in self._lines:
            spawn(self._run, line, sleep)

    def notice(self, venue: str, kind: str, more: Mapping[str, Any]) -> None:
        """Something happened; whoever wants to know of its kind is told."""
        lines = [line for line in self._lines if kind in line.hook.kinds]
        if not lines:
            return
        id_ = secrets.token_hex(12)
        told = {"id": id_, "kind": kind, "venue": venue, "time": round(self._clock(), 3), **more}
        body = json.dumps(told, ensure_ascii=False).encode()
        for line in lines:
            line.add(Delivery(id_, body))

    def _run(self, line: Line, sleep: Callable[[float], None]) -> None:
        while True:
            try:
                rest = line.step(self._post)
            except Exception:
                _log.exception("a webhook stumbled")
                rest = PATIENCE
            sleep(rest)

    def _post(self, hook: Hook, delivery: Delivery) -> bool:
        """Any answer in 200…299 is one that it was heard; what the answer says is not read."""
        when, path = f"{self._clock():.3f}", urlsplit(hook.url).path or "/"
        headers = {
            "Content-Type": "application/json", "User-Agent": "hallwright", "Hallwright-Time": when,
            "Hallwright-Delivery": delivery.id,
            "Hallwright-Signature": sign(hook.secret, "POST", path, when, delivery.id, delivery.body),
        }  # fmt: skip
        try:
            asked = request.Request(hook.url, delivery.body, headers, method="POST")
            with _opener.open(asked, timeout=PATIENCE) as answer:
                return bool(200 <= answer.status < 300)
        except (URLError, OSError, ValueError):
            return False
