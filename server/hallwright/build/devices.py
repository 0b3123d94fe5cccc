"""Devices in the manifest: what they are, and what follows them. What its kind has no use for is left out."""

from __future__ import annotations

from typing import Any

from hallwright.build.places import text_entry
from hallwright.layout.device import Device

Json = dict[str, Any]


def device_entry(device: Device) -> Json:
    """A device as the manifest says it."""
    entry: Json = {
        "id": device.id, "kind": device.kind, "area": device.area, "name": text_entry(device.name),
        "stale_after": device.stale_after,
    }  # fmt: skip
    driven = {key: getattr(device, key) for key in ("placement", "board", "row", "screen", "slot", "zone")}
    entry |= {key: value for key, value in driven.items() if value is not None}
    if device.path:
        entry |= {"path": [list(point) for point in device.path], "closed": device.closed}
    return entry
