"""``hallwright build``: a layout into the files that a browser loads."""

from __future__ import annotations

import time
from functools import partial
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
    begun = time.perf_counter()
    settings = Settings.from_environment()
    count = workers or settings.workers
    from hallwright.build.workers import call, started

    # Processes come up while this one imports and reads.
    pool = started(count - 1, partial(call, "hallwright.build.making", "prepare")) if count > 1 else None
    from hallwright.build.pipeline import Builder

    with Builder(out, count, share=True, cache=settings.cache / "models", pool=pool) as builder:
        venue = venue_of(layout)
        with progress(f"building {venue.id}") as report:
            manifest = builder.build(venue, report)
    print(f"{venue.id} {manifest.revision} in {time.perf_counter() - begun:.2f} s: {out}")
