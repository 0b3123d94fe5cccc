"""Streams, slides and captions over HTTP: in parts, and nothing from beside the folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from hallwright.api.headers import framed
from hallwright.organizer.halls import Hall
from tests.api.conftest import make_app

SEGMENT = bytes(range(256)) * 8


@pytest.fixture
def client(hall: Hall, viewer: Path, tmp_path: Path) -> FlaskClient:
    media = tmp_path / "layouts" / "media" / "film"
    media.mkdir(parents=True)
    (media / "film.m3u8").write_text("#EXTM3U\n", "utf-8")
    (media / "film1.m4s").write_bytes(SEGMENT)
    (media / "en.vtt").write_text("WEBVTT\n", "utf-8")
    (media / ".secret.vtt").write_text("x", "utf-8")
    (media / "notes.txt").write_text("x", "utf-8")
    (tmp_path / "layouts" / "venue.vtt").write_text("x", "utf-8")
    (media / "away.vtt").symlink_to(tmp_path / "layouts" / "venue.vtt")
    hall.layout = tmp_path / "layouts" / "venue.yaml"
    return make_app(hall, viewer).test_client()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("film/film.m3u8", "application/vnd.apple.mpegurl"), ("film/film1.m4s", "video/iso.segment"),
        ("film/en.vtt", "text/vtt; charset=utf-8"),
    ],
)  # fmt: skip
def test_files_have_their_type(client: FlaskClient, name: str, kind: str) -> None:
    answer = client.get(f"/venues/demo/media/{name}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_part_is_answered_as_a_part(client: FlaskClient) -> None:
    answer = client.get("/venues/demo/media/film/film1.m4s", headers={"Range": "bytes=16-31"})
    assert (answer.status_code, answer.data) == (206, SEGMENT[16:32])
    assert answer.headers["Content-Range"] == f"bytes 16-31/{len(SEGMENT)}"


def test_playlists_are_asked_about_anew_and_segments_kept(client: FlaskClient) -> None:
    playlist = client.get("/venues/demo/media/film/film.m3u8")
    assert playlist.headers["Cache-Control"] == "no-cache"
    again = client.get("/venues/demo/media/film/film.m3u8", headers={"If-None-Match": playlist.headers["ETag"]})
    assert again.status_code == 304
    assert "max-age" in client.get("/venues/demo/media/film/film1.m4s").headers["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        "film/none.m4s", "film", "film/", "../venue.yaml", "film/../../venue.vtt", "film/..%2f..%2fvenue.vtt",
        "film/away.vtt", "film/.secret.vtt", "film/notes.txt", "%2e%2e/venue.vtt", "film/film1.m4s%00.vtt",
        "a/b/c/d/e/f/g/h.vtt",
    ],
)  # fmt: skip
def test_nothing_else_is_there(client: FlaskClient, name: str) -> None:
    assert client.get(f"/venues/demo/media/{name}").status_code == 404


def test_pages_may_fetch_media_from_the_named_origins_alone() -> None:
    policy = framed((), ("https://cdn.example",))["Content-Security-Policy"]
    named = [part for part in policy.split("; ") if "https://cdn.example" in part]
    assert [part.split()[0] for part in named] == ["img-src", "media-src", "connect-src"]
    assert "X-Frame-Options" in framed((), ("https://cdn.example",))
