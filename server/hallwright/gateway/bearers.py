"""How somebody comes to a letter: by the secret that their page keeps, or by an account; and as whom, then."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from hallwright.errors import CommandRefused
from hallwright.live.events import Role
from hallwright.live.letters.state import State
from hallwright.live.letters.writers import Writer

MODERATORS: frozenset[Role] = frozenset({"moderator", "organizer"})
SECRET = re.compile(r"[A-Za-z0-9_-]{32,64}")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who comes to ``letter``, or to a list. ``visitor``: by the secret of it; else by an account, its role
    and the booths whose staff it is."""

    letter: str = ""
    visitor: bool = False
    name: str = ""
    account: str | None = None
    role: str = "visitor"
    booths: tuple[str, ...] = ()

    @property
    def moderates(self) -> bool:
        """Whether they read what was reported."""
        return self.role in MODERATORS


def visitor(secret: str, name: str) -> Bearer:
    """Whoever has the secret of a letter. Raises CommandRefused ``malformed``."""
    return Bearer(letter_of(secret), True, name)


def letter_of(secret: str) -> str:
    """The id of the letter that this secret opens. Raises CommandRefused ``malformed`` for what is no secret."""
    if not SECRET.fullmatch(secret):
        raise CommandRefused("malformed", "a letter's secret has 32 to 64 letters and digits")
    return hashlib.sha256(secret.encode()).hexdigest()[:32]


def writer_of(bearer: Bearer, state: State) -> Writer:
    """As whom they come to a letter. Raises CommandRefused ``unknown_letter`` where they may not even know of it."""
    if bearer.visitor:
        return Writer("visitor", bearer.name)
    if state.booth in bearer.booths and state.seq:
        return Writer("staff", bearer.name, bearer.account)
    if bearer.moderates and state.reports:
        return Writer("moderator", bearer.name, bearer.account)
    raise CommandRefused("unknown_letter", "there is no such letter")
