"""Who is in a hall, and by which connection: what others may ask of it."""

from __future__ import annotations

from hallwright.live.events import Person, Role
from hallwright.live.visits import Visit


class Attendance:
    """Visits by what stands for their secrets, and by their connections."""

    def __init__(self) -> None:
        self._visits: dict[str, Visit] = {}
        self._by_connection: dict[str, Visit] = {}

    def people(self, area: str | None = None) -> tuple[Person, ...]:
        """Everyone here, away or not, by joining order; only those in ``area`` if it is given."""
        people = (visit.person for visit in self._visits.values())
        return tuple(person for person in people if area is None or person.area == area)

    def connections(self, area: str) -> frozenset[str]:
        """The connections of those who are in an area now."""
        return frozenset(sid for sid, visit in self._by_connection.items() if visit.person.area == area)

    def everyone(self) -> set[str]:
        """The connections of all who are here now."""
        return set(self._by_connection)

    def __len__(self) -> int:
        """How many people are here, away or not."""
        return len(self._visits)

    def person(self, connection: str) -> Person | None:
        """Who this connection speaks for."""
        visit = self._by_connection.get(connection)
        return visit.person if visit else None

    def numbered(self, number: int) -> Person | None:
        """The person of this number."""
        return next((visit.person for visit in self._visits.values() if visit.person.number == number), None)

    def connection(self, number: int) -> str | None:
        """By which connection the person of this number is here now."""
        return next((sid for sid, visit in self._by_connection.items() if visit.person.number == number), None)

    def watching(self, roles: frozenset[Role]) -> tuple[str, ...]:
        """The connections of those with one of these roles."""
        return tuple(sid for sid, visit in self._by_connection.items() if visit.person.role in roles)

    def agreed(self, connection: str) -> bool:
        """Whether a name and words of whom this connection speaks for may be kept."""
        visit = self._by_connection.get(connection)
        return visit is not None and visit.agreed

    def sessions_here(self) -> dict[str, int]:
        """What stands for everyone's secret, and their number."""
        return {session: visit.person.number for session, visit in self._visits.items()}

    def session(self, connection: str) -> str | None:
        """What stands for the secret of whom this connection speaks for: the same as long as they may come back."""
        visit = self._by_connection.get(connection)
        return visit.session if visit else None
