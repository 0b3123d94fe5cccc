"""The bytes of the position socket: see docs/formats/live.md. Everything is little endian.

A ``Positions`` array is what a client says; a ``Seen`` array is what clients are shown.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

POSITION, OTHERS, COUNTS, TRAFFIC = 1, 2, 3, 4
MOST_OTHERS = 64
MOST_ZONES = 255
WALKING = 1

POSITION_DTYPE = np.dtype([("kind", "u1"), ("x", "<u2"), ("y", "<u2"), ("yaw", "u1"), ("flags", "u1")])
SEEN_DTYPE = np.dtype([("number", "<u2"), ("x", "<u2"), ("y", "<u2"), ("yaw", "u1"), ("flags", "u1")])
COUNT_DTYPE = np.dtype([("zone", "u1"), ("people", "<u2")])
VEHICLE_DTYPE = np.dtype([("place", "<u2"), ("speed", "u1"), ("gain", "i1")])
_OTHERS_HEAD = struct.Struct("<BBIB")
_COUNTS_HEAD = struct.Struct("<BBB")
_TRAFFIC_HEAD = struct.Struct("<BBBIB")
MOST_VEHICLES = 255


def positions(messages: bytes) -> NDArray[np.void]:
    """The positions in ``messages``, which are 7 bytes each, one after the other."""
    return np.frombuffer(messages, POSITION_DTYPE)


def others(area: int, time: int, records: bytes) -> bytes:
    """A frame of the people in ``records`` (the bytes of a SEEN_DTYPE array) as of ``time`` (ms, wraps)."""
    return _OTHERS_HEAD.pack(OTHERS, area, time & 0xFFFFFFFF, len(records) // SEEN_DTYPE.itemsize) + records


def counts(area: int, people: NDArray[np.intp]) -> bytes:
    """A frame of how many people are in each zone; empty zones are included, so that they become empty."""
    shown = people[:MOST_ZONES]
    records = np.empty(len(shown), COUNT_DTYPE)
    records["zone"] = np.arange(len(shown))
    records["people"] = np.minimum(shown, 0xFFFF)
    return _COUNTS_HEAD.pack(COUNTS, area, len(records)) + records.tobytes()


def traffic(area: int, show: int, time: int, vehicles: NDArray[np.void]) -> bytes:
    """A frame of the vehicles (VEHICLE_DTYPE) of a show as of ``time`` (ms, wraps)."""
    head = _TRAFFIC_HEAD.pack(TRAFFIC, area, show, time & 0xFFFFFFFF, len(vehicles))
    return head + vehicles.tobytes()


def read_others(frame: bytes) -> tuple[int, int, NDArray[np.void]]:
    """Area index, time (ms) and people of a frame; raises ValueError when it is not one."""
    if len(frame) < _OTHERS_HEAD.size or frame[0] != OTHERS:
        raise ValueError("not a frame of others")
    _, area, time, count = _OTHERS_HEAD.unpack_from(frame)
    body = frame[_OTHERS_HEAD.size :]
    if len(body) != count * SEEN_DTYPE.itemsize:
        raise ValueError(f"a frame of {count} people has {len(body)} bytes")
    return area, time, np.frombuffer(body, SEEN_DTYPE)


def read_counts(frame: bytes) -> tuple[int, dict[int, int]]:
    """Area index and people by zone index of a frame; raises ValueError when it is not one."""
    if len(frame) < _COUNTS_HEAD.size or frame[0] != COUNTS:
        raise ValueError("not a frame of counts")
    records = np.frombuffer(frame[_COUNTS_HEAD.size :], COUNT_DTYPE)
    if len(records) != frame[2]:
        raise ValueError("a frame of counts of another length")
    return frame[1], {int(record["zone"]): int(record["people"]) for record in records}


def read_traffic(frame: bytes) -> tuple[int, int, int, NDArray[np.void]]:
    """Area index, show index, time (ms) and vehicles of a frame; raises ValueError when it is not one."""
    if len(frame) < _TRAFFIC_HEAD.size or frame[0] != TRAFFIC:
        raise ValueError("not a frame of traffic")
    _, area, show, time, count = _TRAFFIC_HEAD.unpack_from(frame)
    body = frame[_TRAFFIC_HEAD.size :]
    if len(body) != count * VEHICLE_DTYPE.itemsize:
        raise ValueError(f"a frame of {count} vehicles has {len(body)} bytes")
    return area, show, time, np.frombuffer(body, VEHICLE_DTYPE)
