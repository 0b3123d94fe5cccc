"""What the pages of meetings need: the meetings of a venue, who comes, and how things are called."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from hallwright.api.faults import FaultError
from hallwright.api.letters.desk import Desk
from hallwright.organizer.halls import Hall

Values = dict[str, Any]


class Book(Protocol):
    """The meetings of a venue; ``party`` is what ``Parties`` gives. Each raises CommandRefused for what cannot be done,
    StoreError. Values are those of docs/formats/meetings.md."""

    def mine(self, party: Any) -> Values:
        """All that is kept of a side."""

    def matches(self, party: Any) -> list[Values]:
        """Whom it matches, the best first."""

    def write_profile(self, party: Any, written: Any, consent: bool) -> Values:
        """Keep what a side says of itself."""

    def ask(self, party: Any, other: str, slot: str | None, message: str) -> Values:
        """Ask for a meeting."""

    def answer(self, party: Any, meeting: str, accept: bool, slot: str | None) -> Values:
        """Say yes or no."""

    def move(self, party: Any, meeting: str, slot: str) -> Values:
        """Meet in another slot."""

    def cancel(self, party: Any, meeting: str) -> Values:
        """Do not meet."""

    def here(self, party: Any, meeting: str) -> Values:
        """One is there."""

    def outcome(self, party: Any, meeting: str, outcome: Any, note: str) -> Values:
        """What came of it."""

    def forget(self, party: Any) -> None:
        """Nothing tells of a buyer any more."""


class Parties(Protocol):
    """As whom somebody comes to a book. Each raises CommandRefused ``malformed``."""

    def buyer(self, secret: str) -> Any:
        """Whoever has this secret."""

    def booth(self, booth: str) -> Any:
        """The staff of a booth."""

    def profile(self, filled: Mapping[str, Any]) -> Any:
        """What somebody says of themselves, in the words of PROFILE."""


@dataclass(frozen=True, slots=True)
class MeetingDesk:
    """``letters`` is the desk that knows halls, names and how long to wait; ``book`` raises KeyError for a venue that
    is not open."""

    letters: Desk
    book: Callable[[str], Book]
    parties: Parties

    def open(self, venue: str) -> tuple[Hall, Book]:
        """A venue and its meetings. Raises FaultError 404 where there are none, and what ``Desk.open`` raises."""
        hall, _ = self.letters.open(venue)
        if not meets(hall):
            raise FaultError(404)
        try:
            return hall, self.book(hall.id)
        except KeyError:
            raise FaultError(503) from None


def meets(hall: Hall) -> bool:
    """Whether one can meet in this hall."""
    return bool(json.loads(hall.manifest or b"{}").get("meetings"))
