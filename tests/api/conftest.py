"""A server's routes over a small published hall, written by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.api.routes import register
from hallwright.gateway.vocabulary.document import document
from hallwright.organizer.halls import Hall, Halls
from tests.api.holding import hold

_open = FlaskClient.open


def held(client: FlaskClient, *arguments: Any, **more: Any) -> TestResponse:
    """Asks, and holds the answer against its description."""
    response: TestResponse = _open(client, *arguments, **more)
    hold(client, response)
    return response


@pytest.fixture(autouse=True)
def answers_are_as_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FlaskClient, "open", held)


GLB = "c00-00-far-0123456789abcdef.glb"
CONTENT = b"glTF" + bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hall = tmp_path / "hall"
    hall.mkdir()
    manifest = {"venue": "demo", "revision": "00112233aabbccdd", "name": {"en": "Demo", "zh": "展"}}
    (hall / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    (hall / "tileset.json").write_text("{}", "utf-8")
    (hall / "made-from.json").write_text('{"layout": "/home/someone"}', "utf-8")
    (hall / "index" / "00112233aabbccdd").mkdir(parents=True)
    (hall / "index" / "00112233aabbccdd" / "routes.json").write_text("{}", "utf-8")
    (hall / GLB).write_bytes(CONTENT)
    (hall / f"{GLB}.br").write_bytes(brotli.compress(CONTENT))
    (hall / f"{GLB}.gz").write_bytes(gzip.compress(CONTENT))
    (hall / "main-0123456789abcdef.walk").write_bytes(b"\xff\x00")
    return hall


@pytest.fixture
def viewer(tmp_path: Path) -> Path:
    bundle = tmp_path / "viewer"
    (bundle / "assets").mkdir(parents=True)
    (bundle / "index.html").write_text("<!doctype html><title>Hallwright</title>", "utf-8")
    (bundle / "visit.html").write_text("<!doctype html><title>My visit</title>", "utf-8")
    (bundle / "embed.js").write_text("export {};", "utf-8")
    script = b"console.log('hall');" * 50
    (bundle / "assets" / "index-AbC_-123.js").write_bytes(script)
    (bundle / "assets" / "index-AbC_-123.js.br").write_bytes(brotli.compress(script))
    return bundle


@pytest.fixture
def hall(folder: Path) -> Hall:
    published = Hall(Path("layout.yaml"), folder)
    assert published.load()
    return published


def make_app(hall: Hall, viewer: Path, embed_origins: tuple[str, ...] = ()) -> Flask:
    app = Flask("hallwright", static_folder=None)
    register(
        app, Halls((hall,)), viewer_folder=viewer, async_mode="threading", embed_origins=embed_origins,
        events=document(),
    )  # fmt: skip
    return app


@pytest.fixture
def client(hall: Hall, viewer: Path) -> FlaskClient:
    return make_app(hall, viewer).test_client()
