"""From pydantic's errors to words: what is wrong in the layout and what to write instead."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from hallwright.layout.problem import Problem
from hallwright.layout.source import Path, Source, spell

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_UNIT = re.compile(r"\s*([-+]?\d+(?:[.,]\d+)?)\s*(mm|cm|dm|m|km|metres?|meters?|米|厘米|毫米|in|ft|°|deg|degrees)\s*\Z")
_IN_METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "km": 1000.0, "in": 0.0254, "ft": 0.3048, "厘米": 0.01, "毫米": 0.001}
_EXAMPLES = {
    "at": "at: [12, 8]", "size": "size: [3, 3]", "polygon": "polygon: [[0, 0], [20, 0], [20, 10]]",
    "path": "path: [[0, 0], [20, 0]]", "color": 'color: "#1f6fb2"', "name": "name: {en: …, zh: …}",
    "text": "text: {en: …, zh: …}", "id": "id: some-name", "kind": "kind: …", "count": "count: 4",
    "step": "step: [3, 0]", "to": "to: area/portal", "hallwright": "hallwright: 1", "model": "model: …",
    "summary": "summary: {en: …, zh: …}", "height": "height: 4", "exhibit": "exhibit: …",
}  # fmt: skip


def did_you_mean(word: Any, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to ``word``, or nothing."""
    options = [str(each) for each in known]
    lower = {each.lower(): each for each in reversed(options)}
    near = difflib.get_close_matches(str(word).lower(), list(lower), n=1, cutoff=0.6)
    return f"did you mean `{lower[near[0]]}`?" if near else ""


def problem_of(source: Source, root: type[BaseModel], error: ErrorDetails, base: Path = ()) -> Problem:
    """One pydantic error as a problem at its place; ``root`` is the model that was checked at ``base``."""
    path = path_of(source.data, (*base, *error["loc"]))
    if error["loc"][-1:] == ("[key]",):
        return source.problem(path, f"`{path[-1]}` is not a usable name", _NAME_HINT, key=True)
    if error["type"] == "extra_forbidden":
        known = fields_at(root, error["loc"][:-1])
        hint = did_you_mean(path[-1], known) or f"known here: {', '.join(known)}"
        return source.problem(path, f"`{path[-1]}` is not a key of the layout language here", hint, key=True)
    if error["type"] == "missing":
        return _missing(source, path, error)
    message, hint = _say(error, path)
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
        models = [
            inner for each in models if step in each.model_fields for inner in _models(each.model_fields[step].annotation)
        ]
    return [name for each in models for name in each.model_fields]


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models(part)]


def _missing(source: Source, path: Path, error: ErrorDetails) -> Problem:
    key = path[-1] if path else ""
    if isinstance(key, int):
        return source.problem(path[:-1], "two numbers are needed here", "write `[x, y]`")
    example = _EXAMPLES.get(key, f"{key}: …")
    line, column = source.place(path[:-1])
    return Problem(source.name, line, column, spell(path), f"`{key}` is missing", f"add `{example}`")


def _say(error: ErrorDetails, path: Path) -> tuple[str, str]:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if value is None and kind != "literal_error":
        return _nothing(key, kind)
    if kind in ("float_type", "int_type", "finite_number", "float_parsing"):
        return _number(value, kind)
    if kind in _BOUNDS:
        return _bound(kind, value, context, key)
    if kind in ("literal_error", "enum"):
        return _choice(value, error)
    if kind == "string_pattern_mismatch":
        return _pattern(value, key)
    if kind in ("string_type", "string_sub_type"):
        return f"{_shown(value)} is {_what(value)}, a text is expected", _quote_hint(value)
    if kind == "bool_type":
        return f"{_shown(value)} is {_what(value)}, true or false is expected", "write true or false"
    if kind in ("list_type", "tuple_type"):
        return _list(value, key, kind)
    if kind in ("too_long", "too_short", "string_too_long", "string_too_short"):
        return _amount(kind, value, context, path)
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"{_shown(value)} is {_what(value)}, keys and values are expected", "write `key: value` lines"
    return f"{_shown(value)} does not fit here ({error['msg'].lower()})", ""


_BOUNDS = ("greater_than", "greater_than_equal", "less_than", "less_than_equal")
_NAME_HINT = "use letters, digits, `-`, `_` and `.`"


def _nothing(key: str, kind: str) -> tuple[str, str]:
    if key == "color":
        return "there is no value", 'a `#` starts a comment: write the colour in quotes, like "#1f6fb2"'
    return "there is no value", f"write one after `{key}:`, or remove the key" if key else "remove it or fill it in"


