"""The bytes of the position socket: see docs/formats/live.md. Everything is little endian.

A ``Positions`` array is what a client says; a ``Seen`` array is what clients are shown.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

POSITION, OTHERS, COUNTS, TRAFFIC, GAZE = 1, 2, 3, 4, 5
MOST_OTHERS = 64
MOST_ZONES = 255
WALKING = 1

POSITION_DTYPE = np.dtype([("kind", "u1"), ("x", "<u2"), ("y", "<u2"), ("yaw", "u1"), ("flags", "u1")])
SEEN_DTYPE = np.dtype([("number", "<u2"), ("x", "<u2"), ("y", "<u2"), ("yaw", "u1"), ("flags", "u1")])
COUNT_DTYPE = np.dtype([("zone", "u1"), ("people", "<u2")])
VEHICLE_DTYPE = np.dtype([("place", "<u2"), ("speed", "u1"), ("gain", "i1")])
_OTHERS_HEAD = struct.Struct("<BBIB")
_COUNTS_HEAD = struct.Struct("<BBB")
_GAZE = struct.Struct("<BBIHHHBb")
_TRAFFIC_HEAD = struct.Struct("<BBBIB")
MOST_VEHICLES = 255


@dataclass(frozen=True, slots=True)
class Gaze:
    """Where somebody stands (cm) and looks: ``yaw`` in 256ths of a turn, ``pitch`` in 63rds of a right angle up."""

    area: int
    x: int
    y: int
    yaw: int
    pitch: int


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


def gaze(number: int, time: int, seen: Gaze) -> bytes:
    """A frame of where the guide ``number`` stands and looks as of ``time`` (ms, wraps)."""
    return _GAZE.pack(GAZE, seen.area, time & 0xFFFFFFFF, number, seen.x, seen.y, seen.yaw, seen.pitch)


def pitches(flags: NDArray[np.uint8]) -> NDArray[np.int8]:
    """How far up people look, in 63rds of a right angle: bits 1 to 7 of their flags, signed."""
    return flags.view(np.int8) >> 1


def read_gaze(frame: bytes) -> tuple[int, int, Gaze]:
    """Number of the guide, time (ms) and gaze of a frame; raises ValueError when it is not one."""
    if len(frame) != _GAZE.size or frame[0] != GAZE:
        raise ValueError("not a frame of a gaze")
    _, area, time, number, x, y, yaw, pitch = _GAZE.unpack(frame)
    return number, time, Gaze(area, x, y, yaw, pitch)


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
