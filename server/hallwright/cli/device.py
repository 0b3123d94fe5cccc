"""``hallwright device``: a secret by which a device on site is heard, and what devices said last."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer

from hallwright.cli.operating import ServerOption, VenueOption, desk
from hallwright.config import Settings


def command(
    device: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A device of the layout; without one, all are listed.", show_default=False),
    ] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Take its secret away: nobody speaks for it.")] = False,
    server: ServerOption = None,
    venue: VenueOption = None,
) -> None:
    """Make the secret of a device and print it once, or list the devices of a running hall. A running hall knows the
    new secret a second later; the one before is good no more."""
    from hallwright.organizer import device_secrets

    path = Settings.from_environment().device_secrets
    if device is None:
        if forget:
            raise typer.BadParameter("name the device to forget", param_hint="ID")
        known = device_secrets.read(path)
        for each in desk(server, venue).get("devices")["devices"]:
            print(line_of(each, each["id"] in known))
    elif forget:
        if not device_secrets.forget(path, device):
            raise typer.BadParameter(f"{device} has no secret", param_hint="ID")
    else:
        print(device_secrets.make(path, device))


def line_of(device: dict[str, Any], has_secret: bool) -> str:
    """One line about a device."""
    said = ", ".join(f"{name} {value}" for name, value in device["values"].items()) or "nothing yet"
    when = f", {datetime.fromtimestamp(device['at']):%H:%M:%S}" if device["at"] else ""
    notes = (" (stale)" if device["stale"] and when else "") + ("" if has_secret else " [no secret]")
    return f"{device['id']}, {device['kind']} in {device['area']}: {said}{when}{notes}"
