"""What the audit log says of a command: who did it, what, and on whom or what."""

from __future__ import annotations

import secrets

from hallwright.live.commands import (
    Announce,
    Ban,
    ChangeBoard,
    ChangeSession,
    Command,
    DirectShow,
    Kick,
    Mute,
    ShowOnScreen,
    Unban,
    Unmute,
)
from hallwright.live.hall import Hall
from hallwright.live.queues.commands import DirectQueue
from hallwright.store.writes import Act, Actor


def act_of(command: Command, hall: Hall, by: Actor, venue: str, now: float) -> Act | None:
    """The entry of a command that is about to be applied; None for what anybody may do."""
    match command:
        case Kick(number=number, reason=detail) | Ban(number=number, reason=detail):
            act, subject = type(command).__name__.lower(), _called(hall, number)
        case Mute(number=number) | Unmute(number=number):
            act, subject, detail = type(command).__name__.lower(), _called(hall, number), ""
        case Unban(ban=ban):
            act, subject, detail = "unban", str(ban), ""
        case Announce(en=en):
            act, subject, detail = "announce", "", en[:200]
        case DirectShow(show=show, action=action, value=value):
            act, subject, detail = "show", show, action if value is None else f"{action} {value:g}"
        case ChangeBoard(board=board):
            act, subject, detail = "board", board, ""
        case ShowOnScreen(screen=screen, reel=reel):
            act, subject, detail = "screen", screen, reel or ""
        case DirectQueue(queue=queue, action=action):
            act, subject, detail = "queue", queue, action
        case ChangeSession(session=session):
            act, subject, detail = "session", session, ""
        case _:
            return None
    return Act(secrets.token_hex(16), round(now * 1000), venue, by, act, subject[:200], detail[:200])


def _called(hall: Hall, number: int) -> str:
    """A person's number, and behind it the nickname, which retention takes away."""
    person = hall.numbered(number)
    return f"{number} {person.nickname}".strip() if person else str(number)
