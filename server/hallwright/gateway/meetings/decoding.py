"""Payloads of the events of meetings, checked for shape; anything wrong raises CommandRefused ``malformed``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from hallwright.errors import CommandRefused
from hallwright.gateway.decoding import optional_text, said, text
from hallwright.live.meetings.profiles import MOST, Written
from hallwright.live.meetings.sides import OUTCOMES, OutcomeKind

Payload = Mapping[str, Any]
_ID_LENGTH = 64
_SLOT_LENGTH = 80
_LINE_LENGTH = 320
_WORDS_LENGTH = 1_600


def secret(payload: Payload) -> str | None:
    """``secret``: what opens what is a buyer's."""
    return optional_text(payload, "secret", _ID_LENGTH)


def meetings(payload: Payload) -> str | None:
    """``meetings``: the secret of one's meetings, among others of one's own."""
    return optional_text(payload, "meetings", _ID_LENGTH)


def booth(payload: Payload) -> str:
    """``booth``: whose staff somebody comes as; empty where they do not say."""
    return optional_text(payload, "booth", _ID_LENGTH) or ""


def profile(payload: Payload) -> Written:
    """``profile``: what was filled in, not yet understood."""
    value = payload.get("profile")
    if not isinstance(value, dict):
        raise CommandRefused("malformed", "profile is an object")
    lines = {key: optional_text(value, key, _LINE_LENGTH) or "" for key in ("name", "company")}
    words = {key: optional_text(value, key, _WORDS_LENGTH) or "" for key in ("needs", "offers")}
    lists = {key: _ids(value, key, most) for key, most in MOST.items()}
    filled: dict[str, Any] = {**lines, **words, **lists}
    return Written(**filled, remote=said(value, "remote"))


def _ids(value: Mapping[str, Any], key: str, most: int) -> tuple[str, ...]:
    ids = value.get(key)
    if ids is None:
        return ()
    if not isinstance(ids, list) or len(ids) > most or not all(
        isinstance(each, str) and len(each) <= _SLOT_LENGTH for each in ids
    ):
        raise CommandRefused("malformed", f"{key} is a list of at most {most} ids")
    return tuple(dict.fromkeys(ids))


def consent(payload: Payload) -> bool:
    """``consent``."""
    return said(payload, "consent")


def other(payload: Payload) -> str:
    """``other``: whom one wants to meet."""
    return text(payload, "other", _ID_LENGTH)


def meeting(payload: Payload) -> str:
    """``meeting``: its id."""
    return text(payload, "meeting", _ID_LENGTH)


def slot(payload: Payload) -> str | None:
    """``slot``: its id; None where none is wished."""
    return optional_text(payload, "slot", _SLOT_LENGTH) or None


def wanted_slot(payload: Payload) -> str:
    """``slot``, which has to be there."""
    return text(payload, "slot", _SLOT_LENGTH)


def words(payload: Payload, name: str) -> str:
    """``message`` or ``note``; empty where there is none."""
    return optional_text(payload, name, _WORDS_LENGTH) or ""


def accept(payload: Payload) -> bool:
    """``accept``, which has to be said."""
    value = payload.get("accept")
    if not isinstance(value, bool):
        raise CommandRefused("malformed", "accept is true or false")
    return value


def outcome(payload: Payload) -> OutcomeKind:
    """``outcome``."""
    value = payload.get("outcome")
    if value not in OUTCOMES:
        raise CommandRefused("malformed", f"outcome is one of {', '.join(OUTCOMES)}")
    return cast(OutcomeKind, value)
