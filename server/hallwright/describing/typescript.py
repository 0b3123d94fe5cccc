"""Schemas as TypeScript: an interface or a type for each component. What is read cannot be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hallwright.describing.schemas import COMPONENTS, Schema

_PLAIN = {"string": "string", "boolean": "boolean", "integer": "number", "number": "number", "null": "null"}
_NAME = re.compile(r"[A-Za-z_$][\w$]*")


def declarations(schemas: Mapping[str, Schema]) -> Iterator[str]:
    """One declaration for each component, by name."""
    for name in sorted(schemas):
        yield declaration(name, schemas[name])


def declaration(name: str, schema: Schema) -> str:
    """The declaration of one component."""
    text = _remark(schema, "")
    if "properties" in schema:
        return f"{text}export interface {name} {_object(schema, '')}"
    return f"{text}export type {name} = {type_of(schema)};"


def type_of(schema: Schema, indent: str = "") -> str:
    """The type of a value that this schema lets through."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(COMPONENTS)
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(dict.fromkeys(type_of(each, indent) for each in schema[key]))
    match schema.get("type"):
        case "array":
            return _array(schema, indent)
        case "object":
            return _object(schema, indent) if "properties" in schema else _by_key(schema, indent)
        case str() as plain:
            return _PLAIN[plain]
    return "unknown"


def _array(schema: Schema, indent: str) -> str:
    if "prefixItems" in schema:
        return f"readonly [{', '.join(type_of(each, indent) for each in schema['prefixItems'])}]"
    item = type_of(schema.get("items", {}), indent)
    return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"


def _by_key(schema: Schema, indent: str) -> str:
    return f"Readonly<Record<string, {type_of(schema.get('additionalProperties', {}), indent)}>>"


def _object(schema: Schema, indent: str) -> str:
    deeper, needed = f"{indent}  ", schema.get("required", ())
    lines = [
        f"{_remark(field, deeper)}{deeper}readonly {_key(name, name in needed)}: {type_of(field, deeper)};"
        for name, field in schema["properties"].items()
    ]
    return "\n".join(["{", *lines, f"{indent}}}"]) if lines else "{}"


def _key(name: str, needed: bool) -> str:
    return (name if _NAME.fullmatch(name) else json.dumps(name)) + ("" if needed else "?")


def _remark(schema: Mapping[str, Any], indent: str) -> str:
    text = schema.get("description", "").replace("*/", "* /").replace("``", "`")
    return f"{indent}/** {text} */\n" if text else ""
