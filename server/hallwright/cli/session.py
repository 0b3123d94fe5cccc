"""``hallwright session``: put a session of a running hall's programme off, move it, cancel it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import typer

from hallwright.cli.operating import ServerOption, VenueOption, desk


def command(
    session: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A session; without one, all are listed.", show_default=False),
    ] = None,
    later: Annotated[
        float | None, typer.Option(help="Put it off by minutes; below 0: bring it forward.", show_default=False)
    ] = None,
    starts: Annotated[
        str | None, typer.Option(help="When it starts: 10:30 of its day, or 2026-11-28T10:30, by the venue's clocks.")
    ] = None,
    cancel: Annotated[bool, typer.Option("--cancel", help="It does not take place.")] = False,
    restore: Annotated[bool, typer.Option("--restore", help="It is again as it was written.")] = False,
    en: Annotated[str | None, typer.Option("--en", help="A word about it in English.", show_default=False)] = None,
    zh: Annotated[str | None, typer.Option("--zh", help="The same in Chinese.", show_default=False)] = None,
    server: ServerOption = None,
    venue: VenueOption = None,
) -> None:
    """Change a session of a running hall for everyone, or list the programme."""
    place = desk(server, venue)
    programme = place.get("programme")
    zone = ZoneInfo(programme["timezone"])
    known = {each["id"]: each for each in programme["sessions"]}
    if session is not None and session not in known:
        raise typer.BadParameter(f"there is no session {session}; there is: {', '.join(known)}", param_hint="ID")
    wanted = _wanted(later, starts, cancel, restore, en, zh)
    if session is None and wanted:
        raise typer.BadParameter("name the session that changes", param_hint="ID")
    if session is None or not wanted:
        for each in known.values() if session is None else [known[session]]:
            print(line_of(each, zone))
        return
    body = _body(known[session], zone, wanted)
    print(line_of(place.patch(f"programme/{quote(session, safe='')}", body)["session"], zone))


def line_of(session: dict[str, Any], zone: ZoneInfo) -> str:
    """One line about a session, by the venue's clocks."""
    starts, ends, written = (_moment(session[name]).astimezone(zone) for name in ("starts", "ends", "written"))
    notes = ["cancelled"] if session["cancelled"] else []
    notes += [f"was {written:%Y-%m-%d %H:%M}"] if written != starts else []
    notes += [session["note"]["en"]] if session["note"] else []
    told = f" ({'; '.join(notes)})" if notes else ""
    return f"{starts:%Y-%m-%d %H:%M}-{ends:%H:%M} {session['id']}: {session['title']['en']}{told}"


def _wanted(
    later: float | None, starts: str | None, cancel: bool, restore: bool, en: str | None, zh: str | None
) -> dict[str, Any]:
    """What was asked for; raises BadParameter where one thing contradicts another."""
    if later is not None and starts is not None:
        raise typer.BadParameter("say --later or --starts, not both", param_hint="--starts")
    if restore and (cancel or later is not None or starts is not None or en or zh):
        raise typer.BadParameter("what is restored is as it was written", param_hint="--restore")
    if (en is None) != (zh is None):
        raise typer.BadParameter("a word about it is in both languages: --en and --zh", param_hint="--en")
    given = {"later": later, "starts": starts, "cancel": cancel or None, "restore": restore or None, "en": en, "zh": zh}
    return {name: value for name, value in given.items() if value is not None}


def _body(session: dict[str, Any], zone: ZoneInfo, wanted: dict[str, Any]) -> dict[str, Any]:
    """The change as the server wants it."""
    if "restore" in wanted:
        return {"starts": None, "ends": None, "cancelled": False, "note": None}
    body: dict[str, Any] = {}
    if "later" in wanted:
        body["starts"] = (_moment(session["starts"]) + timedelta(minutes=wanted["later"])).isoformat()
    if "starts" in wanted:
        body["starts"] = _clock(wanted["starts"], _moment(session["written"]).astimezone(zone)).isoformat()
    if "cancel" in wanted:
        body["cancelled"] = True
    if "en" in wanted:
        body["note"] = {"en": wanted["en"], "zh": wanted["zh"]}
    return body


def _clock(text: str, day: datetime) -> datetime:
    """``10:30`` of a day, or a whole moment; without an offset by the clocks of that day's zone."""
    try:
        moment = datetime.fromisoformat(text if "-" in text else f"{day:%Y-%m-%d}T{text}")
    except ValueError:
        raise typer.BadParameter(f"{text!r}: write 10:30, or 2026-11-28T10:30", param_hint="--starts") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=day.tzinfo)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
