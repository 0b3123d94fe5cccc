"""What every builder plans with: one area of a venue, and how a part of it is named, placed and keyed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from hallwright.geometry.polygons import contains
from hallwright.layout.model import Area, Exhibit, Exhibitor, Point, Venue, Zone
from hallwright.scene.graph import Part

if TYPE_CHECKING:
    from hallwright.catalogue.shelf import Shelf


KEPT_PARTS = 16_384
_last: dict[tuple[str, str], Part] = {}
"""The last part of each name: to compare a subject is quicker than to digest it again."""


@dataclass(frozen=True)
class Setting:
    """One area, the venue around it, and the catalogue."""

    venue: Venue
    area: Area
    shelf: Shelf | None

    @cached_property
    def exhibits(self) -> Mapping[str, Exhibit]:
        """The venue's exhibits by id."""
        return {exhibit.id: exhibit for exhibit in self.venue.exhibits}

    @cached_property
    def exhibitors(self) -> Mapping[str, Exhibitor]:
        """The venue's exhibitors by id."""
        return {exhibitor.id: exhibitor for exhibitor in self.venue.exhibitors}

    @cached_property
    def zones(self) -> Mapping[str, Zone]:
        """The area's zones by id."""
        return {zone.id: zone for zone in self.area.zones}

    def zone_at(self, at: Point) -> Zone | None:
        """The zone that holds a point of the plan, if any does."""
        for zone in self.area.zones:
            if contains(zone.polygon, np.array([at]))[0]:
                return zone
        return None


def part(builder: str, name: str, at: Point, subject: object) -> Part:
    """A planned part. ``subject`` holds all that the builder needs, frozen and with a complete ``repr``:
    the part's key is a digest of it, so parts with equal keys make equal groups. Equal subjects have equal ``repr``:
    their numbers are floats, none of them -0.0, as layouts give them."""
    known = _last.get((builder, name))
    if known is not None and known.subject == subject and known.anchor == (at[0], -at[1]):
        return known
    if len(_last) >= KEPT_PARTS:
        _last.clear()
    content = f"{builder} {name} {at!r} {subject!r}".encode()
    made = Part(name, blake2b(content, digest_size=8).hexdigest(), (at[0], -at[1]), builder, subject)
    _last[builder, name] = made
    return made


def seed_of(name: str) -> int:
    """A number that depends on a name and on nothing else, for variation without chance."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")
