"""What messages share. A shape is a TypedDict, or a frozen dataclass whose fields are sent by their own names.

``Annotated`` says more of a type: a text is its description, ``Limits`` say how far it goes, ``Name`` makes it a
component, ``LeftOut`` lets a field be missing, and a type stands instead of what Python knows less exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict


@dataclass(frozen=True, slots=True)
class Name:
    """A mark: what is annotated with it is a component of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A mark: a field of a dataclass that is not sent where it is empty."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A mark: how far a value goes, and which letters a text has."""

    shortest: int | None = None  # characters
    longest: int | None = None
    least: float | None = None  # that a number may be
    most: float | None = None
    above: float | None = None  # what a number may not be
    below: float | None = None
    fewest: int | None = None  # items
    many: int | None = None
    pattern: str | None = None
    format: str | None = None
    only: tuple[str, ...] | None = None  # what it may be at all

    def schema(self) -> dict[str, object]:
        """The keywords of JSON Schema."""
        said = {keyword: getattr(self, name) for name, keyword in _KEYWORDS.items()}
        return {keyword: value for keyword, value in said.items() if value is not None}


_KEYWORDS = {
    "shortest": "minLength", "longest": "maxLength", "least": "minimum", "most": "maximum",
    "above": "exclusiveMinimum", "below": "exclusiveMaximum", "fewest": "minItems", "many": "maxItems",
    "pattern": "pattern", "format": "format", "only": "enum",
}  # fmt: skip


Json = dict[str, object]
"""An object that somebody else describes."""
Id = Annotated[str, Limits(longest=64)]
Lang = Literal["en", "zh"]
Count = Annotated[int, Limits(least=0, most=2**53)]
Milliseconds = Annotated[float, "Milliseconds since 1970, of the server's clock."]
Seconds = Annotated[float, "Seconds."]
Metres = Annotated[float, "Metres."]
Point = tuple[float, float]
"""Metres in the plan of an area."""


class Text(TypedDict):
    """Something said in both languages."""

    en: str
    zh: str
