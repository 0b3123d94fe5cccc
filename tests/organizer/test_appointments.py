"""The calendar of meetings: only what is booked, where and with whom, and reminders."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import icalendar
import pytest

from hallwright.organizer.appointments import calendar_of
from hallwright.organizer.tour import Tour

NAME = {"en": "Acme", "zh": "艾克"}
TOUR = cast(
    Tour,
    SimpleNamespace(
        venue="fair", name={"en": "Fair", "zh": "展会"}, booths={"a1": SimpleNamespace(number="A1", name=NAME)},
        areas={"hall": SimpleNamespace(facilities=[SimpleNamespace(id="r1", name={"en": "Room 1", "zh": "洽谈室 1"})])},
    ),
)
SLOT = {"id": "s/1", "starts": 1_790_000_000_000, "ends": 1_790_000_900_000, "taken": True}


def meeting(**more: Any) -> dict[str, Any]:
    return {
        "id": "m1", "side": "buyer", "booth": "a1", "name": "Ann; Li", "company": "", "remote": False,
        "standing": "booked", "asked": 1_780_000_000_000, "message": "1,000 packs\nby May", "slot": SLOT,
        "place": {"kind": "room", "id": "r1"}, "seq": 7, **more,
    }  # fmt: skip


def events(*meetings: dict[str, Any], language: Any = "en") -> list[Any]:
    made = calendar_of(TOUR, meetings, language, "https://fair.example/text/fair/meet/x")
    return icalendar.Calendar.from_ical(made).walk("VEVENT")


@pytest.mark.parametrize(("language", "title", "place"), [("en", "Acme", "Room 1"), ("zh", "艾克", "洽谈室 1")])
def test_a_buyer_is_told_where_and_with_whom_and_reminded(language: str, title: str, place: str) -> None:
    (event,) = events(meeting(), language=language)
    assert (title in event["summary"], event["location"], event["sequence"]) == (True, place, 7)
    assert event["description"] == "1,000 packs\nby May"
    assert event["dtend"].dt.timestamp() - event["dtstart"].dt.timestamp() == 900
    assert [alarm["trigger"].dt.total_seconds() for alarm in event.walk("VALARM")] == [-3600, -600]


def test_the_staff_see_the_buyer_and_a_call_has_no_room() -> None:
    (event,) = events(meeting(side="booth", remote=True))
    assert "Ann; Li" in event["summary"]
    assert event["location"] == "By call"


def test_only_what_is_booked_is_in_it() -> None:
    gone = {"id": "m3", "standing": "forgotten"}
    assert events(meeting(standing="cancelled"), meeting(standing="agreed", slot=None), gone) == []
