"""What a hall amounts to: square metres, counts, bytes and triangles, taken from its manifest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]
DETAILS = ("far", "near")


def inspect_manifest(manifest: Json) -> Json:
    """The figures of a hall, area by area and in all. Areas and zones in m²; ``bytes`` of the files as they
    are and ``wire`` of their brotli form, for each detail; triangles likewise."""
    areas = [_area(area) for area in manifest["areas"]]
    models = [file for model in manifest["models"].values() for file in (model["near"], model["far"]) if file]
    return {
        "venue": manifest["venue"],
        "revision": manifest["revision"],
        "name": manifest["name"],
        "area_m2": sum(area["area_m2"] for area in areas),
        "booths": sum(area["booths"] for area in areas),
        "exhibits": len(manifest["exhibits"]),
        "exhibitors": len(manifest["exhibitors"]),
        "cells": sum(area["cells"] for area in areas),
        "details": {
            **{detail: _sum(area["details"][detail] for area in areas) for detail in DETAILS},
            "models": _sum(_file(file) for file in models),
        },
        "files": manifest["files"],
        "areas": areas,
    }


def _area(area: Json) -> Json:
    return {
        "id": area["id"],
        "kind": area["kind"],
        "name": area["name"],
        "size": area["size"],
        "area_m2": round(area["size"][0] * area["size"][1], 1),
        "booths": len(area["booths"]),
        "placements": len(area["placements"]),
        "exhibits": len(_exhibits(area)),
        "cells": len(area["cells"]),
        "zones": [_zone(zone, area["booths"]) for zone in area["zones"]],
        "details": {detail: _sum(_file(cell[detail]) for cell in area["cells"] if cell[detail]) for detail in DETAILS},
    }


def _zone(zone: Json, booths: list[Json]) -> Json:
    return {
        "id": zone["id"],
        "letter": zone["letter"],
        "name": zone["name"],
        "area_m2": zone["area_m2"],
        "booths": sum(booth["zone"] == zone["id"] for booth in booths),
    }


def _exhibits(area: Json) -> set[str]:
    shown = {placement["exhibit"] for placement in area["placements"]}
    return shown | {exhibit for booth in area["booths"] for exhibit in booth["exhibits"]}


def _file(file: Json) -> dict[str, int]:
    return {"files": 1, **{name: int(file.get(name, 0)) for name in ("bytes", "wire", "triangles")}}


def _sum(files: Iterable[dict[str, int]]) -> dict[str, int]:
    total = {"files": 0, "bytes": 0, "wire": 0, "triangles": 0}
    for file in files:
        total = {name: value + file[name] for name, value in total.items()}
    return total
