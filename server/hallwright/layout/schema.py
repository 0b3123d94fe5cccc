"""A whole layout file as a pydantic model, and the JSON Schema that editors complete from."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WrapValidator

from hallwright.layout.atoms import Entries, Entry, Flag, Id, Reference, Text, tolerant
from hallwright.layout.entries import Area, BoothKind


class Exhibitor(Entry):
    """Who shows."""

    id: Id = Field(description="A name for this exhibitor, unique in the venue")
    name: Text = Field(description="What visitors read")
    country: Annotated[str, Field(strict=True, max_length=60)] = Field("", description="Like CN")
    products: list[Text] = Field([], description="What they make")


class Exhibit(Entry):
    """What is shown."""

    id: Id = Field(description="A name for this exhibit, unique in the venue")
    name: Text = Field(description="What visitors read")
    model: Reference = Field(description="The id of a model in the catalogue")
    summary: Text = Field(description="One or two sentences")
    source: Annotated[str, Field(strict=True, max_length=2000)] = Field("", description="Where the facts come from")


class Part(Entry):
    """A file that another one includes."""

    hallwright: Literal[1] = Field(1, description="Version of this language")
    include: list[Reference] = Field([], description="Other files, relative to this one, below the layout's folder")
    kinds: dict[Id, Annotated[BoothKind, WrapValidator(tolerant)]] = Field({}, description="Booths to reuse, by name")
    exhibitors: Entries[Exhibitor] = Field([], description="Who shows")
    exhibits: Entries[Exhibit] = Field([], description="What is shown")
    areas: Entries[Area] = Field([], max_length=50, description="The spaces that people walk")


class Head(Entry):
    """What only the file says that a venue starts from."""

    hallwright: Literal[1] = Field(description="Version of this language: 1")
    id: Id = Field(description="A name for this venue")
    name: Text = Field(description="What visitors read")
    theme: Text | None = Field(None, description="The motto of the fair")
    sample_data: Flag = Field(False, description="true if exhibitors are invented")


class VenueFile(Part, Head):
    """The whole of that file. Only editors need this in one piece; reading checks head and part apart."""

    hallwright: Literal[1] = Field(description="Version of this language: 1")


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a layout file: a venue, or a part that one includes."""
    schema = VenueFile.model_json_schema()
    schema["required"] = []  # a part has no head; reading says what a venue lacks
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Hallwright layout"}
    return {**schema, **title}


Part.model_rebuild()  # now, rather than at the first reading
