"""Holds what the server tells and answers against what is described of it: no field less, none more."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import jsonschema_rs

from hallwright.gateway.vocabulary.document import document


@cache
def validator(message: str) -> Any:
    """Of one message of the document, by its key."""
    components = document()["components"]
    schema = components["messages"][message]["payload"]
    described = deepcopy({"components": {"schemas": components["schemas"]}, **schema})
    return jsonschema_rs.Draft202012Validator(closed(described))


def closed(schema: Any) -> Any:
    """The schema, letting no field through that it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    within = {key: closed(value) for key, value in schema.items()}
    return within | ({"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {})


def hold(message: str, body: Any) -> None:
    """Fails unless ``body`` is as ``message`` is described."""
    faults = [f"{list(fault.instance_path)}: {fault.message}" for fault in validator(message).iter_errors(body)]
    assert not faults, f"{message} is not as hallwright.gateway.vocabulary says: {faults[:3]} in {body}"
