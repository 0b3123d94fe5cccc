"""The lines at the exhibits of one hall: first come, first called.

The rule of this room: nobody is overtaken but by their own absence. Who is called has a minute to take their turn; who
misses it goes behind the next one, once, and at the second time is out. Who has lost their connection keeps the place
as long as they may come back, and is not called meanwhile.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping

from hallwright.errors import CommandRefused
from hallwright.live.events import Person, record
from hallwright.live.queues.commands import DirectQueue, LeaveLine, LineUp, QueueCommand, TakeTurn
from hallwright.live.queues.events import (
    QueueCalled,
    QueueClosed,
    Queued,
    QueueEvent,
    QueueLeft,
    QueuePassed,
    QueueTaken,
    Who,
)
from hallwright.live.queues.line import CALL, QueuePlan, Record, busy, find, follow, waiting
from hallwright.live.shows import EXHIBIT

MOST_WAITING = 100  # in one line
MOST_AT_ONCE = 3  # lines that one person is in
Here = Callable[[Who], bool]
"""Whether somebody can be called now."""


class Queues:
    """The lines of one hall."""

    def __init__(self, plans: Iterable[QueuePlan] = ()) -> None:
        self._plans = {plan.id: plan for plan in plans}
        self._lines: dict[str, Record] = {}

    def records(self) -> dict[str, Record]:
        """Every line in which somebody is, or that is closed."""
        return copy.deepcopy(self._lines)

    def plan(self, plans: Iterable[QueuePlan]) -> None:
        """There are these lines now; ``clear`` tells who stood in others."""
        self._plans = {plan.id: plan for plan in plans}

    def clear(self) -> Iterator[QueueEvent]:
        """Where there is no line any more, everybody leaves it."""
        for queue in [queue for queue in self._lines if queue not in self._plans]:
            for place in list(self._lines[queue]["places"]):
                yield self._follow(QueueLeft(queue, place["who"], "closed"))
            if queue in self._lines:
                yield self._follow(QueueClosed(queue, False))

    def resume(self, records: Mapping[str, Record]) -> None:
        """Go on from what ``records`` gave."""
        self._lines = copy.deepcopy(dict(records))

    def planned(self) -> Mapping[str, QueuePlan]:
        """Every line that there can be, by its placement."""
        return self._plans

    def apply(self, command: QueueCommand, person: Person | None, here: Here, now: float) -> Iterator[QueueEvent]:
        """Do what a command says, of a person or of a reader of pages, then call whom it lets in. Raises CommandRefused
        ``unknown_queue`` and whatever a command cannot do."""
        plan = self._plans.get(command.queue)
        if plan is None:
            raise CommandRefused("unknown_queue", f"nobody lines up at {command.queue!r}")
        if isinstance(command, DirectQueue):
            yield from self._direct(plan, command, person)
        else:
            yield from self._own(plan, command, person, now)
        yield from self._call(plan, here, now)

    def _own(
        self, plan: QueuePlan, command: LineUp | TakeTurn | LeaveLine, person: Person | None, now: float
    ) -> Iterator[QueueEvent]:
        who = person.number if person else command.reader
        if not who:
            raise CommandRefused("malformed", "somebody has to stand in a line")
        match command:
            case LineUp():
                return self._line_up(plan, who)
            case TakeTurn():
                return self._take(plan, who, person, now)
            case LeaveLine():
                return self._leave(plan, who)

    def step(self, here: Here, now: float) -> Iterator[QueueEvent]:
        """Time has passed: turns end, calls lapse, and whoever comes next is called."""
        for queue, line in list(self._lines.items()):
            plan = self._plans[queue]
            for place in [place for place in busy(line) if now >= place["until"]]:
                yield from [self._done(queue, place)] if place["taken"] else self._miss(queue, place)
            yield from self._call(plan, here, now)

    def forget(self, number: int) -> Iterator[QueueEvent]:
        """A person is gone for good."""
        for queue in [queue for queue, line in self._lines.items() if find(line, number)]:
            yield self._follow(QueueLeft(queue, number, "gone"))

    def check_turn(self, show: str, person: Person) -> None:
        """Whether a person may run an exhibit: while it is somebody's turn there, only they. Raises CommandRefused
        ``not_your_turn``."""
        kind, _, queue = show.partition("/")
        line = self._lines.get(queue) if kind == EXHIBIT else None
        trying = [place["who"] for place in busy(line) if place["taken"]] if line else []
        if trying and person.number not in trying and not self._serves(queue, person):
            raise CommandRefused("not_your_turn", "it is somebody else's turn")

    def _serves(self, queue: str, person: Person) -> bool:
        """Whether a person looks after a line: the staff of its booth, and everyone who keeps order."""
        if person.role == "exhibitor":
            return self._plans[queue].booth in person.booths
        return person.role in ("host", "moderator", "organizer", "system")

    def _line_up(self, plan: QueuePlan, who: Who) -> Iterator[QueueEvent]:
        line = self._lines.get(plan.id)
        if find(line, who):
            return
        if line and line["closed"]:
            raise CommandRefused("queue_closed", "nobody may line up there now")
        if line and sum(1 for _ in waiting(line)) >= MOST_WAITING:
            raise CommandRefused("queue_full", "too many wait there")
        if sum(1 for other in self._lines.values() if find(other, who)) >= MOST_AT_ONCE:
            raise CommandRefused("too_many_queues", f"one waits in {MOST_AT_ONCE} lines at most")
        yield self._follow(Queued(plan.id, who))

    def _take(self, plan: QueuePlan, who: Who, person: Person | None, now: float) -> Iterator[QueueEvent]:
        place = find(self._lines.get(plan.id), who)
        if place is None or place["until"] is None:
            raise CommandRefused("not_called", "it is not their turn")
        if person and person.via == "hall" and person.area != plan.area:
            raise CommandRefused("elsewhere", "the exhibit is in another area")
        if not place["taken"]:
            yield self._follow(QueueTaken(plan.id, who, now + plan.turn))

    def _leave(self, plan: QueuePlan, who: Who) -> Iterator[QueueEvent]:
        place = find(self._lines.get(plan.id), who)
        if place:
            yield self._follow(QueueLeft(plan.id, who, "done" if place["taken"] else "left"))

    def _direct(self, plan: QueuePlan, command: DirectQueue, person: Person | None) -> Iterator[QueueEvent]:
        if person and not self._serves(plan.id, person):
            raise CommandRefused("not_allowed", "it is the line of another booth")
        line = self._lines.get(plan.id, {"closed": False, "places": []})
        match command.action:
            case "open" | "close" as action:
                if line["closed"] != (action == "close"):
                    yield self._follow(QueueClosed(plan.id, action == "close"))
            case "next":
                trying = [place for place in busy(line) if place["taken"]]
                if not trying:
                    raise CommandRefused("nobody_there", "nobody tries it now")
                yield self._done(plan.id, min(trying, key=lambda place: float(place["until"])))
            case "skip":
                called = [place for place in busy(line) if not place["taken"]]
                if not called:
                    raise CommandRefused("nobody_there", "nobody was called")
                yield from self._miss(plan.id, min(called, key=lambda place: float(place["until"])))
            case _:
                raise CommandRefused("malformed", "a line is told next, skip, open or close")

    def _done(self, queue: str, place: Record) -> QueueEvent:
        return self._follow(QueueLeft(queue, place["who"], "done"))

    def _miss(self, queue: str, place: Record) -> Iterator[QueueEvent]:
        """Who was called and did not come goes behind the next one; the second time they are out."""
        if place["missed"]:
            yield self._follow(QueueLeft(queue, place["who"], "missed"))
            return
        following = next(waiting(self._lines[queue]), None)
        yield self._follow(QueuePassed(queue, place["who"], following["who"] if following else None))

    def _call(self, plan: QueuePlan, here: Here, now: float) -> Iterator[QueueEvent]:
        """Call as many as can try, in their order."""
        line = self._lines.get(plan.id)
        if line is None:
            return
        room = plan.at_once - len(busy(line))
        for place in [place for place in waiting(line) if here(place["who"])][: max(0, room)]:
            yield self._follow(QueueCalled(plan.id, place["who"], now + CALL))

    def _follow(self, event: QueueEvent) -> QueueEvent:
        follow(self._lines, record(event))
        return event
