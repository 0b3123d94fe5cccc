"""What is told of a letter, and to whom: no account, no report but to moderators, and not what others have read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hallwright.live.letters.state import Values
from hallwright.live.letters.writers import Side

_HIDDEN = frozenset({"account", "key"})


def told(events: Iterable[Mapping[str, Any]], side: Side) -> list[Values]:
    """Events as they are stored, as this side gets them: messages and the end of the letter."""
    shown = ("inquired", "wrote", "replied", "ended") + (("reported",) if side == "moderator" else ())
    return [
        {key: value for key, value in event.items() if key not in _HIDDEN} for event in events if event["kind"] in shown
    ]
