"""How a side's meetings are told to one reader: names, hours of the venue, reasons in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from hallwright.api.letters.desk import Names
from hallwright.api.meetings.desk import MeetingDesk
from hallwright.api.meetings.forms import LANGUAGES
from hallwright.api.meetings.pages import PAGES
from hallwright.api.text.hours import MONTHS, WEEKDAYS
from hallwright.api.text.speaking import Speech
from hallwright.organizer.halls import Hall

EARLY = 10 * 60_000  # ms
OPEN = ("asked", "agreed", "booked")
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """``mine`` is all that is kept of a side, ``now`` in ms since 1970."""

    mine: Values
    names: Names
    speech: Speech
    zone: tzinfo
    now: float

    @property
    def side(self) -> str:
        """``buyer`` or ``booth``."""
        return str(self.mine["side"])

    @property
    def begun_profile(self) -> bool:
        """Whether anything is kept of this side."""
        return any(self.mine["profile"][key] for key in ("needs", "offers", "name", "company", "free"))

    @property
    def to_answer(self) -> list[Values]:
        """What the other side wants."""
        return [each for each in self._by_start() if each["standing"] == "asked" and each["asked_by"] != self.side]

    @property
    def coming(self) -> list[Values]:
        """What is booked, by its beginning."""
        return [each for each in self._by_start() if each["standing"] == "booked"]

    @property
    def waiting(self) -> list[Values]:
        """What one has asked for, or what waits for a slot."""
        waits = [each for each in self._by_start() if each["standing"] in ("asked", "agreed")]
        return [each for each in waits if each not in self.to_answer]

    @property
    def past(self) -> list[Values]:
        """What is over, the latest first."""
        return sorted((m for m in self.mine["meetings"] if m["standing"] not in OPEN), key=lambda m: -m["seq"])

    @property
    def slots(self) -> list[Values]:
        """Those that are not over."""
        return [slot for slot in self.mine["slots"] if slot["ends"] > self.now]

    @property
    def free(self) -> list[Values]:
        """Those in which one is free and has no meeting."""
        ticked = set(self.mine["profile"]["free"])
        return [slot for slot in self.slots if slot["id"] in ticked and not slot["taken"]]

    def common(self, match: Values) -> list[Values]:
        """Those that are free for both."""
        return [slot for slot in self.free if slot["id"] in match["common"]]

    def other(self, meeting: Values) -> str:
        """The other side: a booth by its name, a buyer by theirs and their company's."""
        if self.side == "buyer":
            return self.names.booth(str(meeting["booth"]))
        return " · ".join(filter(None, (meeting["name"], meeting["company"]))) or self.say("buyer")

    def matched(self, match: Values) -> str:
        """The name of a match."""
        if self.side == "buyer":
            return self.names.booth(str(match["other"]))
        return " · ".join(filter(None, (self.speech.read(match["name"]), match["company"]))) or self.say("buyer")

    def place(self, meeting: Values) -> str:
        """Where it is."""
        if meeting["remote"]:
            return self.say("by_call")
        place = meeting["place"]
        if place["kind"] == "booth":
            return self.names.booth(place["id"])
        areas = self.names.tour.areas.values()
        room = next((each for area in areas for each in area.facilities if each.id == place["id"]), None)
        return self.speech.read(room.name) if room else str(place["id"])

    def address(self, meeting: Values) -> str:
        """The page of its booth, which tells the way."""
        return self.names.address(str(meeting["booth"]))

    def begun(self, meeting: Values, early: int = 0) -> bool:
        """Whether its slot has begun, or begins within so many ms."""
        return meeting["slot"] is not None and meeting["slot"]["starts"] - early <= self.now

    def awaited(self, meeting: Values) -> bool:
        """Whether one may say that one is there: from ten minutes before, until it ends."""
        if meeting["standing"] != "booked" or meeting["here"][self.side]:
            return False
        return self.begun(meeting, EARLY) and self.now < meeting["slot"]["ends"]

    def tellable(self, meeting: Values) -> bool:
        """Whether one may say what came of it."""
        standing, there = meeting["standing"], meeting["here"][self.side]
        return standing == "met" or (standing == "booked" and self.begun(meeting)) or (standing == "missed" and there)

    def when(self, slot: Values | None) -> str:
        """Day and hours of a slot by the clocks of the venue; empty for none."""
        if slot is None:
            return ""
        starts, ends = self._moment(slot["starts"]), self._moment(slot["ends"])
        return f"{self.day(slot)} {starts:%H:%M}–{ends:%H:%M}"

    def choice(self, slot: Values) -> str:
        """A slot to choose: who did not come gives one back that runs already."""
        return self.when(slot) if slot["starts"] > self.now else f"{self.when(slot)} · {self.say('running')}"

    def wished(self, meeting: Values) -> str:
        """The slot that was asked for."""
        return self.say("wished", when=self.when(meeting["wished"])) if meeting["wished"] else self.say("wished_any")

    def hours(self, slot: Values) -> str:
        """``10:00–10:15``."""
        return f"{self._moment(slot['starts']):%H:%M}–{self._moment(slot['ends']):%H:%M}"

    def day(self, slot: Values) -> str:
        """``Sat 28 Nov``."""
        here = self._moment(slot["starts"])
        weekday = WEEKDAYS[self.speech.lang][here.weekday()]
        if self.speech.lang == "zh":
            return f"{here.month}月{here.day}日（周{weekday}）"
        return f"{weekday} {here.day} {MONTHS[here.month - 1]}"

    def reasons(self, reasons: list[Values]) -> list[str]:
        """Why two match, one line each."""
        return [line for each in reasons if (line := self._reason(each))]

    def _reason(self, reason: Values) -> str:
        kind, words = reason["kind"], [self._named(reason["kind"], each) for each in reason["words"]]
        if kind == "slots":
            return self.say("reason_slots", n=reason["count"]) if reason["count"] else ""
        key = f"reason_{kind}" if kind in ("industry", "language") else f"reason_{kind}_{self.side}"
        return self.say(key, words=self.speech.join(*words)) if words else ""

    def _named(self, kind: str, word: str) -> str:
        if kind == "language":
            return LANGUAGES.get(word, word)
        if kind == "industry":
            return next((self.speech.read(t["name"]) for t in self.mine["industries"] if t["id"] == word), word)
        return word

    def say(self, key: str, **values: object) -> str:
        """A text of these pages."""
        return PAGES.saying(self.speech)(key, **values)

    def _by_start(self) -> list[Values]:
        return sorted(self.mine["meetings"], key=lambda m: (m["slot"]["starts"] if m["slot"] else 1e18, m["seq"]))

    def _moment(self, ms: float) -> datetime:
        return datetime.fromtimestamp(ms / 1000, UTC).astimezone(self.zone)


def telling_of(desk: MeetingDesk, hall: Hall, mine: Values, speech: Speech) -> Telling:
    """What is kept of a side, for one reader of now."""
    zone = hall.programme.zone if hall.programme else UTC
    return Telling(mine, desk.letters.names(hall, speech), speech, zone, datetime.now(UTC).timestamp() * 1000)
