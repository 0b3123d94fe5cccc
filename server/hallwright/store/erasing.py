"""What is kept of people in the hall: told to them, or erased, so that numbers stay without a gap.

Whose something is, ``consents`` says: of a person as talk knows them, from which event on their name may be in the
venue's log, under which number. How events and states of talk are rewritten is said by who knows them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update

from hallwright.store.accounts import Job
from hallwright.store.streams import BESIDE
from hallwright.store.tables import AUDIT, CONSENTS, EVENTS, REPORTS, VENUES

NAMED = ("joined", "renamed")
ON_PEOPLE = ("kick", "ban", "mute", "unmute")
Values = dict[str, Any]
Person = tuple[str, str]
"""A venue, and somebody there as talk knows them."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How talk forgets a person, for whom something else stands then: ``event`` changes an event and says whether it
    was theirs, ``state`` gives what is left of a state."""

    event: Callable[[Values, str, str], bool]
    state: Callable[[Values, str, str], Values]


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: numbers of messages and questions by the name under which a stream is stored; and which number the
    person had."""

    venue: str
    person: str
    number: int | None
    messages: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Stay:
    """When somebody had which number in a venue: events after ``since``, up to ``until``; times in ms."""

    number: int
    since: int
    given: int
    until: int | None
    left: int | None

    def during(self, time: Any) -> ColumnElement[bool]:
        """Whether it was then."""
        begun: ColumnElement[bool] = time >= self.given
        return begun if self.left is None else begun & (time <= self.left)


def of_account(account: str) -> Job[list[Person]]:
    """Whoever came with an account."""
    asked = select(CONSENTS.c.venue, CONSENTS.c.person).where(CONSENTS.c.account == account)
    return lambda connection: [(row.venue, row.person) for row in connection.execute(asked)]


def told(people: Sequence[Person]) -> Job[Values]:
    """All that is kept of these people."""

    def job(connection: Connection) -> Values:
        everything: Values = {"consents": [], "names": [], "words": [], "reports": []}
        for venue, person in people:
            everything["words"] += [{"stream": row.venue, **event} for row, event in _words(connection, venue, person)]
            stay = _stay(connection, venue, person)
            if stay is None:
                continue
            theirs = (CONSENTS.c.venue == venue) & (CONSENTS.c.person == person)
            agreed = connection.execute(select(CONSENTS).where(theirs)).mappings()
            everything["consents"] += [dict(row) for row in agreed]
            everything["names"] += [event for _, event in _names(connection, venue, stay)]
            said = (REPORTS.c.venue == venue) & (REPORTS.c.by == stay.number) & stay.during(REPORTS.c.time)
            everything["reports"] += [dict(row) for row in connection.execute(select(REPORTS).where(said)).mappings()]
        return everything

    return job


def erase(people: Mapping[Person, str], rewriting: Rewriting) -> Job[list[Erased]]:
    """Take all of it away, in one transaction. ``people`` says what stands for each of them then."""

    def job(connection: Connection) -> list[Erased]:
        return [_erase(connection, whose, instead, rewriting) for whose, instead in people.items()]

    return job


def _erase(connection: Connection, whose: Person, instead: str, rewriting: Rewriting) -> Erased:
    venue, person = whose
    gone: dict[str, list[int]] = {}
    for row, event in _words(connection, venue, person):
        if rewriting.event(event, person, instead):
            _keep(connection, row, event)
            if event["kind"] in ("said", "asked", "polled"):
                gone.setdefault(row.venue, []).append(row.seq)
    mentions = _beside(venue) & VENUES.c.state.contains(person, autoescape=True)
    for row in connection.execute(select(VENUES.c.id, VENUES.c.state).where(mentions)).all():
        state = json.dumps(rewriting.state(json.loads(row.state), person, instead))
        connection.execute(update(VENUES).where(VENUES.c.id == row.id).values(state=state))
    stay = _stay(connection, venue, person)
    if stay:
        _forget_stay(connection, venue, stay)
    connection.execute(delete(CONSENTS).where(CONSENTS.c.venue == venue, CONSENTS.c.person == person))
    return Erased(venue, person, stay.number if stay else None, gone)


