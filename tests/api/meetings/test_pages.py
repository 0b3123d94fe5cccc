"""Meetings by pages alone: a buyer says what they need and asks for a slot; the staff accept, and tell the outcome."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.api.meetings import words
from hallwright.app import create_server
from hallwright.config import Settings
from hallwright.organizer import operator_token
from hallwright.organizer.halls import Halls
from hallwright.store.database import Database
from hallwright.store.writes import Happened
from tests.api.letters.test_pages import Fair, link_in
from tests.api.test_people import Place
from tests.api.text.reading import Page
from tests.api.text.test_pages import EVIL, published
from tests.organizer.test_touring import DOCUMENT

OURS = {"Origin": "http://localhost"}
MEETINGS = {"minutes": 15, "tracks": ["matchmaking"], "rooms": [], "industries": []}
MEET, STAFF = "/text/fair/meet", "/staff/fair/meetings"


def now_at_noon() -> tuple[str, str]:
    """A zone where it is about noon, and the time there: sessions that begin now do not end on another day."""
    now = datetime.now(UTC)
    hours = 12 - now.hour
    return f"Etc/GMT{-hours:+d}" if hours else "UTC", f"{now + timedelta(hours=hours):%H:%M}"


def both(words: str) -> dict[str, str]:
    return {"en": words, "zh": words}


def programme() -> dict[str, Any]:
    zone, time = now_at_noon()
    session = {
        "id": "match", "title": both("Match"), "abstract": both(""), "track": "matchmaking", "kind": "area",
        "place": "hall", "area": "hall", "day": 1, "time": time, "minutes": 60, "speakers": [], "languages": ["zh"],
    }  # fmt: skip
    return {
        "timezone": zone, "starts": None, "tracks": [{"id": "matchmaking", "name": both("Match"), "color": "#1F6FB2"}],
        "speakers": [], "sessions": [session],
    }  # fmt: skip


@pytest.fixture
def fair(viewer: Path, tmp_path: Path) -> Iterator[Fair]:
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    hall = published(tmp_path / "fair", {**DOCUMENT, "shows": [], "programme": programme(), "meetings": MEETINGS})
    server = create_server(settings, Halls((hall,)), database, viewer)
    yield Fair(server, Place(server, operator_token.read(tmp_path / "data")), database)
    assert server.gateway.close()


def slots_in(page: TestResponse) -> list[str]:
    return re.findall(r'name="free" value="([^"]+)"', page.text)


def begin(fair: Fair, **form: Any) -> TestResponse:
    """Fill in the form of a buyer who is free whenever one can be."""
    browser = fair.place.browser()
    shown = browser.get(MEET)
    assert shown.status_code == 200, shown.text
    secret = re.search(r'name="secret" value="([^"]+)"', shown.text)
    assert secret
    filled = {"secret": secret[1], "consent": "on", "needs": "一台压铸机 pumps", "free": slots_in(shown), "how": "here"}
    return browser.post(MEET, data={**filled, **form}, headers=OURS)


def act(browser: FlaskClient, path: str, do: str, **form: str) -> TestResponse:
    return browser.post(path, data={"do": do, **form}, headers=OURS)


def meeting_in(page: TestResponse) -> str:
    found = re.search(r'data-meeting="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


def offering(fair: Fair, name: str = "Bo") -> FlaskClient:
    """Staff of the booth, which offers what the buyer needs."""
    staff = fair.staff(name, "a1")
    free = slots_in(staff.get(STAFF))
    offers = {"do": "profile", "offers": "pumps 压铸机 die casting", "languages": ["en", "zh"], "free": free}
    done = staff.post(STAFF, data=offers, headers=OURS)
    assert done.status_code == 303, done.text
    return staff


def test_asked_accepted_and_told_what_came_of_it(fair: Fair) -> None:
    staff = offering(fair)
    sent = begin(fair, name="魏", company="East", languages=["zh"])
    assert sent.status_code == 303, sent.text
    link, buyer = sent.headers["Location"], fair.place.browser()
    page = buyer.get(f"{link}?lang=en")
    Page(page.text)
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"], page.headers["X-Robots-Tag"]) == (
        "no-store", "same-origin", "noindex",
    )  # fmt: skip
    assert 'data-match="a1"' in page.text
    assert "Offers what you need: " in page.text
    slot = slots_in(page)[0]  # of now
    assert act(buyer, link, "ask", other="a1", slot=slot, message="<b>急</b>").status_code == 303
    asked = staff.get(f"{STAFF}?lang=en")
    Page(asked.text)
    assert "To answer (1)" in asked.text
    assert "魏 · East" in asked.text
    assert re.search(r"Wished for: \w+ \d+ \w+ \d\d:\d\d–\d\d:\d\d", asked.text)
    assert f'<option value="{slot}" selected>' in asked.text
    assert "希望时段：" in buyer.get(f"{link}?lang=zh").text
    assert "&lt;b&gt;急&lt;/b&gt;" in asked.text
    meeting = meeting_in(asked)
    assert act(staff, STAFF, "accept", meeting=meeting, slot=slot).status_code == 303
    booked = buyer.get(f"{link}?lang=zh")
    Page(booked.text)
    assert "已约定 (1)" in booked.text
    calendar = icalendar.Calendar.from_ical(buyer.get(f"{link}.ics").data)
    (event,) = calendar.walk("VEVENT")
    assert (event["DTEND"].dt - event["DTSTART"].dt).seconds == 900
    assert len(event.walk("VALARM")) == 2
    (theirs,) = icalendar.Calendar.from_ical(staff.get(f"{STAFF}.ics").data).walk("VEVENT")
    assert "East" in theirs["SUMMARY"]
    assert act(buyer, link, "here", meeting=meeting).status_code == 303
    assert act(staff, STAFF, "here", meeting=meeting).status_code == 303
    told = act(staff, STAFF, "outcome", meeting=meeting, outcome="order", note="Ten.")
    assert told.status_code == 303
    over = staff.get(told.headers["Location"] + "&lang=en")
    assert "Met · An order" in over.text
    assert "Ten." in over.text
    assert "Ten." not in buyer.get(link).text  # of one's own side only


def test_nothing_is_kept_without_a_yes_and_what_was_typed_stays(fair: Fair) -> None:
    browser = fair.place.browser()
    secret = "s" * 32
    refused = browser.post(f"{MEET}?lang=en", data={"secret": secret, "needs": EVIL, "free": "nowhere/1"}, headers=OURS)
    assert refused.status_code == 400
    assert words.WORDS["meeting_consent"][0] in refused.text
    Page(refused.text)
    assert EVIL not in refused.text
    evil = browser.post(MEET, data={"secret": secret, "consent": "on"}, headers={"Origin": "https://evil.example"})
    assert evil.status_code == 403
    assert browser.post(MEET, data={"secret": "short", "consent": "on"}, headers=OURS).status_code == 404


def test_staff_answer_many_in_a_row(fair: Fair) -> None:
    staff = offering(fair)
    for number in range(20):
        link = begin(fair, name=f"Buyer {number}").headers["Location"]
        assert act(fair.place.browser(), link, "ask", other="a1").status_code == 303
    asked = staff.get(f"{STAFF}?lang=en").text
    assert "To answer (20)" in asked
    for meeting in re.findall(r'data-meeting="([^"]+)"', asked):
        assert act(staff, STAFF, "decline", meeting=meeting).status_code == 303
    assert "To answer" not in staff.get(f"{STAFF}?lang=en").text


def offered(browser: FlaskClient, link: str) -> list[str]:
    """What a buyer may choose from to meet the booth."""
    chosen = re.search(r'<select id="slot-a1".*?</select>', browser.get(f"{link}?lang=en").text, re.DOTALL)
    return re.findall(r'<option value="([^"]+)"', chosen[0]) if chosen else []


def test_the_slot_of_who_did_not_come_is_offered_to_others(fair: Fair, viewer: Path, tmp_path: Path) -> None:
    """The server's clock never goes back: by a later event in the database the next server begins ten minutes later."""
    staff = offering(fair)
    ann, ben = (begin(fair, name=name, languages=["zh"]).headers["Location"] for name in ("Ann", "Ben"))
    slot, *later = offered(fair.place.browser(), ben)  # the first runs since this minute
    assert act(fair.place.browser(), ann, "ask", other="a1", slot=slot).status_code == 303
    assert act(staff, STAFF, "accept", meeting=meeting_in(staff.get(STAFF))).status_code == 303
    assert offered(fair.place.browser(), ben) == later
    now = round(fair.server.gateway.now() * 1000)
    assert fair.server.gateway.close()
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    database.write([Happened("elsewhere", 1, now + 601_000, "announcement", "{}")])
    hall = published(tmp_path / "fair", {**DOCUMENT, "shows": [], "programme": programme(), "meetings": MEETINGS})
    server = create_server(Settings(data=tmp_path / "data", async_mode="threading"), Halls((hall,)), database, viewer)
    try:
        browser = server.app.test_client()
        end = time.monotonic() + 10
        while "Missed" not in browser.get(f"{ann}?lang=en").text and time.monotonic() < end:
            time.sleep(0.1)  # a beat
        assert offered(browser, ben) == [slot, *later]
        assert "running now" in browser.get(f"{ben}?lang=en").text
        assert act(browser, ben, "ask", other="a1", slot=slot).status_code == 303
    finally:
        assert server.gateway.close()


