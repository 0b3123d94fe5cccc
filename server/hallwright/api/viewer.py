"""The viewer: its page at ``/`` and its bundle, which WhiteNoise serves from the compressed files beside it."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Blueprint, Response
from whitenoise import WhiteNoise

from hallwright.api.faults import FaultError
from hallwright.api.files import encoded
from hallwright.api.headers import add_headers

HASHED = re.compile(r"/assets/.+-[\w-]{8}\.\w+$")


def blueprint(folder: Path) -> Blueprint:
    """``/``: the viewer's page, checked for news each time and otherwise not sent again."""
    routes = Blueprint("viewer", __name__)

    @routes.get("/")
    def index() -> Response:
        if not (folder / "index.html").is_file():
            en, zh = "The viewer is not built; run scripts/setup.", "浏览端尚未构建，请运行 scripts/setup。"
            raise FaultError(503, "no_viewer", en=en, zh=zh)
        return encoded(folder / "index.html", "no-cache")

    return routes


def bundle(application: object, folder: Path) -> WhiteNoise:
    """The WSGI application, with the files of the viewer's folder before it."""
    static = WhiteNoise(
        application,
        max_age=3600,
        allow_all_origins=False,
        immutable_file_test=lambda _, url: bool(HASHED.search(url)),
        add_headers_function=add_headers,
        mimetypes={".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".ttf": "font/ttf"},
    )
    if folder.is_dir():
        static.add_files(str(folder))
        for url in [url for url in static.files if url.endswith((".br", ".gz")) or url == "/index.html"]:
            del static.files[url]
    return static
