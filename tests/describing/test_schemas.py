"""Types as JSON Schema, and schemas as TypeScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, NotRequired, TypedDict

import jsonschema_rs
import pytest

from hallwright.describing.schemas import Schemas
from hallwright.describing.shapes import Limits, Name, Text
from hallwright.describing.typescript import declarations, type_of


class Leaf(TypedDict):
    """A leaf */ with ``marks``."""

    name: Annotated[str, "What it is called.", Limits(longest=3)]
    more: NotRequired[Annotated[int | None, Limits(least=0)]]


class Tree(TypedDict):
    """A tree."""

    leaves: list[Leaf]
    within: NotRequired[Annotated[dict[str, Any], Leaf | Text]]


@dataclass(frozen=True)
class Fell:
    """It fell."""

    kind: ClassVar[str] = "fell"
    at: tuple[float, float]
    how: Literal["fast", "slow"] = "fast"


def test_a_shape_lets_through_what_it_says_and_nothing_else() -> None:
    schemas = Schemas()
    schema = {**schemas.of(Tree), "components": {"schemas": schemas.known}}
    tree = jsonschema_rs.Draft202012Validator(schema)
    assert tree.is_valid({"leaves": [{"name": "elm", "more": None}, {"name": "", "more": 1}]})
    assert tree.is_valid({"leaves": [], "within": {"en": "a", "zh": "b"}})
    for wrong in (
        {}, {"leaves": [{}]}, {"leaves": [{"name": "long"}]}, {"leaves": [{"name": 1}]},
        {"leaves": [{"name": "a", "more": -1}]}, {"leaves": [], "within": {"en": "a"}}, {"leaves": None},
    ):  # fmt: skip
        assert not tree.is_valid(wrong), wrong


def test_an_event_says_its_kind_first() -> None:
    fields = Schemas().fields(Fell, before={"seq": int})
    assert list(fields["properties"]) == ["seq", "kind", "at", "how"]
    assert fields["properties"]["kind"] == {"const": "fell"}
    assert fields["required"] == ["seq", "kind", "at", "how"]


def test_shapes_are_typescript() -> None:
    schemas = Schemas()
    schemas.of(Annotated[Tree | Fell, Name("Thing")])
    assert "\n".join(declarations(schemas.known)) == """\
/** It fell. */
export interface Fell {
  readonly kind: "fell";
  readonly at: readonly [number, number];
  readonly how: "fast" | "slow";
}
/** A leaf * / with `marks`. */
export interface Leaf {
  /** What it is called. */
  readonly name: string;
  readonly more?: number | null;
}
/** Something said in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
export type Thing = Tree | Fell;
/** A tree. */
export interface Tree {
  readonly leaves: readonly Leaf[];
  readonly within?: Leaf | Text;
}"""


def test_lists_of_several_types_are_one_list() -> None:
    assert type_of(Schemas().of(list[int | None])) == "readonly (number | null)[]"
    assert type_of(Schemas().of(dict[str, list[bool]])) == "Readonly<Record<string, readonly boolean[]>>"


def test_two_shapes_of_one_name_are_refused() -> None:
    schemas = Schemas()
    schemas.named("Leaf", Leaf)
    with pytest.raises(TypeError, match="two shapes are called Leaf"):
        schemas.named("Leaf", Tree)


def test_what_cannot_be_said_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be described"):
        Schemas().of(set[int] | bytes)
