"""Which pages may talk to us: our own, and those of the origins in the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

Allowed = Callable[[str | None, Mapping[str, Any]], bool]


def origin_check(others: tuple[str, ...]) -> Allowed:
    """A check of an ``Origin`` header against the request's own host (or the proxy's) and ``others`` (``scheme://host[:port]``).

    A request without the header does not come from a page and passes: it carries no cookie of ours to abuse.
    """
    more = frozenset(origin.rstrip("/").lower() for origin in others)

    def allowed(origin: str | None, environ: Mapping[str, Any]) -> bool:
        if not origin:
            return True
        hosts = {str(environ.get(header, "")).lower() for header in ("HTTP_HOST", "HTTP_X_FORWARDED_HOST")} - {""}
        return origin.lower() in more or urlsplit(origin).netloc.lower() in hosts

    return allowed
