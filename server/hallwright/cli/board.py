"""``hallwright board``: write on a board of a running hall."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import quote

import typer

from hallwright.cli.operating import ServerOption, VenueOption, desk


def command(
    board: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A board; without one, all are listed.", show_default=False)
    ] = None,
    row: Annotated[
        str | None, typer.Argument(metavar="[ROW]", help="The id of a row of it, old or new.", show_default=False)
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FIELD=VALUE]…", help="Like value=3601, label.en=Guests, parties='[\"A\", \"B\"]'.",
            show_default=False,
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the row away.")] = False,
    server: ServerOption = None,
    venue: VenueOption = None,
) -> None:
    """Change a row of a list, a signing wall or a wall of figures for everyone in a running hall, or list them."""
    place = desk(server, venue)
    if row is None or not (fields or remove):
        _list(place.get("boards")["boards"], board, row)
        return
    if remove and fields:
        raise typer.BadParameter("a row that is taken away has no fields", param_hint="--remove")
    changes = {row: None if remove else fields_of(fields or [])}
    told = place.post(f"boards/{quote(board or '', safe='')}", {"changes": changes})["board"]
    _list([told], told["id"], None if remove else row)


def fields_of(given: list[str]) -> dict[str, Any]:
    """``["value=3601", "label.en=Guests"]`` as ``{"value": 3601, "label": {"en": "Guests"}}``. Raises BadParameter."""
    fields: dict[str, Any] = {}
    for each in given:
        name, equals, value = each.partition("=")
        outer, _, inner = name.partition(".")
        if not equals or not outer:
            raise typer.BadParameter(f"{each!r} is not FIELD=VALUE", param_hint="FIELD=VALUE")
        if not inner:
            fields[outer] = _value(value)
        elif isinstance(fields.setdefault(outer, {}), dict):
            fields[outer][inner] = value
        else:
            raise typer.BadParameter(f"{outer!r} is given twice", param_hint="FIELD=VALUE")
    return fields


def _value(text: str) -> Any:
    """A number, list or mapping where it is one, else the text itself."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, int | float | list | dict) and not isinstance(value, bool) else text


def _list(boards: list[dict[str, Any]], board: str | None, row: str | None) -> None:
    if board is not None and all(each["id"] != board for each in boards):
        raise typer.BadParameter(f"there is no board {board}", param_hint="ID")
    for each in boards:
        if board is None:
            print(f"{each['id']}: {each['kind']}, {len(each['rows'])} rows")
        for fields in each["rows"] if each["id"] == board else ():
            if row in (None, fields["id"]):
                said = {key: value for key, value in fields.items() if key != "id"}
                print(f"{each['id']} {fields['id']}: {json.dumps(said, ensure_ascii=False)}")
