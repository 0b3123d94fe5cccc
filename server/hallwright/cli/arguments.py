"""Arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hallwright.cli.problems import print_problems
from hallwright.errors import LayoutError

if TYPE_CHECKING:
    from hallwright.layout.model import Venue

LayoutArgument = Annotated[
    Path,
    typer.Argument(help="A layout: a YAML file, or a folder with a venue.yaml.", metavar="LAYOUT", show_default=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for tools.")]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, max=64, help="Processes that compile.", show_default="HALLWRIGHT_WORKERS"),
]


def layout_file(path: Path) -> Path:
    """The layout's file, absolute; a usage error (exit code 2) when there is none."""
    found = path / "venue.yaml" if path.is_dir() else path
    if not found.is_file():
        raise typer.BadParameter(f"{found}: there is no such file", param_hint="LAYOUT")
    return found.absolute()


def venue_of(path: Path) -> Venue:
    """The venue that a layout describes; a layout with problems prints them all and ends with exit code 1."""
    from hallwright.layout.reading import read_venue

    try:
        return read_venue(layout_file(path))
    except LayoutError as error:
        print_problems(error.problems)
        raise SystemExit(1) from None
