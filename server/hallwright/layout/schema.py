"""A whole layout file as a pydantic model, and the JSON Schema that editors complete from."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WrapValidator

from hallwright.layout.atoms import Email, Entries, Entry, Flag, Id, Phone, Reference, Text, WebAddress, tolerant
from hallwright.layout.boards import Table
from hallwright.layout.devices import WrittenDevice
from hallwright.layout.entries import Area, BoothKind
from hallwright.layout.meetings import WrittenMeetings, WrittenOffer
from hallwright.layout.programmes import WrittenProgramme
from hallwright.layout.queues import WrittenQueue
from hallwright.layout.shows import Show
from hallwright.layout.tours import WrittenTour


class Contact(Entry):
    """How one reaches an exhibitor; visitors take it with them."""

    email: Email | None = Field(None, description="Like info@example.com")
    url: WebAddress | None = Field(None, description="Like https://example.com")
    phone: Phone | None = Field(None, description="With the country, like +86 551 5555 0100; in quotes")


class Exhibitor(Entry):
    """Who shows."""

    id: Id = Field(description="A name for this exhibitor, unique in the venue")
    name: Text = Field(description="What visitors read")
    country: Annotated[str, Field(strict=True, max_length=60)] = Field("", description="Like CN")
    products: list[Text] = Field([], description="What they make")
    contact: Contact | None = Field(None, description="How one reaches them")
    meeting: WrittenOffer | None = Field(None, description="What they say for meetings with buyers")


class Exhibit(Entry):
    """What is shown."""

    id: Id = Field(description="A name for this exhibit, unique in the venue")
    name: Text = Field(description="What visitors read")
    model: Reference = Field(description="The id of a model in the catalogue")
    summary: Text = Field(description="One or two sentences")
    source: Annotated[str, Field(strict=True, max_length=2000)] = Field("", description="Where the facts come from")
    queue: WrittenQueue | None = Field(None, description="How many people can try it at once; the others wait in line")


class Part(Entry):
    """A file that another one includes."""

    hallwright: Literal[1] = Field(1, description="Version of this language")
    include: list[Reference] = Field([], description="Other files, relative to this one, below the layout's folder")
    kinds: dict[Id, Annotated[BoothKind, WrapValidator(tolerant)]] = Field(
        {}, max_length=1000, description="Booths to reuse, by name"
    )
    exhibitors: Entries[Exhibitor] = Field([], description="Who shows")
    exhibits: Entries[Exhibit] = Field([], description="What is shown")
    tables: Entries[Table] = Field([], max_length=200, description="Rows that boards say")
    areas: Entries[Area] = Field([], max_length=50, description="The spaces that people walk")
    shows: Entries[Show] = Field([], max_length=100, description="What everyone sees at the same moment")
    tours: Entries[WrittenTour] = Field([], max_length=50, description="Guided tours")
    devices: Entries[WrittenDevice] = Field([], max_length=500, description="Devices on site that things follow")
    programme: Annotated[WrittenProgramme | None, WrapValidator(tolerant)] = Field(
        None, description="What is on, and when"
    )
    meetings: Annotated[WrittenMeetings | None, WrapValidator(tolerant)] = Field(
        None, description="When and where buyers and exhibitors meet"
    )


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
    """The JSON Schema (draft 7, which editors know) of a layout file: a venue, or a part that one includes."""
    schema: dict[str, Any] = _plain(VenueFile.model_json_schema())
    del schema["required"]  # a part has no head; reading says what a venue lacks
    return {**schema, "$schema": "http://json-schema.org/draft-07/schema#", "title": "Hallwright layout"}


def _plain(schema: Any) -> Any:
    """The schema as draft 7 and people want it: pairs as lists of equal items, and no null,
    which pydantic adds to what may be left out but a layout may not say."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("default", "") is None:
        schema = {key: value for key, value in schema.items() if key != "default"}
        options = [each for each in schema.pop("anyOf", ()) if each != {"type": "null"}]
        schema = {**options[0], **schema} if len(options) == 1 else {"anyOf": options, **schema}
    noise = {
        key for key, value in schema.items() if key == "prefixItems" or (key == "title" and isinstance(value, str))
    }
    plain = {key: _plain(value) for key, value in schema.items() if key not in noise}
    if "prefixItems" in schema:
        plain["items"] = _plain(schema["prefixItems"][0])
    return plain


Part.model_rebuild()  # now, rather than at the first reading