def _forget_stay(connection: Connection, venue: str, stay: Stay) -> None:
    for row, event in _names(connection, venue, stay):
        (event["person"] if event["kind"] == "joined" else event)["nickname"] = ""
        _keep(connection, row, event)
    _forget_state(connection, venue, stay)
    theirs, during = REPORTS.c.venue == venue, stay.during(REPORTS.c.time)
    connection.execute(delete(REPORTS).where(theirs & (REPORTS.c.by == stay.number) & during))
    connection.execute(update(REPORTS).where(theirs & (REPORTS.c.about == stay.number) & during).values(nickname=""))
    acts = (AUDIT.c.venue == venue) & AUDIT.c.act.in_(ON_PEOPLE) & stay.during(AUDIT.c.time)
    about = AUDIT.c.subject.startswith(f"{stay.number} ", autoescape=True)
    connection.execute(update(AUDIT).where(acts & about).values(subject=str(stay.number)))


def _forget_state(connection: Connection, venue: str, stay: Stay) -> None:
    """The name in how the hall was kept last, where that was during the stay."""
    row = connection.execute(select(VENUES.c.seq, VENUES.c.state).where(VENUES.c.id == venue)).first()
    if row is None or row.seq <= stay.since or (stay.until is not None and row.seq >= stay.until):
        return
    state = json.loads(row.state)
    for person in state.get("people", ()):
        if person["number"] == stay.number:
            person["nickname"] = ""
    connection.execute(update(VENUES).where(VENUES.c.id == venue).values(state=json.dumps(state)))


def _beside(venue: str) -> ColumnElement[bool]:
    """The streams beside a venue's own log, also those of long names."""
    return or_(*(VENUES.c.id.startswith(f"{name}{BESIDE}", autoescape=True) for name in {venue, venue[:20]}))


def _words(connection: Connection, venue: str, person: str) -> Iterator[tuple[Any, Values]]:
    """Events of talk in which this person is."""
    streams = [row.id for row in connection.execute(select(VENUES.c.id).where(_beside(venue)))]
    asked = select(EVENTS.c.venue, EVENTS.c.seq, EVENTS.c.body).where(
        EVENTS.c.venue.in_(streams), EVENTS.c.body.contains(f'"by":"{person}"', autoescape=True)
    )
    for row in connection.execute(asked.order_by(EVENTS.c.venue, EVENTS.c.seq)).all():
        yield row, json.loads(row.body)


def _stay(connection: Connection, venue: str, person: str) -> Stay | None:
    theirs = (CONSENTS.c.venue == venue) & (CONSENTS.c.person == person)
    row = connection.execute(select(CONSENTS).where(theirs)).first()
    if row is None:
        return None
    left = (EVENTS.c.venue == venue) & (EVENTS.c.seq > row.since) & (EVENTS.c.kind == "left")
    asked = select(EVENTS.c.seq, EVENTS.c.time, EVENTS.c.body).where(left).order_by(EVENTS.c.seq)
    for each in connection.execute(asked):
        if json.loads(each.body)["number"] == row.number:
            return Stay(row.number, row.since, row.given, each.seq, each.time)
    return Stay(row.number, row.since, row.given, None, None)


def _names(connection: Connection, venue: str, stay: Stay) -> Iterator[tuple[Any, Values]]:
    """Events that say a person's name."""
    asked = select(EVENTS.c.venue, EVENTS.c.seq, EVENTS.c.body).where(
        EVENTS.c.venue == venue, EVENTS.c.seq > stay.since, EVENTS.c.kind.in_(NAMED)
    )
    if stay.until is not None:
        asked = asked.where(EVENTS.c.seq < stay.until)
    for row in connection.execute(asked.order_by(EVENTS.c.seq)).all():
        event = json.loads(row.body)
        if (event["person"] if event["kind"] == "joined" else event)["number"] == stay.number:
            yield row, event


def _keep(connection: Connection, row: Any, event: Values) -> None:
    body = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    place = (EVENTS.c.venue == row.venue) & (EVENTS.c.seq == row.seq)
    connection.execute(update(EVENTS).where(place).values(body=body))
