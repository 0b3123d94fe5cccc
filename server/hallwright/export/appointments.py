"""Meetings as a calendar (RFC 5545) with reminders, for somebody's own: in one language.

A meeting keeps its ``UID`` when it is moved; ``SEQUENCE`` is the number of its last event, which only grows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import icalendar

Language = Literal["en", "zh"]
BEFORE = (timedelta(minutes=60), timedelta(minutes=10))
"""When one is reminded."""
LOOK_AGAIN = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting that has a slot; times are ms since 1970, ``changed`` is when something happened last."""

    id: str
    title: str
    place: str
    description: str
    link: str
    starts: int
    ends: int
    changed: int
    sequence: int


def calendar_of(
    venue: str, name: str, appointments: Iterable[Appointment], language: Language
) -> bytes:
    """The bytes of a calendar called ``name`` of these meetings in a venue (id)."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Hallwright//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    for each in appointments:
        calendar.add_component(_event(venue, each, language))
    return bytes(calendar.to_ical())


def _event(venue: str, appointment: Appointment, language: Language) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{appointment.id}@meetings.{venue}.hallwright")
    event.add("dtstamp", _moment(appointment.changed))
    event.add("sequence", appointment.sequence)
    event.add("dtstart", _moment(appointment.starts))
    event.add("dtend", _moment(appointment.ends))
    event.add("status", "CONFIRMED")
    event.add("summary", appointment.title, parameters={"LANGUAGE": language})
    event.add("location", appointment.place)
    event.add("url", appointment.link)
    event.add("description", appointment.description)
    for before in BEFORE:
        event.add_component(_alarm(before, appointment.title))
    return event


def _alarm(before: timedelta, title: str) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", title)
    return alarm


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).replace(microsecond=0)
