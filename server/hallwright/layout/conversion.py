"""From the parser's nodes to plain Python, by YAML 1.2: ``no`` and ``12:30`` stay texts, ``2.5`` does not.

What YAML allows but a layout does not (tags, empty values, keys twice, merge keys, bombs of
aliases) is noted with its node, to be told later with line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol

MAX_DEPTH = 32
MAX_VALUES = 400_000
UNKNOWN_KEY = "?"

Path = tuple[str | int, ...]
Complaint = tuple["Node", str, str]

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\Z")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?\Z")
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf"), float("inf")),
    "-.inf": float("-inf"),
}
_NUMERIC_START = frozenset("+-.0123456789")
_TAGS = {
    "scalar": "tag:yaml.org,2002:str",
    "sequence": "tag:yaml.org,2002:seq",
    "mapping": "tag:yaml.org,2002:map",
}


class Node(Protocol):
    """What the parser makes: ``id`` is scalar, sequence or mapping."""

    id: str
    tag: Any
    value: Any
    style: Any
    start_mark: Any


class UnfoldsError(Exception):
    """Aliases unfold to more than a layout may hold; ``node`` is where it became too much."""

    def __init__(self, node: Node) -> None:
        self.node = node
        super().__init__("aliases (`*name`) unfold to more than a layout may hold")


class Conversion:
    """One file's nodes as ``data``; ``complaints`` in order, and ``half_texts`` in one language only."""

    def __init__(self, root: Node) -> None:
        self.complaints: list[Complaint] = []
        self.half_texts: list[Node] = []
        self._values = 0
        self.data: Any = self._convert(root, 0)

    def _convert(self, node: Node, depth: int) -> Any:
        self._values += 1
        if self._values > MAX_VALUES or depth > MAX_DEPTH:
            raise UnfoldsError(node)
        if node.tag is not None and node.tag != _TAGS[node.id]:
            tag = str(node.tag).replace("tag:yaml.org,2002:", "!!")
            self.complaints.append((node, f"the tag `{tag}` is not allowed", "write the plain value"))
            return None
        if node.id == "scalar":
            return node.value if node.style else self._scalar(node)
        if node.id == "sequence":
            return [self._convert(item, depth + 1) for item in node.value]
        return self._mapping(node, depth)

    def _scalar(self, node: Node) -> Any:
        value = scalar(node.value)
        if value is None:
            self.complaints.append((node, "there is no value", "write one, or remove it"))
        return value

    def _mapping(self, node: Node, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            complaint = _wrong_key(key_node, result, node)
            if complaint is not None:
                self.complaints.append((key_node, *complaint))
                continue
            result[key] = self._convert(value_node, depth + 1)
            if key == "color" and result[key] is None:
                self._explain_comment(value_node)
        if len(result) == 1 and ("en" in result or "zh" in result):
            self.half_texts.append(node)
        return result

    def _explain_comment(self, node: Node) -> None:
        if self.complaints and self.complaints[-1][0] is node:
            hint = 'a `#` starts a comment: write the colour in quotes, like "#1f6fb2"'
            self.complaints[-1] = (node, self.complaints[-1][1], hint)


def _wrong_key(node: Node, earlier: dict[str, Any], mapping: Node) -> tuple[str, str] | None:
    if node.id != "scalar":
        return "a key must be a word", "write `key: value`; put texts with { or [ in quotes"
    if node.value == "<<" and not node.style:
        return "`<<` is not part of the layout language", "use `kinds` for what booths share"
    if node.value in earlier:
        line = next(key.start_mark.line + 1 for key, _ in mapping.value if key.value == node.value)
        return f"`{node.value}` is written twice; the first is in line {line}", "keep one of them"
    return None


def scalar(text: str) -> Any:
    """An unquoted word as null, truth, number or text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMERIC_START:
        if _INTEGER.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return float(text) + 0.0  # not -0.0, which equals 0.0 and is written otherwise
    return text


class Index:
    """Finds the nodes at paths; remembers the keys of mappings, so that a thousand mistakes are found quickly."""

    def __init__(self) -> None:
        self._keys: dict[int, dict[Any, tuple[Node, Node]]] = {}

    def child(self, node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
        """The key (of a mapping) and the value at one step of a path."""
        if node is not None and node.id == "mapping" and isinstance(step, str):
            return self._keys_of(node).get(step)
        if node is not None and node.id == "sequence" and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None

    def _keys_of(self, node: Node) -> dict[Any, tuple[Node, Node]]:
        known = self._keys.get(id(node))
        if known is None:
            pairs = ((key, value) for key, value in node.value if key.id == "scalar")
            known = self._keys[id(node)] = {key.value: (key, value) for key, value in reversed(list(pairs))}
        return known


def paths(root: Node, wanted: set[int]) -> dict[int, Path]:
    """The paths of the nodes whose ids are wanted; keys stand under the path of their value."""
    found: dict[int, Path] = {}
    for path, node in _walk(root):
        if id(node) in wanted:
            found.setdefault(id(node), path)
            if len(found) == len(wanted):
                break
    return found


def _walk(root: Node) -> Iterator[tuple[Path, Node]]:
    """Every node once (aliases are not followed twice)."""
    seen: set[int] = set()
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield path, node
        if node.id == "sequence":
            waiting.extend(((*path, index), item) for index, item in enumerate(node.value))
        elif node.id == "mapping":
            for key, value in node.value:
                inner = (*path, key.value) if key.id == "scalar" else path
                waiting += ((inner, value), (inner, key))
