"""A drone show as one plain GLB: a node for each drone, moved by one glTF animation, for Blender and any other tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Motion, Part, Rig, Track
from hallwright.errors import BuildError
from hallwright.export.glb import check
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shapes import box, cylinder, transform
from hallwright.gltf.writing import Asset, Figure, write
from hallwright.layout.model import Show, Venue
from hallwright.layout.spelling import did_you_mean
from hallwright.scene.materials import MATERIALS
from hallwright.scene.swarm import Swarm, ease, swarm_of

FLOWN, TURNED = 10, 24  # keys of a way between two pictures, and of a turn
SHELL, LAMP = "#2A2F34", "#FFF4DC"


def export_show(venue: Venue, show_id: str, path: Path) -> Show:
    """Write a drone show to ``path``, read back first. Raises BuildError when there is no such show, when it is of
    another kind, or when the file cannot be written."""
    show = _drones(venue, show_id)
    data = show_glb(show)
    check(data)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BuildError(f"{path} cannot be written: {error.strerror}.") from error
    return show


def show_glb(show: Show) -> bytes:
    """The bytes of a drone show's GLB, in the show's frame: its middle on the ground, +Z towards the audience."""
    names = [f"drone-{number:03}" for number in range(1, show.count + 1)]
    times, places = keys_of(swarm_of(show))
    tracks = [Track(name, "translation", times.tolist(), places[:, k].tolist()) for k, name in enumerate(names)]
    copter = Mesh("export/drone", tuple(_copter()), far=())
    rig = Rig({name: Part(copter.primitives) for name in names}, (Motion(show.id, tracks, loop=show.loop),))
    figure = Figure(show.id, rig, dict.fromkeys(names, copter))
    return write(Asset((), MATERIALS, figures=(figure,)), "plain").data


def keys_of(swarm: Swarm) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(keys,) seconds and (keys, drones, 3) metres: the whole show, close enough that straight lines do between."""
    times, places = zip(*_keys(swarm), strict=True)
    return np.array(times), np.stack(places)


def _keys(swarm: Swarm) -> Iterator[tuple[float, NDArray[np.float64]]]:
    last = len(swarm.places) - 1
    for index, (arrives, leaves, turn) in enumerate(zip(swarm.arrives, swarm.leaves, swarm.turns, strict=True)):
        here = swarm.places[index]
        for share in np.linspace(0, 1, TURNED + 1 if turn != "none" else 2):
            yield arrives + (leaves - arrives) * share, swarm.turned(index, 2 * np.pi * ease(share))
        if index < last:
            for share in np.linspace(0, 1, FLOWN + 1)[1:-1]:
                at = leaves + (swarm.arrives[index + 1] - leaves) * share
                yield at, here + (swarm.places[index + 1] - here) * ease(share)


def _drones(venue: Venue, show_id: str) -> Show:
    shows = {show.id: show for show in venue.shows}
    drones = [show.id for show in venue.shows if show.kind == "drones"]
    show = shows.get(show_id)
    if show is None:
        hint = did_you_mean(show_id, drones) or f"there is: {', '.join(drones) or 'no drone show'}"
        raise BuildError(f"There is no show '{show_id}': {hint}")
    if show.kind != "drones":
        raise BuildError(f"'{show_id}' is a show of {show.kind}; only drone shows can be exported.")
    return show


def _copter() -> Iterator[Primitive]:
    """A small quadcopter, its lamp below."""
    yield box((0.3, 0.11, 0.3), (0, 0, 0), "matte", SHELL)
    for turn in (0.25 * np.pi, 0.75 * np.pi):
        yield transform(box((1.0, 0.035, 0.05), (0, 0, 0), "matte", SHELL), (0, 0, 0), yaw=float(turn))
    for x in (-0.35, 0.35):
        for z in (-0.35, 0.35):
            yield cylinder(0.2, 0.02, (x, 0.06, z), "matte", SHELL, segments=10)
    yield box((0.16, 0.05, 0.16), (0, -0.08, 0), "glow", LAMP)
