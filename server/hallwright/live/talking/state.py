"""What has been said in one place and what has become of it: a plain value that follows the events of a stream.

The rule of this room: the state is what ``follow`` makes of the events, and nothing else; so that a talk that goes on
from the stored ones does as the one before would have. It remembers the last messages only; the store has older ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hallwright.live.talking.polls import Polls

Values = dict[str, Any]
REMEMBERED = 200  # messages
MOST_ANSWERED = 100  # questions that are answered and still shown
MOST_KEYS = 1_000
LONGEST_PACE = 600  # s


def erase(event: Values, by: str, instead: str) -> bool:
    """Takes out of an event what a person said, and who they were; whether there was anything."""
    found = False
    for part in (event, event.get("asked")):
        if isinstance(part, dict) and part.get("by") == by:
            found, part["by"] = True, instead
            if "text" in part:
                part.update(text="", nickname="", number=0)
                part.pop("key", None)
            elif "options" in part:
                part.update(question={"en": "", "zh": ""}, options=[], nickname="", number=0)
                part.pop("key", None)
    return found


def _is_erased(written: Mapping[str, Any]) -> bool:
    return not (written["options"] if written["kind"] == "polled" else written["text"])


@dataclass(slots=True)
class Question:
    """A question as it was asked (JSON values), who votes for it, and what has become of it."""

    asked: Values
    votes: set[str] = field(default_factory=set)
    answered: bool = False
    hidden: bool = False

    def told(self) -> Values:
        """As everyone may know it: how many votes, not whose."""
        return {**self.asked, "votes": len(self.votes), "answered": self.answered}


@dataclass(slots=True)
class State:
    """``seq`` is the last event; messages and questions by their numbers, oldest first; ``spoken`` says when (ms) each
    person spoke last, ``keys`` which number what they sent got; ``gone`` are messages that shall not be shown again."""

    seq: int = 0
    pace: int = 0
    messages: dict[int, Values] = field(default_factory=dict)
    questions: dict[int, Question] = field(default_factory=dict)
    spoken: dict[str, int] = field(default_factory=dict)
    keys: dict[tuple[str, str], int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    polls: Polls = field(default_factory=Polls)

    def follow(self, event: Mapping[str, Any]) -> None:
        """An event of the stream has happened, as it is stored."""
        self.seq = event["seq"]
        match event["kind"]:
            case "said" | "asked" | "polled" if _is_erased(event):
                self._miss(event)
            case "said":
                self.messages[self.seq] = dict(event)
                while len(self.messages) > REMEMBERED:
                    del self.messages[next(iter(self.messages))]
                self._spoke(event)
            case "asked":
                self.questions[self.seq] = Question(dict(event))
                self._spoke(event)
            case "withdrawn" | "removed":
                self._lose(event["message"])
            case "erased":
                for message in event["messages"]:
                    self._lose(message)
            case "pace":
                self.pace = event["seconds"]
            case "polled" | "balloted" | "poll_closed":
                self.polls.follow(event)
                self._name(event)
            case _:
                self._answer(event)

    def _answer(self, event: Mapping[str, Any]) -> None:
        question = self.questions.get(event["question"])
        if question is None:  # erased since
            return
        match event["kind"]:
            case "voted":
                question.votes.add(event["by"])
            case "unvoted":
                question.votes.discard(event["by"])
            case "answered":
                question.answered = event["done"]
                self._forget_answered()
            case "hidden":
                question.hidden = event["hidden"]

    def _miss(self, event: Mapping[str, Any]) -> None:
        self.gone.add(self.seq)
        if event["kind"] != "polled":
            self._spoke(event)

    def _lose(self, message: int) -> None:
        self.gone.add(message)
        self.messages.pop(message, None)
        self.questions.pop(message, None)
        self.polls.known.pop(message, None)

    def erase(self, by: str, instead: str) -> None:
        """Nothing of what a person said stays, and their votes are those of somebody whom ``instead`` stands for: as
        ``follow`` makes it of events that were rewritten by ``erase``."""
        for message in [number for number, each in self.messages.items() if each["by"] == by]:
            self._lose(message)
        for question in [number for number, each in self.questions.items() if each.asked["by"] == by]:
            self._lose(question)
        for each in self.questions.values():
            if by in each.votes:
                each.votes = each.votes - {by} | {instead}
        for poll in [number for number, each in self.polls.known.items() if each.asked["by"] == by]:
            self._lose(poll)
        for known in self.polls.known.values():
            if by in known.ballots:
                known.ballots[instead] = known.ballots.pop(by)
        self.spoken = {instead if who == by else who: time for who, time in self.spoken.items()}
        self.keys = {place: seq for place, seq in self.keys.items() if place[0] != by}

    def _forget_answered(self) -> None:
        answered = [number for number, each in self.questions.items() if each.answered]
        for number in answered[:-MOST_ANSWERED]:
            del self.questions[number]

    def _spoke(self, event: Mapping[str, Any]) -> None:
        by, time = event["by"], event["time"]
        self.spoken.pop(by, None)
        self.spoken[by] = time
        while (first := next(iter(self.spoken))) and self.spoken[first] < time - LONGEST_PACE * 1000:
            del self.spoken[first]
        self._name(event)

    def _name(self, event: Mapping[str, Any]) -> None:
        """Remember the number of what was sent under a key."""
        if event.get("key"):
            self.keys[event["by"], event["key"]] = event["seq"]
            while len(self.keys) > MOST_KEYS:
                del self.keys[next(iter(self.keys))]

    def record(self) -> Values:
        """As JSON values."""
        return {
            "seq": self.seq, "pace": self.pace, "messages": list(self.messages.values()),
            "questions": [
                {"asked": each.asked, "votes": sorted(each.votes), "answered": each.answered, "hidden": each.hidden}
                for each in self.questions.values()
            ],
            "spoken": self.spoken, "keys": [[by, key, seq] for (by, key), seq in self.keys.items()],
            "gone": sorted(self.gone), "polls": self.polls.record(),
        }  # fmt: skip

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> State:
        """What ``record`` gave; an empty one is a place where nothing was said."""
        questions = {
            each["asked"]["seq"]: Question(each["asked"], set(each["votes"]), each["answered"], each["hidden"])
            for each in record.get("questions", ())
        }
        return cls(
            record.get("seq", 0), record.get("pace", 0),
            {message["seq"]: message for message in record.get("messages", ())}, questions,
            dict(record.get("spoken", {})), {(by, key): seq for by, key, seq in record.get("keys", ())},
            set(record.get("gone", ())), Polls.of(record.get("polls", ())),
        )  # fmt: skip
