"""From pydantic's errors to words: what is wrong in the layout and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from hallwright.layout.complaints import NAME_HINT, complaint
from hallwright.layout.conversion import Path
from hallwright.layout.problem import Problem
from hallwright.layout.schema import Head, Part
from hallwright.layout.source import Source, spell
from hallwright.layout.spelling import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MANY = 200
"""Problems of one entry that are told; more are no help."""

_EXAMPLES = {
    "at": "at: [12, 8]", "size": "size: [3, 3]", "polygon": "polygon: [[0, 0], [20, 0], [20, 10]]",
    "path": "path: [[0, 0], [20, 0]]", "color": 'color: "#1f6fb2"', "name": "name: {en: …, zh: …}",
    "text": "text: {en: …, zh: …}", "id": "id: some-name", "kind": "kind: …", "count": "count: 4",
    "step": "step: [3, 0]", "to": "to: area/portal", "hallwright": "hallwright: 1", "model": "model: …",
    "summary": "summary: {en: …, zh: …}", "height": "height: 4", "exhibit": "exhibit: …",
    "timezone": "timezone: Asia/Shanghai", "starts": "starts: 2026-09-20", "title": "title: {en: …, zh: …}",
}  # fmt: skip


def problems_of(
    source: Source, root: type[BaseModel], errors: Sequence[ErrorDetails], base: Path = ()
) -> Iterator[Problem]:
    """The errors of one entry at ``base``, checked as ``root``, as problems. A key that is missing because it
    is misspelled is one problem, and an empty value was told by the source already."""
    extra = {str(each["loc"][-1]) for each in errors[:MANY] if each["type"] == "extra_forbidden"}
    for error in errors[:MANY]:
        if error["input"] is None and error["type"] != "extra_forbidden":
            continue
        if error["type"] == "missing" and extra and did_you_mean(error["loc"][-1], extra):
            continue
        yield problem_of(source, root, error, base)


def problem_of(source: Source, root: type[BaseModel], error: ErrorDetails, base: Path = ()) -> Problem:
    """One pydantic error as a problem at its place; ``root`` is the model that was checked at ``base``."""
    path = path_of(source.data, (*base, *error["loc"]))
    if error["loc"][-1:] == ("[key]",):
        return source.problem(path, f"`{path[-1]}` is not a usable name", NAME_HINT, key=True)
    if error["type"] == "extra_forbidden":
        known = fields_at(root, error["loc"][:-1])
        hint = did_you_mean(path[-1], known) or f"known here: {', '.join(known)}"
        if root is Part and len(path) == 1 and path[0] in Head.model_fields:
            hint = "write it in the venue's own file; this one is included"
        return source.problem(path, f"`{path[-1]}` is not a key of the layout language here", hint, key=True)
    if error["type"] == "missing":
        return _missing(source, path, error)
    message, hint = complaint(error, path)
    return source.problem(path, message, hint)


def path_of(data: Any, loc: Iterable[str | int]) -> Path:
    """pydantic's location without its tags, as far as it leads into ``data`` (one key further for a missing key)."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(step, str) and (step.startswith("~") or step == "[key]"):
            continue
        inside = isinstance(data, dict if isinstance(step, str) else list)
        if not inside:
            break
        path.append(step)
        missing = step not in data if isinstance(step, str) else int(step) >= len(data)
        if missing:
            break
        data = data[step]
    return tuple(path)


def fields_at(root: type[BaseModel], loc: Iterable[str | int]) -> list[str]:
    """The keys that the model allows at pydantic's location."""
    models: list[type[BaseModel]] = [root]
    for step in loc:
        if isinstance(step, int) or step.startswith("~") or not any(step in each.model_fields for each in models):
            continue
        fields = [each.model_fields[step] for each in models if step in each.model_fields]
        models = [inner for field in fields for inner in _models(field.annotation)]
    return list(dict.fromkeys(name for each in models for name in each.model_fields))


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models(part)]


def _missing(source: Source, path: Path, error: ErrorDetails) -> Problem:
    key = path[-1] if path else ""
    if isinstance(key, int):
        return source.problem(path[:-1], "two numbers are needed here", "write `[x, y]`")
    example = _EXAMPLES.get(key, f"{key}: …")
    if key == "size" and len(path) == 3:
        example = "size: [40, 24]"
    line, column = source.place(path[:-1])
    return Problem(source.name, line, column, spell(path), f"`{key}` is missing", f"add `{example}`")
