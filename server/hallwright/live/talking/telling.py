"""What is told of what has happened: not who voted, and many votes in a row as one figure for each question."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

Values = dict[str, Any]


BALLOTS = ("voted", "unvoted", "balloted")


def told(events: Iterable[Mapping[str, Any]], gone: Container[int] = ()) -> list[Values]:
    """Events as they are stored, as they are sent. Votes in a row are one: ``first`` is then the number of the first
    of them, ``seq`` of the last, so that nobody thinks they missed one. What is ``gone`` is told without its text."""
    sent: list[Values] = []
    for event in events:
        if event["kind"] not in BALLOTS:
            sent.append(_silenced(event) if event["seq"] in gone else dict(event))
            continue
        if not (sent and sent[-1]["kind"] == "votes"):
            sent.append({"seq": 0, "time": 0, "kind": "votes", "first": event["seq"], "votes": {}})
        last = sent[-1]
        last["seq"], last["time"] = event["seq"], event["time"]
        if event["kind"] == "balloted":
            sums = {key: event[key] for key in ("voters", "counts") if key in event}
            last.setdefault("polls", {})[str(event["poll"])] = sums
        else:
            last["votes"][str(event["question"])] = event["votes"]
    return sent


def _silenced(event: Mapping[str, Any]) -> Values:
    """Without what was written."""
    silent: Values = {"text": "", "question": {"en": "", "zh": ""}, "options": []}
    written = event["kind"] in ("said", "asked", "polled")
    return {key: silent.get(key, value) if written else value for key, value in event.items()}
