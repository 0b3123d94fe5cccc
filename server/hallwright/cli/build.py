"""``hallwright build``: a layout into the files that a browser loads."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from hallwright.cli.arguments import LayoutArgument, WorkersOption, venue_of
from hallwright.cli.progress import progress
from hallwright.config import Settings


def command(
    layout: LayoutArgument,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for manifest.json, GLBs and tileset.json.")],
    workers: WorkersOption = None,
) -> None:
    """Compile a layout into manifest.json, GLBs and a 3D Tiles tileset."""
    started = time.perf_counter()
    settings = Settings.from_environment()
    venue = venue_of(layout)
    from hallwright.build.pipeline import build

    with progress(f"building {venue.id}") as report:
        manifest = build(venue, out, workers=workers or settings.workers, progress=report)
    print(f"{venue.id} {manifest.revision} in {time.perf_counter() - started:.2f} s: {out}")
