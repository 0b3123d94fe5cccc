"""Files of TypeScript made from documents: the shapes, and which of them goes where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hallwright.describing.schemas import Schema
from hallwright.describing.typescript import declarations, type_of

Json = Mapping[str, Any]
_MADE = "// Made by `hallwright describe`; do not write here (docs/formats/http.md).\n/* eslint-disable */\n"


def of_addresses(document: Json) -> str:
    """The types of an OpenAPI document, and ``Answers``: what each request is answered with."""
    answers = (
        (f"{method.upper()} {path}", type_of(schema))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if (schema := _answer(operation))
    )
    return _file(document, [_index("Answers", "What is answered, where it is JSON.", answers)])


def of_events(document: Json) -> str:
    """The types of an AsyncAPI document, with ``Told`` and ``Wished``: what each event brings, and how each event of a
    page is acknowledged."""
    messages = document["components"]["messages"]
    told = ((name, type_of(messages[key]["payload"])) for key, name in _named(messages, "told-"))
    wished = ((name, _exchange(messages, name)) for _, name in _named(messages, "asked-"))
    return _file(
        document,
        [_index("Told", "What the server sends.", told), _index("Wished", "What pages send.", wished)],
    )


def _exchange(messages: Json, name: str) -> str:
    payload, answer = (type_of(messages[f"{part}-{name}"]["payload"]) for part in ("asked", "answer"))
    return f"{{ readonly payload: {payload}; readonly answer: {answer} }}"


def _named(messages: Json, prefix: str) -> Iterator[tuple[str, str]]:
    yield from ((key, key.removeprefix(prefix)) for key in sorted(messages) if key.startswith(prefix))


def _answer(operation: Json) -> Schema | None:
    content = operation["responses"].get("200", {}).get("content", {})
    found: Schema | None = content.get("application/json", {}).get("schema")
    return found


def _index(name: str, remark: str, entries: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f'  readonly "{key}": {kind};\n' for key, kind in entries)
    return f"/** {remark} */\nexport interface {name} {{\n{lines}}}"


def _file(document: Json, indices: Iterable[str]) -> str:
    return "\n".join([_MADE, *declarations(document["components"]["schemas"]), *indices, ""])
