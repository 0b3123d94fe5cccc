"""Every event that is told, as it is told: what is described, and what pages are typed by, is made from this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from hallwright.describing.schemas import COMPONENTS, Schema, Schemas, fields_of
from hallwright.live.events import Announced, PublicEvent
from hallwright.live.shapes import Announcement, Numbered

TOLD_AS: Mapping[type, type] = {Announced: Announcement}
"""Events whose fields are not those of what is told."""


class Event:
    """Something that has happened, of any kind that there is in ``events``."""

    @classmethod
    def describe(cls, schemas: Schemas) -> Schema:
        """A reference to a component that is any event; each is a component by its own name."""
        if "Event" not in schemas.known:
            for event in get_args(PublicEvent):
                shape = TOLD_AS.get(event, event)
                schemas.known[event.__name__] = schemas.fields(shape, before=fields_of(Numbered))
            names = sorted(event.__name__ for event in get_args(PublicEvent))
            schemas.known["Event"] = {"anyOf": [{"$ref": COMPONENTS + name} for name in names]}
        return {"$ref": f"{COMPONENTS}Event"}
