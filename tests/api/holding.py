"""Holds what an app answers in tests against what its routes say of themselves: no other status, code or field."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from hallwright.api.reference.alone import every_address
from hallwright.api.reference.openapi import document
from tests.gateway.holding import closed

OPEN = {"Fault", "FaultDetails", "Manifest", "AppManifest", "Document"}
"""Shapes that are not said whole."""
ANYWHERE = {405, 500}


@cache
def components() -> dict[str, Any]:
    schemas = document(every_address())["components"]["schemas"]
    return {name: schema if name in OPEN else closed(schema) for name, schema in schemas.items()}


@cache
def operations() -> dict[str, Any]:
    paths = document(every_address())["paths"].values()
    return {each["operationId"]: each for methods in paths for each in methods.values()}


def hold(client: FlaskClient, response: TestResponse) -> None:
    """Fails unless the answer is one of those that are described for what was asked."""
    request = response.request
    try:
        endpoint, _ = client.application.url_map.bind("localhost").match(request.path, request.method)
    except HTTPException:
        return  # no address of ours, or none for this method
    operation = operations().get(f"{endpoint}.{request.method.lower()}")
    if operation is None or response.status_code in ANYWHERE:
        return
    asked = f"{request.method} {request.path}"
    described = operation["responses"].get(str(response.status_code))
    assert described, f"{asked} answers {response.status_code}, which is not described: {response.data[:300]!r}"
    if content := described.get("content"):
        assert response.mimetype in content, f"{asked} answers {response.mimetype}, which is not described"
        packed = "Content-Encoding" in response.headers
        if response.mimetype == "application/json" and not packed:
            schema = content[response.mimetype].get("schema", {})
            check(asked, schema, response.json)


def check(asked: str, schema: dict[str, Any], body: Any) -> None:
    validator = jsonschema_rs.Draft202012Validator({"components": {"schemas": components()}, **schema})
    faults = [f"{list(fault.instance_path)}: {fault.message}" for fault in validator.iter_errors(body)]
    assert not faults, f"{asked} is not answered as it is described: {faults[:3]}"
