"""Plans over HTTP: drawn from the published manifest, tagged by its revision."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import brotli
import pytest
from flask.testing import FlaskClient

from hallwright.build.places import plan_document
from hallwright.config import resources
from hallwright.export.plan.drawing import plan_svg
from hallwright.layout.reading import read_venue
from hallwright.organizer.halls import Hall

from .conftest import make_app

PLAN = "/api/v1/venues/demo/plan/hall.svg"


@pytest.fixture
def hall(folder: Path) -> Hall:
    publish(folder, "00112233aabbccdd", "Hall 1")
    published = Hall(Path("layout.yaml"), folder)
    assert published.load()
    return published


def publish(folder: Path, revision: str, name: str) -> None:
    document = plan_document(read_venue(resources().layouts / "minimal.yaml"))
    document["areas"][0]["name"]["en"] = name
    content = document | {"venue": "demo", "revision": revision}
    (folder / "manifest.json").write_text(json.dumps(content), "utf-8")


def test_a_plan_is_drawn_from_the_manifest_and_tagged_by_its_revision(client: FlaskClient, hall: Hall) -> None:
    response = client.get(f"{PLAN}?lang=zh")
    assert response.status_code == 200
    assert response.mimetype == "image/svg+xml"
    assert response.headers["ETag"] == '"00112233aabbccdd-zh-identity"'
    assert response.data == plan_svg(json.loads(hall.manifest or b""), "hall", "zh")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    again = client.get(f"{PLAN}?lang=zh", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    packed = client.get(f"{PLAN}?lang=zh", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(packed.data) == response.data


def test_the_language_is_english_unless_asked(client: FlaskClient) -> None:
    assert ET.fromstring(client.get(PLAN).data).get("lang") == "en"
    assert client.get(PLAN).data == client.get(f"{PLAN}?lang=en").data


def test_another_publish_is_another_plan(client: FlaskClient, hall: Hall, folder: Path) -> None:
    before = client.get(PLAN)
    publish(folder, "ffff000011112222", "Hall <2>")
    hall.load()
    after = client.get(PLAN, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert b"Hall &lt;2&gt;" in after.data


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/venues/demo/plan/attic.svg", 404, "unknown_area"),
        ("/api/v1/venues/elsewhere/plan/hall.svg", 404, "unknown_venue"),
        (f"{PLAN}?lang=fr", 400, "bad_request"),
        ("/api/v1/venues/demo/plan/hall.png", 404, "not_found"),
    ],
)
def test_what_cannot_be_drawn_is_said(client: FlaskClient, address: str, status: int, code: str) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert response.json["error"]["code"] == code


def test_a_hall_that_is_not_built_yet_has_no_plan(tmp_path: Path, viewer: Path) -> None:
    client = make_app(Hall(Path("layout.yaml"), tmp_path), viewer).test_client()
    assert client.get(PLAN).status_code == 503
