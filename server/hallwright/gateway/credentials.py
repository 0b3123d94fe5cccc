"""Who a connection is, beside a visitor: by the cookie that its browser brought, never by what its page says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from hallwright.live.events import Role
from hallwright.store.writes import Actor

COOKIE = "hallwright-login"


@dataclass(frozen=True, slots=True)
class Credential:
    """An account that a browser is known by. ``login`` is the cookie's secret, ``booths`` are those whose staff it is
    of."""

    account: str
    name: str
    role: Role
    login: str
    booths: tuple[str, ...] = ()

    @property
    def actor(self) -> Actor:
        """As the audit log names them."""
        return Actor(self.account, self.name, self.role)


Recognize = Callable[[str], Credential | None]
"""Whose secret it is; may raise StoreError."""


def nobody(_secret: str) -> None:
    """Knows no one."""


def secret_in(environ: Mapping[str, Any]) -> str | None:
    """The secret of the login cookie. Pages of other origins, though they may connect, bring no credential."""
    origin = environ.get("HTTP_ORIGIN")
    hosts = {str(environ.get(header, "")).lower() for header in ("HTTP_HOST", "HTTP_X_FORWARDED_HOST")} - {""}
    if origin and urlsplit(str(origin)).netloc.lower() not in hosts:
        return None
    try:
        morsel = SimpleCookie(str(environ.get("HTTP_COOKIE", ""))).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel and len(morsel.value) <= 128 else None
