"""Letters by pages alone: a visitor asks and goes, the staff answer later, the visitor reads under the private link."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.api.letters import words
from hallwright.api.letters.table import harmless
from hallwright.app import Server, create_server
from hallwright.config import Settings
from hallwright.organizer import operator_token
from hallwright.organizer.forgetting import forget
from hallwright.organizer.halls import Halls
from hallwright.organizer.inquiries import figures_of
from hallwright.store.database import Database
from tests.api.test_people import Place, enter
from tests.api.text.reading import Page
from tests.api.text.test_pages import EVIL, published
from tests.organizer.test_touring import DOCUMENT

OURS = {"Origin": "http://localhost"}
ASK = "/text/fair/booths/a1/ask"
DAY = 86_400_000


@dataclass(frozen=True)
class Fair:
    server: Server
    place: Place
    database: Database

    def staff(self, name: str, *booths: str, role: str = "exhibitor") -> FlaskClient:
        """The browser of somebody with a role."""
        browser = self.place.browser()
        secret = self.place.invite(role, **({"booths": list(booths)} if booths else {}))
        assert enter(browser, secret, name).status_code == 303
        return browser

    def ask(self, browser: FlaskClient | None = None, **form: str) -> TestResponse:
        """Fill in the form at the booth and send it."""
        visitor = browser or self.place.browser()
        shown = visitor.get(ASK)
        assert shown.status_code == 200
        secret = re.search(r'name="secret" value="([^"]+)"', shown.text)
        assert secret
        return visitor.post(ASK, data={"secret": secret[1], "consent": "on", **form}, headers=OURS)


@pytest.fixture
def fair(viewer: Path, tmp_path: Path) -> Iterator[Fair]:
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    hall = published(tmp_path / "fair", {**DOCUMENT, "shows": []})
    server = create_server(settings, Halls((hall,)), database, viewer)
    yield Fair(server, Place(server, operator_token.read(tmp_path / "data")), database)
    assert server.gateway.close()


def act(browser: FlaskClient, path: str, do: str, **form: str) -> TestResponse:
    return browser.post(path, data={"do": do, **form}, headers=OURS)


def link_in(page: TestResponse, pattern: str) -> str:
    found = re.search(rf'href="({pattern})"', page.text)
    assert found, page.text
    return found[1].replace("&amp;", "&")


def test_asked_answered_tomorrow_and_read_by_the_link(fair: Fair) -> None:
    sent = fair.ask(text="How much?", signature="Ann", card_email="ann@example.org", card_consent="on")
    assert sent.status_code == 303
    link = sent.headers["Location"]
    visitor = fair.place.browser()
    page = visitor.get(link)
    Page(page.text)
    assert "How much?" in page.text
    assert "No answer yet" in page.text
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "same-origin")
    bo = fair.staff("Bo", "a1")
    inbox = bo.get("/staff/fair?standing=open")
    Page(inbox.text)
    assert "1 new" in inbox.text
    letter = link_in(inbox, "/staff/fair/letters/[^\"]+")
    assert "ann@example.org" in bo.get(letter).text
    assert "1 new" not in bo.get("/staff/fair").text
    assert act(bo, letter, "write", text="Ten.", key="k").status_code == 303
    assert act(bo, letter, "write", text="Ten.", key="k").status_code == 303  # pressed twice
    read = fair.place.browser().get(f"{link}?lang=zh")
    assert read.text.count("Ten.") == 1
    assert "<b>Bo</b>" in read.text
    assert act(visitor, link, "write", text="Thanks").status_code == 303
    assert act(visitor, link, "end").status_code == 303
    assert act(bo, letter, "write", text="x").status_code == 409


def test_only_staff_of_the_booth_and_moderators_after_a_report(fair: Fair) -> None:
    fair.ask(text="How much?")
    bo = fair.staff("Bo", "a1")
    letter = link_in(bo.get("/staff/fair"), "/staff/fair/letters/[^\"]+")
    cy, mo = fair.staff("Cy", "b2"), fair.staff("Mo", role="moderator")
    assert fair.place.browser().get(letter).status_code == 401
    for other in (cy, mo, fair.staff("Org", role="organizer"), fair.staff("Ho", role="host")):
        assert other.get(letter).status_code == 404
        assert act(other, letter, "end").status_code == 404
        assert letter not in other.get("/staff/fair").text
    assert act(bo, letter, "report", reason="rude").status_code == 303
    assert "rude" in mo.get(letter).text
    assert letter in mo.get("/staff/fair").text
    assert cy.get(letter).status_code == 404
    assert bo.post(letter, data={"do": "end"}, headers={"Origin": "https://evil.example"}).status_code == 403


def test_without_a_yes_nothing_is_kept_and_what_was_typed_stays(fair: Fair) -> None:
    visitor = fair.place.browser()
    secret = "s" * 32
    refused = visitor.post(ASK, data={"secret": secret, "text": "How much?"}, headers=OURS)
    assert refused.status_code == 400
    assert "How much?" in refused.text
    assert words.WORDS["letter_consent"][0] in refused.text
    assert fair.ask(text="x", card_name="Ann").status_code == 400
    assert fair.ask(text="x", card_email="nowhere", card_consent="on").status_code == 400
    assert visitor.get(f"/text/fair/letters/{secret}").status_code == 404
    assert visitor.get("/text/fair/booths/nowhere/ask").status_code == 404
    assert visitor.get("/text/fair/letters/x").status_code == 404


def test_what_people_type_is_shown_as_text(fair: Fair) -> None:
    link = fair.ask(text=EVIL, signature="<b>x</b>", card_note=EVIL, card_consent="on").headers["Location"]
    bo = fair.staff("Bo", "a1")
    for page in (fair.place.browser().get(link), bo.get("/staff/fair")):
        Page(page.text)
        assert "<script>" not in page.text
        assert "<b>x</b>" not in page.text


def test_a_visitor_erases_a_letter_and_only_a_count_is_left(fair: Fair) -> None:
    visitor = fair.place.browser()
    link = fair.ask(text="How much?", card_name="Ann", card_consent="on").headers["Location"]
    assert act(visitor, link, "erase").status_code == 200
    assert visitor.get(link).status_code == 404
    bo = fair.staff("Bo", "a1")
    assert "/staff/fair/letters/" not in bo.get("/staff/fair").text
    assert "Ann" not in bo.get("/staff/fair/cards.csv").text
    token = {"Authorization": f"Bearer {fair.place.token}"}
    told = fair.place.browser().get("/api/v1/venues/fair/inquiries", headers=token)
    assert told.json["booths"]["a1"]["inquiries"] == 1
    assert fair.place.browser().get("/api/v1/venues/fair/inquiries").status_code == 401
    assert bo.get("/api/v1/venues/fair/inquiries").status_code == 403


def test_cards_are_a_table_that_computes_nothing(fair: Fair) -> None:
    fair.ask(text="x", card_name="=HYPERLINK(1)", card_company=" +cmd", card_phone="+86 10", card_consent="on")
    fair.ask(text="no card")
    table = fair.staff("Bo", "a1").get("/staff/fair/cards.csv?lang=zh")
    assert table.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][3:6] == ["'=HYPERLINK(1)", "'+cmd", ""]
    assert rows[1][6] == "'+86 10"
    assert all(harmless(cell)[0] == "'" for cell in ("=1", "+1", "-1", "@x", "\t=1", "  =1"))
    assert fair.staff("Cy", "b2").get("/staff/fair/cards.csv").data.count(b"\n") == 1


def test_retention_and_erased_accounts(fair: Fair) -> None:
    link = fair.ask(text="How much?", card_name="Ann", card_consent="on").headers["Location"]
    bo = fair.staff("Bo", "a1")
    letter = link_in(bo.get("/staff/fair"), "/staff/fair/letters/[^\"]+")
    act(bo, letter, "write", text="Ten.")
    assert bo.get("/api/v1/me/data").json["data"]["letters"][0]["text"] == "Ten."
    assert bo.delete("/api/v1/me", headers=OURS).status_code == 200
    read = fair.place.browser().get(link).text
    assert "Ten." in read
    assert "Bo" not in re.sub(r"Booth", "", read)
    now = round(fair.server.gateway.now() * 1000)
    forget(fair.server.gateway.ask, lambda _: None, now + 8 * DAY, 7)
    assert fair.place.browser().get(link).status_code == 404
    assert not list(fair.database.events(f"fair#letter/{letter.rpartition('/')[2]}", 0, 10))


def test_figures_say_how_long_visitors_waited() -> None:
    times: list[tuple[str, str, int, int | None]] = [
        ("a1", "answered", 0, 10_000), ("a1", "closed", 0, 30_000), ("a1", "open", 0, None), ("b2", "erased", 0, None),
    ]  # fmt: skip
    told: dict[str, Any] = figures_of(times)
    assert told["booths"]["a1"] == {"inquiries": 3, "answered": 2, "waiting": 1, "first_answer": 20.0}
    assert told["total"] == {"inquiries": 4, "answered": 2, "waiting": 1, "first_answer": 20.0}


def test_every_text_has_two_languages() -> None:
    assert all(en and zh and en != zh for en, zh in words.WORDS.values())
