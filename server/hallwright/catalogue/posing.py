"""Poses of figures with limbs: hands and feet go where they are told, joints follow.

All arrays run over the frames of a motion. Rotations are (n, 3, 3) matrices in the model's frame, relative to rest;
limbs have two bones, and bend towards a hint.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallwright.catalogue.rig import Track

Points = NDArray[np.float64]
# A limb is never stretched quite straight, where its bend would have no side.
LONGEST_REACH = 0.998


def frames(duration: float, rate: float) -> Points:
    """Times (n,) of a motion from 0 to ``duration`` seconds, about ``rate`` a second."""
    return np.linspace(0.0, duration, max(2, round(duration * rate)) + 1)


def turned(yaw: ArrayLike = 0.0, pitch: ArrayLike = 0.0, roll: ArrayLike = 0.0) -> Points:
    """Rotations by roll (Z), then pitch (X), then yaw (Y), radians (n,) or one number each."""
    y, x, z = np.broadcast_arrays(*(np.atleast_1d(np.asarray(angle, np.float64)) for angle in (yaw, pitch, roll)))
    return _axis(y, 1) @ _axis(x, 0) @ _axis(z, 2)


def keyed(times: Points, keys: Sequence[tuple[float, Sequence[float] | float]]) -> Points:
    """Values (n, k), or (n,) of single numbers, eased from key (seconds, value) to key and held at both ends."""
    at = np.array([key[0] for key in keys], np.float64)
    values = np.array([np.atleast_1d(np.asarray(key[1], np.float64)) for key in keys])
    place = np.clip(np.searchsorted(at, times, side="right") - 1, 0, len(at) - 2)
    share = np.clip((times - at[place]) / (at[place + 1] - at[place]), 0.0, 1.0)
    eased = (share**3 * (share * (6 * share - 15) + 10))[:, None]
    found = values[place] * (1 - eased) + values[place + 1] * eased
    return found[:, 0] if values.shape[1] == 1 else found


def flowing(times: Points, keys: Sequence[tuple[float, Sequence[float]]], duration: float) -> Points:
    """Values (n, k) that flow through keys (seconds, value) without a stop, and round to the first one again."""
    at = np.array([key[0] for key in keys], np.float64)
    values = np.array([key[1] for key in keys], np.float64)
    count = len(at)
    around = np.concatenate([at[-2:] - duration, at, at[:3] + duration])
    place = np.searchsorted(around, times % duration, side="right") - 1
    p, q, r, s = (values[(place + shift - 2) % count] for shift in (-1, 0, 1, 2))
    a, b, c, d = (around[place + shift][:, None] for shift in (-1, 0, 1, 2))
    t, wide = (times % duration)[:, None], c - b
    share = (t - b) / wide
    into, out = (r - p) / (c - a) * wide, (s - q) / (d - b) * wide
    cubic, square = share**3, share**2
    found: Points = (
        q * (2 * cubic - 3 * square + 1)
        + into * (cubic - 2 * square + share)
        + r * (3 * square - 2 * cubic)
        + out * (cubic - square)
    )
    return found


def steps(times: Points, moves: Sequence[tuple[float, float, Sequence[float]]], lift: float = 0.06) -> Points:
    """A foot (n, 3) metres from rest that stands, but for each move (from, to seconds, where to x, z), when it is
    lifted, carried over and put down."""
    foot = np.zeros((len(times), 3))
    here = np.zeros(2)
    for start, end, goal in moves:
        share = np.clip((times - start) / (end - start), 0.0, 1.0)
        # Up before across and down after it, so that no foot drags.
        across = np.clip((share - 0.15) / 0.7, 0.0, 1.0)
        eased = across**3 * (across * (6 * across - 15) + 10)
        foot[:, 0] += (goal[0] - here[0]) * eased
        foot[:, 2] += (goal[1] - here[1]) * eased
        foot[:, 1] += lift * np.sin(math.pi * share) ** 1.5
        here = np.asarray(goal, np.float64)
    return foot


def reach(
    bones: tuple[Sequence[float], Sequence[float]], hint: Sequence[float], root: Points, goal: Points, hints: Points
) -> tuple[Points, Points]:
    """Rotations (upper, lower) of two ``bones``, vectors at rest, so that from ``root`` (n, 3) they end at ``goal``
    (n, 3) or point to it when it is too far. The joint between bends towards ``hint`` at rest, ``hints`` (n, 3) now."""
    upper, lower = (np.asarray(bone, np.float64) for bone in bones)
    a, b = float(np.linalg.norm(upper)), float(np.linalg.norm(lower))
    way = goal - root
    length = np.linalg.norm(way, axis=1)
    ahead = way / np.maximum(length, 1e-9)[:, None]
    length = np.clip(length, abs(a - b) + 1e-4, (a + b) * LONGEST_REACH)
    hinge = _unit(np.cross(ahead, hints))
    bend = np.cross(hinge, ahead)
    cosine = np.clip((a * a + length**2 - b * b) / (2 * a * length), -1.0, 1.0)[:, None]
    first = ahead * cosine + bend * np.sqrt(1 - cosine**2)
    second = _unit(ahead * length[:, None] - first * a)
    at_rest = _unit(np.cross(upper, np.asarray(hint, np.float64))[None])
    return _frame(first, hinge) @ _back(upper, at_rest), _frame(second, hinge) @ _back(lower, at_rest)


def joint_tracks(
    times: Points, turns: Mapping[str, Points], parents: Mapping[str, str | None], moves: Mapping[str, Points]
) -> list[Track]:
    """Tracks of joints: ``turns`` are their rotations in the model's frame, ``moves`` metres from rest."""
    seconds = tuple(map(float, times))
    tracks = [Track(name, "translation", seconds, _rows(values)) for name, values in moves.items()]
    for name, turn in turns.items():
        parent = parents[name]
        local = turn if parent is None else turns[parent].transpose(0, 2, 1) @ turn
        tracks.append(Track(name, "rotation", seconds, _rows(vectors(local))))
    return tracks


