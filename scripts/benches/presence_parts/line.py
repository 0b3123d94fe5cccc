"""A WebSocket from the client's side, as cheap as it gets."""

from __future__ import annotations

import base64
import os
import socket
import struct

MASK = b"\0\0\0\0"  # a masking key like any other, and the cheapest for us
BINARY, TEXT, PING = 0x2, 0x1, 0x9


class Line:
    """One connection. ``bytes`` counts what came after the handshake, WebSocket headers included."""

    def __init__(self, host: str, port: int, path: str) -> None:
        self.socket = socket.create_connection((host, port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.bytes = self.frames = 0
        self.inbox: list[bytes] | None = None  # a list keeps what comes
        self.sign = b""  # if set, messages are only counted, by this text that each of them has once
        self._rest = self._upgrade(host, port, path)
        self.socket.setblocking(False)

    def _upgrade(self, host: str, port: int, path: str) -> bytes:
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.socket.recv(4096) or _gone(path)
        head, _, rest = answer.partition(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise ConnectionError(head.decode("latin-1"))
        return rest

    def send(self, opcode: int, payload: bytes) -> None:
        """Send one message; dropped when the socket is full."""
        length = len(payload)
        short = length < 126
        head = bytes((0x80 | opcode, 0x80 | length)) if short else struct.pack(">BBH", 0x80 | opcode, 254, length)
        try:
            self.socket.send(head + MASK + payload)
        except BlockingIOError:
            return

    def take(self, data: bytes) -> list[tuple[int, bytes]]:
        """The messages that ``data`` completes."""
        self.bytes += len(data)
        if self.sign:
            self.frames += data.count(self.sign)
            return []
        data = self._rest + data
        messages, at = [], 0
        while len(data) - at >= 2:
            length, start = data[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(data[at + 2 : at + 4]), at + 4
            elif length == 127:
                length, start = int.from_bytes(data[at + 2 : at + 10]), at + 10
            if len(data) < start + length:
                break
            messages.append((data[at] & 0xF, data[start : start + length]))
            at = start + length
        self._rest = data[at:]
        self.frames += len(messages)
        return messages


def _gone(where: str) -> bytes:
    raise ConnectionError(f"the server hung up ({where})")
