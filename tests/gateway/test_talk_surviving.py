"""A server that is killed takes nothing back that was said or voted and acknowledged; all of it once, in order.

``scripts/bench survive`` runs it with a crowd of two hundred and fifty kills.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hallwright.store.database import Database
from hallwright.store.streams import beside
from tests.gateway.conftest import HallServer
from tests.gateway.test_surviving import CROWD, KILLS, come_back, kept, serving
from tests.gateway.visitor import Visitor

__all__ = ["kept", "serving"]  # fixtures
STAGE = "talk/stage/main"
PLACES = (("hall", STAGE), ("hall", "talk/area/hall"), ("hall", "talk/booth/a1"), ("park", "talk/area/park"))
OPTIONS = 3
QUESTIONS = 4  # no more than one may have open
Wish = tuple[str, dict[str, Any]]


@dataclass
class Speaker:
    """One of the crowd: where they talk, and the numbers of all that they were told there."""

    index: int
    visitor: Visitor
    area: str
    stream: str
    told: list[int] = field(default_factory=list)
    unheard: list[int] = field(default_factory=list)  # what happened while they were away and is not in memory any more
    history: set[int] = field(default_factory=set)  # messages that they were told instead

    def wishes(self, turn: int, question: int, poll: int) -> list[Wish]:
        """What they want in a turn; each word has its key. Only before the stage one asks and votes."""
        said = {"stream": self.stream, "text": f"{self.index} says {turn}", "key": f"say {turn}"}
        if self.stream != STAGE:
            return [("say", said)]
        votes: list[Wish] = [
            ("vote", {"stream": STAGE, "question": question, "on": turn % 2 == 0}),
            ("ballot", {"stream": STAGE, "poll": poll, "choices": [self.choice(turn)]}),
        ]
        if turn >= QUESTIONS or self.index >= 8:
            return [("say", said), *votes]
        asked = {"stream": STAGE, "text": f"{self.index} asks {turn}?", "key": f"ask {turn}"}
        return [("say", said), ("ask", asked), *votes]

    def choice(self, turn: int) -> int:
        """What they want of a poll in a turn: each time something else."""
        return (self.index // len(PLACES) + turn) % OPTIONS

    def take(self) -> list[int]:
        """Note what came; votes in a row stand for each of them."""
        self._note(self.visitor.talk)
        self.visitor.talk.clear()
        return self.told

    def listen_again(self, visitor: Visitor) -> None:
        self.visitor = visitor
        since = self.told[-1] if self.told else 0
        answer = visitor.call("listen", {"stream": self.stream, "since": since, "most": 200})
        assert answer["ok"]
        self._note(answer["missed"])
        if answer["snapshot"]:  # a talk that was kept a moment ago tells how it is, not what has happened since
            self.history |= {message["seq"] for message in answer["history"]}
            self.unheard += range(since + 1, answer["seq"] + 1)
            self.told += range(since + 1, answer["seq"] + 1)

    def _note(self, events: list[dict[str, Any]]) -> None:
        for event in events:
            self.told += range(event.get("first", event["seq"]), event["seq"] + 1)


def stored(database: str, stream: str) -> list[dict[str, Any]]:
    reading = Database(database)
    return [json.loads(event) for event in reading.events(beside("fair", stream), 0, 100_000)]


def gathered(address: str) -> list[Speaker]:
    """A crowd that has joined, spread over the places."""
    crowd = list[Speaker]()
    for index in range(CROWD):
        area, stream = PLACES[index % len(PLACES)]
        visitor = Visitor(address)
        assert visitor.join(area, nickname=f"v{index}")["ok"]
        crowd.append(Speaker(index, visitor, area, stream))
    return crowd


def polled(address: str) -> int:
    """The number of a poll that a host has opened before the stage."""
    host = Visitor(address, "host.Hu")
    assert host.join()["ok"]
    options = [{"en": f"{option}"} for option in range(OPTIONS)]
    number: int = host.call("poll", {"stream": STAGE, "question": {"en": "which?"}, "options": options})["seq"]
    host.call("leave", {})
    return number


def test_what_was_said_is_kept_and_told_once(kept: tuple[str, str], serving: Callable[[], HallServer]) -> None:
    address = serving().address
    crowd = gathered(address)
    question = crowd[0].visitor.call("ask", {"stream": STAGE, "text": "first?"})["seq"]
    poll = polled(address)
    for each in crowd:
        each.told = list(range(1, each.visitor.call("listen", {"stream": each.stream})["seq"] + 1))
    heard: dict[int, list[int]] = {each.visitor.me["number"]: [*range(each.visitor.me["seq"] + 1)] for each in crowd}
    acknowledged: dict[str, dict[int, str]] = {stream: {} for _, stream in PLACES}  # texts by number
    words = 0

    def note(each: Speaker, wish: Wish, answer: dict[str, Any]) -> None:
        assert answer["ok"], answer
        if wish[0] in ("say", "ask"):
            acknowledged[each.stream][answer["seq"]] = wish[1]["text"]

    for turn in range(KILLS):
        sent = [(each, wish, each.visitor.emit(*wish)) for each in crowd for wish in each.wishes(turn, question, poll)]
        words += sum(wish[0] in ("say", "ask") for _, wish, _ in sent)
        for each, wish, number in sent[: len(sent) // 2]:
            note(each, wish, each.visitor.acknowledged(number))
        serving()
        for each in crowd:
            each.take()
            each.listen_again(come_back(each.visitor, address, heard, each.area))
        for each, wish, _ in sent[len(sent) // 2 :]:  # nobody knows whether it came: it is safe to send it again
            note(each, wish, each.visitor.call(*wish))
    assert sum(len(texts) for texts in acknowledged.values()) == words
    for _, stream in PLACES:
        check(crowd, stream, stored(kept[1], stream), acknowledged[stream])
    late = Visitor(address)
    late.join()
    votes = [event["votes"] for event in stored(kept[1], STAGE) if event.get("question") == question]
    told = late.call("listen", {"stream": STAGE})
    final, chosen = told["questions"], [each.choice(KILLS - 1) for each in crowd if each.stream == STAGE]
    assert told["polls"][0]["counts"] == [chosen.count(option) for option in range(OPTIONS)]
    voters = sum(each.stream == STAGE for each in crowd)
    assert [each["votes"] for each in final if each["seq"] == question] == [votes[-1]]
    assert votes[-1] == (voters if KILLS % 2 else 0)


def check(crowd: list[Speaker], stream: str, events: list[dict[str, Any]], acknowledged: dict[int, str]) -> None:
    """Everything of a stream is there once, in order, and so it was told to all who listen."""
    here = [each for each in crowd if each.stream == stream]
    last = here[0].visitor.call("say", {"stream": stream, "text": "the end"})["seq"]
    assert [event["seq"] for event in events] == list(range(1, last))
    texts = {event["seq"]: event["text"] for event in events if "text" in event}
    assert len(set(texts.values())) == len(texts), "nothing is repeated"
    assert acknowledged.items() <= texts.items(), "nothing is lost, and each has its number"
    for each in here:
        assert each.visitor.listen(lambda: each.take()[-1:] == [last]), each.told[-3:]  # noqa: B023
        assert each.told == list(range(1, last + 1))
        said = {event["seq"] for event in events if event["kind"] == "said"}
        assert said.intersection(each.unheard) <= each.history, "no message is missing after a snapshot"
