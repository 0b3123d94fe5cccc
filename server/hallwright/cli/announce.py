"""``hallwright announce``: say something to everyone in a running hall."""

from __future__ import annotations

from typing import Annotated

import typer

from hallwright.cli.operating import ServerOption, VenueOption, desk


def command(
    en: Annotated[str, typer.Option("--en", help="The text in English.", show_default=False)],
    zh: Annotated[str, typer.Option("--zh", help="The text in Chinese.", show_default=False)],
    server: ServerOption = None,
    venue: VenueOption = None,
) -> None:
    """Tell everyone in a running hall, each in their language."""
    told = desk(server, venue).post("announcements", {"text": {"en": en, "zh": zh}})["announcement"]
    print(f"announced as event {told['seq']}")
