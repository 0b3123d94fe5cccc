"""The position socket: who sees whom, and what it refuses."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
import websocket

from hallwright.presence.frames import read_counts, read_others
from tests.gateway.conftest import HallServer
from tests.gateway.visitor import POSITION, Visitor

Visit = Callable[[], Visitor]


def walker(visit: Visit, area: str = "hall", at: tuple[float, float] = (10.0, 10.0)) -> Visitor:
    visitor = visit()
    visitor.join(area)
    visitor.walk()
    visitor.stand(*at)
    assert visitor.sees(visitor.me["number"])
    return visitor


def closing_code(connection: websocket.WebSocket, seconds: float = 5.0) -> int | None:
    """The code with which the server closes; None if it just goes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            opcode, data = connection.recv_data()
        except (websocket.WebSocketConnectionClosedException, ConnectionError):
            return None
        if opcode == websocket.ABNF.OPCODE_CLOSE:
            return int(struct.unpack(">H", data[:2])[0]) if data else None
    raise AssertionError("not closed")


def raw(connection: websocket.WebSocket, data: bytes) -> None:
    """Send bytes that no WebSocket library would."""
    connection.sock.sendall(data)


def test_two_visitors_see_each_other_walk(visit: Visit) -> None:
    first, second = walker(visit, at=(50, 50)), walker(visit, at=(52, 51))
    second.stand(53, 51.5, yaw=64, flags=1)
    end = time.monotonic() + 5
    while (seen := first.sees(second.me["number"])) != (53, 51.5, 64, 1):
        assert time.monotonic() < end, seen
    assert second.sees(first.me["number"]) == (50, 50, 0, 0)


def test_those_in_another_area_are_not_seen(visit: Visit) -> None:
    here, there = walker(visit, "hall", (10, 10)), walker(visit, "park", (10, 10))
    assert here.positions
    assert here.sees(there.me["number"], 0.6) is None
    there.call("area", {"area": "hall"})
    there.stand(12, 12)
    assert here.sees(there.me["number"]) == (12, 12, 0, 0)


def test_zones_are_counted(visit: Visit) -> None:
    visitor = walker(visit, at=(20, 20))
    assert visitor.positions
    while (frame := visitor.positions.recv())[0] != 3:
        pass
    area, people = read_counts(frame)
    assert area == 0
    assert people[0] >= 1


def test_frames_name_the_area_and_the_servers_time(visit: Visit) -> None:
    visitor = walker(visit, "park")
    assert visitor.positions
    now = visitor.call("clock", {"t0": 0})["t1"] % 2**32
    while (frame := visitor.positions.recv())[0] != 2:
        pass
    area, time_ms, people = read_others(frame)
    assert area == 1
    assert abs(time_ms - now) < 10_000
    assert visitor.me["number"] in people["number"]


def test_a_jump_is_smoothed_to_a_glide(visit: Visit) -> None:
    watcher, jumper = walker(visit, at=(10, 10)), walker(visit, at=(12, 10))
    time.sleep(1.3)
    assert watcher.positions
    jumper.stand(30, 10)
    track: list[float] = []
    while not track or track[-1] < 30:
        place = watcher.sees(jumper.me["number"])
        assert place
        track.append(place[0])
    steps = [after - before for before, after in pairwise(track)]
    assert max(steps) <= 1.2 * 5 + 0.1
    assert len({round(x, 1) for x in track}) > 5


def test_places_outside_the_area_are_moved_to_its_edge(visit: Visit) -> None:
    visitor = walker(visit, at=(600, 650))
    assert visitor.sees(visitor.me["number"]) == (200, 100, 0, 0)


def test_who_leaves_is_disconnected_and_seen_no_more(visit: Visit) -> None:
    stays, goes = walker(visit), walker(visit)
    assert stays.sees(goes.me["number"])
    goes.call("leave", {})
    assert goes.positions
    assert closing_code(goes.positions) == 4001
    assert stays.sees(stays.me["number"])
    assert stays.sees(goes.me["number"], 0.5) is None


