"""The programme as pages tell it: by day, in the hours of the venue, with addresses of places and calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from flask import url_for

from hallwright.api.text.links import Links
from hallwright.organizer.finding import Found
from hallwright.organizer.sitting import Sitting
from hallwright.organizer.standing import CANCELLED, NOW, standing_of
from hallwright.programme.sessions import Session

WEEKDAYS = {"en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "zh": tuple("一二三四五六日")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SOON = 7200  # s
OfHall = Callable[[str], Sitting | None]
"""The programme of a venue at this moment, by its id; None where there is none."""


@dataclass(frozen=True, slots=True)
class Hours:
    """What the templates ask about a programme."""

    sitting: Sitting
    links: Links

    @property
    def first(self) -> list[tuple[str, Sequence[Session]]]:
        """What is on and what is next, each with its title; left out where there is none."""
        say = self.links.speech.say
        parts = ((say("programme_now"), self.sitting.running), (say("programme_next"), self.sitting.coming))
        return [(title, sessions) for title, sessions in parts if sessions]

    @property
    def days(self) -> list[tuple[int, str, list[Session]]]:
        """Each day: its number, its date, its sessions."""
        days: dict[int, list[Session]] = {}
        for session in self.sitting.sessions:
            days.setdefault(session.day, []).append(session)
        return [(day, self.date(each[0].written), each) for day, each in sorted(days.items())]

    @property
    def told(self) -> Iterator[tuple[str, str]]:
        """What is worth saying of sessions while a page is open: the title, and that it was moved or cancelled, what
        was remarked, that it is on."""
        read = self.links.speech.read
        for session in self.sitting.sessions:
            yield from ((read(session.title), said) for said in self._said(session) if said)

    @property
    def turns(self) -> str:
        """When the next session begins or ends, for programs; empty where none does."""
        held = [each for each in self.sitting.sessions if not each.cancelled]
        moments = (moment for each in held for moment in (each.starts, each.ends))
        turn = min((moment for moment in moments if moment > self.sitting.now), default=None)
        return turn.isoformat() if turn else ""

    def held(self, where: Callable[[Session], bool]) -> Hours | None:
        """The programme of some places alone; None where nothing is held there."""
        sessions = tuple(filter(where, self.sitting.sessions))
        return replace(self, sitting=replace(self.sitting, sessions=sessions)) if sessions else None

    def _said(self, session: Session) -> Iterator[str]:
        speech = self.links.speech
        if session.cancelled:
            yield speech.read(CANCELLED)
        elif session.changed:
            yield speech.say("programme_at", time=self.moment(session))
        if session.note:
            yield speech.read(session.note)
        if session.runs(self.sitting.now):
            yield speech.read(NOW)

    def when(self, id: str) -> tuple[str, str] | None:
        """Of a session: on now, next and in how long, over, cancelled; and from when until when."""
        session = next((each for each in self.sitting.sessions if each.id == id), None)
        if session is None:
            return None
        speech = self.links.speech
        turn = speech.say("programme_next") if session in self.sitting.coming else ""
        return speech.join(turn, speech.read(standing_of(session, self.sitting.now))), self.moment(session)

    def moment(self, session: Session) -> str:
        """From when until when; with the date where that is not today."""
        zone = self.sitting.programme.zone
        starts, ends, now = (each.astimezone(zone) for each in (session.starts, session.ends, self.sitting.now))
        day = "" if starts.date() == now.date() else f"{self.date(session.starts)} "
        return f"{day}{starts:%H:%M}–{ends:%H:%M}"

    def date(self, moment: datetime) -> str:
        """The day of a moment, by the clocks of the venue."""
        here, lang = moment.astimezone(self.sitting.programme.zone), self.links.speech.lang
        weekday = WEEKDAYS[lang][here.weekday()]
        if lang == "zh":
            return f"{here.year}年{here.month}月{here.day}日（周{weekday}）"
        return f"{weekday} {here.day} {MONTHS[here.month - 1]} {here.year}"

    def span(self, session: Session) -> str:
        """From when until when; with the date where it was moved to another day."""
        zone = self.sitting.programme.zone
        starts, ends, written = (each.astimezone(zone) for each in (session.starts, session.ends, session.written))
        day = "" if starts.date() == written.date() else f"{self.date(session.starts)} "
        return f"{day}{starts:%H:%M}–{ends:%H:%M}"

    def iso(self, session: Session) -> str:
        """When it starts, for programs."""
        return session.starts.astimezone(self.sitting.programme.zone).isoformat()

    def is_soon(self, session: Session) -> bool:
        """Whether it is told in how many minutes it begins."""
        return not session.cancelled and 0 < (session.starts - self.sitting.now).total_seconds() <= SOON

    def stands(self, session: Session) -> str:
        """Now, over, cancelled, or in how many minutes; empty for later than in two hours."""
        if not session.cancelled and (session.starts - self.sitting.now).total_seconds() > SOON:
            return ""
        return self.links.speech.read(standing_of(session, self.sitting.now))

    def place(self, session: Session) -> str:
        """The page that tells of the place."""
        found = Found(session.kind, session.place, session.area)  # type: ignore[arg-type]
        return self.links.found(found)[0] or self.links.page("area", id=session.area)

    def hall(self, session: Session) -> str:
        """The session in 3D: its stage, seen from before it."""
        query = {"venue": self.sitting.programme.venue, "session": session.id, "lang": self.links.speech.lang}
        return f"/?{urlencode(query)}"

    def calendar(self, session: Session) -> str:
        """The session for one's own calendar."""
        return url_for(
            "programme.one", venue=self.sitting.programme.venue, session=session.id, lang=self.links.speech.lang
        )

    @property
    def feed(self) -> str:
        """All of it for one's own calendar."""
        return url_for("programme.calendar", venue=self.sitting.programme.venue, lang=self.links.speech.lang)
