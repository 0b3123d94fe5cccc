"""What is wrong with one value, by the kind of pydantic error: (what is wrong, what to write)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hallwright.layout.conversion import Path
from hallwright.layout.spelling import did_you_mean, kind_of, short, shown

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Complaint = tuple[str, str]
NAME_HINT = "use letters, digits, `-`, `_` and `.`"

_UNIT = re.compile(r"\s*([-+]?\d+(?:[.,]\d+)?)\s*(mm|cm|dm|m|km|metres?|meters?|米|厘米|毫米|in|ft|°|deg|degrees)\s*\Z")
_TIME = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(s|sec|seconds?|min|minutes?|m|秒|分钟|分)\s*\Z")
_IN_METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "km": 1000.0, "in": 0.0254, "ft": 0.3048, "厘米": 0.01, "毫米": 0.001}
_BARE = re.compile(r"[-+]?\d+([.,]\d+)?\Z")
_NOT_LENGTHS = frozenset(
    ("count", "seed", "start", "seat_rows", "seats_per_row", "scale", "facing", "turn", "intensity", "cell", "number",
     "duration")
)
_TRUE, _FALSE = ("yes", "on", "y"), ("no", "off", "n")
_FORMS = {
    "email": ("an e-mail address", "write it like `info@example.com`"),
    "url": ("a web address", "write it in full, like `https://example.com`"),
    "at": ("a time of day", "write it like `09:30`"),
    "starts": ("a date and a time", "write them like `2026-09-20 09:30`"),
    "release": ("a moment with its zone", "write it like `2026-11-28T10:00+08:00`, or `on-cue`"),
    "ends": ("a date and a time", "write them like `2026-09-20 10:15`"),
    "phone": ("a telephone number", 'write digits and spaces, like "+86 551 5555 0100"'),
}
_COLOR = 'write "#rrggbb" in quotes, like "#1f6fb2"'


def complaint(error: ErrorDetails, path: Path) -> Complaint:
    """What is wrong with the value at ``path`` and what to write instead."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    say = _BY_TYPE.get(error["type"])
    if say is None:
        return f"{shown(error['input'])} does not fit here ({error['msg'].lower()})", ""
    return say(error, key)