def test_only_staff_see_to_a_booth(fair: Fair) -> None:
    assert fair.place.browser().get(STAFF).status_code == 401
    bo = fair.staff("Bo", "a1")
    assert bo.get(f"{STAFF}?booth=a2").status_code == 403
    assert act(bo, STAFF, "profile", booth="a2", offers="x").status_code == 403
    moderator = fair.staff("Mo", role="moderator")
    assert moderator.get(STAFF).status_code == 403
    assert moderator.get(f"{STAFF}.ics").status_code == 403


def test_what_has_changed_meanwhile_is_refused_in_words(fair: Fair) -> None:
    offering(fair)
    link = begin(fair).headers["Location"]
    buyer = fair.place.browser()
    assert act(buyer, link, "ask", other="nobody").status_code == 404
    assert act(buyer, link, "ask", other="a1", slot="match/9/2020-01-01").status_code == 404
    assert act(buyer, link, "ask", other="a1").status_code == 303
    again = act(buyer, f"{link}?lang=en", "ask", other="a1")
    assert again.status_code == 409
    assert words.WORDS["met_already"][0] in again.text
    meeting = meeting_in(buyer.get(link))
    assert act(buyer, link, "accept", meeting=meeting).status_code == 409  # one's own
    assert act(buyer, link, "outcome", meeting=meeting, outcome="joy").status_code == 400
    assert act(buyer, link, "dance").status_code == 403
    assert act(buyer, link, "cancel", meeting=meeting).status_code == 303
    assert act(buyer, link, "forget").status_code == 200
    assert "data-meeting" not in buyer.get(link).text


def test_a_page_leads_there_and_says_all_in_both_languages(fair: Fair) -> None:
    venue = fair.place.browser().get("/text/fair?lang=zh")
    assert link_in(venue, "/text/fair/meet[^\"]*") == f"{MEET}?lang=zh"
    assert "/staff/fair/meetings" in fair.staff("Bo", "a1").get("/staff/fair").text
    for en, zh in words.WORDS.values():
        assert en and zh
        assert set(re.findall(r"{\w+}", en)) == set(re.findall(r"{\w+}", zh))