@pytest.mark.parametrize(
    "query", ["", "?ticket=", "?ticket=forged", "?ticket=" + "x" * 4000, "?other=1", "?ticket=%00"], ids=range(6)
)
def test_a_forged_ticket_is_refused(server: HallServer, query: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        websocket.create_connection(f"ws://{server.address}/presence{query}", timeout=5)
    assert refused.value.status_code == 403
    assert refused.value.resp_body
    assert b'"bad_ticket"' in refused.value.resp_body


def test_a_ticket_opens_one_connection_only(visit: Visit, server: HallServer) -> None:
    visitor = walker(visit)
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(f"ws://{server.address}/presence?ticket={visitor.me['presence']}", timeout=5)


def test_a_ticket_is_void_once_its_holder_has_left(visit: Visit) -> None:
    visitor = visit()
    visitor.join()
    visitor.call("leave", {})
    with pytest.raises(websocket.WebSocketBadStatusException):
        visitor.walk()


def test_a_new_ticket_replaces_the_old_connection(visit: Visit) -> None:
    visitor = walker(visit)
    old = visitor.positions
    visitor.join(session=visitor.me["session"])
    visitor.walk()
    assert old
    assert closing_code(old) == 4000
    visitor.stand(40, 40)
    seen = iter(lambda: visitor.sees(visitor.me["number"]), None)  # a frame of before may be on its way
    assert (40, 40, 0, 0) in seen


@pytest.mark.parametrize(
    ("origin", "welcome"),
    [("https://evil.example", False), ("null", False), ("https://friend.example", True), ("OWN", True)],
)
def test_pages_of_other_sites_are_refused(visit: Visit, server: HallServer, origin: str, welcome: bool) -> None:
    visitor = visit()
    visitor.join()
    url = f"ws://{server.address}/presence?ticket={visitor.me['presence']}"
    origin = f"http://{server.address}" if origin == "OWN" else origin
    if welcome:
        websocket.create_connection(url, timeout=5, origin=origin).shutdown()
        return
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        websocket.create_connection(url, timeout=5, origin=origin)
    assert refused.value.status_code == 403
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(
            f"ws://{server.address}/socket.io/?EIO=4&transport=websocket", timeout=5, origin=origin
        )


UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {}\r\nSec-WebSocket-Version: {}\r\n"
NO_HANDSHAKE = {
    "plain": ("GET", "", b"426"),
    "post": ("POST", "Content-Length: 0\r\n", b"426"),
    "old version": ("GET", UPGRADE.format("dGhlIHNhbXBsZSBub25jZQ==", 8), b"426"),
    "short key": ("GET", UPGRADE.format("c2hvcnQ=", 13), b"400"),
    "no key": ("GET", UPGRADE.format("???", 13), b"400"),
}


@pytest.mark.parametrize("name", NO_HANDSHAKE)
def test_a_request_that_is_no_handshake_is_refused(server: HallServer, name: str) -> None:
    method, headers, status = NO_HANDSHAKE[name]
    head = f"{method} /presence HTTP/1.1\r\nHost: x\r\n{headers}\r\n"
    host, port = server.address.split(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(head.encode())
        assert connection.recv(4096).split(b" ")[1] == status
    assert server.alive()


MASK = b"\0\0\0\0"
BAD_FRAMES = {
    "text": (b"\x81\x82" + MASK + b"hi", 1003),
    "fragment": (b"\x02\x81" + MASK + b"x", 1003),
    "unmasked": (b"\x82\x01x", 1002),
    "reserved bit": (b"\xc2\x81" + MASK + b"x", 1002),
    "unknown opcode": (b"\x83\x81" + MASK + b"x", 1002),
    "126 bytes": (b"\x82\xfe\x00\x7e" + MASK + bytes(126), 1009),
    "said to be huge": (b"\x82\xff\x7f" + b"\xff" * 7 + MASK, 1009),
    "long ping": (b"\x89\xfe\x00\x7e" + MASK + bytes(126), 1002),
}


@pytest.mark.parametrize("name", BAD_FRAMES)
def test_a_bad_frame_closes_its_connection_and_no_other(visit: Visit, server: HallServer, name: str) -> None:
    data, code = BAD_FRAMES[name]
    good, bad = walker(visit), walker(visit)
    assert bad.positions
    raw(bad.positions, data)
    assert closing_code(bad.positions) == code
    good.stand(11, 11)
    assert good.sees(good.me["number"])
    assert server.alive()


@pytest.mark.parametrize("payload", [b"", b"\x01", POSITION.pack(9, 1, 1, 0, 0), bytes(8), bytes(125)])
def test_messages_that_are_no_position_are_passed_over(visit: Visit, payload: bytes) -> None:
    visitor = walker(visit, at=(10, 10))
    assert visitor.positions
    visitor.positions.send_binary(payload)
    visitor.stand(10.5, 10)
    end = time.monotonic() + 5
    while (place := visitor.sees(visitor.me["number"])) != (10.5, 10, 0, 0):
        assert time.monotonic() < end, place


def test_a_position_may_come_in_pieces_and_together_with_a_ping(visit: Visit) -> None:
    visitor = walker(visit, at=(10, 10))
    assert visitor.positions
    data = b"\x89\x82" + MASK + b"yo" + b"\x82\x87" + MASK + POSITION.pack(1, 1050, 1000, 0, 0)
    for at in range(0, len(data), 5):
        raw(visitor.positions, data[at : at + 5])
        time.sleep(0.15)
    pongs, end = 0, time.monotonic() + 5
    while time.monotonic() < end and not pongs:
        opcode, body = visitor.positions.recv_data(control_frame=True)
        pongs += opcode == websocket.ABNF.OPCODE_PONG and body == b"yo"
    assert pongs
    while (place := visitor.sees(visitor.me["number"])) != (10.5, 10, 0, 0):
        assert time.monotonic() < end, place


def test_who_says_too_much_is_disconnected(visit: Visit, server: HallServer) -> None:
    visitor = walker(visit)
    assert visitor.positions
    raw(visitor.positions, (b"\x82\x87" + MASK + POSITION.pack(1, 1000, 1000, 0, 0)) * 400)
    assert closing_code(visitor.positions) == 1008
    assert server.alive()


def test_positions_that_come_too_fast_are_dropped(visit: Visit) -> None:
    visitor = walker(visit, at=(10, 10))
    time.sleep(1.2)
    start, changes = time.monotonic(), []
    for step in range(40):
        visitor.stand(10 + step / 100, 10)
        time.sleep(0.025)
    while time.monotonic() - start < 1.3:
        place = visitor.sees(visitor.me["number"])
        assert place
        changes.append(place[0])
    assert len(set(changes)) <= 10
