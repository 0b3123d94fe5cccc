"""One file against the schema. A broken entry is reported and set aside, so that everything
else can still be checked against each other and all problems appear at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from hallwright.layout.atoms import UNREADABLE, Entry
from hallwright.layout.boards import Table
from hallwright.layout.conversion import Path
from hallwright.layout.devices import WrittenDevice
from hallwright.layout.entries import FAMILIES, Area, BoothKind
from hallwright.layout.meetings import WrittenMeetings
from hallwright.layout.problem import Problem
from hallwright.layout.programmes import LISTS as PROGRAMME_LISTS
from hallwright.layout.programmes import WrittenProgramme
from hallwright.layout.schema import Exhibit, Exhibitor, Head, Part, VenueFile
from hallwright.layout.shows import Show
from hallwright.layout.source import Source
from hallwright.layout.spelling import kind_of, shown
from hallwright.layout.tours import TourStop, WrittenTour
from hallwright.layout.wording import problems_of

MANY_ENTRIES = 1000
"""Broken entries of one file whose problems are told."""

_LISTS: dict[str, type[Entry]] = {
    "exhibitors": Exhibitor, "exhibits": Exhibit, "tables": Table, "areas": Area, "shows": Show, "tours": WrittenTour,
    "devices": WrittenDevice,
}  # fmt: skip
_SHAPES = {
    "kinds": "write `{type: …, size: …}`",
    "programme": "write `timezone:`, `starts:` and `sessions:` below it",
    "meetings": "write `tracks: […]` below it",
}
_INNER: dict[str, dict[str, type[Entry]]] = {"areas": FAMILIES, "tours": {"stops": TourStop}}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file and what it says; ``part`` is None when nothing could be understood. Entries that are
    broken stand in its lists as ``Lost``, so that indices are those of the file."""

    source: Source
    head: Head | None
    part: Part | None
    problems: tuple[Problem, ...]


def parse(name: str, content: bytes, top: bool) -> Parsed:
    """A file's bytes, parsed and checked on their own; ``top`` for the file that a venue starts from."""
    source = Source(name, content)
    problems = source.problems
    if source.data is None and problems:
        return Parsed(source, None, None, tuple(problems))
    if not isinstance(source.data, dict):
        problems.append(source.problem((), "a layout is a mapping of keys", "start with `hallwright: 1`"))
        return Parsed(source, None, None, tuple(problems))
    problems += _unreadable(source)
    head = _head(source) if top else None
    part = _part(source, VenueFile if top else Part)
    problems += _half_texts(source)
    return Parsed(source, head, part, tuple(problems))


def _head(source: Source) -> Head | None:
    """What the venue says about itself."""
    given = {key: value for key, value in source.data.items() if key in Head.model_fields}
    if not given.keys() & {"hallwright", "id", "name"}:
        message = "this file starts no venue: `hallwright`, `id` and `name` are missing"
        source.problems.append(source.problem((), message, "add them, or check the file that includes this one"))
        return None
    try:
        return Head.model_validate(given)
    except ValidationError as error:
        source.problems += problems_of(source, Head, error.errors(include_url=False))
        return None


def _part(source: Source, known: type[Entry]) -> Part | None:
    """Everything else in the file. Broken keys at its top are reported and left out."""
    broken: list[tuple[Any, list[Any]]] = []
    data = source.data
    rest = {key: value for key, value in data.items() if known is Part or key not in Head.model_fields}
    try:
        part: Part | None = Part.model_validate(rest, context=broken)
    except ValidationError as error:
        own = error.errors(include_url=False)
        broken.append((data, own))
        wrong = {each["loc"][0] for each in own}
        part = _rest({key: value for key, value in rest.items() if key not in wrong})
    if broken:
        paths = {id(value): (path, kind) for path, value, kind in _entries(data)}
        for value, errors in broken[:MANY_ENTRIES]:
            path, kind = paths.get(id(value), ((), known))
            source.problems += problems_of(source, kind, errors, path)
    if len(broken) > MANY_ENTRIES:
        rest_of_them = f"{len(broken) - MANY_ENTRIES:,} more entries of this file have problems"
        source.problems.append(source.problem((), rest_of_them, "mend the first ones and look again"))
    return part


def _rest(data: dict[str, Any]) -> Part | None:
    try:
        return Part.model_validate(data, context=[])
    except ValidationError:
        return None


def _entries(data: dict[str, Any]) -> Iterator[tuple[Path, Any, type[Entry]]]:
    """Every entry that is checked on its own, with its path and its model."""
    kinds = data.get("kinds")
    for name, kind in kinds.items() if isinstance(kinds, dict) else ():
        yield ("kinds", name), kind, BoothKind
    for name, model in _LISTS.items():
        for index, entry in _items(data, name):
            yield (name, index), entry, model
            for family, part in _families(name, entry):
                for number, item in _items(entry, family):
                    yield (name, index, family, number), item, part
    yield from _programme_entries(data)
    if "meetings" in data:
        yield ("meetings",), data["meetings"], WrittenMeetings


def _programme_entries(data: dict[str, Any]) -> Iterator[tuple[Path, Any, type[Entry]]]:
    if "programme" not in data:
        return
    yield ("programme",), data["programme"], WrittenProgramme
    for name, model in PROGRAMME_LISTS.items():
        for index, item in _items(data["programme"], name) if isinstance(data["programme"], dict) else ():
            yield ("programme", name, index), item, model


def _families(name: str, entry: Any) -> Iterator[tuple[str, type[Entry]]]:
    if isinstance(entry, dict):
        yield from _INNER.get(name, {}).items()


def _items(data: dict[str, Any], name: str) -> Iterator[tuple[int, Any]]:
    values = data.get(name)
    yield from enumerate(values if isinstance(values, list) else ())


def _unreadable(source: Source) -> Iterator[Problem]:
    """Items that are no mapping where entries are expected; they are taken out of the data."""
    for path, entry, _ in list(_entries(source.data)):
        if isinstance(entry, dict):
            continue
        if entry is not None:  # of an empty one the source told already
            message = f"{shown(entry)} is {kind_of(entry)}; an entry with keys is expected"
            hint = _SHAPES.get(str(path[0]) if len(path) < 3 else "", "write `- id: …` and its other keys")
            yield source.problem(path, message, hint)
        holder = source.data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = UNREADABLE


def _half_texts(source: Source) -> Iterator[Problem]:
    """Texts in one language only: fine for a visitor, who sees the other one, but worth a word."""
    for path in source.half_texts:
        given = source.value(path)
        missing, language = ("zh", "Chinese") if "en" in given else ("en", "English")
        message = f"the {language} text is missing; visitors will read the other language"
        yield source.problem(path, message, f"add `{missing}: …`", warning=True)
