"""WebSocket without I/O, against an implementation that is not ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wsproto.connection import Connection, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Message, Ping, Pong

from hallwright.gateway import websocket
from hallwright.gateway.websocket import Incoming, ViolationError

PAYLOADS = st.lists(st.tuples(st.sampled_from(["message", "ping", "pong"]), st.binary(max_size=125)), max_size=12)
EVENTS = {
    "message": lambda payload: Message(data=payload),
    "ping": lambda payload: Ping(payload=payload),
    "pong": lambda payload: Pong(payload=payload),
}


def feed(data: bytes, cuts: list[int]) -> list[tuple[str, bytes]]:
    incoming, messages, at = Incoming(), list[tuple[str, bytes]](), 0
    for size in [*cuts, len(data)]:
        messages += incoming.feed(data[at : at + size])
        at += size
    return messages


@given(PAYLOADS, st.lists(st.integers(0, 40), max_size=30))
def test_what_a_client_sends_is_read_however_it_is_cut(sent: list[tuple[str, bytes]], cuts: list[int]) -> None:
    client = Connection(ConnectionType.CLIENT)
    data = b"".join(client.send(EVENTS[kind](payload)) for kind, payload in sent)
    assert feed(data, cuts) == sent


@given(st.lists(st.binary(max_size=600), max_size=12))
def test_what_we_send_is_read_by_a_client(payloads: list[bytes]) -> None:
    client = Connection(ConnectionType.CLIENT)
    data = b"".join(map(websocket.binary, payloads)) + websocket.pong(b"x") + websocket.PING + websocket.close(4000)
    client.receive_data(data)
    *messages, pong, ping, close = list(client.events())
    whole = b"".join(bytes(event.data) for event in messages if isinstance(event, BytesMessage))
    assert whole == b"".join(payloads)
    assert isinstance(pong, Pong)
    assert isinstance(ping, Ping)
    assert isinstance(close, CloseConnection)
    assert close.code == 4000


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_any_bytes_are_read_or_refused_and_little_is_kept(pieces: list[bytes]) -> None:
    incoming = Incoming()
    for piece in pieces:
        code = refusal(incoming, piece)
        if code:
            assert code in {1002, 1003, 1009}
            return
        assert len(incoming.rest) < 6 + 125


def refusal(incoming: Incoming, piece: bytes) -> int:
    """The code with which these bytes are refused, or 0."""
    try:
        incoming.feed(piece)
    except ViolationError as violation:
        return violation.code
    return 0


def test_the_accept_token_is_the_one_of_the_standard() -> None:
    assert websocket.accept_token("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    for key in ("", "short", "dGhlIHNhbXBsZSBub25jZQ==x", "ключ"):
        with pytest.raises(ValueError):
            websocket.accept_token(key)
