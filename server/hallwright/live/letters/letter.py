"""A letter as a state machine: ``apply(command, now)`` changes it and returns the events that follow.

The rule of this room: a command that is refused has changed nothing, and what is decided depends on the events alone
(``state``). Events are JSON values with the ``seq`` and ``time`` (ms) under which they are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.letters.commands import Command, End, Inquire, Report, See, Write
from hallwright.live.letters.state import State, Values
from hallwright.live.letters.writers import Writer, check
from hallwright.live.talking.words import Words

LONGEST_TEXT = 1000
MOST_LINES = 20
MOST_MESSAGES = 100
MOST_REPORTS = 5
MOST_EVENTS = 3 * MOST_MESSAGES + 2 * MOST_REPORTS  # of one letter: messages, what was read of them, and the rest
NOT_LISTED = Words()


class Letter:
    """What a visitor and the staff of a booth write to each other. ``words`` are those that shall not be written."""

    def __init__(self, state: State | None = None, words: Words = NOT_LISTED) -> None:
        self.state = state or State()
        self._words = words

    def repeated(self, command: Command) -> int | None:
        """The number of what was sent before by the same side under the same key; None for what is new."""
        if isinstance(command, Inquire) and command.writer.side == "visitor":
            return 1 if self.state.seq else None
        if isinstance(command, Write) and command.key:
            return self.state.keys.get((command.writer.side, command.key))
        return None

    def apply(self, command: Command, now: float) -> tuple[Values, ...]:
        """The events that follow from ``command`` at ``now`` (s); raises CommandRefused and then changes nothing."""
        if self.repeated(command) is not None:
            return ()
        check(command.writer, command.WISH, self.state.standing)
        body = _DECIDE[type(command)](self, command)
        if body is None:
            return ()
        event = {"seq": self.state.seq + 1, "time": round(now * 1000), **body}
        self.state.follow(event)
        return (event,)

    def _inquire(self, command: Inquire) -> Values:
        text = self._written(command.text) if command.text.strip() or not command.card else ""
        card = command.card.record() if command.card else {}
        if any(self._words.find(each) for each in card.values()):
            raise CommandRefused("filtered", "it has words that are not wanted here")
        about = {"booth": command.booth, "placement": command.placement, "card": card}
        return {"kind": "inquired", **self._signed(command.writer), "text": text, **about}

    def _write(self, command: Write) -> Values:
        if len(self.state.messages) >= MOST_MESSAGES:
            raise CommandRefused("letter_full", f"a letter has at most {MOST_MESSAGES} messages")
        text, writer = self._written(command.text), command.writer
        kind = "replied" if writer.side == "staff" else "wrote"
        known = {"account": writer.account} if writer.side == "staff" else {}
        return {"kind": kind, **self._signed(writer), **known, "text": text, "key": command.key}

    def _see(self, command: See) -> Values | None:
        upto, side = min(command.upto, self.state.seq), command.writer.side
        if upto <= self.state.seen[side] or self.state.unread(side) == 0:
            return None
        return {"kind": "seen", "side": side, "upto": upto}

    def _end(self, command: End) -> Values:
        return {"kind": "ended", "side": command.writer.side}

    def _report(self, command: Report) -> Values:
        if len(self.state.reports) >= MOST_REPORTS:
            raise CommandRefused("reported_lately", "the moderators know of this letter")
        return {"kind": "reported", "side": command.writer.side, "reason": texts.reason(command.reason, needed=True)}

    def _signed(self, writer: Writer) -> Values:
        return {"name": "" if self._words.find(writer.name) else writer.name}

    def _written(self, text: str) -> str:
        """The text in its one form, line by line; raises CommandRefused ``letter_too_long``, ``bad_text``,
        ``filtered``."""
        if len(text) > 4 * LONGEST_TEXT:
            raise CommandRefused("letter_too_long", f"at most {LONGEST_TEXT} characters")
        lines = [texts.fold(line, 4 * LONGEST_TEXT, "bad_text") for line in text.strip().splitlines()]
        folded = "\n".join(line for index, line in enumerate(lines) if line or (index and lines[index - 1]))
        if len(folded) > LONGEST_TEXT or len(lines) > MOST_LINES:
            raise CommandRefused("letter_too_long", f"at most {LONGEST_TEXT} characters in {MOST_LINES} lines")
        if not folded:
            raise CommandRefused("bad_text", "nothing is written")
        if self._words.find(folded):
            raise CommandRefused("filtered", "it has words that are not wanted here")
        return folded


_DECIDE: Mapping[type[Command], Callable[[Letter, Any], Values | None]] = {
    Inquire: Letter._inquire,
    Write: Letter._write,
    See: Letter._see,
    End: Letter._end,
    Report: Letter._report,
}
