"""The server's side of WebSocket (RFC 6455) without I/O, as far as small binary messages need it.

Bytes in, messages out. No extensions, no fragments, nothing over 125 bytes: whoever sends such a thing gets a
``ViolationError`` with the code to close with. It is here and no library because a tick reads a thousand sockets.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass, field
from typing import Literal

LONGEST = 125
PING = b"\x89\x00"
PROTOCOL_ERROR, NOT_BINARY, POLICY, TOO_BIG = 1002, 1003, 1008, 1009
REPLACED, LEFT = 4000, 4001

_ACCEPT = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_TEXT, _BINARY, _CLOSE, _PING, _PONG = 0x1, 0x2, 0x8, 0x9, 0xA
_SHORT_HEAD = 6
_DATA: frozenset[int] = frozenset({0x0, _TEXT, _BINARY})
_KNOWN: frozenset[int] = _DATA | {_CLOSE, _PING, _PONG}

Kind = Literal["message", "ping", "pong", "close"]
_KINDS: dict[int, Kind] = {_BINARY: "message", _CLOSE: "close", _PING: "ping", _PONG: "pong"}


class ViolationError(Exception):
    """The other side broke the protocol or our limits; close with ``code``."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"close with {code}")


def accept_token(key: str) -> str:
    """The ``Sec-WebSocket-Accept`` for a ``Sec-WebSocket-Key``; raises ValueError for a key that is not one."""
    if len(base64.b64decode(key, validate=True)) != 16:
        raise ValueError("a WebSocket key has 16 bytes")
    return base64.b64encode(hashlib.sha1(key.encode("ascii") + _ACCEPT, usedforsecurity=False).digest()).decode()


def binary(payload: bytes) -> bytes:
    """``payload`` (under 64 KiB) as one binary message, ready to send."""
    if len(payload) <= LONGEST:
        return bytes((0x80 | _BINARY, len(payload))) + payload
    return struct.pack(">BBH", 0x80 | _BINARY, 126, len(payload)) + payload


def text(payload: bytes) -> bytes:
    """``payload`` (UTF-8) as one text message, ready to send."""
    length = len(payload)
    if length <= LONGEST:
        return bytes((0x80 | _TEXT, length)) + payload
    if length < 1 << 16:
        return struct.pack(">BBH", 0x80 | _TEXT, 126, length) + payload
    return struct.pack(">BBQ", 0x80 | _TEXT, 127, length) + payload


def pong(payload: bytes) -> bytes:
    """The answer to a ping."""
    return bytes((0x80 | _PONG, len(payload))) + payload


def close(code: int) -> bytes:
    """The message that ends a connection."""
    return struct.pack(">BBH", 0x80 | _CLOSE, 2, code)


@dataclass(slots=True)
class Incoming:
    """What one client sends. Keeps at most one unfinished message."""

    rest: bytes = field(default=b"")

    def feed(self, data: bytes) -> list[tuple[Kind, bytes]]:
        """The messages that ``data`` completes; raises ViolationError, after which the connection is of no use."""
        data = self.rest + data
        messages: list[tuple[Kind, bytes]] = []
        at = 0
        while len(data) - at >= 2:
            end = at + _SHORT_HEAD + _payload_length(data[at], data[at + 1])
            if len(data) < end:
                break
            messages.append((_KINDS[data[at] & 0xF], unmask(data[at + 2 : at + 6], data[at + 6 : end])))
            at = end
        self.rest = data[at:]
        return messages


def _payload_length(first: int, second: int) -> int:
    opcode = first & 0xF
    if first & 0x70 or opcode not in _KNOWN or not second & 0x80:
        raise ViolationError(PROTOCOL_ERROR)
    length = second & 0x7F
    if opcode in _DATA and length > LONGEST:
        raise ViolationError(TOO_BIG)
    if length > LONGEST:
        raise ViolationError(PROTOCOL_ERROR)
    if opcode in _DATA and (opcode != _BINARY or not first & 0x80):
        raise ViolationError(NOT_BINARY)
    if not first & 0x80:
        raise ViolationError(PROTOCOL_ERROR)
    return length


def unmask(mask: bytes, payload: bytes) -> bytes:
    """The payload that the client masked with these 4 bytes."""
    length = len(payload)
    repeated = (mask * (length // 4 + 1))[:length]
    return (int.from_bytes(payload) ^ int.from_bytes(repeated)).to_bytes(length)
