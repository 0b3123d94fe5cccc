"""``GET /presence?ticket=…``: checks a request, upgrades it, and hands its socket to the presence port.

WSGI middleware that works alike under eventlet's server and under threaded Werkzeug: both say which socket the
request came on. The request's own greenlet or thread then sleeps until the connection is over.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from hallwright.gateway import websocket
from hallwright.gateway.concurrency import finished_response, plain_socket, request_socket
from hallwright.gateway.origins import Allowed
from hallwright.gateway.presence_port import Connection, Finished, PresencePort
from hallwright.gateway.tickets import Tickets
from hallwright.gateway.venues import OpenVenue

PATH = "/presence"
SEND_BUFFER = 8192  # bytes: a receiver that stops reading should miss frames, not get old ones

# HTTP status, and what a person is told
REFUSALS: Mapping[str, tuple[str, str, str]] = {
    "foreign_origin": ("403 Forbidden", "Another site may not connect.", "不允许其他网站连接。"),
    "not_websocket": ("426 Upgrade Required", "This address speaks WebSocket.", "此地址仅支持 WebSocket。"),
    "bad_handshake": ("400 Bad Request", "The handshake is broken.", "握手请求无效。"),
    "bad_ticket": ("403 Forbidden", "The ticket is not valid; join again.", "票据无效，请重新进入。"),
}

WsgiApp = Callable[[dict[str, Any], Any], Iterable[bytes]]


class _UnfitError(Exception):
    """A request that is not upgraded; ``code`` is a key of ``REFUSALS``."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class PresenceSocket:
    """The middleware around ``inner``, the rest of the application."""

    inner: WsgiApp
    venues: Mapping[str, OpenVenue]
    tickets: Tickets
    port: PresencePort
    allowed: Allowed
    new_event: Callable[[], Finished]

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Serve one request."""
        if environ.get("PATH_INFO") != PATH:
            return self.inner(environ, start_response)
        try:
            sock = request_socket(environ)
            token = self._accept_token(environ)
            venue, number = self._who(environ)
        except _UnfitError as unfit:
            return _refuse(unfit, start_response)
        sock.sendall(_upgrade(token))
        self._serve(plain_socket(sock), venue, number)
        return finished_response(environ)

    def _serve(self, sock: Any, venue: OpenVenue, number: int) -> None:
        """Let the port have the socket, and wait until it is done with it."""
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        finished = self.new_event()
        with venue.lock:
            person = next((p for p in venue.hall.people() if p.number == number), None)
            if person is None:
                return
            self.port.open(Connection(sock, venue.id, number, finished, time.monotonic()))
            venue.crowd.enter(number, person.area, solid=person.via == "hall")
        finished.wait()

    def _accept_token(self, environ: Mapping[str, Any]) -> str:
        """What proves that we speak WebSocket; raises _UnfitError."""
        if not self.allowed(environ.get("HTTP_ORIGIN"), environ):
            raise _UnfitError("foreign_origin")
        upgrade = environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        if environ.get("REQUEST_METHOD") != "GET" or not upgrade or environ.get("HTTP_SEC_WEBSOCKET_VERSION") != "13":
            raise _UnfitError("not_websocket")
        try:
            return websocket.accept_token(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""))
        except ValueError:
            raise _UnfitError("bad_handshake") from None

    def _who(self, environ: Mapping[str, Any]) -> tuple[OpenVenue, int]:
        """Whose ticket the request shows; raises _UnfitError."""
        ticket = parse_qs(environ.get("QUERY_STRING", "")).get("ticket", [""])[0]
        holder = self.tickets.redeem(ticket, time.monotonic())
        venue = self.venues.get(holder.venue) if holder else None
        person = venue.hall.person(holder.connection) if venue and holder else None
        if venue is None or person is None:
            raise _UnfitError("bad_ticket")
        return venue, person.number


def _upgrade(token: str) -> bytes:
    lines = (
        "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
        f"Sec-WebSocket-Accept: {token}", "", "",
    )
    return "\r\n".join(lines).encode("ascii")


def _refuse(unfit: _UnfitError, start_response: Any) -> list[bytes]:
    """The refusal in the shape that all errors have."""
    status, en, zh = REFUSALS[unfit.code]
    error = {"status": int(status[:3]), "code": unfit.code, "message": {"en": en, "zh": zh}}
    body = json.dumps({"error": error}, ensure_ascii=False).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body))), ("Connection", "close")]
    if error["status"] == 426:
        headers.append(("Sec-WebSocket-Version", "13"))
    start_response(status, headers)
    return [body]
