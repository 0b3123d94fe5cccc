"""Talks to a running server as its operator."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit

import typer

from hallwright.config import Settings
from hallwright.errors import ConfigError, HallwrightError

PATIENCE = 10  # s
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

ServerOption = Annotated[
    str | None, typer.Option("--server", help="Address of the server.", show_default="http://127.0.0.1:HALLWRIGHT_PORT")
]
VenueOption = Annotated[
    str | None, typer.Option("--venue", help="Id of the venue, where a server has several.", show_default=False)
]


class _Stay(request.HTTPRedirectHandler):
    """The token goes to the server that was named and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


_opener = request.build_opener(request.ProxyHandler({}), _Stay())


@dataclass(frozen=True, slots=True)
class Desk:
    """One venue of a running server."""

    server: str
    venue: str
    token: str

    def get(self, path: str) -> Any:
        """The answer to GET below the venue; raises HallwrightError with what the server says."""
        return _ask(self._url(path))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """The answer to POST below the venue; raises HallwrightError with what the server says."""
        return _ask(self._url(path), body, self.token)

    def patch(self, path: str, body: dict[str, Any]) -> Any:
        """The answer to PATCH below the venue; raises HallwrightError with what the server says."""
        return _ask(self._url(path), body, self.token, "PATCH")

    def _url(self, path: str) -> str:
        return f"{self.server}/api/v1/venues/{quote(self.venue, safe='')}/{path}"


def desk(server: str | None, venue: str | None) -> Desk:
    """The desk of an operator on this machine. Raises ConfigError for an address that the token may not go to, or
    without a token, HallwrightError when no server answers there or the venue must be named."""
    from hallwright.organizer.operator_token import read

    settings = Settings.from_environment()
    address = _safe(server or f"http://127.0.0.1:{settings.port}")
    return Desk(address, venue or _only_venue(address), read(settings.data))


def _safe(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"{address!r} is not the address of a server; write http://127.0.0.1:8000")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ConfigError(f"{address} would carry the operator's token in the clear; write https://…")
    return address.rstrip("/")


def invitation(server: str | None, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A link that makes an account, and what it is good for; raises as ``desk``, and with what the server says."""
    from hallwright.organizer.operator_token import read

    settings = Settings.from_environment()
    address = _safe(server or f"http://127.0.0.1:{settings.port}")
    made = _ask(f"{address}/api/v1/invitations", body, read(settings.data))["invitation"]
    return f"{address}{made['path']}", made


def _only_venue(server: str) -> str:
    venues = [str(each["id"]) for each in _ask(f"{server}/api/v1/venues")["venues"] if each["id"]]
    if len(venues) != 1:
        raise HallwrightError(f"name one with --venue: {', '.join(venues)}" if venues else "no venue is open there yet")
    return venues[0]


def _ask(url: str, body: dict[str, Any] | None = None, token: str = "", method: str | None = None) -> Any:
    headers = {"Accept": "application/json"}
    if body is not None:
        headers |= {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    data = None if body is None else json.dumps(body).encode()
    try:
        with _opener.open(request.Request(url, data, headers, method=method), timeout=PATIENCE) as answer:
            return json.load(answer)
    except HTTPError as error:
        raise HallwrightError(_reason(error)) from None
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        message = f"no server of ours answers at {url}: {reason}; is `hallwright serve` running, on which port?"
        raise HallwrightError(message) from None


def _reason(error: HTTPError) -> str:
    try:
        return str(json.load(error)["error"]["message"]["en"])
    except (ValueError, KeyError, TypeError):
        return f"the server answers {error.code}"
