"""Payloads of Socket.IO events, checked for shape. What they mean is decided in ``live``.

Anything wrong raises CommandRefused ``malformed``; keys that are not known are ignored, so that newer pages may
say more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.events import Via

PROTOCOL = 1
_ID_LENGTH = 64
_SHOW_LENGTH = 128
_CODE_LENGTH = 16
_SECRET_LENGTH = 128
_TEXT_LENGTH = 2000
_MOST_SECRETS = 50
_NICKNAME_LENGTH = 256
_HIGHEST = 2**53


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """The payload of ``join``."""

    venue: str
    area: str
    nickname: str | None
    session: str | None
    since: int | None
    via: Via = "hall"
    consent: bool | None = None


def only_payload(arguments: tuple[Any, ...]) -> Mapping[str, Any]:
    """The one object that an event carries; an event without any counts as an empty one."""
    if not arguments or arguments == (None,):
        return {}
    if len(arguments) != 1 or not isinstance(arguments[0], dict):
        raise CommandRefused("malformed", "the payload is one object")
    return arguments[0]


def join_request(payload: Mapping[str, Any]) -> JoinRequest:
    """``join``; raises CommandRefused ``malformed`` or ``unsupported_protocol``."""
    protocol = payload.get("protocol")
    if protocol != PROTOCOL or isinstance(protocol, bool):
        code = "unsupported_protocol" if type(protocol) is int else "malformed"
        raise CommandRefused(code, f"this server speaks protocol {PROTOCOL}")
    return JoinRequest(
        venue=text(payload, "venue", _ID_LENGTH),
        area=text(payload, "area", _ID_LENGTH),
        nickname=optional_text(payload, "nickname", _NICKNAME_LENGTH) or None,
        session=optional_text(payload, "session", _SECRET_LENGTH) or None,
        since=None if payload.get("since") is None else number(payload, "since"),
        via=via(payload),
        consent=None if payload.get("consent") is None else yes(payload, "consent"),
    )


def via(payload: Mapping[str, Any]) -> Via:
    """How somebody is here; walking, when nothing is said."""
    match payload.get("via"):
        case None | "hall":
            return "hall"
        case "text":
            return "text"
    raise CommandRefused("malformed", "via is hall or text")


def nickname(payload: Mapping[str, Any]) -> str:
    """``nickname``: what was typed."""
    return text(payload, "nickname", _NICKNAME_LENGTH)


def area(payload: Mapping[str, Any]) -> str:
    """``area``: where to."""
    return text(payload, "area", _ID_LENGTH)


def show(payload: Mapping[str, Any]) -> str:
    """``trigger``: the id of a show, like ``exhibit/rocket``."""
    return text(payload, "show", _SHOW_LENGTH)


def group(payload: Mapping[str, Any]) -> str:
    """``follow``: the code of a group, however it was typed."""
    return text(payload, "group", _CODE_LENGTH).strip().upper()


def placement(payload: Mapping[str, Any]) -> str | None:
    """``highlight``: the id of a placement, or None for nothing."""
    return optional_text(payload, "placement", _ID_LENGTH)


def whom(payload: Mapping[str, Any]) -> int | None:
    """``ring``: a person's number, or None for all who have broken away."""
    return None if payload.get("number") is None else number(payload, "number")


def both(payload: Mapping[str, Any], key: str) -> tuple[str, str]:
    """The text in both languages under ``key``."""
    value = payload.get(key)
    if not isinstance(value, dict):
        raise CommandRefused("malformed", f"{key} is a text in both languages")
    return text(value, "en", _TEXT_LENGTH), text(value, "zh", _TEXT_LENGTH)


def direction(payload: Mapping[str, Any]) -> tuple[str, str, float | None]:
    """``direct``: a show, what it shall do, and a number for it."""
    value = payload.get("value")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12):
        raise CommandRefused("malformed", "value is a number")
    return show(payload), text(payload, "action", 16), None if value is None else float(value)


def writing(payload: Mapping[str, Any]) -> tuple[str, object]:
    """``write``: a board, and what shall be changed on it."""
    return text(payload, "board", _ID_LENGTH), payload.get("changes")


def screening(payload: Mapping[str, Any]) -> tuple[str, str | None, int | None, object]:
    """``show_on_screen``: a screen, the reel for it or None, one of its slides, words."""
    slide = None if payload.get("slide") is None else number(payload, "slide")
    screen = text(payload, "screen", 2 * _ID_LENGTH + 1)
    words = payload.get("text")
    if words is not None:
        if not isinstance(words, dict):
            raise CommandRefused("malformed", "text is {en, zh}, or one of them")
        words = {key: read for key in ("en", "zh") if (read := optional_text(words, key, _TEXT_LENGTH)) is not None}
    return screen, optional_text(payload, "reel", _ID_LENGTH), slide, words


def seat(payload: Mapping[str, Any]) -> tuple[str, int | None]:
    """``sit``: a stage, and the seat that is wanted."""
    return text(payload, "stage", _ID_LENGTH), None if payload.get("seat") is None else number(payload, "seat")


def queue(payload: Mapping[str, Any]) -> str:
    """``queue``: the placement where one lines up."""
    return text(payload, "queue", _ID_LENGTH)


def text(payload: Mapping[str, Any], key: str, longest: int) -> str:
    """The string under ``key``."""
    value = payload.get(key)
    if not isinstance(value, str) or len(value) > longest:
        raise CommandRefused("malformed", f"{key} is a text of at most {longest} characters")
    return value


def optional_text(payload: Mapping[str, Any], key: str, longest: int) -> str | None:
    """The string under ``key``; None if there is none."""
    return None if payload.get(key) is None else text(payload, key, longest)


def yes(payload: Mapping[str, Any], key: str) -> bool:
    """True or false under ``key``."""
    value = payload.get(key)
    if not isinstance(value, bool):
        raise CommandRefused("malformed", f"{key} is true or false")
    return value


def said(payload: Mapping[str, Any], key: str) -> bool:
    """Whether somebody said yes; not where nothing is said."""
    return key in payload and yes(payload, key)


def secrets(payload: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Secrets of earlier visits under ``key``; none where there is nothing."""
    value = payload.get(key, [])
    fine = isinstance(value, list) and all(isinstance(each, str) and 0 < len(each) <= _SECRET_LENGTH for each in value)
    if not fine or len(value) > _MOST_SECRETS:
        raise CommandRefused("malformed", f"{key} is a list of at most {_MOST_SECRETS} secrets")
    return tuple(value)


def number(payload: Mapping[str, Any], key: str) -> int:
    """The whole number from 0 to 2⁵³ under ``key``."""
    value = payload.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _HIGHEST:
        raise CommandRefused("malformed", f"{key} is a whole number")
    return value


def clock_value(payload: Mapping[str, Any]) -> int | float:
    """``clock``: the client's time in ms, sent back as it is."""
    value = payload.get("t0")
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _HIGHEST:
        raise CommandRefused("malformed", "t0 is a number of milliseconds")
    return value
