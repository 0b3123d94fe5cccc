"""A server that is killed takes nothing back that was said or voted and acknowledged; all of it once, in order."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hallwright.store.database import Database
from hallwright.store.streams import beside
from tests.gateway.conftest import HallServer
from tests.gateway.test_surviving import KILLS, come_back, kept, serving
from tests.gateway.visitor import Visitor

__all__ = ["kept", "serving"]  # fixtures
STAGE = "talk/stage/main"
QUESTIONS = 4
Wish = tuple[str, dict[str, Any]]


def stored(database: str) -> list[dict[str, Any]]:
    reading = Database(database)
    return [json.loads(event) for event in reading.events(beside("fair", STAGE), 0, 100_000)]


def wishes(turn: int, who: int, question: int) -> list[Wish]:
    """What everybody wants in a turn, no more questions than one may have open; each word has its key."""
    said = {"stream": STAGE, "text": f"{who} says {turn}", "key": f"say {turn}"}
    asked = {"stream": STAGE, "text": f"{who} asks {turn}?", "key": f"ask {turn}"}
    vote = {"stream": STAGE, "question": question, "on": turn % 2 == 0}
    return [("say", said), *([("ask", asked)] if turn < QUESTIONS else []), ("vote", vote)]


def test_what_was_said_is_kept_and_told_once(kept: tuple[str, str], serving: Callable[[], HallServer]) -> None:
    address = serving().address
    visitors = [Visitor(address) for _ in range(8)]
    for i, visitor in enumerate(visitors):
        assert visitor.join(nickname=f"v{i}")["ok"]
    question = visitors[0].call("ask", {"stream": STAGE, "text": "first?"})["seq"]
    heard: dict[int, list[int]] = {visitor.me["number"]: [*range(visitor.me["seq"] + 1)] for visitor in visitors}
    begun = {v.me["number"]: v.call("listen", {"stream": STAGE})["seq"] for v in visitors}
    told = {number: list(range(1, seq + 1)) for number, seq in begun.items()}
    acknowledged: list[tuple[int, str]] = []  # number and text of what was said or asked
    unsure: list[tuple[int, Wish]] = []
    for turn in range(KILLS):
        sent = [
            (i, wish, visitor.emit(*wish))
            for i, visitor in enumerate(visitors) for wish in wishes(turn, i, question)
        ]  # fmt: skip
        for i, wish, number in sent[: len(sent) // 2]:
            answer = visitors[i].acknowledged(number)
            assert answer["ok"], answer
            if wish[0] != "vote":
                acknowledged.append((answer["seq"], wish[1]["text"]))
        unsure = [(i, wish) for i, wish, _ in sent[len(sent) // 2 :]]
        serving()
        for visitor in visitors:
            take(visitor, told)
        visitors = [come_back(visitor, address, heard) for visitor in visitors]
        for visitor in visitors:
            listen_again(visitor, told)
        for i, wish in unsure:  # nobody knows whether it came: it is safe to send it again
            answer = visitors[i].call(*wish)
            assert answer["ok"], answer
            if wish[0] != "vote":
                acknowledged.append((answer["seq"], wish[1]["text"]))
    events = stored(kept[1])
    last = visitors[0].call("say", {"stream": STAGE, "text": "the end"})["seq"]
    assert [event["seq"] for event in events] == list(range(1, last))
    texts = {event["seq"]: event["text"] for event in events if "text" in event}
    assert len(set(texts.values())) == len(texts), "nothing is repeated"
    assert len(acknowledged) == 8 * (KILLS + min(KILLS, QUESTIONS))
    assert all(texts[seq] == text for seq, text in acknowledged), "nothing is lost, and each has its number"
    votes = [event["votes"] for event in events if event.get("question") == question]
    late = Visitor(address)
    late.join()
    final = late.call("listen", {"stream": STAGE})["questions"][0]
    assert final["votes"] == votes[-1] == (len(visitors) if KILLS % 2 else 0)
    for visitor in visitors:
        me = visitor.me["number"]
        assert visitor.listen(lambda: take(visitor, told)[-1:] == [last]), told[me][-3:]  # noqa: B023
        assert told[me] == list(range(1, last + 1))


def take(visitor: Visitor, told: dict[int, list[int]]) -> list[int]:
    """Note the numbers of what this visitor was told; votes in a row stand for each of them."""
    numbers = told[visitor.me["number"]]
    for event in visitor.talk:
        numbers += range(event.get("first", event["seq"]), event["seq"] + 1)
    visitor.talk.clear()
    return numbers


def listen_again(visitor: Visitor, told: dict[int, list[int]]) -> None:
    numbers = told[visitor.me["number"]]
    answer = visitor.call("listen", {"stream": STAGE, "since": numbers[-1]})
    assert answer["ok"]
    assert not answer["snapshot"], "a talk remembers what happened a moment ago"
    for event in answer["missed"]:
        numbers += range(event.get("first", event["seq"]), event["seq"] + 1)
