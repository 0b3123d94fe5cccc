"""What hosts and moderators ask over Socket.IO, and what anybody may report; and how it is kept and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hallwright.gateway import decoding, queuing
from hallwright.live.commands import (
    Announce,
    Ban,
    ChangeBoard,
    DirectShow,
    Kick,
    ModerationCommand,
    Mute,
    Report,
    Review,
    ShowOnScreen,
    Unban,
    Unmute,
)
from hallwright.live.events import Banned, Event, Reported, Role, Unbanned
from hallwright.live.hall import Hall
from hallwright.live.moderation import Kept
from hallwright.live.queues.commands import DirectQueue
from hallwright.store import writes

Payload = Mapping[str, Any]
StaffCommand = ModerationCommand | Announce | DirectShow | ChangeBoard | ShowOnScreen | DirectQueue
TOLD: frozenset[Role] = frozenset({"moderator", "organizer"})
"""Who hears of reports."""


WISHES: Mapping[str, Callable[[str, Payload], StaffCommand]] = {
    "report": lambda sid, payload: Report(sid, *_person(payload)),
    "mute": lambda sid, payload: Mute(sid, decoding.number(payload, "number")),
    "unmute": lambda sid, payload: Unmute(sid, decoding.number(payload, "number")),
    "kick": lambda sid, payload: Kick(sid, *_person(payload)),
    "ban": lambda sid, payload: Ban(sid, *_person(payload)),
    "unban": lambda sid, payload: Unban(sid, decoding.number(payload, "ban")),
    "review": lambda sid, _: Review(sid),
    "announce": lambda sid, payload: Announce(*decoding.both(payload, "text"), connection=sid),
    "direct": lambda sid, payload: DirectShow(*decoding.direction(payload), connection=sid),
    "write": lambda sid, payload: ChangeBoard(*decoding.writing(payload), connection=sid),
    "direct_queue": queuing.direction,
    "show_on_screen": lambda sid, payload: ShowOnScreen(*decoding.screening(payload), connection=sid),
}
"""What may be wished, by the name of its event."""


def _person(payload: Payload) -> tuple[int, str]:
    return decoding.number(payload, "number"), decoding.optional_text(payload, "reason", 1000) or ""


def beside(venue: str, events: tuple[Event, ...]) -> list[writes.Write]:
    """What is kept of private events."""
    kept: list[writes.Write] = []
    for event in events:
        match event:
            case Banned(number, session, account, nickname, reason, by, at):
                kept.append(writes.Ban(venue, number, session, account, nickname, reason, by, round(at * 1000)))
            case Unbanned(number):
                kept.append(writes.Lift(venue, number))
            case Reported(number, about, nickname, by, reason, at):
                kept.append(writes.Report(venue, number, about, nickname, by, reason, round(at * 1000)))
    return kept


def kept(stored: writes.Stored) -> Kept:
    """What was kept, for a hall that goes on."""
    return Kept(
        tuple(
            Banned(ban.id, ban.session, ban.account, ban.nickname, ban.reason, ban.by, ban.time / 1000)
            for ban in stored.bans
        ),
        tuple(
            Reported(each.id, each.about, each.nickname, each.by, each.reason, each.time / 1000)
            for each in stored.reports
        ),
        stored.last_ban, stored.last_report,
    )  # fmt: skip


def ban_record(ban: Banned) -> dict[str, Any]:
    """A ban as moderators see it: no secret, nor its digest."""
    return {"id": ban.id, "nickname": ban.nickname, "reason": ban.reason, "by": ban.by, "time": round(ban.at * 1000)}


def report_record(report: Reported) -> dict[str, Any]:
    """A report as moderators see it."""
    return {
        "id": report.id, "number": report.about, "nickname": report.nickname, "by": report.by,
        "reason": report.reason, "time": round(report.at * 1000),
    }  # fmt: skip


def review(hall: Hall) -> dict[str, Any]:
    """What a moderator sees, the newest first."""
    return {
        "bans": [ban_record(ban) for ban in reversed(hall.moderation.bans[-100:])],
        "reports": [report_record(report) for report in reversed(hall.moderation.reports[-100:])],
    }
