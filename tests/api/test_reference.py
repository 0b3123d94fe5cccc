"""What the server says of itself: every address, nothing else, in documents that are whole and types that are new."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient

from hallwright.api.reference.alone import every_address
from hallwright.api.reference.codes import CODES
from hallwright.api.reference.endpoints import endpoint_of
from hallwright.api.reference.openapi import document, methods_of
from hallwright.describing.declaring import of_addresses, of_events
from hallwright.gateway.vocabulary.document import document as events
from hallwright.gateway.vocabulary.events import ASKED, TOLD

GENERATED = Path(__file__).parents[2] / "web" / "src" / "protocol" / "generated"
DOCUMENT = document(every_address())


def test_every_address_is_described_and_nothing_else() -> None:
    app = every_address()
    asked = set()
    for rule in app.url_map.iter_rules():
        if endpoint_of(app.view_functions[rule.endpoint]):
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            asked |= {(path, method) for method in methods_of(rule)}
    assert asked == {(path, method) for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert len(asked) > 35


def test_few_addresses_say_why_they_are_not_described() -> None:
    views = every_address().view_functions
    assert {name for name, view in views.items() if endpoint_of(view) is None} == {"text.style", "text.nowhere"}


def test_an_address_that_says_nothing_is_found() -> None:
    app = Flask("one", static_folder=None)
    app.add_url_rule("/secret", "secret", lambda: "")
    with pytest.raises(LookupError, match=r"say what .*lambda.* answers"):
        document(app)


def test_every_refusal_has_its_status() -> None:
    endpoints = [endpoint for view in every_address().view_functions.values() if (endpoint := endpoint_of(view))]
    codes = {code for endpoint in endpoints for code in endpoint.refusals}
    assert codes <= CODES.keys()


def test_the_document_is_whole() -> None:
    text = json.dumps(DOCUMENT)
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', text)):
        place: Any = DOCUMENT
        for key in reference.split("/"):
            place = place[key]
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema_rs.meta.validate(schema)
    operations = [each for methods in DOCUMENT["paths"].values() for each in methods.values()]
    assert len({each["operationId"] for each in operations}) == len(operations)
    assert all(each["summary"].endswith(".") and each["responses"] for each in operations)


def test_every_parameter_of_an_address_is_described() -> None:
    for path, methods in DOCUMENT["paths"].items():
        for operation in methods.values():
            asked = [each["name"] for each in operation["parameters"] if each["in"] == "path"]
            assert asked == re.findall(r"{(\w+)}", path)


@pytest.mark.parametrize("name", ["http", "live"])
def test_types_of_the_viewer_are_those_of_now(name: str) -> None:
    made = of_addresses(DOCUMENT) if name == "http" else of_events(events())
    kept = (GENERATED / f"{name}.ts").read_text("utf-8")
    assert kept == made, "if this is meant: scripts/describe"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("path", ["/reference", "/reference/events"])
def test_both_are_pages_to_read(client: FlaskClient, path: str, lang: str) -> None:
    """Every address or event is on its page, and every link within the page leads somewhere."""
    page = client.get(f"{path}?lang={lang}")
    text = page.get_data(as_text=True)
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in text
    assert "<script" not in text
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    told = [*ASKED, *TOLD] if path.endswith("events") else ["GET /api/v1/venues/{venue}/search"]
    assert not [each for each in told if f"<code>{each}</code>" not in text]
    assert client.get(f"{path}?lang={lang}", headers={"If-None-Match": page.headers["ETag"]}).status_code == 304


def test_a_server_has_its_documents(client: FlaskClient) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer.json
    assert answer.json["paths"].items() <= DOCUMENT["paths"].items()
    assert client.get("/api/v1/openapi.json", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
