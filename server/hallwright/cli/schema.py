"""``hallwright schema``: the layout language as JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def command(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of printing.")] = None,
) -> None:
    """Print the JSON Schema of the layout language, for editors that complete and check while one types."""
    from hallwright.layout.schema import json_schema

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        print(text, end="")
    else:
        output.write_text(text, "utf-8")
        print(f"wrote {output}")
