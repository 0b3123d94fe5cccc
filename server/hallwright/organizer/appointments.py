"""The calendar of somebody's meetings, as pages hand it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from hallwright.organizer.tour import Tour

Language = Literal["en", "zh"]
WORDS = {
    "en": {"meetings": "Meetings", "with": "Meeting: {}", "call": "By call", "someone": "a buyer"},
    "zh": {"meetings": "洽谈", "with": "洽谈：{}", "call": "线上通话", "someone": "买家"},
}


def calendar_of(tour: Tour, meetings: Iterable[Mapping[str, Any]], language: Language, link: str) -> bytes:
    """The booked ones among ``meetings`` (MEETING of docs/formats/meetings.md), with reminders; ``link`` leads to the
    page of them."""
    from hallwright.export import appointments  # icalendar takes 150 ms to import, and most halls are never asked

    words = WORDS[language]
    booked = [each for each in meetings if each.get("standing") == "booked" and each["slot"]]
    made = (
        appointments.Appointment(
            each["id"], words["with"].format(_other(tour, each, language)), _place(tour, each, language),
            each["message"], link, each["slot"]["starts"], each["slot"]["ends"], each["asked"], each["seq"],
        )
        for each in booked
    )  # fmt: skip
    return appointments.calendar_of(tour.venue, f"{tour.name[language]} · {words['meetings']}", made, language)


def _other(tour: Tour, meeting: Mapping[str, Any], language: Language) -> str:
    if meeting["side"] == "booth":
        return meeting["company"] or meeting["name"] or WORDS[language]["someone"]
    return _named(tour, meeting["booth"], language)


def _place(tour: Tour, meeting: Mapping[str, Any], language: Language) -> str:
    return WORDS[language]["call"] if meeting["remote"] else _named(tour, meeting["place"]["id"], language)


def _named(tour: Tour, id_: str, language: Language) -> str:
    """What a booth or a meeting room is called; its id where it has gone."""
    if booth := tour.booths.get(id_):
        return f"{booth.number} {booth.name[language]}"
    rooms = (room for area in tour.areas.values() for room in area.facilities if room.id == id_)
    return next((room.name[language] for room in rooms), id_)
