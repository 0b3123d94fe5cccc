"""Somebody's stay in a hall, and whether a name and words of theirs may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.live.events import Agreed, Disagreed, Person

Agreement = tuple[str | None, bool] | None
"""With which account somebody agrees, and whether they said so as a visitor; None for who does not."""


@dataclass(slots=True)
class Visit:
    """A person's stay. ``session`` stands for the secret by which they may come back. ``connection`` is None while
    away, and then ``away_since`` is when that began (s). ``account`` is that of the credential they came with.
    ``consent``: as a visitor they said that a name and words of theirs may be kept."""

    session: str
    person: Person
    connection: str | None
    away_since: float = 0.0
    account: str | None = None
    consent: bool = False

    @property
    def agreed(self) -> bool:
        """Whether a name and words of this person may be kept. Who took an account agreed to it then; a kiosk, where
        anybody may stand, never does."""
        return self.consent if self.person.role == "visitor" else self.person.role != "kiosk"

    @property
    def agreement(self) -> Agreement:
        """How they agree now."""
        return (self.account, self.consent) if self.agreed else None

    def noted(self, before: Agreement) -> Iterator[Agreed | Disagreed]:
        """What is to be noted where they agree otherwise than before."""
        if self.agreement == before:
            return
        if self.agreed:
            yield Agreed(self.session, self.person.number, self.account, self.consent)
        else:
            yield Disagreed(self.session, self.person.number)
