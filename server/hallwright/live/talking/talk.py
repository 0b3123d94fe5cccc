"""The talk of one place as a state machine: ``apply(command, now)`` changes it and returns the events that follow.

The rule of this room: a command that is refused has changed nothing, and what is decided depends on the events alone
(``state``). Events are JSON values with the ``seq`` and ``time`` (ms) under which they are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.talking import polling
from hallwright.live.talking.authors import Author, check
from hallwright.live.talking.commands import (
    Answer,
    Ask,
    CastBallot,
    ClosePoll,
    Command,
    Hide,
    Keyed,
    OpenPoll,
    Remove,
    Say,
    SetPace,
    Unvote,
    Vote,
    Withdraw,
)
from hallwright.live.talking.state import LONGEST_PACE, Question, State, Values
from hallwright.live.talking.streams import Stream
from hallwright.live.talking.words import Words

LONGEST_TEXT = 500
MOST_QUESTIONS = 200  # open ones
MOST_QUESTIONS_EACH = 5
NOT_LISTED = Words()


class Talk:
    """What is said in one place. ``words`` are those that shall not be said."""

    def __init__(self, stream: Stream, words: Words = NOT_LISTED, state: State | None = None) -> None:
        self.stream = stream
        self.state = state or State()
        self._words = words

    def repeated(self, command: Command) -> int | None:
        """The number of what was sent before under the same key by the same person; None for what is new."""
        if not isinstance(command, Keyed) or not command.key:
            return None
        return self.state.keys.get((command.author.by, command.key))

    def apply(self, command: Command, now: float) -> tuple[Values, ...]:
        """The events that follow from ``command`` at ``now`` (s); raises CommandRefused and then changes nothing."""
        check(command.author, command.WISH, self.stream.area)
        if self.repeated(command) is not None:
            return ()
        body = _DECIDE[type(command)](self, command, round(now * 1000))
        return () if body is None else (self._happens(body, now),)

    def expire(self, now: float) -> tuple[Values, ...]:
        """What follows from the time alone: polls that are over at ``now`` (s)."""
        due = [(number, poll) for number, poll in self.state.polls.known.items() if poll.due(round(now * 1000))]
        return tuple(self._happens(polling.ended(number, poll), now) for number, poll in due)

    def _happens(self, body: Values, now: float) -> Values:
        event = {"seq": self.state.seq + 1, "time": round(now * 1000), **body}
        self.state.follow(event)
        return event

    def erased(self, messages: list[int], now: float) -> Values:
        """What somebody said is gone, as it is told to those who have heard it."""
        event = {"seq": self.state.seq + 1, "time": round(now * 1000), "kind": "erased", "messages": messages}
        self.state.follow(event)
        return event

    def messages(self, most: int) -> list[Values]:
        """The last messages, oldest first."""
        return list(self.state.messages.values())[-most:] if most else []

    def questions(self, author: Author | None = None) -> list[Values]:
        """Every question that may be seen, with how many votes; hidden ones to hosts only. ``mine``: has this person
        voted for it."""
        return [
            {**each.told(), "mine": author.by in each.votes, "hidden": each.hidden} if author else each.told()
            for each in self.state.questions.values()
            if not each.hidden or (author and author.hosts)
        ]

    def polls(self, author: Author | None = None) -> list[Values]:
        """Every poll that is remembered, with its sums; ``mine``: what this person chose."""
        return [
            {**each.told(), **({"mine": each.ballots.get(author.by, [])} if author else {})}
            for each in self.state.polls.known.values()
        ]

    def _say(self, command: Say, now: int) -> Values:
        text = self._written(command.text)
        self._check_pace(command.author, now)
        return self._signed("said", command, text)

    def _ask(self, command: Ask, now: int) -> Values:
        if not self.stream.asks:
            raise CommandRefused("no_questions", "questions are asked at stages")
        text = self._written(command.text)
        self._check_pace(command.author, now)
        waiting = [each for each in self.state.questions.values() if not each.answered]
        mine = [each for each in waiting if each.asked["by"] == command.author.by]
        if len(waiting) >= MOST_QUESTIONS or len(mine) >= MOST_QUESTIONS_EACH:
            raise CommandRefused("too_many_questions", "there are too many open questions")
        return self._signed("asked", command, text)

    def _signed(self, kind: str, command: Say | Ask, text: str) -> Values:
        signature = command.author.signature()
        if self._words.find(command.author.nickname):
            signature["nickname"] = ""
        return {"kind": kind, **signature, "text": text, **({"key": command.key} if command.key else {})}

    def _withdraw(self, command: Withdraw, now: int) -> Values:
        if self._written_by(command.message) != command.author.by:
            raise CommandRefused("not_allowed", "only one's own words can be taken back")
        return {"kind": "withdrawn", "message": command.message}

    def _remove(self, command: Remove, now: int) -> Values:
        self._written_by(command.message)
        return {"kind": "removed", "message": command.message, "number": command.author.number}

    def _set_pace(self, command: SetPace, now: int) -> Values | None:
        if not 0 <= command.seconds <= LONGEST_PACE:
            raise CommandRefused("malformed", f"a pace is 0 to {LONGEST_PACE} seconds")
        if command.seconds == self.state.pace:
            return None
        return {"kind": "pace", "seconds": command.seconds, "number": command.author.number}

    def _vote(self, command: Vote, now: int) -> Values | None:
        question = self._question(command.question, command.author)
        if question.answered:
            raise CommandRefused("answered", "this question has been answered")
        if command.author.by in question.votes:
            return None
        return self._ballot("voted", command, len(question.votes) + 1)

    def _unvote(self, command: Unvote, now: int) -> Values | None:
        question = self._question(command.question, command.author)
        if command.author.by not in question.votes:
            return None
        return self._ballot("unvoted", command, len(question.votes) - 1)

    def _ballot(self, kind: str, command: Vote | Unvote, votes: int) -> Values:
        return {"kind": kind, "question": command.question, "by": command.author.by, "votes": votes}

    def _answer(self, command: Answer, now: int) -> Values | None:
        if self._question(command.question, command.author).answered == command.done:
            return None
        return {"kind": "answered", "question": command.question, "done": command.done}

    def _hide(self, command: Hide, now: int) -> Values | None:
        question = self._question(command.question, command.author)
        if question.hidden == command.hidden:
            return None
        again = {} if command.hidden else {"asked": question.told()}  # for those who came meanwhile
        return {"kind": "hidden", "question": command.question, "hidden": command.hidden, **again}

    def _written(self, text: str) -> str:
        """The text in its one form; raises CommandRefused ``too_long``, ``bad_text`` or ``filtered``."""
        if len(text) > 4 * LONGEST_TEXT:
            raise CommandRefused("too_long", f"at most {LONGEST_TEXT} characters")
        folded = texts.fold(text, 4 * LONGEST_TEXT, "bad_text")
        if len(folded) > LONGEST_TEXT:
            raise CommandRefused("too_long", f"at most {LONGEST_TEXT} characters")
        if not folded:
            raise CommandRefused("bad_text", "nothing is written")
        if self._words.find(folded):
            raise CommandRefused("filtered", "it has words that are not wanted here")
        return folded

    def _check_pace(self, author: Author, now: int) -> None:
        wait = self.state.spoken.get(author.by, -LONGEST_PACE * 2000) + self.state.pace * 1000 - now
        if wait > 0 and not author.hosts:
            raise CommandRefused("slow_mode", "messages are slowed down here", wait=round(wait / 1000, 1))

    def _written_by(self, message: int) -> str:
        """Whose a message or question is; raises CommandRefused ``unknown_message``."""
        found = self.state.messages.get(message)
        if found is None and message in self.state.questions:
            found = self.state.questions[message].asked
        elif found is None and message in self.state.polls.known:
            found = self.state.polls.known[message].asked
        if found is None:
            raise CommandRefused("unknown_message", f"there is no message {message} any more")
        by: str = found["by"]
        return by

    def _question(self, number: int, author: Author) -> Question:
        question = self.state.questions.get(number)
        if question is None or (question.hidden and not author.hosts):
            raise CommandRefused("unknown_message", f"there is no question {number}")
        return question


_DECIDE: Mapping[type[Command], Callable[[Talk, Any, int], Values | None]] = {
    Say: Talk._say,
    Withdraw: Talk._withdraw,
    Remove: Talk._remove,
    SetPace: Talk._set_pace,
    Ask: Talk._ask,
    Vote: Talk._vote,
    Unvote: Talk._unvote,
    Answer: Talk._answer,
    Hide: Talk._hide,
    OpenPoll: lambda talk, command, now: polling.opened(talk.state.polls, command, now, talk._words),
    CastBallot: lambda talk, command, now: polling.chosen(talk.state.polls, command, now),
    ClosePoll: lambda talk, command, now: polling.closed(talk.state.polls, command),
}
