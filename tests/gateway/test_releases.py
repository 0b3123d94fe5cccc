"""A veil falls for everyone at once: whoever is here, whoever came a second before, and whoever comes after."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]
PAGES = 50
TOGETHER = 0.1  # s


def lead(visitor: Visitor) -> float:
    """Seconds of the server's clock before the steady one of here, as a page finds out: by the quickest of a few
    questions."""
    asked = list[tuple[float, float]]()
    for _ in range(5):
        before = time.monotonic()
        told = visitor.call("clock", {"t0": 0})["t1"] / 1000
        after = time.monotonic()
        asked.append((after - before, told - (before + after) / 2))
    return min(asked)[1]


def falls(visitor: Visitor) -> dict[str, Any] | None:
    """What this visitor was told of the veil."""
    told = [event for event in visitor.events if event.get("show") == "release/robot"]
    return told[-1]["timeline"] if told else None


def test_fifty_pages_see_a_veil_fall_within_a_tenth_of_a_second(server: HallServer, visit: Visit) -> None:
    visitors = [visit() for _ in range(PAGES)]
    for visitor in visitors:
        assert visitor.join()["shows"]["release/robot"]["rate"] == 0.0
    ahead = [lead(visitor) for visitor in visitors]
    heard = dict[int, float]()

    def wait(index: int) -> None:
        assert visitors[index].listen(lambda: falls(visitors[index]) is not None, 10.0)
        heard[index] = time.monotonic()

    threads = [threading.Thread(target=wait, args=(index,)) for index in range(PAGES)]
    for thread in threads:
        thread.start()
    server.tell("show release/robot start")
    for thread in threads:
        thread.join()
    assert len(heard) == PAGES
    epochs = {falls(visitor)["epoch"] for visitor in visitors}  # type: ignore[index]
    assert len(epochs) == 1
    falling = [epochs.copy().pop() - each for each in ahead]  # by the steady clock of here
    assert max(falling) - min(falling) < TOGETHER
    assert all(heard[index] < falling[index] for index in range(PAGES)), "somebody heard of it too late"
    late = visit()
    veil = late.join()["shows"]["release/robot"]
    assert (veil["epoch"], veil["rate"]) == (epochs.pop(), 1.0)
    server.tell("show release/robot seek 0")
    assert visitors[0].listen(lambda: (falls(visitors[0]) or {}).get("rate") == 0.0)


def test_what_is_under_a_veil_does_not_run(server: HallServer, visit: Visit) -> None:
    ada = visit()
    ada.join()
    refused = ada.call("trigger", {"show": "release/robot"})
    assert (refused["ok"], refused["code"]) == (False, "not_allowed")
