"""The hall as a state machine: ``apply(command, now)`` changes the state and returns the events that follow.

The rule of this room: a command that is refused has changed nothing, and the public events of all commands,
followed in order from its first ``Rebuild`` on, give exactly ``state()``; and a hall that goes on from that
(``resumed``) does as this one would. Time and secrets come from outside, so the same script of commands always gives
the same events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.attendance import Attendance
from hallwright.live.boards import BoardPlan, Boards
from hallwright.live.commands import (
    SYSTEM,
    Announce,
    Ban,
    ChangeArea,
    ChangeBoard,
    ChangeSession,
    Command,
    Consent,
    DirectShow,
    Disconnect,
    Erase,
    Expire,
    GroupCommand,
    Join,
    Kick,
    Leave,
    Mute,
    Rebuild,
    Rename,
    Report,
    ResumeShow,
    Review,
    ShowOnScreen,
    StageCommand,
    Stand,
    TriggerShow,
    Unban,
    Unmute,
)
from hallwright.live.events import (
    Admitted,
    Announced,
    Event,
    Joined,
    Left,
    Moved,
    Muted,
    Person,
    Rebuilt,
    Removed,
    Renamed,
    Role,
    RoleChanged,
    Superseded,
    Via,
)
from hallwright.live.groups import Groups
from hallwright.live.moderation import Kept, Moderation, check_rank
from hallwright.live.numbers import HIGHEST, Numbers
from hallwright.live.queues.commands import QueueCommand
from hallwright.live.queues.events import Who
from hallwright.live.queues.queues import Queues
from hallwright.live.screens import Screens
from hallwright.live.seats import Seats
from hallwright.live.sessions import Sessions
from hallwright.live.shows import ShowPlan, Shows
from hallwright.live.state import State
from hallwright.live.table import PERSONAL, check
from hallwright.live.visits import Visit

GRACE = 30.0
COLORS = 12


class Hall(Attendance):
    """Everyone in one venue. ``areas`` are its area ids, the first one the place to go when in doubt."""

    def __init__(
        self, areas: tuple[str, ...], revision: str, *, shows: Iterable[ShowPlan] = (),
        boards: Iterable[BoardPlan] = (), placements: Iterable[str] = (), sessions: Iterable[str] = (),
        now: float = 0.0, grace: float = GRACE, capacity: int = HIGHEST,
    ) -> None:
        super().__init__()
        self.areas = areas
        self.revision = revision
        self.shows = Shows(shows, now)
        self.boards = Boards(boards)
        self.sessions = Sessions(sessions)
        self.screens = Screens()
        self.seats = Seats()
        self.queues = Queues()
        self.groups = Groups(frozenset(placements))
        self.moderation = Moderation()
        self._grace = grace
        self._numbers = Numbers(capacity)

    @classmethod
    def resumed(
        cls, plan: Rebuild, state: State, sessions: Mapping[int, str], now: float, *, grace: float = GRACE,
        kept: Kept | None = None, agreed: frozenset[int] = frozenset(),
    ) -> Hall:
        """A hall that goes on from ``state``, as it was published then. Everyone is away, and may come back with what
        ``sessions`` says of their numbers; whoever has no session there was gone already. ``kept`` is what moderators
        have decided, and heard; ``agreed`` are the numbers of visitors who gave their consent."""
        hall = cls(
            plan.areas, plan.revision, shows=plan.shows, boards=plan.boards, placements=plan.placements,
            sessions=plan.sessions, now=now, grace=grace,
        )  # fmt: skip
        hall.shows.resume(state.shows)
        hall.boards.resume(state.boards)
        hall.sessions.resume(state.sessions)
        hall.screens.replan(plan.screens)
        hall.screens.resume(state.screens)
        hall.seats.plan(plan.seats)
        hall.seats.resume(state.seats)
        hall.queues.plan(plan.queues)
        hall.queues.resume(state.queues)
        hall.groups.resume(state.groups)
        hall.moderation = Moderation(kept)
        hall._numbers = Numbers(hall._numbers.capacity, set(state.people), state.last_number)
        for number, person in state.people.items():
            session = sessions[number]
            hall._visits[session] = Visit(session, Person.of(person), None, now, consent=number in agreed)
        return hall

    def state(self) -> State:
        """What all that has happened has left."""
        people = {person.number: person.record() for person in self.people()}
        return State(
            people, self.shows.records(), self.boards.changes(), self.groups.records(), self._numbers.last,
            self.sessions.changes(), self.screens.showing(), self.seats.records(),
            self.queues.records(),
        )  # fmt: skip

    def apply(self, command: Command, now: float) -> tuple[Event, ...]:
        """The events that follow from ``command`` at ``now`` (s); raises CommandRefused and then changes nothing."""
        visit = self._by_connection.get(command.connection)
        check(self._role(command, visit), "present" if visit else "outside", type(command))
        if visit and type(command) in PERSONAL and not visit.agreed:
            raise CommandRefused("consent_needed", "nothing of this person may be kept")
        return tuple(_HANDLERS[type(command)](self, command, visit, now))

    def _role(self, command: Command, visit: Visit | None) -> Role:
        if command.connection == SYSTEM:
            return "system"
        if visit:
            return visit.person.role
        return command.role if isinstance(command, Join) else "visitor"

    def _join(self, command: Join, visit: Visit | None, now: float) -> Iterator[Event]:
        nickname = None if command.nickname is None else texts.nickname(command.nickname)
        self._check_area(command.area)
        if visit and command.session not in (None, visit.session):
            raise CommandRefused("already_joined", "this connection speaks for someone else; leave first")
        self.moderation.admit(command.session, command.account)
        known = visit or self._visits.get(command.session or "")
        if known is None:
            return self._enter(command, nickname)
        return self._resume(command, known, nickname)

    def _enter(self, command: Join, nickname: str | None) -> Iterator[Event]:
        if not command.fresh or command.fresh in self._visits:
            raise CommandRefused("internal", "no fresh secret")
        number = self._numbers.take()
        person = Person(number, "", number % COLORS, command.area, command.role, command.via, booths=command.booths)
        visit = Visit(command.fresh, person, command.connection, 0.0, command.account, command.consent is True)
        if nickname and (visit.agreed or person.role == "kiosk"):
            visit.person = person = replace(person, nickname=nickname)
        self._visits[visit.session] = self._by_connection[command.connection] = visit
        yield Joined(person)
        yield Admitted(command.connection, visit.session, number, resumed=False)
        yield from visit.noted(None)

    def _resume(self, command: Join, visit: Visit, nickname: str | None) -> Iterator[Event]:
        if visit.connection not in (None, command.connection):
            del self._by_connection[visit.connection]
            yield Superseded(visit.connection, visit.person.number)
        visit.connection = command.connection
        self._by_connection[command.connection] = visit
        before = visit.agreement
        visit.account = command.account
        if (command.role, command.booths) != (visit.person.role, visit.person.booths):
            visit.person = replace(visit.person, role=command.role, booths=command.booths)
            yield RoleChanged(visit.person.number, command.role, command.booths)
        if command.role == "visitor" and command.consent is not None:
            visit.consent = command.consent
        if command.role != "kiosk" and not visit.agreed:
            nickname = ""
        if nickname is not None:
            yield from self._set_nickname(visit, nickname)
        yield from visit.noted(before)
        yield from self._set_place(visit, command.area, command.via)
        yield Admitted(command.connection, visit.session, visit.person.number, resumed=True)

    def _consent(self, command: Consent, visit: Visit, now: float) -> Iterator[Event]:
        before, visit.consent = visit.agreement, command.given
        if not visit.agreed:
            yield from self._set_nickname(visit, "")
        yield from visit.noted(before)

    def _erase(self, command: Erase, visit: None, now: float) -> Iterator[Event]:
        for other in self._visits.values():
            if other.person.number == command.number:
                other.consent = False
                yield from self._set_nickname(other, "")
        self.moderation.erase(command.number)

    def _rename(self, command: Rename, visit: Visit, now: float) -> Iterator[Event]:
        return self._set_nickname(visit, texts.nickname(command.nickname))

    def _change_area(self, command: ChangeArea, visit: Visit, now: float) -> Iterator[Event]:
        self._check_area(command.area)
        return self._set_place(visit, command.area, visit.person.via)

    def _disconnect(self, command: Disconnect, visit: Visit | None, now: float) -> Iterator[Event]:
        if visit:
            del self._by_connection[command.connection]
            visit.connection, visit.away_since = None, now
        return iter(())

    def _announce(self, command: Announce, visit: Visit | None, now: float) -> Iterator[Event]:
        yield Announced(texts.announcement(command.en), texts.announcement(command.zh))

    def _rebuild(self, command: Rebuild, visit: None, now: float) -> Iterator[Event]:
        if not command.areas:
            raise CommandRefused("malformed", "a hall has at least one area")
        self.areas, self.revision = command.areas, command.revision
        self.shows.replan(command.shows, now)
        self.boards.replan(command.boards)
        self.sessions.replan(command.sessions)
        self.screens.replan(command.screens)
        self.seats.plan(command.seats)
        self.queues.plan(command.queues)
        timelines, boards = dict(self.shows.timelines()), self.boards.changes()
        yield Rebuilt(command.revision, timelines, boards, self.sessions.changes(), self.screens.showing())
        yield from self.groups.keep(command.placements)
        yield from self.seats.clear()
        yield from self.queues.clear()
        for stranded in self._visits.values():
            if stranded.person.area not in self.areas:
                yield from self._set_place(stranded, self.areas[0], stranded.person.via)

    def _direct(self, command: DirectShow, visit: Visit | None, now: float) -> Iterator[Event]:
        return self.shows.direct(command.show, command.action, command.value, now)

    def _trigger(self, command: TriggerShow, visit: Visit, now: float) -> Iterator[Event]:
        self.queues.check_turn(command.show, visit.person)
        return self.shows.trigger(command.show, visit.person, now)

    def _change_session(self, command: ChangeSession, visit: None, now: float) -> Iterator[Event]:
        return self.sessions.change(command.session, command.written, command.wanted, now)

    def _show_on_screen(self, command: ShowOnScreen, visit: Visit | None, now: float) -> Iterator[Event]:
        return self.screens.show(command.screen, command.reel, command.slide, command.text, now)

    def _take_seat(self, command: StageCommand, visit: Visit, now: float) -> Iterator[Event]:
        if isinstance(command, Stand):
            return self.seats.stand(visit.person.number)
        return self.seats.sit(visit.person, command.stage, command.seat)

    def _queue(self, command: QueueCommand, visit: Visit | None, now: float) -> Iterator[Event]:
        return self.queues.apply(command, visit.person if visit else None, self._reached, now)

    def _reached(self, who: Who) -> bool:
        """Whether somebody can be called now: pages always, a person while their connection stands."""
        return isinstance(who, str) or self.connection(who) is not None

    def _group(self, command: GroupCommand, visit: Visit, now: float) -> Iterator[Event]:
        return self.groups.apply(command, visit.person, now)

    def _report(self, command: Report, visit: Visit, now: float) -> Iterator[Event]:
        return self.moderation.report(visit.person, self._other(command.number, visit).person, command.reason, now)

    def _mute(self, command: Mute | Unmute, visit: Visit, now: float) -> Iterator[Event]:
        other, muted = self._subject(command.number, visit), isinstance(command, Mute)
        if other.person.muted != muted:
            other.person = replace(other.person, muted=muted)
            yield Muted(other.person.number, muted)

    def _send_away(self, command: Kick | Ban, visit: Visit, now: float) -> Iterator[Event]:
        reason, other = texts.reason(command.reason), self._subject(command.number, visit)
        banned = isinstance(command, Ban)
        if banned:
            yield self.moderation.ban(other.session, other.account, other.person, reason, visit.person, now)
        if other.connection is not None:
            yield Removed(other.connection, other.person.number, "banned" if banned else "kicked", reason)
        yield from self._let_go(other)

    def _moderate(self, command: Unban | Review, visit: Visit, now: float) -> Iterator[Event]:
        if isinstance(command, Unban):
            yield self.moderation.unban(command.ban)

    def _subject(self, number: int, visit: Visit) -> Visit:
        """Somebody else on whom this person may act; raises CommandRefused ``unknown_person`` or ``outranked``."""
        other = self._other(number, visit)
        check_rank(visit.person.role, other.person.role)
        return other

    def _other(self, number: int, visit: Visit) -> Visit:
        for other in self._visits.values():
            if other.person.number == number and other is not visit:
                return other
        raise CommandRefused("unknown_person", f"there is nobody else with the number {number}")

    def _expire(self, command: Expire, visit: None, now: float) -> Iterator[Event]:
        for away in [v for v in self._visits.values() if v.connection is None]:
            if now - away.away_since >= self._grace:
                yield from self._let_go(away)
        yield from self.queues.step(self._reached, now)

    def _check_area(self, area: str) -> None:
        if area not in self.areas:
            raise CommandRefused("unknown_area", f"there is no area {area!r}")

    def _set_nickname(self, visit: Visit, nickname: str) -> Iterator[Event]:
        if nickname != visit.person.nickname:
            visit.person = replace(visit.person, nickname=nickname)
            yield Renamed(visit.person.number, nickname)

    def _set_place(self, visit: Visit, area: str, via: Via) -> Iterator[Event]:
        if (area, via) != (visit.person.area, visit.person.via):
            yield from self.seats.stand(visit.person.number)
            visit.person = replace(visit.person, area=area, via=via)
            yield Moved(visit.person.number, area, via)

    def _let_go(self, visit: Visit) -> Iterator[Event]:
        yield from self.groups.forget(visit.person.number)
        yield from self.seats.stand(visit.person.number)
        yield from self.queues.forget(visit.person.number)
        self.moderation.forget(visit.person.number)
        del self._visits[visit.session]
        if visit.connection is not None:
            del self._by_connection[visit.connection]
        self._numbers.free(visit.person.number)
        yield Left(visit.person.number)


_HANDLERS: Mapping[type[Command], Callable[[Hall, Any, Any, float], Iterator[Event]]] = {
    Join: Hall._join,
    Consent: Hall._consent,
    Erase: Hall._erase,
    Rename: Hall._rename,
    ChangeArea: Hall._change_area,
    Leave: lambda hall, command, visit, now: hall._let_go(visit),
    Disconnect: Hall._disconnect,
    Announce: Hall._announce,
    Rebuild: Hall._rebuild,
    DirectShow: Hall._direct,
    ResumeShow: lambda hall, command, visit, now: hall.shows.go_on(command.show, command.timeline),
    TriggerShow: Hall._trigger,
    ChangeBoard: lambda hall, command, visit, now: hall.boards.change(command.board, command.changes),
    ChangeSession: Hall._change_session,
    Expire: Hall._expire,
    Report: Hall._report,
    Mute: Hall._mute,
    Unmute: Hall._mute,
    Kick: Hall._send_away,
    Ban: Hall._send_away,
    Unban: Hall._moderate,
    Review: Hall._moderate,
    ShowOnScreen: Hall._show_on_screen,
    **dict.fromkeys(get_args(GroupCommand), Hall._group),
    **dict.fromkeys(get_args(StageCommand), Hall._take_seat),
    **dict.fromkeys(get_args(QueueCommand), Hall._queue),
}
