"""``hallwright export``: a hall in formats of other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hallwright.cli.arguments import LayoutArgument, venue_of
from hallwright.cli.progress import progress

commands = typer.Typer(help="Write a hall in a format of other tools.", no_args_is_help=True)


@commands.command("glb")
def glb(
    layout: LayoutArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="The .glb file to write.")],
) -> None:
    """Write the whole venue as one plain GLB that Blender, trimesh and any viewer can open."""
    venue = venue_of(layout)
    from hallwright.export.glb import export

    with progress(f"exporting {venue.id}") as report:
        report(0, 1, str(output))
        export(venue, output)
        report(1, 1, str(output))
    print(f"wrote {output}, {output.stat().st_size:,} bytes")


@commands.command("show")
def show(
    layout: LayoutArgument,
    show_id: Annotated[str, typer.Argument(metavar="SHOW", help="The id of a drone show.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .glb file to write.")],
) -> None:
    """Write a drone show as one plain GLB: a node for each drone, all moved by one animation."""
    venue = venue_of(layout)
    from hallwright.export.show import export_show

    written = export_show(venue, show_id, output)
    seconds = f"{written.duration:g} s, {written.count} drones"
    print(f"wrote {output}, {output.stat().st_size:,} bytes: {seconds}")
