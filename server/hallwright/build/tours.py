"""Tours in the manifest: every stop with the place that it means."""

from __future__ import annotations

import math
from typing import Any

from hallwright.layout.model import Text
from hallwright.layout.tour import Camera, Stop, Tour

Json = dict[str, Any]


def tour_entry(tour: Tour) -> Json:
    """A tour as the manifest says it; ``seconds`` are those of its stops, ways between them not counted."""
    return {
        "id": tour.id, "name": _text(tour.name), "summary": _text(tour.summary),
        "seconds": sum(stop.duration for stop in tour.stops), "stops": [_stop(stop) for stop in tour.stops],
    }


def _stop(stop: Stop) -> Json:
    return {
        "kind": stop.kind, "place": stop.place, "area": stop.area, "at": list(stop.at), "facing": _angle(stop.facing),
        "name": _text(stop.name), "text": _text(stop.text), "duration": stop.duration, "run": stop.run,
        "camera": _camera(stop.camera) if stop.camera else None,
    }


def _camera(camera: Camera) -> Json:
    return {
        "at": list(camera.at) if camera.at else None, "height": camera.height,
        "facing": None if camera.facing is None else _angle(camera.facing),
        "pitch": None if camera.pitch is None else round(camera.pitch, 6),
        "look_at": list(camera.look_at) if camera.look_at else None,
    }


def _angle(radians: float) -> float:
    return round(radians % (2 * math.pi), 6)


def _text(text: Text) -> Json:
    return {"en": text.en, "zh": text.zh}