def _number(value: Any, kind: str) -> tuple[str, str]:
    if kind == "finite_number":
        return f"{_shown(value)} is not a number that can be measured", "write a plain number"
    if kind == "int_type" and isinstance(value, float):
        return f"{_shown(value)} is not a whole number", f"write {round(value) if abs(value) < 1e9 else 1}"
    if isinstance(value, str):
        match = _UNIT.match(value)
        if match:
            number = float(match[1].replace(",", ".")) * _IN_METRES.get(match[2], 1.0)
            unit = "degrees" if match[2].startswith(("°", "deg")) else "metres"
            return f"`{_short(value)}` has a unit; {unit} are plain numbers", f"write {number:g}"
        bare = value.strip().replace(",", ".").replace("_", "")
        if re.fullmatch(r"[-+]?\d+(\.\d+)?", bare):
            return f"`{_short(value)}` is a text, a number is expected", f"write {float(bare):g} without quotes"
    return f"{_shown(value)} is {_what(value)}, a number is expected", ""


def _bound(kind: str, value: Any, context: dict[str, Any], key: str) -> tuple[str, str]:
    if kind.startswith("less"):
        limit = context.get("le", context.get("lt"))
        message = f"{_shown(value)} is too large; at most {limit:g} is possible"
        if key not in _NOT_LENGTHS and limit <= value / 1 and 100 <= value <= limit * 1000:
            return message, f"this looks like {_small_unit(value, limit)}"
        return message, ""
    limit = context.get("ge", context.get("gt"))
    word = "at least" if "ge" in context else "more than"
    return f"{_shown(value)} is too small; {word} {limit:g} is needed", ""


_NOT_LENGTHS = ("count", "seed", "start", "seat_rows", "seats_per_row", "scale", "facing", "turn", "intensity", "cell")


def _small_unit(value: float, limit: float) -> str:
    if value / 100 <= limit and value < 3000:
        return f"centimetres; write metres: {value / 100:g}"
    return f"millimetres; write metres: {value / 1000:g}"


def _choice(value: Any, error: ErrorDetails) -> tuple[str, str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    options = re.findall(r"'([^']+)'", expected) or [expected]
    if value is None:
        return "there is no value", f"write one of {', '.join(options)}"
    hint = did_you_mean(value, options) if isinstance(value, str) else ""
    return f"{_shown(value)} is not possible here; it is one of {', '.join(options)}", hint


def _pattern(value: str, key: str) -> tuple[str, str]:
    if key == "color":
        return f"`{_short(value)}` is not a colour", 'write "#rrggbb" in quotes, like "#1f6fb2"'
    if key == "to":
        return f"`{_short(value)}` does not name a portal", "write the area's id, a slash and the portal's id: park/west"
    return f"`{_short(value)}` cannot be a name for references", _NAME_HINT


def _quote_hint(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return "put it in quotes"
    return "write one text" if isinstance(value, list) else "a text with `: ` in it needs quotes"


def _list(value: Any, key: str, kind: str) -> tuple[str, str]:
    if kind == "tuple_type":
        return f"{_shown(value)} is {_what(value)}, two numbers are expected", f"write `{key}: [x, y]`" if key else ""
    hint = f"start each item with `- ` below `{key}:`" if isinstance(value, dict) else f"write `{key}: [{_short(value)}]`"
    return f"{_shown(value)} is {_what(value)}, a list is expected", hint


def _amount(kind: str, value: Any, context: dict[str, Any], path: Path) -> tuple[str, str]:
    least, most = context.get("min_length"), context.get("max_length")
    if kind == "string_too_short":
        return "the text is empty", "fill it in or remove the key"
    if kind == "string_too_long":
        return f"the text has {len(value)} characters; at most {most} are possible", "shorten it"
    if kind == "too_long":
        if most == 2:
            return f"{len(value)} values stand here, two are expected", "write `[x, y]`"
        return f"the list has {context.get('actual_length', len(value))} entries; at most {most} are possible", ""
    shape = {2: "a path needs two points at least", 3: "an outline needs three points at least"}
    return shape.get(least or 0, f"{least} entries are needed at least"), ""


def _what(value: Any) -> str:
    if value is None:
        return "nothing"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a mapping"}
    return names.get(type(value), "something else")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "this"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{_short(value)}`"


def _short(value: Any) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    text = "".join(char if char.isprintable() else "?" for char in text)
    return text if len(text) <= 40 else text[:37] + "…"
