"""Tickets for the position socket: who joined gets one, it opens one connection, and it soon lapses."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

GOOD_FOR = 60.0


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a ticket was given to: the connection that joined a venue."""

    venue: str
    connection: str


@dataclass(slots=True)
class Tickets:
    """The tickets that nobody has used yet, oldest first."""

    _unused: dict[str, tuple[float, Holder]] = field(default_factory=dict)

    def issue(self, holder: Holder, now: float) -> str:
        """A new ticket, not to be guessed."""
        self._drop_lapsed(now)
        ticket = secrets.token_urlsafe(18)
        self._unused[ticket] = (now + GOOD_FOR, holder)
        return ticket

    def redeem(self, ticket: str, now: float) -> Holder | None:
        """Whose ticket it is, once; None for any other text."""
        until, holder = self._unused.pop(ticket, (now, None))
        return holder if now < until else None

    def _drop_lapsed(self, now: float) -> None:
        for ticket, (until, _) in list(self._unused.items()):
            if now < until:
                return
            self._unused.pop(ticket, None)

    def __len__(self) -> int:
        return len(self._unused)
