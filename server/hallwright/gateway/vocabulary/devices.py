"""What devices on site said last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypedDict

from hallwright.describing.shapes import Id, Seconds
from hallwright.gateway.vocabulary.describing import Tell


class TwinNow(TypedDict):
    """What a device said last."""

    values: Annotated[dict[str, Any], "By field; which there are depends on its kind."]
    at: Annotated[Seconds, "When it was measured, since 1970, by the server's clock at the latest."]


class Twins(TypedDict):
    """What changed in an area."""

    area: Id
    whole: Annotated[bool, "Whether these are all that have said anything; what was known before counts no more."]
    twins: dict[str, TwinNow]


TOLD: Mapping[str, Tell] = {
    "twins": Tell("What devices on site say; not numbered, not stored.", Twins),
}
