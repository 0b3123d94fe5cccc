"""The organizers' page of people: who may open it, what it changes, and that one organizer is always left."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.test_people import ME, OURS, Place, place

__all__ = ["place"]


def account(page: str, name: str) -> str:
    """The id of an account, as its form has it."""
    found = re.search(rf'data-account="{name}".*?name="account" value="([^"]+)"', page, re.DOTALL)
    assert found
    return found[1]


def send(browser: FlaskClient, what: str, **form: str) -> TestResponse:
    return browser.post(f"/people/{what}", data=form, headers=OURS)


def test_only_an_organizer_opens_it_and_changes_anything(place: Place) -> None:
    org = place.somebody("organizer", "Org")
    theirs = account(org.get("/people").text, "Org")
    assert place.browser().get("/people").headers["Location"] == "/enter"
    for role in ("exhibitor", "host", "moderator", "kiosk"):
        browser = place.somebody(role, role)
        assert browser.get("/people").status_code == 403
        for what in ("role", "remove", "uninvite", "invite"):
            assert send(browser, what, account=theirs, role="organizer").status_code == 403
            assert send(place.browser(), what, account=theirs).status_code == 401
    elsewhere = {"Origin": "https://evil.example"}
    assert org.post("/people/remove", data={"account": theirs}, headers=elsewhere).status_code == 401
    assert org.get(ME).json["me"]["role"] == "organizer"


def test_the_last_organizer_stays_one(place: Place) -> None:
    org = place.somebody("organizer", "Org")
    theirs = account(org.get("/people").text, "Org")
    for refused in (send(org, "role", account=theirs, role="host"), send(org, "remove", account=theirs)):
        assert refused.status_code == 409
        assert "the last organizer" in refused.text
    assert "最后一位主办方" in org.post("/people/remove?lang=zh", data={"account": theirs}, headers=OURS).text
    place.somebody("organizer", "Second")
    assert send(org, "role", account=theirs, role="host").status_code == 303
    assert org.get(ME).json["me"]["role"] == "host"
    assert org.get("/people").status_code == 403


def test_a_role_is_changed_and_an_account_removed_at_once(place: Place) -> None:
    org, host = place.somebody("organizer", "Org"), place.somebody("host", "<b>Hal</b>")
    page = org.get("/people").text
    assert "&lt;b&gt;Hal&lt;/b&gt;" in page
    theirs = account(page, "&lt;b&gt;Hal&lt;/b&gt;")
    ended: list[str] = []
    place.server.gateway.end_login = lambda which: ended.append("cut")  # type: ignore[method-assign]
    assert send(org, "role", account=theirs, role="king").status_code == 400
    assert send(org, "role", account=theirs, role="moderator").status_code == 303
    assert host.get(ME).json["me"]["role"] == "moderator"
    assert send(org, "remove", account=theirs).status_code == 303
    assert host.get(ME).json == {"me": None}
    assert ended == ["cut", "cut"]
    assert send(org, "remove", account=theirs).status_code == 404
    page = org.get("/people?done=1").text
    assert "Hal" not in page
    acts = {each["act"] for each in org.get("/api/v1/audit").json["acts"]}
    assert {"role", "remove"} <= acts


def test_a_link_is_made_and_taken_back(place: Place) -> None:
    org = place.somebody("organizer", "Org")
    made = send(org, "invite", role="exhibitor", booths="A01, A02")
    link = re.search(r"data-link>http://localhost(/enter[?]invite=[\w-]+)<", made.text)
    assert link
    assert place.browser().get(link[1]).status_code == 200
    digest = re.search(r'name="invitation" value="([0-9a-f]{64})"', org.get("/people").text)
    assert digest
    assert send(org, "uninvite", invitation=digest[1]).status_code == 303
    assert place.browser().get(link[1]).status_code == 410
    assert send(org, "uninvite", invitation=digest[1]).status_code == 410
    assert send(org, "invite", role="king").status_code == 400


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_speaks_both_languages(place: Place, lang: str) -> None:
    org = place.somebody("organizer", "Org")
    page = org.get(f"/people?lang={lang}").text
    assert ("Accounts and invitations" if lang == "en" else "账户与邀请") in page
