"""Calendars of both sides, and figures that name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest

from hallwright.app import Server, create_server
from hallwright.config import Settings
from hallwright.gateway.meetings.callers import Callers
from hallwright.gateway.meetings.parties import Party
from hallwright.organizer import operator_token
from hallwright.organizer.halls import Halls
from hallwright.store.database import Database
from tests.api.test_people import Place, enter
from tests.api.text.test_pages import published
from tests.organizer.test_touring import DOCUMENT
from tests.test_matchmaking import ACME, SESSION
from tests.test_matchmaking import DOCUMENT as MEETING

SECRET = "s" * 32
SLOT = "talks/1"


@pytest.fixture
def place(viewer: Path, tmp_path: Path) -> Iterator[tuple[Server, Place]]:
    """A hall with an exhibitor at a1, who can be met in sessions to come."""
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    exhibitors = [*DOCUMENT.get("exhibitors", ()), {**ACME, "meeting": {**ACME["meeting"], "languages": []}}]
    areas: list[dict[str, Any]] = [dict(area) for area in DOCUMENT["areas"]]
    for area in areas:
        area["booths"] = [
            {**booth, "exhibitor": "acme" if booth["id"] == "a1" else booth.get("exhibitor", "")}
            for booth in area.get("booths", ())
        ]
    session = {**SESSION, "area": areas[0]["id"], "place": areas[0]["id"]}
    programme = {**MEETING["programme"], "starts": "2099-09-20", "sessions": [session]}
    document = {
        **DOCUMENT, "shows": [], "exhibitors": exhibitors, "areas": areas, "programme": programme,
        "meetings": {**MEETING["meetings"], "rooms": []},
    }  # fmt: skip
    hall = published(tmp_path / "fair", document)
    server = create_server(Settings(data=tmp_path / "data", async_mode="threading"), Halls((hall,)), database, viewer)
    yield server, Place(server, operator_token.read(tmp_path / "data"))
    assert server.gateway.close()


def meet(server: Server) -> None:
    """A buyer and the booth agree on a slot."""
    book = server.gateway.meetings.book("fair")
    buyer = Callers().buyer(SECRET)
    filled = Callers().profile({"name": "Ann", "company": "Blue", "needs": "电池", "free": [SLOT]})
    book.write_profile(buyer, filled, True)
    meeting = book.ask(buyer, "a1", SLOT, "1,000 packs")["meeting"]
    assert book.answer(Party("booth", "a1"), meeting["id"], True, None)["meeting"]["standing"] == "booked"


def events(body: bytes) -> list[Any]:
    return icalendar.Calendar.from_ical(body).walk("VEVENT")


def test_each_side_has_a_calendar_and_nobody_else(place: tuple[Server, Place]) -> None:
    server, people = place
    browser = people.browser()
    assert events(browser.get(f"/text/fair/meet/{SECRET}.ics").data) == []
    meet(server)
    answer = browser.get(f"/text/fair/meet/{SECRET}.ics?lang=zh")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    (event,) = events(answer.data)
    assert "艾克" in str(event["SUMMARY"])
    assert len(event.walk("VALARM")) > 0
    assert events(browser.get(f"/text/fair/meet/{'t' * 32}.ics").data) == []
    assert browser.get("/text/fair/meet/short.ics").status_code == 404
    assert browser.get("/staff/fair/meetings.ics").status_code == 401
    staff = people.browser()
    enter(staff, people.invite("exhibitor", booths=["a1", "elsewhere"]), "Bo")
    (event,) = events(staff.get("/staff/fair/meetings.ics").data)
    assert "Blue" in str(event["SUMMARY"])
    other = people.browser()
    enter(other, people.invite("exhibitor", booths=["elsewhere"]), "Cy")
    assert other.get("/staff/fair/meetings.ics").status_code == 404


def test_organizers_count_and_others_do_not(place: tuple[Server, Place]) -> None:
    server, people = place
    meet(server)
    browser = people.browser()
    assert browser.get("/api/v1/venues/fair/meetings").status_code == 401
    enter(browser, people.invite("organizer"), "Di")
    told = browser.get("/api/v1/venues/fair/meetings").get_json()
    assert told["booths"]["a1"] == told["total"]
    assert (told["total"]["asked"], told["total"]["booked"], told["total"]["met"]) == (1, 1, 0)
    assert "Ann" not in str(told)
