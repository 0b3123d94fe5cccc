"""``hallwright export``: a hall in formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hallwright.cli.arguments import LayoutArgument, venue_of
from hallwright.cli.progress import progress
from hallwright.errors import BuildError

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


class PlanLanguage(StrEnum):
    """The languages of a plan."""

    EN = "en"
    ZH = "zh"


@commands.command("plan")
def plan(
    layout: LayoutArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="The .svg file to write.")],
    area: Annotated[str, typer.Option("--area", metavar="ID", help="The area.", show_default="the first")] = "",
    lang: Annotated[PlanLanguage, typer.Option("--lang", help="The language of its labels.")] = PlanLanguage.EN,
) -> None:
    """Write the plan of an area as SVG: booths, zones, exhibits and facilities, with a legend."""
    venue = venue_of(layout)
    from hallwright.build.places import plan_document
    from hallwright.export.plan.drawing import plan_svg

    drawn = plan_svg(plan_document(venue), area or venue.areas[0].id, lang.value)
    try:
        output.write_bytes(drawn)
    except OSError as error:
        raise BuildError(f"{output} cannot be written: {error.strerror}.") from error
    print(f"wrote {output}, {len(drawn):,} bytes")
