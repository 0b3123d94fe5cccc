"""The meetings of a venue as a state machine: ``apply(command, now)`` changes it and returns the events that follow.

The rule of this room: a command that is refused has changed nothing; what is decided stands in the events, so that
they alone give the state (``state``); nobody, and no room, has two meetings in a slot. Events are JSON values with the
``seq`` and ``time`` (ms) under which they are stored; they name people by ids only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.meetings.commands import (
    Answer,
    Ask,
    Assign,
    Cancel,
    Command,
    Expire,
    Forget,
    Here,
    Move,
    SideCommand,
    TellOutcome,
)
from hallwright.live.meetings.plan import NOWHERE, Plan, Slot
from hallwright.live.meetings.sides import SIDES, Side, check
from hallwright.live.meetings.state import Meeting, State, Values

MOST_OPEN: Mapping[Side, int] = {"buyer": 40, "booth": 400}  # meetings of one side that are not over
EARLY = 10 * 60_000  # ms before its beginning from which one can be there
PATIENCE = 10 * 60_000  # ms after it for which the other side waits
Free = Callable[[Side, str], frozenset[str]]
"""In which slots (ids) a side would meet."""


class Meetings:
    """All meetings of one venue. ``free`` says when a side would meet; ``plan`` may be replaced at any time."""

    def __init__(self, free: Free, state: State | None = None, plan: Plan = NOWHERE) -> None:
        self.state = state or State()
        self.plan = plan
        self._free = free

    def apply(self, command: Command, now: float) -> tuple[Values, ...]:
        """The events that follow from ``command`` at ``now`` (s); raises CommandRefused and then changes nothing."""
        time = round(now * 1000)
        happened = list[Values]()
        # Every check comes before the first event of a command: what is refused leaves nothing.
        for body in _DECIDE[type(command)](self, command, time):
            event = {"seq": self.state.seq + 1, "time": time, **body}
            self.state.follow(event)
            happened.append(event)
        return tuple(happened)

    def open(self, side: Side, who: str, now: float) -> frozenset[str]:
        """The slots (ids) that are not over, in which a side would meet and has no meeting."""
        taken = self.state.taken(side, who)
        slots = (self.plan.slots.get(id_) for id_ in self._free(side, who))
        return frozenset(slot.id for slot in slots if slot and slot.key not in taken and slot.ends > now * 1000)

    def common(self, buyer: str, booth: str, now: float) -> list[Slot]:
        """The slots that are free for both, the first ones first; also one that runs, since who did not come gave it
        back. Who says no time gets one of ``to_come``."""
        both = self.open("buyer", buyer, now) & self.open("booth", booth, now)
        return sorted((self.plan.slots[each] for each in both), key=lambda slot: (slot.starts, slot.id))

    def to_come(self, buyer: str, booth: str, now: float) -> list[Slot]:
        """Those of them that have not begun."""
        return [slot for slot in self.common(buyer, booth, now) if slot.starts > now * 1000]

    def waiting(self) -> list[Meeting]:
        """Those that both sides want and that have no slot yet, oldest first."""
        return [each for each in self.state.meetings.values() if each.standing == "agreed" and not each.gone]

    def between(self, buyer: str, booth: str) -> Meeting | None:
        """The meeting of these two that is not over."""
        theirs = self.state.with_side("buyer", buyer)
        return next((each for each in theirs if each.booth == booth and not each.over), None)

    def slot_of(self, meeting: Meeting) -> Slot | None:
        """Its slot as it is now, if its session was put off; None for one without."""
        if meeting.slot is None:
            return None
        known = self.plan.slots.get(meeting.slot.id)
        return known if known and known.key == meeting.slot.key else meeting.slot

    def _ask(self, command: Ask, time: int) -> Iterator[Values]:
        if command.booth not in self.plan.booths:
            raise CommandRefused("unknown_booth", f"there is no booth {command.booth!r}")
        if self.between(command.buyer, command.booth):
            raise CommandRefused("met_already", "there is a meeting of these two")
        for side, who in _both(command.buyer, command.booth):
            if sum(not each.over for each in self.state.with_side(side, who)) >= MOST_OPEN[side]:
                raise CommandRefused("too_many_meetings", f"a {side} has at most {MOST_OPEN[side]} meetings to come")
        if command.slot is not None:
            self._suits(command.slot, command.buyer, command.booth, time)
        yield {
            "kind": "asked", "meeting": f"m{self.state.seq + 1}", "booth": command.booth, "buyer": command.buyer,
            "by": command.side, "score": command.score, "remote": command.remote, "slot": command.slot,
        }  # fmt: skip

    def _answer(self, command: Answer, time: int) -> Iterator[Values]:
        meeting = self._checked(command)
        if not command.accept:
            yield {"kind": "declined", "meeting": meeting.id}
            return
        slot = self._suits(command.slot, meeting.buyer, meeting.booth, time) if command.slot else None
        yield {"kind": "agreed", "meeting": meeting.id}
        both = meeting.buyer, meeting.booth, time / 1000
        wished = [each for each in self.common(*both) if each.id == meeting.wished]
        slot = slot or next(iter(wished + self.to_come(*both)), None)
        if slot:
            yield self._booked(meeting, slot)

    def _move(self, command: Move, time: int) -> Iterator[Values]:
        meeting = self._checked(command)
        yield self._booked(meeting, self._suits(command.slot, meeting.buyer, meeting.booth, time))

    def _cancel(self, command: Cancel, time: int) -> Iterator[Values]:
        yield {"kind": "cancelled", "meeting": self._checked(command).id}

    def _here(self, command: Here, time: int) -> Iterator[Values]:
        meeting = self._checked(command)
        slot = self.slot_of(meeting)
        if slot is None or not slot.starts - EARLY <= time < slot.ends:
            raise CommandRefused("meeting_standing", "one is there ten minutes before it begins, until it ends")
        if command.side in meeting.here:
            return
        yield {"kind": "here", "meeting": meeting.id, "side": command.side}
        if meeting.here == set(SIDES):
            yield {"kind": "met", "meeting": meeting.id}

    def _outcome(self, command: TellOutcome, time: int) -> Iterator[Values]:
        meeting = self._checked(command)
        slot = self.slot_of(meeting)
        if meeting.standing == "booked" and (slot is None or time < slot.starts):
            raise CommandRefused("meeting_standing", "an outcome is told once the meeting has begun")
        if meeting.standing == "missed" and command.side not in meeting.here:
            raise CommandRefused("meeting_standing", "the side that was there tells what came of it")
        yield {"kind": "outcome", "meeting": meeting.id, "side": command.side, "outcome": command.outcome}
        if meeting.standing == "booked":
            yield {"kind": "met", "meeting": meeting.id}

    def _assign(self, command: Assign, time: int) -> Iterator[Values]:
        """What does not suit any more is left waiting."""
        for meeting in self.waiting():
            wanted = command.slots.get(meeting.id)
            to_come = self.to_come(meeting.buyer, meeting.booth, time / 1000) if wanted else ()
            slot = next((each for each in to_come if each.id == wanted), None)
            if slot:
                yield self._booked(meeting, slot)

    def _expire(self, command: Expire, time: int) -> Iterator[Values]:
        for meeting in list(self.state.meetings.values()):
            slot = self.slot_of(meeting)
            if meeting.standing != "booked" or meeting.gone or slot is None:
                continue
            if time >= max(slot.starts, meeting.booked) + PATIENCE:
                yield {"kind": "missed", "meeting": meeting.id}
            elif time < slot.starts and self._is_gone(slot):
                yield {"kind": "released", "meeting": meeting.id}

    def _is_gone(self, slot: Slot) -> bool:
        known = self.plan.slots.get(slot.id)
        return known is None or known.key != slot.key

    def _forget(self, command: Forget, time: int) -> Iterator[Values]:
        if any(True for _ in self.state.with_side("buyer", command.buyer)):
            yield {"kind": "forgot", "buyer": command.buyer}

    def _checked(self, command: SideCommand) -> Meeting:
        """The meeting that a command is about. Raises CommandRefused ``unknown_meeting`` or ``meeting_standing``."""
        meeting = self.state.meetings.get(command.meeting)
        if meeting is None or meeting.gone:
            raise CommandRefused("unknown_meeting", "there is no such meeting")
        check("asker" if meeting.asked_by == command.side else "other", command.WISH, meeting.standing)
        return meeting

    def _suits(self, slot_id: str, buyer: str, booth: str, time: int) -> Slot:
        """The slot, if both can meet in it. Raises CommandRefused ``unknown_slot``, ``slot_over``, ``slot_taken``."""
        slot = self.plan.slots.get(slot_id)
        if slot is None:
            raise CommandRefused("unknown_slot", f"there is no slot {slot_id!r}")
        if time >= slot.ends:
            raise CommandRefused("slot_over", "this slot is over")
        for side, who in _both(buyer, booth):
            if slot_id not in self._free(side, who) or slot.key in self.state.taken(side, who):
                raise CommandRefused("slot_taken", f"the {side} is not free then")
        return slot

    def _booked(self, meeting: Meeting, slot: Slot) -> Values:
        """In a free room, else at the booth; a call needs none."""
        taken = self.state.rooms_taken(slot.key)
        room = next((each for each in self.plan.rooms if each not in taken), None)
        return {
            "kind": "booked", "meeting": meeting.id, "slot": asdict(slot), "room": None if meeting.remote else room,
        }


def _both(buyer: str, booth: str) -> tuple[tuple[Side, str], tuple[Side, str]]:
    return ("buyer", buyer), ("booth", booth)


_DECIDE: Mapping[type[Command], Callable[[Meetings, Any, int], Iterator[Values]]] = {
    Ask: Meetings._ask,
    Answer: Meetings._answer,
    Move: Meetings._move,
    Cancel: Meetings._cancel,
    Here: Meetings._here,
    TellOutcome: Meetings._outcome,
    Assign: Meetings._assign,
    Expire: Meetings._expire,
    Forget: Meetings._forget,
}
