"""Who speaks, as the talk knows them; and which roles may do what. Everything not in the table is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hallwright.errors import CommandRefused

HOSTS = frozenset({"host", "moderator", "organizer"})
"""Roles that keep order: they take words away, set the pace, answer and hide questions, hold polls, and never wait."""
MAY: Mapping[str, frozenset[str]] = {
    "visitor": frozenset({"say", "withdraw", "ask", "vote", "unvote", "react", "ballot"}),
    "kiosk": frozenset({"react"}),
    **dict.fromkeys(
        HOSTS, frozenset({"say", "withdraw", "remove", "pace", "ask", "vote", "unvote", "answer", "hide", "react",
                          "poll", "ballot", "close_poll"})
    ),
}
PERSONAL = frozenset({"say", "ask", "vote", "poll", "ballot"})
"""What is kept of somebody, and so needs their consent."""
SILENT = frozenset({"say", "ask"})
"""What who is muted may not do."""


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who may speak. ``by`` tells one person from every other, also from who has the same ``number`` later;
    it is no secret. ``area`` is where they are; ``agreed``: what they say may be kept; ``keeps``: they keep order where
    they speak, being the staff of that booth."""

    by: str
    number: int
    nickname: str
    color: int
    role: str
    area: str
    muted: bool = False
    agreed: bool = True
    keeps: bool = False

    def signature(self) -> dict[str, Any]:
        """Who it was, as it stands under what they wrote."""
        return {
            "by": self.by, "number": self.number, "nickname": self.nickname, "color": self.color, "role": self.role,
        }

    @property
    def hosts(self) -> bool:
        """Whether they keep order."""
        return self.keeps or self.role in HOSTS


def check(author: Author, wish: str, area: str) -> None:
    """Pass, or raise CommandRefused ``not_allowed``, ``consent_needed``, ``muted`` or ``not_here``.

    Hosts keep order from anywhere."""
    if wish not in MAY.get("host" if author.keeps else author.role, MAY["visitor"]):
        raise CommandRefused("not_allowed", f"a {author.role} may not {wish}")
    if not author.agreed and wish in PERSONAL:
        raise CommandRefused("consent_needed", "nothing of this person may be kept")
    if author.muted and wish in SILENT:
        raise CommandRefused("muted", "you have been muted")
    if author.area != area and not author.hosts:
        raise CommandRefused("not_here", "one talks where one is")
