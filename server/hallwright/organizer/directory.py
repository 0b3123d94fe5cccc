"""Login by a directory (OpenID Connect): authorization code with PKCE, state and nonce, and a token that is checked.

What is asked of the directory goes out beside the loop, and waits for a few seconds at most.
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

from hallwright.config import Directory, safe_address
from hallwright.errors import AccountRefused, CommandRefused
from hallwright.organizer.accounts import Accounts, Entered

WITHIN = 5.0  # s for each answer of the directory
LONGEST = 262_144  # bytes of it
PATIENCE = 600_000  # ms between leaving for the directory and coming back
MOST_WAITING = 1_000
LEEWAY = 60  # s by which clocks may differ
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")


@dataclass(frozen=True, slots=True)
class Pending:
    """Somebody who has gone to the directory. ``binding`` is in a cookie of their browser."""

    binding: str
    nonce: str
    verifier: str
    invite: str
    since: int


class _Straight(HTTPRedirectHandler):
    """Follows nothing: a secret goes where it was meant to."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(slots=True)
class Logins:
    """Logins by one directory."""

    directory: Directory
    accounts: Accounts
    _pending: dict[str, Pending] = field(default_factory=dict)

    def begin(self, invite: str) -> tuple[str, str]:
        """Where to send a browser, and what its cookie is to hold. Raises AccountRefused ``unreachable``."""
        about = self._about()
        now = self.accounts.now()
        for state in [state for state, each in self._pending.items() if now - each.since > PATIENCE]:
            del self._pending[state]
        while len(self._pending) >= MOST_WAITING:
            del self._pending[next(iter(self._pending))]
        state, binding, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(4))
        pending = Pending(binding, nonce, verifier, invite, now)
        self._pending[state] = pending
        asked = {
            "response_type": "code", "scope": "openid profile", "client_id": self.directory.client,
            "redirect_uri": self.directory.redirect, "state": state, "nonce": pending.nonce,
            "code_challenge": create_s256_code_challenge(pending.verifier), "code_challenge_method": "S256",
        }  # fmt: skip
        return f"{about['authorization_endpoint']}?{urlencode(asked)}", pending.binding

    def finish(self, state: str, code: str, binding: str) -> Entered:
        """The browser came back. Raises AccountRefused: ``bad_state``, ``bad_token``, ``unreachable``, or as
        ``Accounts.by_directory`` does."""
        pending = self._pending.pop(state, None)
        late = pending is None or self.accounts.now() - pending.since > PATIENCE
        if pending is None or late or not hmac.compare_digest(pending.binding.encode(), binding.encode()):
            raise _refusal("bad_state")
        about = self._about()
        told = self._fetch(about["token_endpoint"], self._asked(code, pending), self._basic())
        claims = self._checked(told.get("id_token"), self._fetch(about["jwks_uri"]), pending.nonce)
        name = str(claims.get("preferred_username") or claims.get("name") or "")
        try:
            name = self.accounts.fold(name)
        except CommandRefused:
            name = f"#{secrets.randbelow(10**6)}"
        return self.accounts.by_directory(
            self.directory.issuer, str(claims["sub"])[:255], name, self._role(claims), pending.invite
        )

    def _asked(self, code: str, pending: Pending) -> bytes:
        return urlencode({
            "grant_type": "authorization_code", "code": code, "redirect_uri": self.directory.redirect,
            "code_verifier": pending.verifier,
        }).encode()  # fmt: skip

    def _basic(self) -> str:
        pair = f"{quote(self.directory.client, safe='')}:{quote(self.directory.secret, safe='')}"
        return "Basic " + base64.b64encode(pair.encode()).decode()

    def _about(self) -> dict[str, str]:
        """What the directory says of itself, and of nobody else."""
        told = self._fetch(self.directory.issuer.rstrip("/") + "/.well-known/openid-configuration")
        places = {key: told.get(key) for key in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
        if told.get("issuer") != self.directory.issuer or not all(
            isinstance(place, str) and safe_address(place) for place in places.values()
        ):
            raise _refusal("unreachable")
        return {key: str(place) for key, place in places.items()}

    def _checked(self, token: object, keys: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        """What the token says, if it is theirs, for us, for now and for this login."""
        expected = {
            "iss": {"essential": True, "value": self.directory.issuer},
            "aud": {"essential": True, "value": self.directory.client},
        }
        try:
            known: Any = keys
            read = jwt.decode(str(token), KeySet.import_key_set(known), algorithms=list(ALGORITHMS))
            about = {"nonce": nonce, "client_id": self.directory.client}
            claims = CodeIDToken(read.claims, read.header, expected, about)
            claims.validate(self.accounts.now() // 1000, LEEWAY)
        except Exception as error:  # of two libraries, and of whatever was sent instead of a token
            raise _refusal("bad_token") from error
        if not isinstance(claims["sub"], str) or not claims["sub"]:
            raise _refusal("bad_token")
        return dict(claims)

    def _role(self, claims: Mapping[str, Any]) -> str | None:
        for claim, value, role in self.directory.roles:
            told = claims.get(claim)
            if told == value or (isinstance(told, list) and value in told):
                return role
        return None

    def _fetch(self, address: str, body: bytes | None = None, authorization: str = "") -> dict[str, Any]:
        told: dict[str, Any] = self.accounts.aside(fetched, address, body, authorization)
        return told


def fetched(address: str, body: bytes | None = None, authorization: str = "") -> dict[str, Any]:
    """The JSON object at an address; blocks. Raises AccountRefused ``unreachable``, or ``bad_token`` for a refusal."""
    headers = {"Accept": "application/json"} | ({"Authorization": authorization} if authorization else {})
    try:
        with build_opener(_Straight).open(Request(address, body, headers), timeout=WITHIN) as answer:
            told = json.loads(answer.read(LONGEST))
    except (URLError, OSError, ValueError) as error:
        raise _refusal("bad_token" if body and getattr(error, "code", 0) in (400, 401) else "unreachable") from error
    if not isinstance(told, dict):
        raise _refusal("unreachable")
    return told


_TEXTS = {
    "bad_state": (
        "This login is too old, or began elsewhere. Try again.",
        "此登录已过期或并非由此浏览器发起，请重试。",
    ),
    "bad_token": ("The directory did not confirm who you are. Try again.", "目录服务未能确认您的身份，请重试。"),
    "unreachable": ("The directory does not answer now. Try again soon.", "目录服务暂时无法访问，请稍后再试。"),
}


def _refusal(code: str) -> AccountRefused:
    return AccountRefused(code, *_TEXTS[code])
