"""Matchmaking: how it is written, and what is meant by it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from hallwright.layout.atoms import Entry, Id, Reference, Text, text
from hallwright.layout.meeting import Industry, Meetings, Offer

LONGEST = 120  # minutes of a slot
Language = Annotated[str, Field(strict=True, pattern=r"^[a-z]{2,3}$")]


class WrittenIndustry(Entry):
    """Something that both sides may be in."""

    id: Id = Field(description="A name for this industry")
    name: Text = Field(description="What visitors read")


class WrittenMeetings(Entry):
    """When and where buyers and exhibitors meet."""

    minutes: Annotated[int, Field(strict=True, ge=5, le=LONGEST)] = Field(15, description="How long a slot is")
    tracks: Annotated[list[Reference], Field(min_length=1, max_length=30)] = Field(
        description="Tracks of the programme whose sessions are cut into slots"
    )
    rooms: Annotated[list[Reference], Field(max_length=100)] = Field(
        [], description="Ids of facilities of kind meeting; without a free one, one meets at the booth"
    )
    industries: Annotated[list[WrittenIndustry], Field(max_length=50)] = Field(
        [], description="What buyers choose from, and exhibitors name"
    )


class WrittenOffer(Entry):
    """What an exhibitor says for its meetings."""

    offers: Text | None = Field(None, description="What they offer; their products by default")
    seeks: Text | None = Field(None, description="Whom they seek; nobody in particular by default")
    industries: Annotated[list[Reference], Field(max_length=50)] = Field(
        [], description="Ids of the venue's industries"
    )
    languages: Annotated[list[Language], Field(max_length=20)] = Field([], description="What they speak: en, zh")


def meetings_of(entry: WrittenMeetings) -> Meetings:
    """When and where one meets, as it is meant."""
    industries = tuple(Industry(each.id, text(each.name)) for each in entry.industries)
    return Meetings(entry.minutes, tuple(entry.tracks), tuple(entry.rooms), industries)


def offer_of(entry: WrittenOffer | None) -> Offer | None:
    """What an exhibitor says, as it is meant."""
    if entry is None:
        return None
    return Offer(_text(entry.offers), _text(entry.seeks), tuple(entry.industries), tuple(entry.languages))


def _text(value: Any) -> Any:
    return None if value is None else text(value)
