"""The hall of the benchmark of devices: where each of them is, as a layout for a real server and a real page."""

from __future__ import annotations

import json
from pathlib import Path

SECRET = "a-secret-of-all-devices"
ACROSS, STEP = 25, (7.5, 4.6)  # m from one device to the next
TURNS, STRIDE = 8, 0.25  # a device goes so many steps of so many metres, and begins anew


def home(device: int) -> tuple[float, float]:
    """Where a device was written to stand."""
    return 8.0 + STEP[0] * (device % ACROSS), 4.0 + STEP[1] * (device // ACROSS)


def place(device: int, turn: int) -> tuple[float, float]:
    """Where it is at its so many-th word; never twice the same within four seconds."""
    x, y = home(device)
    return round(x + STRIDE * (turn % TURNS), 3), round(y, 3)


def write(folder: Path, devices: int) -> Path:
    """The layout, and the devices' secrets in the data folder beside it."""
    (folder / "data").mkdir()
    secrets = {f"d{device}": SECRET for device in range(devices)}
    (folder / "data" / "device-secrets.json").write_text(json.dumps(secrets), "utf-8")
    name = {"en": "Dog", "zh": "机器狗"}
    area = {
        "id": "hall", "kind": "hall", "name": {"en": "Hall", "zh": "展馆"}, "size": [200, 100],
        "zones": [
            {"id": "all", "letter": "A", "name": name, "color": "#1f6fb2",
             "polygon": [[1, 1], [199, 1], [199, 99], [1, 99]]}
        ],
        "spawns": [{"id": "in", "at": [100, 2], "facing": "north", "default": True}],
        "stages": [{"id": "main", "name": name, "at": [190, 97], "size": [6, 3], "facing": "south"}],
        "placements": [
            {"id": f"p{device}", "exhibit": "dog", "at": list(home(device)), "facing": "south", "plinth": 0}
            for device in range(devices)
        ],
    }  # fmt: skip
    layout = {
        "hallwright": 1, "id": "fair", "name": {"en": "Fair", "zh": "展会"}, "areas": [area],
        "exhibits": [{"id": "dog", "name": name, "model": "quadruped-robot", "summary": name}],
        "devices": [
            {"id": f"d{device}", "kind": "robot", "area": "hall", "name": name, "placement": f"p{device}"}
            for device in range(devices)
        ],
    }  # fmt: skip
    path = folder / "venue.yaml"
    path.write_text(json.dumps(layout, ensure_ascii=False), "utf-8")
    return path
