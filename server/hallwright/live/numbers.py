"""Numbers for people: 1…65535, given in turn, so that a freed number rests as long as possible before its next use."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallwright.errors import CommandRefused

HIGHEST = 65535


@dataclass(slots=True)
class Numbers:
    """Which numbers are in use. At most ``capacity`` at once."""

    capacity: int = HIGHEST
    used: set[int] = field(default_factory=set)
    last: int = 0

    def take(self) -> int:
        """The next free number; raises CommandRefused ``full``."""
        if len(self.used) >= min(self.capacity, HIGHEST):
            raise CommandRefused("full", "the hall is full")
        number = self.last % HIGHEST + 1
        while number in self.used:
            number = number % HIGHEST + 1
        self.used.add(number)
        self.last = number
        return number

    def free(self, number: int) -> None:
        """Give the number back."""
        self.used.discard(number)
