"""Venues, the server itself, and every error."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Count, Lang, Limits, Text


class FaultDetails(TypedDict):
    """What went wrong; some codes bring more."""

    status: Annotated[int, Limits(least=400, most=599)]
    code: str
    message: Text


class Fault(TypedDict):
    """Every error."""

    error: FaultDetails


class Progress(TypedDict):
    """How far a build has come."""

    done: Count
    total: Count
    what: str


class Venue(TypedDict):
    """A venue of this server."""

    id: Annotated[str | None, "Null until its layout was read for the first time."]
    name: Text | None
    status: Literal["compiling", "ready", "broken"]
    revision: str | None
    manifest: Annotated[str | None, "Where its manifest is."]
    files: Annotated[str | None, "What names of files in the manifest are relative to."]
    progress: Annotated[Progress | None, "While a build runs."]
    problems: Annotated[int, "Of the newest save."]


class Venues(TypedDict):
    """All venues."""

    venues: list[Venue]


class Health(TypedDict):
    """How the server is."""

    status: Literal["ok", "starting", "degraded"]
    ready: Annotated[bool, "Whether every hall can be walked."]
    version: str
    uptime_s: float
    async_mode: str
    live: dict[str, int]
    venues: list[Venue]


class Embedding(TypedDict):
    """Who may show the hall in a frame."""

    origins: list[str]


class Manifest(TypedDict):
    """The whole hall, as docs/formats/manifest.md says; here only how it begins."""

    venue: str
    revision: str
    name: Text


class AppManifest(TypedDict):
    """The hall as an app of a device; a web app manifest."""

    name: str
    short_name: str
    start_url: str
    icons: list[dict[str, str]]


class Language(TypedDict):
    """The language of an answer."""

    lang: NotRequired[Annotated[Lang, "`en` without."]]


class Document(TypedDict):
    """A document for programs that read such."""

    info: dict[str, Any]
    components: dict[str, Any]
