"""Calls between two people: who rings whom, who speaks, and who may not ring again.

The rule of this room holds for them too: no socket, no clock. Nothing of a call is kept, and what is said in it never
comes to the server: the two pages speak to each other. A person is in one call at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hallwright.errors import CommandRefused

Ending = Literal["declined", "missed", "ended", "gone"]
RINGING = 30.0  # s until nobody answers
AGAIN = 60.0  # s in which who was declined does not ring the same person again
MOST = 500  # calls at a time in one venue


@dataclass(frozen=True, slots=True)
class Call:
    """``caller`` rings ``callee`` since a moment (s), by numbers; with ``video`` when the caller wants to be seen."""

    id: int
    caller: int
    callee: int
    since: float
    video: bool
    accepted: bool = False

    def other(self, number: int) -> int:
        """Who is at the other end."""
        return self.callee if number == self.caller else self.caller


@dataclass(frozen=True, slots=True)
class Ended:
    """A call is over, and why; ``by`` is who did it, None for time or a lost connection."""

    call: Call
    why: Ending
    by: int | None = None


class Calls:
    """The calls of one venue."""

    def __init__(self) -> None:
        self._last = 0
        self._calls: dict[int, Call] = {}
        self._of: dict[int, int] = {}
        self._declined: dict[tuple[int, int], float] = {}

    def __len__(self) -> int:
        return len(self._calls)

    def ring(self, caller: int, callee: int, video: bool, now: float) -> Call:
        """Somebody rings somebody. Raises CommandRefused ``malformed`` (oneself), ``in_call``, ``line_busy``,
        ``call_refused`` for who was declined lately, or ``too_many_calls``."""
        if caller == callee:
            raise CommandRefused("malformed", "nobody rings themselves")
        if caller in self._of:
            raise CommandRefused("in_call", "one call at a time")
        self._declined = {pair: until for pair, until in self._declined.items() if until > now}
        until = self._declined.get((caller, callee))
        if until is not None:
            raise CommandRefused("call_refused", "declined", wait=None if until == float("inf") else round(until - now))
        if callee in self._of:
            raise CommandRefused("line_busy", "they are in a call")
        if len(self._calls) >= MOST:
            raise CommandRefused("too_many_calls", "there are too many calls")
        self._last += 1
        call = Call(self._last, caller, callee, now, video)
        self._calls[call.id] = call
        self._of[caller] = self._of[callee] = call.id
        return call

    def accept(self, call: int, number: int) -> Call:
        """The one who is rung takes it. Raises CommandRefused ``unknown_call``."""
        found = self.of(call, number)
        if found.callee != number or found.accepted:
            raise CommandRefused("unknown_call", "there is nothing to take")
        taken = self._calls[call] = replace(found, accepted=True)
        return taken

    def end(self, call: int, number: int, now: float, never: bool = False) -> Ended:
        """One of the two hangs up, or does not take it; with ``never`` the other shall not ring them any more. Raises
        CommandRefused ``unknown_call``."""
        found = self.of(call, number)
        declined = number == found.callee and not found.accepted
        if never or declined:
            self._declined[found.other(number), number] = float("inf") if never else now + AGAIN
        return self._over(found, "declined" if declined else "ended", number)

    def leave(self, number: int) -> Iterator[Ended]:
        """A person is gone, or somebody else has their number by now."""
        call = self._of.get(number)
        if call is not None:
            yield self._over(self._calls[call], "gone")

    def forget(self, number: int) -> None:
        """The number will be somebody else's: nothing is held against them."""
        self._declined = {pair: until for pair, until in self._declined.items() if number not in pair}

    def unanswered(self, call: int) -> Iterator[Ended]:
        """It has rung for ``RINGING``."""
        found = self._calls.get(call)
        if found and not found.accepted:
            yield self._over(found, "missed")

    def of(self, call: int, number: int) -> Call:
        """A call that this person is in; raises CommandRefused ``unknown_call``."""
        found = self._calls.get(call)
        if found is None or number not in (found.caller, found.callee):
            raise CommandRefused("unknown_call", "there is no such call")
        return found

    def _over(self, call: Call, why: Ending, by: int | None = None) -> Ended:
        del self._calls[call.id]
        del self._of[call.caller], self._of[call.callee]
        return Ended(call, why, by)
