"""What the pages of letters need: the boxes of letters, who comes, and how things are called."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from flask import request

from hallwright.api.faults import FaultError
from hallwright.api.people.gate import Gate
from hallwright.api.text.links import Links
from hallwright.api.text.speaking import Speech
from hallwright.api.venues import ready_hall
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.tour import Tour
from hallwright.organizer.touring import tour_of
from hallwright.store.accounts import Account


class Told(Protocol):
    """A letter as one side sees it."""

    @property
    def side(self) -> str:
        """``visitor``, ``staff`` or ``moderator``."""

    @property
    def line(self) -> dict[str, Any]:
        """As in a list."""

    @property
    def events(self) -> list[dict[str, Any]]:
        """What was written, and what became of it."""


class Box(Protocol):
    """The letters of a venue. Each raises CommandRefused for what cannot be done, StoreError."""

    def visitor(self, secret: str, name: str) -> Any:
        """Whoever has the secret of a letter."""

    def staff(self, letter: str, account: Account) -> Any:
        """Whoever comes with an account, to a letter or, where it is empty, to lists."""

    def inquire(
        self, bearer: Any, booth: str, placement: str | None, text: str, card: Mapping[str, str], consent: bool,
        card_consent: bool,
    ) -> Told:
        """A new letter."""

    def read(self, bearer: Any) -> Told:
        """All of it."""

    def write(self, bearer: Any, text: str, key: str | None) -> Told:
        """Write on, or answer."""

    def see(self, bearer: Any) -> Told:
        """All was read."""

    def end(self, bearer: Any) -> Told:
        """Nobody writes there any more."""

    def report(self, bearer: Any, reason: str) -> Told:
        """Let moderators read it."""

    def erase(self, bearer: Any) -> None:
        """Nothing is left of it."""

    def inbox(self, bearer: Any, standing: str | None, before: int | None) -> list[dict[str, Any]]:
        """The newest letters."""

    def cards(self, bearer: Any) -> list[dict[str, Any]]:
        """The cards that were left."""

    def times(self) -> Sequence[tuple[str, str, int, int | None]]:
        """Booth, standing, opened, answered (ms) of every letter."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``wait`` says for how many seconds whoever asks must wait first: pages of letters ask the database."""

    halls: Halls
    boxes: Mapping[str, Box]
    gate: Gate
    wait: Callable[[], float]
    tours: dict[str, Tour] = field(default_factory=dict)

    def open(self, venue: str) -> tuple[Hall, Box]:
        """A venue and its letters; raises FaultError 404, 429 or 503."""
        wait = self.wait()
        if wait > 0:
            raise FaultError(429, headers={"Retry-After": str(math.ceil(wait))})
        hall = ready_hall(self.halls, venue)
        box = self.boxes.get(hall.id)
        if box is None:
            raise FaultError(503)
        return hall, box

    def names(self, hall: Hall, speech: Speech) -> Names:
        """How booths and exhibits are called."""
        tour = self.tours.get(hall.id)
        if tour is None or tour.revision != hall.revision:
            tour = self.tours[hall.id] = tour_of(hall.manifest or b"")
        return Names(tour, Links(tour, speech))


@dataclass(frozen=True, slots=True)
class Names:
    """One reader's names for things; what has gone is called by its id."""

    tour: Tour
    links: Links

    def booth(self, booth: str) -> str:
        """A booth."""
        known = self.tour.booths.get(booth)
        return self.links.booth(known) if known else booth

    def placement(self, placement: str | None) -> str:
        """An exhibit; empty for none."""
        known = self.tour.placements.get(placement or "")
        return self.links.thing(known) if known else placement or ""

    def address(self, booth: str) -> str:
        """The page of a booth; the venue's where it has gone."""
        if booth in self.tour.booths:
            return self.links.page("booth", id=booth)
        return self.links.page("venue")


def typed(key: str, longest: int = 8_000) -> str:
    """What was filled in; never more than so much of it."""
    return request.form.get(key, "")[:longest]
