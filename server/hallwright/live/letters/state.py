"""What a letter has become: a plain value that follows its events, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hallwright.live.letters.writers import Side, Standing

Values = dict[str, Any]
PREVIEW = 80  # letters
_WRITTEN = {"inquired": "visitor", "wrote": "visitor", "replied": "staff"}


@dataclass(slots=True)
class State:
    """``seq`` is the last event; ``messages`` by number, oldest first; ``seen`` up to where each side has read; times
    are ms, 0 for not yet; ``keys`` says which number what was sent got."""

    seq: int = 0
    standing: Standing = "none"
    booth: str = ""
    placement: str | None = None
    card: dict[str, str] = field(default_factory=dict)
    messages: dict[int, Values] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=lambda: {"visitor": 0, "staff": 0})
    opened: int = 0
    answered: int = 0
    last: int = 0
    reports: list[str] = field(default_factory=list)
    keys: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Mapping[str, Any]]) -> State:
        """What all events of a letter leave."""
        state = cls()
        for event in events:
            state.follow(event)
        return state

    def follow(self, event: Mapping[str, Any]) -> None:
        """An event has happened, as it is stored."""
        self.seq, kind = event["seq"], event["kind"]
        if kind == "inquired":
            self.booth, self.placement, self.card = event["booth"], event["placement"], event["card"]
            self.opened = event["time"]
        if kind in _WRITTEN:
            self._written(event, _WRITTEN[kind])
        elif kind == "seen":
            self.seen[event["side"]] = event["upto"]
        elif kind == "ended":
            self.standing = "closed"
        elif kind == "reported":
            self.reports.append(event["reason"])

    def _written(self, event: Mapping[str, Any], side: str) -> None:
        self.messages[self.seq] = dict(event)
        self.standing = "answered" if side == "staff" else "open"
        self.last = event["time"]
        self.seen[side] = self.seq
        if side == "staff" and not self.answered:
            self.answered = event["time"]
        if event.get("key"):
            self.keys[side, event["key"]] = self.seq

    def unread(self, side: Side) -> int:
        """How many messages of the other side this one has not read."""
        mine = {"visitor": ("inquired", "wrote"), "staff": ("replied",)}.get(side, ())
        after = self.seen.get(side, self.seq)
        return sum(number > after and each["kind"] not in mine for number, each in self.messages.items())

    @property
    def preview(self) -> str:
        """How the last message begins."""
        text = next(reversed(self.messages.values()))["text"] if self.messages else ""
        return str(text)[:PREVIEW].replace("\n", " ")

    @property
    def name(self) -> str:
        """Who asked, as far as they say."""
        first = next(iter(self.messages.values()), {})
        return self.card.get("name") or str(first.get("name", ""))
