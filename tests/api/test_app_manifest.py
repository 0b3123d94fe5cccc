"""The hall among the apps of a device, and what the viewer's page asks browsers to fetch early."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from hallwright.api.app_manifest import ICONS, as_app
from hallwright.organizer.halls import Hall, Halls

from .conftest import make_app

PUBLIC = Path(__file__).resolve().parents[2] / "web" / "public"


def test_it_has_the_halls_name_in_the_language_that_is_read(client: FlaskClient) -> None:
    answer = client.get("/app.webmanifest", headers={"Accept-Language": "zh-CN,zh;q=0.9"})
    assert answer.mimetype == "application/manifest+json"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Vary"] == "Accept-Language"
    assert (answer.json["lang"], answer.json["name"]) == ("zh-CN", "展")
    assert answer.json["name_localized"] == {"en": "Demo", "zh-CN": "展"}
    assert client.get("/app.webmanifest?lang=en", headers={"Accept-Language": "zh"}).json["name"] == "Demo"
    assert client.get("/app.webmanifest?lang=xx").json["lang"] == "en"


def test_it_is_not_sent_again_while_nothing_changed(client: FlaskClient) -> None:
    tag = client.get("/app.webmanifest").headers["ETag"]
    assert client.get("/app.webmanifest", headers={"If-None-Match": tag}).status_code == 304


def test_everything_it_leads_to_is_there(client: FlaskClient) -> None:
    app = client.get("/app.webmanifest").json
    assert (app["display"], app["scope"]) == ("standalone", "/")
    for url in [app["start_url"], *(shortcut["url"] for shortcut in app["shortcuts"])]:
        assert client.get(url).status_code in (200, 302), url  # the text tour leads on to its language
    assert [icon["purpose"] for icon in app["icons"]] == ["any", "any", "maskable"]


@pytest.mark.parametrize(("name", "size"), [*((name, size) for name, size, _ in ICONS), ("apple-180", "180x180")])
def test_its_pictures_are_as_large_as_it_says(name: str, size: str) -> None:
    header = (PUBLIC / "icons" / f"{name}.png").read_bytes()[:24]
    width, height = struct.unpack(">II", header[16:24])
    assert f"{width}x{height}" == size


def test_a_long_name_is_not_cut_below_its_picture() -> None:
    long = {"en": "World Manufacturing Convention", "zh": "世界制造业大会"}
    assert [as_app(long, lang)["short_name"] for lang in ("en", "zh")] == ["Hallwright", "世界制造业大会"]


def test_without_a_hall_it_has_ours(tmp_path: Path, viewer: Path) -> None:
    unread = Hall(tmp_path / "layout.yaml", tmp_path / "nothing")
    assert make_app(unread, viewer).test_client().get("/app.webmanifest").json["name"] == "Hallwright"
    assert list(Halls((unread,)))


def test_the_page_says_what_its_program_asks_for_first(client: FlaskClient, hall: Hall) -> None:
    assert client.get("/").headers["Link"] == (
        "</api/v1/venues>; rel=preload; as=fetch; crossorigin, "
        "</api/v1/venues/demo/manifest>; rel=preload; as=fetch; crossorigin"
    )
    assert "manifest" not in client.get("/?venue=other").headers["Link"]
    assert client.get("/?venue=%0d%0aX:1").status_code == 200
    hall.manifest = None
    assert "manifest" not in client.get("/").headers["Link"]


def test_the_service_worker_is_asked_for_anew_each_time(hall: Hall, viewer: Path) -> None:
    (viewer / "service-worker.js").write_text("void 0;", "utf-8")
    answer = make_app(hall, viewer).test_client().get("/service-worker.js")
    assert answer.status_code == 200
    assert answer.mimetype in ("text/javascript", "application/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
