"""``hallwright inspect``: what a layout amounts to once it is built."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hallwright.cli.arguments import JsonOption, LayoutArgument, venue_of
from hallwright.cli.progress import progress
from hallwright.config import Settings


def command(layout: LayoutArgument, as_json: JsonOption = False) -> None:
    """Show areas and zones in square metres, counts of booths, exhibits and cells, bytes and triangles."""
    venue = venue_of(layout)
    from hallwright.build.pipeline import build
    from hallwright.organizer.inspecting import inspect_manifest

    with tempfile.TemporaryDirectory(prefix="hallwright-") as folder, progress(f"building {venue.id}") as report:
        build(venue, Path(folder), workers=Settings.from_environment().workers, progress=report)
        figures = inspect_manifest(json.loads((Path(folder) / "manifest.json").read_bytes()))
    if as_json:
        print(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        _print(figures)


def _print(figures: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table(title=f"{figures['name']['en']} · {figures['name']['zh']}", title_justify="left")
    for title in ("area", "m²", "booths", "exhibits", "cells", "far kB", "near kB", "triangles"):
        table.add_column(title, justify="left" if title == "area" else "right")
    for area in figures["areas"]:
        _row(table, area["name"]["en"], area)
        for zone in area["zones"]:
            table.add_row(f"  {zone['letter']} {zone['name']['en']}", f"{zone['area_m2']:,.0f}", f"{zone['booths']:,}")
    table.add_section()
    _row(table, "in all", figures)
    console.print(table)
    models, files = figures["details"]["models"], figures["files"]
    kilobytes = f"{models['wire'] / 1000:,.0f} kB"
    console.print(f"models: {models['files']} files, {kilobytes}, {models['triangles']:,} triangles")
    console.print(f"in all: {files['count']} files, {files['wire'] / 1e6:,.2f} MB over the wire")


def _row(table: Any, title: str, figures: dict[str, Any]) -> None:
    far, near = figures["details"]["far"], figures["details"]["near"]
    counts = (f"{figures[name]:,}" for name in ("booths", "exhibits", "cells"))
    kilobytes = (f"{detail['wire'] / 1000:,.0f}" for detail in (far, near))
    table.add_row(title, f"{figures['area_m2']:,.0f}", *counts, *kilobytes, f"{near['triangles']:,}")
