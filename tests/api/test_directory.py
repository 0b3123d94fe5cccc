"""Login by a directory: real HTTP, real tokens; who is let in, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from hallwright.app import create_server
from hallwright.config import Directory, Settings, directory
from hallwright.errors import ConfigError
from hallwright.organizer import directory as logins
from hallwright.organizer import operator_token
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.database import Database
from tests.api.provider import CLIENT, REDIRECT, SECRET, Provider, running
from tests.api.test_operators import MANIFEST
from tests.api.test_people import ME, OURS, Place


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture
def place(folder: Path, viewer: Path, tmp_path: Path, provider: Provider) -> Place:
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    oidc = Directory(provider.issuer, CLIENT, SECRET, REDIRECT, (("groups", "chairs", "host"),))
    settings = replace(Settings(data=tmp_path / "data", async_mode="threading"), oidc=oidc)
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    return Place(create_server(settings, Halls((hall,)), database, viewer), operator_token.read(tmp_path / "data"))


def there(browser: FlaskClient, invite: str = "") -> str:
    """To the directory, and the address by which it leads back."""
    begun = browser.get("/oidc/start" + (f"?invite={invite}" if invite else ""))
    assert begun.status_code == 303, begun.text
    cookie = begun.headers["Set-Cookie"]
    assert all(part in cookie for part in ("hallwright-oidc=", "HttpOnly", "SameSite=Lax", "Path=/oidc"))
    with opened(begun.headers["Location"]) as answer:
        back: str = answer.headers["Location"]
    assert back.startswith(REDIRECT)
    return back.removeprefix("http://localhost")


def opened(address: str) -> Any:
    """The directory's redirect itself."""
    from urllib.error import HTTPError
    from urllib.request import build_opener

    try:
        return build_opener(logins._Straight).open(address, timeout=5)
    except HTTPError as answer:
        return answer


def log_in(browser: FlaskClient, invite: str = "") -> TestResponse:
    return browser.get(there(browser, invite))


def test_a_first_login_needs_an_invitation_and_later_ones_do_not(place: Place) -> None:
    browser = place.browser()
    assert "/oidc/start" in browser.get("/enter").text
    refused = log_in(browser)
    assert refused.status_code == 403
    assert "not invited" in refused.text
    assert browser.get(ME).json == {"me": None}
    entered = log_in(browser, place.invite("exhibitor", booths=["A01"]))
    assert (entered.status_code, entered.headers["Location"]) == (303, "/")
    me = browser.get(ME).json["me"]
    assert (me["name"], me["role"], me["booths"]) == ("Ada", "exhibitor", ["A01"])
    again = place.browser()
    assert log_in(again).status_code == 303
    assert again.get(ME).json["me"] == me


def test_somebody_else_of_the_same_name_is_somebody_else(place: Place, provider: Provider) -> None:
    one, other = place.browser(), place.browser()
    log_in(one, place.invite("host"))
    provider.subject = "ada-2"
    log_in(other, place.invite("moderator"))
    assert [each.get(ME).json["me"]["name"] for each in (one, other)] == ["Ada", "Ada 2"]
    assert other.get(ME).json["me"]["role"] == "moderator"


def test_a_claim_may_stand_for_an_invitation(place: Place, provider: Provider) -> None:
    provider.claims = {"groups": ["staff", "chairs"], "preferred_username": "\u202e"}
    browser = place.browser()
    assert log_in(browser).status_code == 303
    me = browser.get(ME).json["me"]
    assert me["role"] == "host"
    assert me["name"].startswith("#")
    assert browser.get("/api/v1/me/data").json["data"]["identities"][0]["subject"] == "ada-1"
    assert browser.delete(ME, headers=OURS).status_code == 200
    provider.claims = {}
    assert log_in(browser).status_code == 403  # nothing tells of them any more


