"""The smallest values of the layout language: lengths, points, bearings, texts, colours, ids.

Each is a pydantic type that checks without guessing (no text becomes a number) and that
describes itself for editors. A union carries tags that start with ``~`` so that an error
names one branch only; ``wording`` leaves the tags out of paths.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)  # fmt: skip

from hallwright.layout import model

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


class Entry(BaseModel):
    """Base of everything that is written as a mapping."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


class Lost:
    """Stands in a list for an entry that could not be read; its problems are reported elsewhere."""

    __slots__ = ("raw",)

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw


_SPARE_KEYS = frozenset(
    ("time", "ground", "cell", "origin", "furniture", "color", "products", "country", "contact", "source")
)

UNREADABLE: dict[str, Any] = {}
"""Put in place of a list item that is no mapping at all, after it was reported."""


def tolerant(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Checks one entry; when it fails, its errors go to the context and the others are still read.

    An entry that is fine but for keys that do not matter to others is kept without them."""
    if value is UNREADABLE:
        return Lost({})
    try:
        return handler(value)
    except ValidationError as error:
        if info.context is None:
            raise
        errors = error.errors(include_url=False)
        info.context.append((value, errors))
        spare = {each["loc"][0] for each in errors if _spare(each)}
        return _without(value, spare, handler, info.context)


def _spare(error: ErrorDetails) -> bool:
    return (error["type"] == "extra_forbidden" and len(error["loc"]) == 1) or error["loc"][0] in _SPARE_KEYS


def _without(value: Any, keys: set[Any], handler: ValidatorFunctionWrapHandler, context: list[Any]) -> Any:
    told = len(context)
    try:
        if keys:
            return handler({key: each for key, each in value.items() if key not in keys})
    except ValidationError:
        pass
    finally:
        del context[told:]  # what is within the entry was told the first time
    return Lost(value)


T = TypeVar("T")
Entries = list[Annotated[T, WrapValidator(tolerant)]]


def _text_branch(value: Any) -> str:
    return "~words" if isinstance(value, str | int | float | bool) or value is None else "~languages"


class Languages(Entry):
    """A text in both languages."""

    en: Annotated[str, Field(strict=True, max_length=2000, description="English")] | None = None
    zh: Annotated[str, Field(strict=True, max_length=2000, description="Chinese")] | None = None


Words = Annotated[str, Field(strict=True, min_length=1, max_length=2000)]
Text = Annotated[Annotated[Words, Tag("~words")] | Annotated[Languages, Tag("~languages")], Discriminator(_text_branch)]


def _measure(low: float, high: float, what: str, *, open_low: bool = False) -> Any:
    if open_low:
        return Field(strict=True, allow_inf_nan=False, gt=low, le=high, description=what)
    return Field(strict=True, allow_inf_nan=False, ge=low, le=high, description=what)


Coordinate = Annotated[float, _measure(-5000, 5000, "metres")]
Point = tuple[Coordinate, Coordinate]
Outline = Annotated[list[Point], Field(min_length=3, max_length=400)]
Line = Annotated[list[Point], Field(min_length=2, max_length=400)]
AreaSide = Annotated[float, _measure(0, 2000, "metres", open_low=True)]
Length = Annotated[float, _measure(0, 500, "metres", open_low=True)]
Small = Annotated[float, _measure(0, 60, "metres", open_low=True)]
Height = Annotated[float, _measure(0, 150, "metres above the floor")]
Scale = Annotated[float, _measure(0, 100, "times the natural size", open_low=True)]
Count = Annotated[int, Field(strict=True, ge=1, le=5000)]
Size = tuple[Length, Length]
BoothSize = tuple[Small, Small]

Id = Annotated[str, Field(strict=True, max_length=60, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
IdTemplate = Annotated[str, Field(strict=True, max_length=60, pattern=r"^[A-Za-z0-9{][A-Za-z0-9_.{}:-]*$")]
Reference = Annotated[str, Field(strict=True, min_length=1, max_length=120)]
ON_CUE = "on-cue"
Release = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^(on-cue|[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01][0-9]|2[0-3]):[0-5][0-9]"
        r"(:[0-5][0-9])?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))$",
    ),
]
Color = Annotated[str, Field(strict=True, pattern=r"^#[0-9a-fA-F]{6}$")]
ColorOrZone = Annotated[str, Field(strict=True, pattern=r"^(#[0-9a-fA-F]{6}|zone)$")]
Flag = Annotated[bool, Field(strict=True)]
# Visitors press these: nothing that a link could take for more than an address.
Email = Annotated[
    str, Field(strict=True, max_length=254, pattern=r"^[A-Za-z0-9._+'-]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,63}$")
]
WebAddress = Annotated[
    str, Field(strict=True, max_length=500, pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^\s\x22<>\\^`{|}]*)?$")
]
Phone = Annotated[str, Field(strict=True, max_length=40, pattern=r"^\+?[0-9(][0-9 ().-]*[0-9]$")]


def _facing_branch(value: Any) -> str:
    return "~degrees" if isinstance(value, int | float) and not isinstance(value, bool) else "~name"


Compass = Literal["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
Facing = Annotated[
    Annotated[Compass, Tag("~name")] | Annotated[float, _measure(-360, 360, "degrees"), Tag("~degrees")],
    Discriminator(_facing_branch),
]


def _several(value: Any) -> str:
    return "~several" if isinstance(value, list) else "~one"


def _number_branch(value: Any) -> str:
    return "~count" if isinstance(value, int) and not isinstance(value, bool) else "~label"


Number = Annotated[
    Annotated[Annotated[str, Field(strict=True, min_length=1, max_length=40)], Tag("~label")]
    | Annotated[Annotated[int, Field(strict=True, ge=0)], Tag("~count")],
    Discriminator(_number_branch),
]
Dealt = Annotated[
    Annotated[Reference, Tag("~one")] | Annotated[list[Reference], Field(min_length=1), Tag("~several")],
    Discriminator(_several),
]
DealtLists = list[
    Annotated[Annotated[Reference, Tag("~one")] | Annotated[list[Reference], Tag("~several")], Discriminator(_several)]
]
DealtTexts = Annotated[
    Annotated[Text, Tag("~one")] | Annotated[list[Text], Field(min_length=1), Tag("~several")], Discriminator(_several)
]


class Repeat(Entry):
    """Copies of an entry, ``step`` metres apart."""

    count: Count = Field(description="How many, the first included")
    step: Point = Field(description="[east, north] metres from one to the next")
    turn: Annotated[float, _measure(-360, 360, "degrees")] = Field(0.0, description="Degrees added per step")


Repeats = Annotated[
    Annotated[Repeat, Tag("~one")] | Annotated[list[Repeat], Field(min_length=1, max_length=3), Tag("~several")],
    Discriminator(_several),
]


def moment(release: str) -> float | None:
    """When a release is, in seconds since 1970; ``model.ON_CUE`` for one that waits; None for a day of no calendar."""
    if release == ON_CUE:
        return model.ON_CUE
    try:
        return datetime.fromisoformat(release).timestamp()
    except ValueError:
        return None


def bearing(facing: str | float) -> float:
    """A compass name or degrees as radians, clockwise from north, in [0, 2π)."""
    degrees = COMPASS.index(facing) * 45.0 if isinstance(facing, str) else facing
    return math.radians(degrees % 360.0)


def text(value: str | Languages) -> model.Text:
    """Both languages; a missing one is filled from the other."""
    if isinstance(value, str):
        return model.Text(value, value)
    return model.Text(value.en or value.zh or "", value.zh or value.en or "")
