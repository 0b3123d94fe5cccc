"""Files of a published hall over HTTP."""

from __future__ import annotations

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

from .conftest import CONTENT, GLB

URL = f"/venues/demo/files/{GLB}"


def test_a_glb_is_immutable_and_has_its_own_type(client: FlaskClient) -> None:
    response = client.get(URL)
    assert response.status_code == 200
    assert response.data == CONTENT
    assert response.mimetype == "model/gltf-binary"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("*", "br"),
        ("identity", None),
        ("", None),
    ],
)
def test_the_smallest_encoding_that_is_accepted(client: FlaskClient, accepted: str, encoding: str | None) -> None:
    response = client.get(URL, headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == encoding
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert decode(response.data) == CONTENT
    assert response.mimetype == "model/gltf-binary"


def test_encodings_have_tags_of_their_own_and_each_gives_304(client: FlaskClient) -> None:
    tags = {}
    for encoding in ("br", "gzip", "identity"):
        tag = client.get(URL, headers={"Accept-Encoding": encoding}).headers["ETag"]
        again = client.get(URL, headers={"Accept-Encoding": encoding, "If-None-Match": tag})
        assert again.status_code == 304
        assert again.data == b""
        tags[encoding] = tag
    assert len(set(tags.values())) == 3


def test_a_range_is_one_of_the_plain_form(client: FlaskClient) -> None:
    response = client.get(URL, headers={"Range": "bytes=4-7", "Accept-Encoding": "br"})
    assert response.status_code == 206
    assert response.data == bytes([0, 1, 2, 3])
    assert response.headers["Content-Range"] == f"bytes 4-7/{len(CONTENT)}"
    assert "Content-Encoding" not in response.headers


def test_a_range_outside_is_416_in_our_shape(client: FlaskClient) -> None:
    response = client.get(URL, headers={"Range": "bytes=999999-"})
    assert response.status_code == 416
    assert response.json["error"]["code"] == "range_not_satisfiable"


def test_head_has_the_length_and_no_body(client: FlaskClient) -> None:
    response = client.head(URL)
    assert response.status_code == 200
    assert response.data == b""
    assert int(response.headers["Content-Length"]) == len(CONTENT)


def test_names_without_a_digest_are_asked_for_again(client: FlaskClient) -> None:
    response = client.get("/venues/demo/files/tileset.json")
    assert response.mimetype == "application/json"
    assert response.headers["Cache-Control"] == "no-cache"


def test_walkable_grids_are_bytes(client: FlaskClient) -> None:
    assert client.get("/venues/demo/files/main-0123456789abcdef.walk").mimetype == "application/octet-stream"


@pytest.mark.parametrize(
    "name",
    ["made-from.json", "missing.glb", "..%2Fhall%2Fmanifest.json", ".hidden.json", f"{GLB}.br", "%00.glb", "notes.txt",
     "index/00112233aabbccdd/routes.json", "index%2F00112233aabbccdd%2Froutes.json"],
)
def test_what_is_not_public_is_not_found(client: FlaskClient, name: str) -> None:
    response = client.get(f"/venues/demo/files/{name}")
    assert response.status_code == 404
    assert response.json["error"]["status"] == 404
