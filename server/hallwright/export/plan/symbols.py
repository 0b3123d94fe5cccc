"""Symbols of facilities, doors, exhibits and ways out, as path data in a square of 24 units; web/src/ui/plan/symbols.ts
draws the same."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hallwright.export.plan.paper import ACCENT, INK, PAPER, mark, num

LINES: dict[str, str] = {
    "registration": "M7 5h10v14H7zM10 9h4M10 13h4",
    "information": "M12 10.5v7M12 6.5v.5",
    "cafe": "M6 9h10v5a4 4 0 0 1-4 4h-2a4 4 0 0 1-4-4zM16 10h1.5a2 2 0 0 1 0 4.5H16M9 4v2M13 4v2",
    "toilets": (
        "M8 6.2v.1M5.5 10h5l-1 5h-.5v4h-2v-4h-.5z"
        "M16 6.2v.1M14.5 10h3l1.5 5h-1.5v4h-3v-4h-1.5z"
    ),
    "first-aid": "M12 6v12M6 12h12",
    "cloakroom": (
        "M10 7a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2"
        "l7 5.5c.6.5.3 1.5-.5 1.5h-13c-.8 0-1.1-1-.5-1.5l7-5.5"
    ),
    "lounge": "M6 11V8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v3M4.5 11.5V17h15v-5.5M4.5 14h15M7 17v2M17 17v2",
    "meeting": "M8 7v.1M16 7v.1M5 17c0-4 1-6 3-6s3 2 3 6M13 17c0-4 1-6 3-6s3 2 3 6",
    "charging": "M13 4l-6 9h5l-1 7 6-9h-5z",
    "service": "M12 5v3M12 16v3M5 12h3M16 12h3M7 7l2 2M15 15l2 2M17 7l-2 2M9 15l-2 2",
}
FILLED: dict[str, str] = {
    "exhibit": "M12 4l8 8-8 8-8-8z",
    "entrance": "M4 5h16l-8 15z",
    "exit": "M4 19h16l-8-15z",
    "emergency": "M4 20h16l-8-8zM4 12h16l-8-8z",
    "service-door": "M6 6h12v12H6z",
    "portal": "M12 3l9 9h-5v9H8v-9H3z",
}
TINTS = {
    "exhibit": INK, "entrance": ACCENT, "exit": "#4d5a64", "emergency": "#1d6b45", "service-door": "#4d5a64",
    "portal": ACCENT,
}
"""Doors are told apart by their shapes; the tint only helps."""


def symbol(parent: ET.Element, kind: str, x: float, y: float, size: float, title: str = "", turn: float = 0.0) -> None:
    """The symbol of this kind around a point, ``size`` units wide, turned clockwise by ``turn`` degrees."""
    turned = f" rotate({num(turn)} 12 12)" if turn else ""
    place = f"translate({num(x - size / 2)} {num(y - size / 2)}) scale({size / 24:.3f}){turned}"
    holder = mark(parent, "g", title, transform=place)
    if kind in FILLED:
        mark(holder, "path", d=FILLED[kind], fill=TINTS[kind], stroke=PAPER, stroke_width=2, stroke_linejoin="round",
             paint_order="stroke")
        return
    mark(holder, "rect", width=24, height=24, rx=6, fill=INK)
    mark(holder, "path", d=LINES.get(kind, LINES["information"]), fill="none", stroke=PAPER, stroke_width=2,
         stroke_linecap="round", stroke_linejoin="round")
