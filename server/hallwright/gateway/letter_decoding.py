"""Payloads of the events of letters, checked for shape; anything wrong raises CommandRefused ``malformed``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.gateway.decoding import number, optional_text, said, text
from hallwright.live.letters.cards import LONGEST

Payload = Mapping[str, Any]
MOST_SECRETS = 50
STANDINGS = ("open", "answered", "closed")
_ID_LENGTH = 64
_TEXT_LENGTH = 8_000
_FIELD_LENGTH = 1_000


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The payload of ``inquire``."""

    booth: str
    placement: str | None
    text: str
    card: Mapping[str, str]
    consent: bool
    card_consent: bool


def inquiry(payload: Payload) -> Inquiry:
    """``inquire``, which always has its secret."""
    text(payload, "secret", _ID_LENGTH)
    return Inquiry(
        text(payload, "booth", _ID_LENGTH), optional_text(payload, "placement", _ID_LENGTH), written(payload),
        card(payload), said(payload, "consent"), said(payload, "card_consent"),
    )  # fmt: skip


def card(payload: Payload) -> dict[str, str]:
    """``card``: what was filled in; empty where there is none."""
    value = payload.get("card")
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise CommandRefused("malformed", "card is an object")
    return {key: optional_text(value, key, _FIELD_LENGTH) or "" for key in LONGEST}


def written(payload: Payload) -> str:
    """``text``."""
    return text(payload, "text", _TEXT_LENGTH)


def key(payload: Payload) -> str | None:
    """``key``: the page's own name for a message."""
    return optional_text(payload, "key", _ID_LENGTH)


def secret(payload: Payload) -> str | None:
    """``secret``: what opens a letter for its visitor."""
    return optional_text(payload, "secret", _ID_LENGTH)


def letter(payload: Payload) -> str:
    """``letter``: its id; empty where there is none."""
    return optional_text(payload, "letter", _ID_LENGTH) or ""


def secrets(payload: Payload) -> list[str]:
    """``secrets``: those of all letters that a page keeps."""
    value = payload.get("secrets")
    if not isinstance(value, list) or len(value) > MOST_SECRETS or not all(isinstance(each, str) for each in value):
        raise CommandRefused("malformed", f"secrets is a list of at most {MOST_SECRETS} texts")
    return value


def standing(payload: Payload) -> str | None:
    """``standing``: of which letters are wanted; None for all."""
    value = payload.get("standing")
    if value is not None and value not in STANDINGS:
        raise CommandRefused("malformed", f"standing is one of {', '.join(STANDINGS)}")
    return value


def reason(payload: Payload) -> str:
    """``reason``: why a letter is reported."""
    return text(payload, "reason", _FIELD_LENGTH)


def moment(payload: Payload, name: str) -> int | None:
    """A number that may be left out."""
    return None if payload.get(name) is None else number(payload, name)
