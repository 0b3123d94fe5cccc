"""The document of all addresses: OpenAPI 3.1, made from the routes of an app and what their views say of themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Literal, NotRequired, get_origin

from flask import Flask
from werkzeug.routing import Rule

from hallwright import __version__
from hallwright.api.people.gate import COOKIE
from hallwright.api.reference.codes import CODES, LATER
from hallwright.api.reference.endpoints import Endpoint, Media, endpoint_of
from hallwright.api.shapes.venues import Fault
from hallwright.describing.schemas import COMPONENTS, Schema, Schemas, fields_of

ABOUT = (
    "What the server answers. Every error of the API has one shape; below `/text` and at `/enter` it is a page. "
    "What happens live goes over Socket.IO: `/api/v1/asyncapi.json`. Times are UTC."
)
PARAMETERS = {
    "venue": "Id of a venue.", "area": "Id of an area.", "show": "Id of a show, such as `exhibit/rocket`.",
    "board": "Id of a board.", "session": "Id of a session.", "name": "Name of a file, as the manifest has it.",
    "id": "Id of the thing.", "stage": "Id of a stage.", "booth": "Id of a booth.", "letter": "Id of a letter.",
    "device": "Id of a device on site.",
    "secret": "What opens a letter for who wrote it.",
}  # fmt: skip
SECURITY = {
    "operator": {"type": "http", "scheme": "bearer", "description": "The operator's token."},
    "login": {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "The cookie of somebody with a role."},
}
_ASKED = re.compile(r"<(?:\w+:)?(\w+)>")


def document(app: Flask) -> dict[str, Any]:
    """Everything that ``app`` answers; raises LookupError for a route that says nothing of itself."""
    schemas = Schemas()
    paths: dict[str, Schema] = defaultdict(dict)
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        endpoint = endpoint_of(app.view_functions[rule.endpoint])
        for method in methods_of(rule) if endpoint else ():
            paths[_ASKED.sub(r"{\1}", rule.rule)][method] = _operation(rule, method, endpoint, schemas)
    schemas.of(Fault)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Hallwright", "version": __version__, "description": ABOUT},
        "paths": dict(paths),
        "components": {"schemas": dict(sorted(schemas.known.items())), "securitySchemes": SECURITY},
    }


def methods_of(rule: Rule) -> Iterator[str]:
    """Those that a route was written for."""
    yield from sorted(method.lower() for method in (rule.methods or set()) - {"HEAD", "OPTIONS"})


def _operation(rule: Rule, method: str, endpoint: Endpoint | None, schemas: Schemas) -> Schema:
    assert endpoint
    return {
        "operationId": f"{rule.endpoint}.{method}",
        "tags": [rule.endpoint.partition(".")[0]],
        "summary": endpoint.summary,
        "parameters": [*_path(rule), *_query(endpoint, schemas)],
        **_body(endpoint, schemas),
        "responses": dict(sorted({**_good(endpoint, schemas), **_bad(rule, endpoint)}.items())),
        **({"security": _security(endpoint)} if endpoint.key else {}),
    }


def _path(rule: Rule) -> Iterator[Schema]:
    for name in _ASKED.findall(rule.rule):
        yield {
            "name": name, "in": "path", "required": True, "description": PARAMETERS[name],
            "schema": {"type": "string", "minLength": 1},
        }  # fmt: skip


def _query(endpoint: Endpoint, schemas: Schemas) -> Iterator[Schema]:
    if endpoint.query is None:
        return
    fields, hints = schemas.fields(endpoint.query), fields_of(endpoint.query)
    for name, schema in fields["properties"].items():
        text = schema.pop("description", "")
        needed = get_origin(hints[name]) is not NotRequired
        yield {"name": name, "in": "query", "required": needed, "description": text, "schema": schema}


def _body(endpoint: Endpoint, schemas: Schemas) -> Schema:
    if endpoint.body:
        content = {"application/json": {"schema": schemas.of(endpoint.body)}}
    elif endpoint.form:
        content = {"application/x-www-form-urlencoded": {"schema": schemas.of(endpoint.form)}}
    else:
        return {}
    return {"requestBody": {"required": True, "content": content}}


def _good(endpoint: Endpoint, schemas: Schemas) -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    if endpoint.answer is not None:
        found[str(endpoint.status)] = {"description": "As asked.", "content": _content(endpoint.answer, schemas)}
    if endpoint.parts:
        found["206"] = {"description": "The part that was asked for.", "content": _content(endpoint.answer, schemas)}
    if endpoint.tagged:
        found["304"] = {"description": "The browser has it already."}
    for status in endpoint.redirects:
        found[str(status)] = {"description": "Elsewhere.", "headers": {"Location": _header("Where.")}}
    return found


def _content(answer: Any, schemas: Schemas) -> Schema:
    if isinstance(answer, Media):
        return {kind: {"schema": {"type": "string"} if kind.startswith("text/") else {}} for kind in answer.types}
    return {"application/json": {"schema": schemas.of(answer)}}


def _bad(rule: Rule, endpoint: Endpoint) -> dict[str, Schema]:
    by_status: dict[int, list[str]] = defaultdict(list)
    always = ["not_found"] if rule.arguments else []
    for code in {*endpoint.refusals, *always, *(["other_site"] if endpoint.ours else [])}:
        by_status[CODES[code]].append(code)
    return {str(status): _refusal(status, sorted(codes), endpoint.pages) for status, codes in by_status.items()}


def _refusal(status: int, codes: list[str], pages: bool | Literal["some"]) -> Schema:
    only: Schema = {"properties": {"error": {"properties": {"code": {"enum": codes}}}}}
    page: Schema = {"text/html": {"schema": {"type": "string"}}}
    content: Schema = {"application/json": {"schema": {"allOf": [{"$ref": f"{COMPONENTS}Fault"}, only]}}}
    if pages == "some":
        content = page | content
    elif pages and codes != ["other_site"]:  # no page of ours asked
        content = page
    later = {"headers": {"Retry-After": _header("Seconds to wait.")}} if set(codes) & set(LATER) else {}
    return {"description": ", ".join(f"`{code}`" for code in codes), "content": content, **later}


def _header(text: str) -> Schema:
    return {"description": text, "schema": {"type": "string"}}


def _security(endpoint: Endpoint) -> list[Schema]:
    return [{"operator": []}, {"login": []}] if endpoint.key == "operator" else [{"login": []}]
