"""``hallwright describe``: what the server answers and tells, for programs that talk with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer


def command(
    what: Annotated[
        Literal["openapi", "events"],
        typer.Argument(help="openapi: what is asked over HTTP; events: what is told live, as AsyncAPI."),
    ],
    types: Annotated[bool, typer.Option("--types", help="As types of TypeScript.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of printing.")] = None,
) -> None:
    """Print the OpenAPI or the AsyncAPI document of this version; a server has both, and a page, at /reference."""
    text = _text(what, types)
    if output is None:
        print(text, end="")
    else:
        output.write_text(text, "utf-8")
        print(f"wrote {output}")


def _text(what: str, types: bool) -> str:
    from hallwright.describing.declaring import of_addresses, of_events

    document: dict[str, Any]
    if what == "openapi":
        from hallwright.api.reference.alone import every_address
        from hallwright.api.reference.openapi import document as described

        document = described(every_address())
    else:
        from hallwright.gateway.vocabulary.document import document as told

        document = told()
    if types:
        return of_addresses(document) if what == "openapi" else of_events(document)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
