"""The programme as a calendar (RFC 5545), for people's own: in the venue's zone, in one language.

A session keeps its ``UID`` when it is moved, and says in ``SEQUENCE`` and ``LAST-MODIFIED`` that it was. Where each day
is the first one, each day's session is one of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Literal

import icalendar

from hallwright.programme.sessions import Programme, Session, Text

Language = Literal["en", "zh"]
SEQUENCE_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
LOOK_AGAIN = timedelta(minutes=15)
WORDS = {
    "en": {"programme": "Programme", "sample": "Sample data: titles, hours and speakers are invented."},
    "zh": {"programme": "日程", "sample": "示例数据：标题、时间与嘉宾均为虚构。"},
}


def calendar_of(
    programme: Programme, sessions: Iterable[Session], published: datetime, language: Language,
    link: Callable[[Session], str],
) -> bytes:  # fmt: skip
    """The bytes of a calendar of these sessions. ``published`` is when the hall was; ``link`` gives an address."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Hallwright//Programme//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{programme.name[language]} · {WORDS[language]['programme']}")
    calendar.add("x-wr-timezone", programme.zone.key)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    for session in sessions:
        calendar.add_component(_event(programme, session, published, language, link(session)))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(
    programme: Programme, session: Session, published: datetime, language: Language, link: str
) -> icalendar.Event:
    event = icalendar.Event()
    modified = max(published, session.changed or published).replace(microsecond=0)
    day = "" if programme.first else f".{session.written.astimezone(programme.zone):%Y%m%d}"
    event.add("uid", f"{session.id}{day}@{programme.venue}.hallwright")
    event.add("dtstamp", modified)
    event.add("last-modified", modified)
    event.add("sequence", max(0, int((modified - SEQUENCE_SINCE).total_seconds())))
    event.add("dtstart", session.starts.astimezone(programme.zone))
    event.add("dtend", session.ends.astimezone(programme.zone))
    event.add("status", "CANCELLED" if session.cancelled else "CONFIRMED")
    event.add("summary", session.title[language], parameters={"LANGUAGE": language})
    event.add("location", session.where[language])
    event.add("categories", [session.track.name[language]])
    event.add("url", link)
    event.add("description", "\n".join(_lines(programme, session, language)))
    return event


def _lines(programme: Programme, session: Session, language: Language) -> Iterable[str]:
    if session.note:
        yield session.note[language]
    if session.abstract[language]:
        yield session.abstract[language]
    for speaker in session.speakers:
        yield ", ".join(_said(language, speaker.name, speaker.role, speaker.organisation))
    if programme.sample:
        yield WORDS[language]["sample"]


def _said(language: Language, *texts: Text) -> Iterable[str]:
    return (text[language] for text in texts if text[language])
