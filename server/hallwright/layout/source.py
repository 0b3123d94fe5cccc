"""A layout file as text: YAML parsed with line and column of everything; yaml's only door.

Scalars follow YAML 1.2: ``no`` and ``12:30`` stay texts, ``true`` and ``2.5`` do not.
Strange input (bad UTF-8, tabs, duplicate keys, tags, alias bombs, bottomless nesting)
becomes a ``Problem``, never another exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from hallwright.layout.problem import Problem
from hallwright.layout.yaml_errors import explain

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 32
MAX_VALUES = 400_000

Path = tuple[str | int, ...]

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\Z")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?\Z")
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
    ".inf": float("inf"), ".Inf": float("inf"), ".INF": float("inf"),
    "+.inf": float("inf"), "-.inf": float("-inf"),
}  # fmt: skip
_NUMERIC_START = frozenset("+-.0123456789")


class TooDeep(yaml.YAMLError):
    """Nesting beyond what a layout can mean (and what the C parser survives)."""


class _Loader(yaml.CBaseLoader):
    """Composes nodes; every scalar keeps its text, and nesting is counted while it happens."""

    depth = 0

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            error = TooDeep("nested too deeply")
            error.problem_mark = current_node.start_mark  # type: ignore[attr-defined]
            raise error

    def ascend_resolver(self) -> None:
        self.depth -= 1


class Source:
    """One parsed file: ``data`` in plain Python, and ``problems`` found while parsing.

    ``data`` is None when the file could not be parsed at all."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = content
        self.problems: list[Problem] = []
        self.half_texts: list[yaml.Node] = []
        self.data: Any = None
        self._root: yaml.Node | None = None
        self._values = 0
        self._parse(content)

    def place(self, path: Path, key: bool = False) -> tuple[int, int]:
        """1-based (line, column) of the value at ``path`` (or of its key); of the nearest parent if it is absent."""
        node, key_node = self._walk(path)
        mark = (key_node if key and key_node is not None else node).start_mark if node is not None else None
        return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)

    def problem(self, path: Path, message: str, hint: str = "", *, key: bool = False, warning: bool = False) -> Problem:
        """A problem with the value (or the key) at ``path``."""
        line, column = self.place(path, key)
        return Problem(self.name, line, column, spell(path), message, hint, "warning" if warning else "error")

    def path_of(self, wanted: yaml.Node) -> Path:
        """The path at which a node of this file stands."""
        for path, node in self._nodes():
            if node is wanted:
                return path
        return ()

    def _parse(self, content: bytes) -> None:
        text = self._decode(content)
        if text is None:
            return
        try:
            loader = _Loader(text)
            try:
                self._root = loader.get_single_node()
            finally:
                loader.dispose()
        except yaml.YAMLError as error:
            self.problems.append(explain(self.name, text, error))
            return
        if self._root is None:
            self.problems.append(Problem(self.name, 1, 1, "", "the file is empty", "write at least `areas:`"))
            return
        self._convert_root(self._root)

    def _convert_root(self, root: yaml.Node) -> None:
        try:
            self.data = self._convert(root, 0)
        except TooDeep as error:
            line, column = root.start_mark.line + 1, root.start_mark.column + 1
            hint = "write the parts out instead of using `*aliases`"
            self.problems.append(Problem(self.name, line, column, "", str(error), hint))
            self.data = None

    def _decode(self, content: bytes) -> str | None:
        complaint = ""
        line = column = 1
        if len(content) > MAX_BYTES:
            complaint = f"the file has {len(content) / 2**20:.1f} MB; a layout file may have 5 MB"
            hint = "split it and join the parts with `include`"
        elif content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content:
            complaint, hint = "this is not a text file in UTF-8", "save it as UTF-8"
        else:
            try:
                return content.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                before = content[: error.start]
                line = before.count(b"\n") + 1
                column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
                complaint = f"byte 0x{content[error.start]:02x} is not UTF-8 text"
                hint = "save the file as UTF-8"
        self.problems.append(Problem(self.name, line, column, "", complaint, hint))
        return None

    def _convert(self, node: yaml.Node, depth: int) -> Any:
        self._values += 1
        if type(node) is yaml.ScalarNode:
            if node.tag is not None and node.tag != "tag:yaml.org,2002:str":
                self._refuse_tag(node)
            return node.value if node.style else _scalar(node.value)
        if depth > MAX_DEPTH or self._values > MAX_VALUES:
            raise TooDeep("aliases (`*name`) unfold to more than a layout may hold")
        if type(node) is yaml.SequenceNode:
            if node.tag != "tag:yaml.org,2002:seq":
                self._refuse_tag(node)
            return [self._convert(item, depth + 1) for item in node.value]
        if node.tag != "tag:yaml.org,2002:map":
            self._refuse_tag(node)
        return self._mapping(node, depth)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if type(key_node) is not yaml.ScalarNode:
                self._complain(key_node, "a key must be a word", "write `key: value`; put texts with { or [ in quotes")
                continue
            if key == "<<":
                self._complain(key_node, "`<<` is not part of the layout language", "use `kinds` for what booths share")
                continue
            if key in result:
                first = next(k for k, _ in node.value if k.value == key)
                self._complain(
                    key_node, f"`{key}` is written twice; the first is in line {first.start_mark.line + 1}",
                    "keep one of them",
                )  # fmt: skip
                continue
            result[key] = self._convert(value_node, depth + 1)
        if len(result) == 1 and ("en" in result or "zh" in result):
            self.half_texts.append(node)
        return result

    def _refuse_tag(self, node: yaml.Node) -> None:
        tag = str(node.tag).replace("tag:yaml.org,2002:", "!!")
        self._complain(node, f"the tag `{tag}` is not allowed", "write the plain value")

    def _complain(self, node: yaml.Node, message: str, hint: str) -> None:
        mark = node.start_mark
        path = spell(self.path_of(node))
        self.problems.append(Problem(self.name, mark.line + 1, mark.column + 1, path, message, hint))

    def _walk(self, path: Path) -> tuple[yaml.Node | None, yaml.Node | None]:
        node, key_node = self._root, None
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key_node, node = found
        return node, key_node

    def _nodes(self) -> Iterator[tuple[Path, yaml.Node]]:
        """Every node once (aliases are not followed twice), parents first; keys come under their own path."""
        seen: set[int] = set()
        waiting: list[tuple[Path, yaml.Node]] = [((), self._root)] if self._root is not None else []
        while waiting:
            path, node = waiting.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            yield path, node
            if type(node) is yaml.SequenceNode:
                waiting.extend(((*path, index), item) for index, item in enumerate(node.value))
            elif type(node) is yaml.MappingNode:
                for key_node, value_node in node.value:
                    step = str(key_node.value) if type(key_node) is yaml.ScalarNode else "?"
                    waiting.append(((*path, step), value_node))
                    waiting.append(((*path, step), key_node))


def spell(path: Path) -> str:
    """``("areas", 0, "size")`` as ``areas[0].size``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _scalar(value: str) -> Any:
    if value in _WORDS:
        return _WORDS[value]
    if value[0] in _NUMERIC_START:
        if _INTEGER.match(value):
            return int(value)
        if _DECIMAL.match(value):
            return float(value)
    return value


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if type(node) is yaml.MappingNode and isinstance(step, str):
        for key_node, value_node in node.value:
            if key_node.value == step:
                return key_node, value_node
    if type(node) is yaml.SequenceNode and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
