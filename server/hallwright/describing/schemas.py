"""Types as JSON Schema (2020-12): each shape once, by its name, among the components of one document.

A class with ``describe`` says itself what it is.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing
from collections.abc import Collection, Mapping, Sequence, Set
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from hallwright.describing.shapes import LeftOut, Limits, Name

Schema = dict[str, Any]
COMPONENTS = "#/components/schemas/"
_PLAIN: Mapping[object, str] = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
_LISTS = (list, Sequence, Collection, Set, frozenset)


class Schemas:
    """The components of a document, as they are needed. ``known`` has them by name."""

    def __init__(self) -> None:
        self.known: dict[str, Schema] = {}
        self._kinds: dict[str, object] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type; a shape is told by reference. Raises TypeError for what cannot be said."""
        if get_origin(kind) is Annotated:
            return self._annotated(*get_args(kind))
        if kind in _PLAIN:
            return {"type": _PLAIN[kind]}
        if kind is Any or kind is object:
            return {}
        if hasattr(kind, "describe"):
            said: Schema = kind.describe(self)
            return said
        if typing.is_typeddict(kind) or dataclasses.is_dataclass(kind):
            return self.named(kind.__name__, kind)
        return self._made_of(get_origin(kind), get_args(kind), kind)

    def named(self, name: str, kind: Any) -> Schema:
        """``kind`` as a component of this name; raises TypeError for a name that two have."""
        if self._kinds.setdefault(name, kind) != kind:
            raise TypeError(f"two shapes are called {name}")
        if name not in self.known:
            self.known[name] = {}  # it may speak of itself
            self.known[name] = self.fields(kind) if isinstance(kind, type) else self.of(kind)
        return {"$ref": COMPONENTS + name}

    def fields(self, shape: type, before: Mapping[str, Any] = types.MappingProxyType({})) -> Schema:
        """The object itself; fields of ``before`` are said first, and so is the ``kind`` of an event."""
        hints = {**before, **fields_of(shape)}
        needed = [name for name, hint in hints.items() if _needed(hint)]
        properties = {name: self.of(_within(hint)) for name, hint in hints.items()}
        text = " ".join((inspect.getdoc(shape) or "").split())
        return {
            **({"description": text} if text and not text.startswith("dict(") else {}),
            "type": "object", "properties": properties, **({"required": needed} if needed else {}),
        }  # fmt: skip

    def _annotated(self, kind: Any, *marks: Any) -> Schema:
        said: Schema = {}
        name = ""
        for mark in marks:
            if isinstance(mark, str):
                said["description"] = mark
            elif isinstance(mark, Limits):
                said |= mark.schema()
            elif isinstance(mark, Name):
                name = mark.name
            elif not isinstance(mark, LeftOut):
                kind = mark
        return (self.named(name, kind) if name else self.of(kind)) | said

    def _made_of(self, origin: Any, parts: tuple[Any, ...], kind: Any) -> Schema:
        if origin is Literal:
            return {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if origin in _LISTS or (origin is tuple and parts[1:] == (...,)):
            return {"type": "array", "items": self.of(parts[0])}
        if origin is tuple:
            count = len(parts)
            return {
                "type": "array", "prefixItems": [self.of(part) for part in parts],
                "minItems": count, "maxItems": count,
            }  # fmt: skip
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        raise TypeError(f"{kind} cannot be described")


def fields_of(shape: type) -> dict[str, Any]:
    """The fields of a shape with their types, the ``kind`` of an event first."""
    hints = get_type_hints(shape, include_extras=True)
    if typing.is_typeddict(shape):
        return hints
    kind = {"kind": Literal[vars(shape)["kind"]]} if "kind" in vars(shape) and hints["kind"] else {}
    return kind | {field.name: hints[field.name] for field in dataclasses.fields(shape) if field.name in hints}


def _needed(hint: Any) -> bool:
    marks = getattr(hint, "__metadata__", ())
    return get_origin(hint) is not NotRequired and not any(isinstance(mark, LeftOut) for mark in marks)


def _within(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is NotRequired else hint
