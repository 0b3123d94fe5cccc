"""How a session stands at a moment, in words of both languages."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

from hallwright.programme.sessions import Session, Text

NOW: Text = {"en": "Now", "zh": "正在进行"}
OVER: Text = {"en": "Over", "zh": "已结束"}
CANCELLED: Text = {"en": "Cancelled", "zh": "已取消"}


def standing_of(session: Session, now: datetime) -> Text:
    """Now, in 20 min, over, cancelled."""
    if session.cancelled:
        return CANCELLED
    if session.runs(now):
        return NOW
    return OVER if session.ends <= now else until((session.starts - now).total_seconds())


def until(seconds: float) -> Text:
    """How long that is, by minutes, hours or days."""
    minutes = max(1, math.ceil(seconds / 60))
    hours, days = round(minutes / 60), round(minutes / 1440)
    if minutes < 90:
        return {"en": f"in {minutes} min", "zh": f"{minutes} 分钟后"}
    if hours < 36:
        return {"en": f"in {hours} h", "zh": f"{hours} 小时后"}
    return {"en": f"in {days} days", "zh": f"{days} 天后"}


def told_when(session: Session, now: datetime) -> dict[str, Any]:
    """What a search result says of a session."""
    return {
        "starts": f"{session.starts:%Y-%m-%dT%H:%M:%SZ}", "ends": f"{session.ends:%Y-%m-%dT%H:%M:%SZ}",
        "when": standing_of(session, now),
    }  # fmt: skip