def _number(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    if isinstance(value, str):
        match = _TIME.match(value) if key in ("duration", "minutes") else None
        if match:
            seconds = float(match[1].replace(",", ".")) * (60 if match[2].startswith(("m", "分")) else 1)
            unit, number = ("minutes", seconds / 60) if key == "minutes" else ("seconds", seconds)
            return f"`{short(value)}` has a unit; {unit} are plain numbers", f"write {number:g}"
        match = _UNIT.match(value)
        if match:
            number = float(match[1].replace(",", ".")) * _IN_METRES.get(match[2], 1.0)
            unit = "degrees" if match[2].startswith(("°", "deg")) else "metres"
            return f"`{short(value)}` has a unit; {unit} are plain numbers", f"write {number:g}"
        bare = value.strip().replace("_", "")
        if len(bare) < 16 and _BARE.match(bare):
            return f"`{short(value)}` is a text, a number is expected", f"write {float(bare.replace(',', '.')):g}"
    return f"{shown(value)} is {kind_of(value)}, a number is expected", ""


def _whole(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    if isinstance(value, float):
        hint = f"write {round(value)}" if abs(value) < 1e9 else ""
        return f"{shown(value)} is not a whole number", hint
    return _number(error, key)


def _unmeasurable(error: ErrorDetails, key: str) -> Complaint:
    return f"{shown(error['input'])} is not a number that can be measured", "write a plain number"


def _too_large(error: ErrorDetails, key: str) -> Complaint:
    value, limit = error["input"], float(error.get("ctx", {}).get("le", 0))
    message = f"{shown(value)} is too large; at most {limit:g} is possible"
    if key in _NOT_LENGTHS or isinstance(error.get("ctx", {}).get("le"), int) or value < 100:
        return message, ""
    if value / 100 <= limit and value < 5000:
        return message, f"this looks like centimetres; write metres: {value / 100:g}"
    if value / 1000 <= limit:
        return message, f"this looks like millimetres; write metres: {value / 1000:g}"
    return message, ""


def _too_small(error: ErrorDetails, key: str) -> Complaint:
    context = error.get("ctx", {})
    word, limit = ("at least", context["ge"]) if "ge" in context else ("more than", context.get("gt", 0))
    return f"{shown(error['input'])} is too small; {word} {limit:g} is needed", ""


def _options(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return re.findall(r"'([^']+)'", expected) or [expected]


def _choice(error: ErrorDetails, key: str) -> Complaint:
    value, options = error["input"], _options(error)
    if len(options) == 1:
        quoted = f"{shown(value)} is a text" if isinstance(value, str) else f"{shown(value)} is not possible here"
        return quoted, f"write {options[0]}"
    message = f"{shown(value)} is not possible here; it is one of {', '.join(options)}"
    if key == "facing":
        return message + ", or degrees clockwise from north", _degrees(value) or did_you_mean(value, options)
    return message, did_you_mean(value, options) if isinstance(value, str) else ""


def _degrees(value: Any) -> str:
    match = _UNIT.match(value) if isinstance(value, str) else None
    return f"write {float(match[1].replace(',', '.')):g}" if match else ""


def _pattern(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    if key == "color":
        return f"`{short(value)}` is not a colour", _COLOR
    if key == "to":
        hint = "write the area's id, a slash and the portal's id, like `park/west`"
        return f"`{short(value)}` does not name a portal", hint
    if "today" in str(error.get("ctx", {}).get("pattern")):
        return f"`{short(value)}` is not a date", "write it like `2026-09-20`, or `today`: each day is the first one"
    if key in ("stream", "poster", "image", "file"):
        hint = "write the name of a file in the folder `media`, like `opening/film.m3u8`, or an address"
        return f"`{short(value)}` is no file that belongs here", hint
    if key in _FORMS:
        what, hint = _FORMS[key]
        return f"`{short(value)}` is not {what}", hint
    return f"`{short(value)}` cannot be a name that others refer to", NAME_HINT


def _text(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    if isinstance(value, bool | int | float):
        hint = "put it in quotes"
    elif isinstance(value, dict) and ("en" in value or "zh" in value):
        hint = "write one text; this one is the same in all languages"
    else:
        hint = "write one text; a text with `: ` in it needs quotes"
    return f"{shown(value)} is {kind_of(value)}, a text is expected", hint


def _flag(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    word = value.lower() if isinstance(value, str) else ""
    hint = "write true" if word in _TRUE else "write false" if word in _FALSE else "write true or false"
    return f"{shown(value)} is {kind_of(value)}, true or false is expected", hint


def _pair(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    hint = f"write `{key}: [x, y]`" if key in ("at", "origin", "step") else "write two numbers in [ ]"
    if key == "size" and isinstance(value, int | float) and not isinstance(value, bool):
        hint = f"write `size: [{value:g}, {value:g}]`"
    return f"{shown(value)} is {kind_of(value)}, two numbers are expected", hint


def _list(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    hint = (
        f"start each item with `- ` below `{key}:`" if isinstance(value, dict) else f"write `{key}: [{short(value)}]`"
    )
    return f"{shown(value)} is {kind_of(value)}, a list is expected", hint


def _mapping(error: ErrorDetails, key: str) -> Complaint:
    value = error["input"]
    if error.get("ctx", {}).get("class_name") == "Languages":
        return f"{shown(value)} is {kind_of(value)}, a text is expected", f"write `{key}: {{en: …, zh: …}}`"
    return f"{shown(value)} is {kind_of(value)}, keys with values are expected", "write `key: value` lines, or { }"


def _empty_text(error: ErrorDetails, key: str) -> Complaint:
    return "the text is empty", "fill it in or remove the key"


def _long_text(error: ErrorDetails, key: str) -> Complaint:
    most = error.get("ctx", {}).get("max_length")
    return f"the text has {len(error['input'])} characters; at most {most} are possible", "shorten it"


def _too_few(error: ErrorDetails, key: str) -> Complaint:
    least = error.get("ctx", {}).get("min_length", 1)
    if key == "parties":
        return "who signs alone signs nothing: two parties at least", "add to it"
    shapes = {2: "a path needs at least two points", 3: "an outline needs at least three corners"}
    return shapes.get(least, "the list is empty"), "add to it" if least > 1 else "fill it in or remove the key"


def _too_many(error: ErrorDetails, key: str) -> Complaint:
    context = error.get("ctx", {})
    amount, most = context.get("actual_length", len(error["input"])), context.get("max_length")
    if most == 2:
        return f"{amount} values stand here, two numbers are expected", "write `[x, y]`"
    return f"the list has {amount} entries; at most {most} are possible", ""


_BY_TYPE: dict[str, Callable[[ErrorDetails, str], Complaint]] = {
    "float_type": _number,
    "int_type": _whole,
    "int_from_float": _whole,
    "finite_number": _unmeasurable,
    "less_than_equal": _too_large,
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_type": _text,
    "bool_type": _flag,
    "tuple_type": _pair,
    "list_type": _list,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "too_short": _too_few,
    "too_long": _too_many,
}