WRONG: list[dict[str, Any]] = [
    {"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"aud": ["hall", "another"], "azp": "another"},
    {"iss": "https://evil.example"}, {"exp": 1_000_000_000}, {"sub": ""}, {"sub": 7}, {"exp": "soon"},
]  # fmt: skip


@pytest.mark.parametrize("claims", WRONG, ids=str)
def test_a_token_not_for_this_login_is_refused(place: Place, provider: Provider, claims: dict[str, Any]) -> None:
    provider.claims = claims | {"groups": ["chairs"]}
    browser = place.browser()
    refused = log_in(browser)
    assert refused.status_code == 400
    assert "did not confirm" in refused.text
    assert browser.get(ME).json == {"me": None}


def test_a_forged_token_is_refused(place: Place, provider: Provider) -> None:
    provider.claims, provider.forger = {"groups": ["chairs"]}, RSAKey.generate_key(2048, {"kid": "k1"})
    assert log_in(place.browser()).status_code == 400


def test_a_state_is_good_once_and_in_one_browser(place: Place, provider: Provider) -> None:
    provider.claims = {"groups": ["chairs"]}
    browser, thief = place.browser(), place.browser()
    back = there(browser)
    bare = "/oidc/callback"
    for refused in (thief.get(back), browser.get(back), browser.get(bare), browser.get(f"{bare}?state=x")):
        assert refused.status_code == 400
        assert "began elsewhere" in refused.text
    wrong_code = there(browser).partition("&")
    refused = browser.get("/oidc/callback?code=guessed&" + next(p for p in wrong_code if p.startswith("state=")))
    assert (refused.status_code, "did not confirm" in refused.text) == (400, True)


def test_a_directory_that_is_away_slow_or_another_is_told(
    place: Place, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = place.browser()
    for about in ({"issuer": "https://evil.example"}, {"token_endpoint": "http://evil.example/token"}, {"jwks_uri": 7}):
        provider.about = about
        assert browser.get("/oidc/start").status_code == 503
    provider.about, provider.slow = {}, 1.0
    monkeypatch.setattr(logins, "WITHIN", 0.2)
    assert "does not answer" in browser.get("/oidc/start?lang=en").text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"HALLWRIGHT_OIDC_SECRET": ""}, "HALLWRIGHT_OIDC_SECRET is missing"),
        ({"HALLWRIGHT_OIDC_ISSUER": "http://id.example"}, "write an https address"),
        ({"HALLWRIGHT_OIDC_REDIRECT": "https://fair.example/"}, "/oidc/callback at its end"),
        ({"HALLWRIGHT_OIDC_ROLES": "groups=x:king"}, "write claim=value:role"),
    ],
)
def test_settings_that_cannot_work_are_told(wrong: dict[str, str], told: str) -> None:
    good = {
        "HALLWRIGHT_OIDC_ISSUER": "https://id.example", "HALLWRIGHT_OIDC_CLIENT": "c",
        "HALLWRIGHT_OIDC_SECRET": "s3cret",
        "HALLWRIGHT_OIDC_REDIRECT": "https://fair.example/oidc/callback", "HALLWRIGHT_OIDC_ROLES": "groups=a b:host",
    }  # fmt: skip
    made = directory(good)
    assert made
    assert made.roles == (("groups", "a b", "host"),)
    assert "s3cret" not in repr(made)
    assert directory({}) is None
    with pytest.raises(ConfigError, match=told.replace("/", ".")):
        directory(good | wrong)


LOOP = """
import sys, time
from hallwright.gateway.concurrency import aside, patch
patch("eventlet")
import eventlet
from hallwright.organizer.directory import fetched
beats = []
def beat():
    while True:
        beats.append(time.monotonic()); eventlet.sleep(0.01)
eventlet.spawn(beat)
eventlet.sleep(0.05)
told = aside(fetched, sys.argv[1] + "/.well-known/openid-configuration")
print(told["issuer"], max(b - a for a, b in zip(beats, beats[1:])), len(beats))
"""


def test_the_loop_goes_on_while_the_directory_is_asked(provider: Provider) -> None:
    provider.slow = 1.0
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LOOP, provider.issuer], capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    issuer, longest, beats = ran.stdout.split()
    assert issuer == provider.issuer
    assert float(longest) < 0.7
    assert int(beats) > 20