def vectors(turns: Points) -> Points:
    """Rotations as axis times angle (n, 3), each the nearest to the one before."""
    skew = np.stack(
        [turns[:, 2, 1] - turns[:, 1, 2], turns[:, 0, 2] - turns[:, 2, 0], turns[:, 1, 0] - turns[:, 0, 1]], 1
    )
    sine = np.linalg.norm(skew, axis=1) / 2
    cosine = (np.trace(turns, axis1=1, axis2=2) - 1) / 2
    angle = np.arctan2(sine, cosine)
    axis = np.where(sine[:, None] > 1e-9, skew / np.maximum(2 * sine, 1e-9)[:, None], (1.0, 0.0, 0.0))
    for place in range(1, len(angle)):
        near = axis[place - 1] * angle[place - 1]
        ways = [axis[place] * (angle[place] + 2 * math.pi * k) for k in (0, -1, 1)]
        best = min(ways, key=lambda way: float(np.linalg.norm(way - near)))
        size = float(np.linalg.norm(best))
        if size > 1e-9:
            axis[place], angle[place] = best / size, size
    found: Points = axis * angle[:, None]
    return found


def _axis(angle: Points, about: int) -> Points:
    """(n, 3, 3) rotations about one of the model's axes."""
    cos, sin = np.cos(angle), np.sin(angle)
    turn = np.zeros((len(angle), 3, 3))
    second, third = (about + 1) % 3, (about + 2) % 3
    turn[:, about, about] = 1
    turn[:, second, second] = turn[:, third, third] = cos
    turn[:, third, second], turn[:, second, third] = sin, -sin
    return turn


def _frame(ahead: Points, hinge: Points) -> Points:
    """Matrices whose columns are a bone, its hinge, and what is across both."""
    hinge = _unit(hinge - ahead * (ahead * hinge).sum(axis=1, keepdims=True))
    return np.stack([ahead, hinge, np.cross(ahead, hinge)], axis=-1)


def _back(bone: Points, hinge: Points) -> Points:
    return _frame(_unit(bone[None]), hinge).transpose(0, 2, 1)


def _unit(rows: Points) -> Points:
    found: Points = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return found


def _rows(values: Points) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(round(float(value), 5) for value in row) for row in values)
