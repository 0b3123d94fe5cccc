"""Who asks: by the operator's token, or by the cookie of an account; and whether the browser asks of its own accord."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import Response, request

from hallwright.api.faults import FaultError, malformed
from hallwright.organizer.accounts import LOGIN_DAYS, ORGANIZER, Accounts, Entered, actor_of
from hallwright.store.accounts import Account
from hallwright.store.writes import Actor

COOKIE = "hallwright-login"
LONGEST_BODY = 8192  # bytes


@dataclass(frozen=True, slots=True)
class Gate:
    """``wait`` says for how many seconds who tries a name, or a link, must wait first; ``ended`` is told the account or
    the login (its secret) that is good no more. ``erase`` takes away what whoever came with an account said in halls;
    ``retention`` are the days after which names are forgotten."""

    accounts: Accounts
    wait: Callable[[str], float]
    ended: Callable[[str], None]
    erase: Callable[[str], None]
    retention: int | None = None

    def pace(self, what: str) -> None:
        """Raises FaultError 429 for who tries too often."""
        wait = self.wait(what)
        if wait > 0:
            raise FaultError(429, headers={"Retry-After": str(math.ceil(wait))})

    def account(self) -> Account | None:
        """Whose browser asks; None for a visitor's. What changes something is heard from our own pages only."""
        secret = login_secret()
        if secret is None or (request.method not in ("GET", "HEAD") and not from_our_pages()):
            return None
        return self.accounts.known(secret)

    def somebody(self) -> Account:
        """Whose browser asks; raises FaultError 401."""
        account = self.account()
        if account is None:
            raise FaultError(401, "not_logged_in", en="You are not logged in.", zh="您尚未登录。")
        return account

    def organizer(self) -> Actor | None:
        """The organizer whose browser asks; None for a visitor's. Raises FaultError 403 for another role."""
        account = self.account()
        if account and account.role != ORGANIZER:
            raise FaultError(403)
        return actor_of(account) if account else None

    def remove(self, account: str) -> None:
        """The account is no more: its logins end, in open halls too, and what its bearer said is erased."""
        self.accounts.erase(account)
        self.ended(account)
        self.erase(account)

    def let_in(self, response: Response, entered: Entered) -> Response:
        """The browser is known from now on: by a cookie that no script reads and no other site sends."""
        secure = request.is_secure or request.headers.get("X-Forwarded-Proto") == "https"
        response.set_cookie(
            COOKIE, entered.secret, max_age=LOGIN_DAYS * 86_400, httponly=True, samesite="Strict", secure=secure
        )
        return fresh(response)


def login_secret() -> str | None:
    """The secret of the cookie."""
    secret = request.cookies.get(COOKIE)
    return secret if secret and len(secret) <= 128 else None


def let_out(response: Response) -> Response:
    """The browser forgets its cookie."""
    response.delete_cookie(COOKIE, httponly=True, samesite="Strict")
    return fresh(response)


def from_our_pages() -> bool:
    """Whether the browser says that a page of this server asks. Every browser says so of what changes something."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    hosts = {request.host.lower(), request.headers.get("X-Forwarded-Host", "").lower()} - {""}
    return urlsplit(origin).netloc.lower() in hosts


def check_our_pages() -> None:
    """Raises FaultError 403 where another site's page asks."""
    if not from_our_pages():
        raise FaultError(403, "other_site", en="Only pages of this server may ask this.", zh="仅接受本站页面的请求。")


def json_body() -> dict[str, Any]:
    """What was sent; raises FaultError 413 or 400."""
    request.max_content_length = LONGEST_BODY
    request.get_data()  # read even if it is of no use, so that the connection can go on
    body = request.get_json(silent=True) if request.is_json else None
    if not isinstance(body, dict):
        raise malformed("the body is a JSON object", "请求正文应为 JSON 对象")
    return body


def field(body: dict[str, Any], key: str, longest: int = 1000) -> str:
    """The text under ``key``; raises FaultError 400."""
    value = body.get(key)
    if not isinstance(value, str) or len(value) > longest:
        en, zh = f'"{key}" is a text of at most {longest} characters', f"“{key}”应为不超过 {longest} 个字符的文本"
        raise malformed(en, zh)
    return value


def number(body: dict[str, Any], key: str, default: int) -> int:
    """The whole number under ``key``; raises FaultError 400."""
    value = body.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise malformed(f'"{key}" is a whole number', f"“{key}”应为整数")
    return value


def fresh(response: Response) -> Response:
    """Not to be kept by anybody on the way."""
    response.headers["Cache-Control"] = "no-store"
    return response
