"""Invitations, logins, what is kept of oneself, and the audit log, over HTTP and a real database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.app import Server, create_server
from hallwright.config import Settings
from hallwright.organizer import operator_token
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.database import Database
from tests.api.test_operators import MANIFEST

OURS = {"Origin": "http://localhost"}
INVITATIONS, LOGIN, ME = "/api/v1/invitations", "/api/v1/login", "/api/v1/me"
ANNOUNCEMENTS = "/api/v1/venues/demo/announcements"
TEXT = {"text": {"en": "Hear", "zh": "听"}}
PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Place:
    server: Server
    token: str

    def browser(self) -> FlaskClient:
        """One that nobody knows yet."""
        return self.server.app.test_client()

    def invite(self, role: str, client: FlaskClient | None = None, **more: Any) -> str:
        """The secret of a link, by the operator, or by who has this browser."""
        headers = OURS if client else {"Authorization": f"Bearer {self.token}"}
        made = (client or self.browser()).post(INVITATIONS, json={"role": role, **more}, headers=headers)
        assert made.status_code == 200, made.json
        path: str = made.json["invitation"]["path"]
        return path.partition("=")[2]

    def somebody(self, role: str, name: str, password: str = "") -> FlaskClient:
        """The browser of somebody who came by a link."""
        browser = self.browser()
        answer = enter(browser, self.invite(role), name, password)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/")
        return browser


def enter(browser: FlaskClient, secret: str, name: str, password: str = "", **headers: str) -> TestResponse:
    form = {"invite": secret, "name": name, "password": password}
    return browser.post("/enter", data=form, headers=headers or OURS)


@pytest.fixture
def place(folder: Path, viewer: Path, tmp_path: Path) -> Place:
    import json

    (folder / "manifest.json").write_text(json.dumps(MANIFEST), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    server = create_server(settings, Halls((hall,)), database, viewer)
    return Place(server, operator_token.read(tmp_path / "data"))


def test_the_first_link_makes_an_organizer_once(place: Place) -> None:
    void = place.server.accounts.first_invitation()
    secret = place.server.accounts.first_invitation()
    assert void
    assert secret
    browser = place.browser()
    assert browser.get(f"/enter?invite={void}").status_code == 410
    assert enter(browser, void, "Ada").status_code == 410
    shown = browser.get(f"/enter?invite={secret}")
    assert shown.status_code == 200
    assert "organizer" in shown.text
    assert shown.headers["Cache-Control"] == "no-store"
    answer = enter(browser, secret, "  Ada ")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    cookie = answer.headers["Set-Cookie"]
    assert re.search(r"^hallwright-login=[\w-]{40,};.*; HttpOnly; Path=/; SameSite=Strict$", cookie), cookie
    assert browser.get(ME).json["me"] | {"id": ""} == {"id": "", "name": "Ada", "role": "organizer", "booths": []}
    assert enter(place.browser(), secret, "Eve").status_code == 410
    assert place.server.accounts.first_invitation() is None


def test_the_page_speaks_both_languages_and_keeps_what_was_typed(place: Place) -> None:
    secret = place.invite("host")
    chinese = place.browser().get(f"/enter?invite={secret}&lang=zh").text
    assert '<html lang="zh-CN">' in chinese
    assert "主持人" in chinese
    bad = enter(place.browser(), secret, "<b>Ada</b>", "short")
    assert bad.status_code == 400
    assert "&lt;b&gt;Ada&lt;/b&gt;" in bad.text
    assert "10 to 200 characters" in bad.text
    assert "short" not in bad.text
    assert enter(place.browser(), secret, "\u202e").status_code == 400
    assert place.browser().get("/enter").status_code == 200


def test_a_name_is_had_by_one_and_a_link_is_good_as_often_as_it_says(place: Place) -> None:
    secret = place.invite("exhibitor", uses=2, booths=["A01"])
    one = place.browser()
    assert enter(one, secret, "Ada").status_code == 303
    assert one.get(ME).json["me"]["booths"] == ["A01"]
    assert enter(place.browser(), secret, "ADA").status_code == 409
    assert enter(place.browser(), secret, "Bo").status_code == 303
    assert enter(place.browser(), secret, "Cy").status_code == 410


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"X-Nothing": ""}])
def test_another_sites_page_can_do_nothing(place: Place, headers: dict[str, str]) -> None:
    secret = place.invite("host")
    assert enter(place.browser(), secret, "Ada", **headers).status_code == 403
    organizer = place.somebody("organizer", "Org", PASSWORD)
    assert organizer.post(LOGIN, json={"name": "Org", "password": PASSWORD}, headers=headers).status_code == 403
    assert organizer.post("/api/v1/logout", headers=headers).status_code == 403
    assert organizer.delete(ME, headers=headers).status_code == 401
    assert organizer.post(ANNOUNCEMENTS, json=TEXT, headers=headers).status_code == 401
    assert organizer.get(ME).json["me"]["name"] == "Org"


def test_login_by_password_and_out_again(place: Place) -> None:
    place.somebody("moderator", "Mo", PASSWORD)
    place.somebody("moderator", "No password")
    browser = place.browser()
    for name, password in (("Mo", "wrong"), ("Nobody", PASSWORD), ("No password", ""), ("x" * 900, PASSWORD)):
        refused = browser.post(LOGIN, json={"name": name, "password": password}, headers=OURS)
        assert (refused.status_code, refused.json["error"]["code"]) == (401, "wrong_login")
    assert browser.get(ME).json == {"me": None}
    assert browser.post(LOGIN, json={"name": "mo", "password": PASSWORD}, headers=OURS).json["me"]["name"] == "Mo"
    assert browser.get(ME).json["me"]["role"] == "moderator"
    cookie = browser.get_cookie("hallwright-login")
    assert cookie
    assert browser.post("/api/v1/logout", headers=OURS).status_code == 200
    browser.set_cookie("hallwright-login", cookie.value)
    assert browser.get(ME).json == {"me": None}


def test_nobody_tries_one_name_quickly(place: Place) -> None:
    place.somebody("moderator", "Mo", PASSWORD)
    browser = place.browser()
    tries = [browser.post(LOGIN, json={"name": "Mo", "password": f"{n}"}, headers=OURS) for n in range(20)]
    refused = [answer for answer in tries if answer.status_code == 429]
    assert refused
    assert int(refused[0].headers["Retry-After"]) >= 1


@pytest.mark.parametrize(
    "body",
    [{}, {"role": "system"}, {"role": "visitor"}, {"role": "host", "uses": 0}, {"role": "host", "days": 91},
     {"role": "host", "booths": ["A01"]}, {"role": "exhibitor", "booths": "A01"}, {"role": ["host"]},
     {"role": "host", "uses": True}, {"role": "exhibitor", "booths": [""]}],
)  # fmt: skip
def test_a_malformed_invitation_is_refused(place: Place, body: dict[str, Any]) -> None:
    refused = place.browser().post(INVITATIONS, json=body, headers={"Authorization": f"Bearer {place.token}"})
    assert (refused.status_code, refused.json["error"]["code"]) == (400, "malformed")
    assert refused.json["error"]["message"]["zh"]


def test_only_an_organizers_cookie_opens_the_operators_doors(place: Place) -> None:
    organizer = place.somebody("organizer", "Org")
    assert organizer.post(ANNOUNCEMENTS, json=TEXT, headers=OURS).status_code == 200
    assert organizer.post("/api/v1/venues/demo/shows/sky", json={"action": "pause"}, headers=OURS).status_code == 200
    assert place.invite("host", organizer)
    for role in ("exhibitor", "host", "moderator", "kiosk"):
        browser = place.somebody(role, role)
        assert browser.post(ANNOUNCEMENTS, json=TEXT, headers=OURS).status_code == 403
        assert browser.post(INVITATIONS, json={"role": "organizer"}, headers=OURS).status_code == 403
        assert browser.get("/api/v1/audit").status_code == 403
    stranger = place.browser()
    stranger.set_cookie("hallwright-login", "guessed")
    assert stranger.post(ANNOUNCEMENTS, json=TEXT, headers=OURS).status_code == 401
    assert stranger.get("/api/v1/audit").status_code == 401


def test_the_audit_log_says_who_did_what(place: Place) -> None:
    organizer = place.somebody("organizer", "Org")
    organizer.post(ANNOUNCEMENTS, json=TEXT, headers=OURS)
    bearer = {"Authorization": f"Bearer {place.token}"}
    place.browser().post("/api/v1/venues/demo/shows/sky", json={"action": "seek", "value": 9}, headers=bearer)
    place.invite("exhibitor", organizer, booths=["A01"])
    acts = organizer.get("/api/v1/audit").json["acts"]
    told = [(act["name"], act["role"], act["act"], act["subject"], act["detail"], act["venue"]) for act in acts]
    assert set(told) == {
        ("operator", "organizer", "invite", "organizer", "", None),
        ("Org", "organizer", "enter", "organizer", "", None),
        ("Org", "organizer", "announce", "", "Hear", "demo"),
        ("operator", "organizer", "show", "sky", "seek 9", "demo"),
        ("Org", "organizer", "invite", "exhibitor", "A01", None),
    }
    assert [act["time"] for act in acts] == sorted((act["time"] for act in acts), reverse=True)
    assert len(organizer.get("/api/v1/audit?limit=2").json["acts"]) == 2
    assert organizer.get("/api/v1/audit?before=1").json["acts"] == []


def test_one_can_have_all_that_is_kept_of_oneself_and_have_it_erased(place: Place, tmp_path: Path) -> None:
    organizer = place.somebody("organizer", "Grace Hopper", PASSWORD)
    place.invite("host", organizer)
    data = organizer.get("/api/v1/me/data").json["data"]
    assert data["accounts"][0]["name"] == "Grace Hopper"
    assert {act["act"] for act in data["acts"]} == {"enter", "invite"}
    assert len(data["logins"]) == len(data["invitations"]) == 1
    assert "argon2" not in str(data)
    assert organizer.delete(ME, headers=OURS).status_code == 200
    assert organizer.get(ME).json == {"me": None}
    assert organizer.get("/api/v1/me/data").status_code == 401
    kept = place.browser().get("/api/v1/audit", headers={"Authorization": f"Bearer {place.token}"}).json["acts"]
    assert "erase" in {act["act"] for act in kept}
    assert "Grace" not in str(kept)


def test_the_choice_of_a_visitor_needs_no_script(place: Place) -> None:
    browser = place.browser()
    page = browser.get("/consent?lang=zh")
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    assert "我们保存您的哪些信息" in page.text
    assert "checked" not in page.text
    assert browser.post("/consent", data={"choice": "maybe"}, headers=OURS).status_code == 400
    elsewhere = {"Origin": "https://evil.example"}
    assert browser.post("/consent", data={"choice": "yes"}, headers=elsewhere).status_code == 403
    answer = browser.post("/consent?lang=en", data={"choice": "no"}, headers=OURS)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/consent?lang=en&saved=1")
    assert "hallwright-consent=no;" in answer.headers["Set-Cookie"]
    assert "HttpOnly" not in answer.headers["Set-Cookie"]  # our pages read it
    assert re.search(r'value="no" required checked', browser.get("/consent?lang=en&saved=1").text)


def test_secrets_are_kept_as_digests_alone(place: Place, tmp_path: Path) -> None:
    secret = place.invite("host", uses=2)
    browser = place.browser()
    enter(browser, secret, "Ada", PASSWORD)
    cookie = browser.get_cookie("hallwright-login")
    assert cookie
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("live.db*"))
    assert b"Ada" in kept
    assert b"$argon2id$" in kept
    for each in (secret, cookie.value, PASSWORD):
        assert each.encode() not in kept
