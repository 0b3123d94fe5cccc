"""A layout file as text: YAML parsed with line and column of everything; yaml's only door.

Strange input becomes a ``Problem``, never another exception.
"""

from __future__ import annotations

from typing import Any

import yaml

from hallwright.layout.conversion import MAX_DEPTH, Conversion, Index, Node, Path, UnfoldsError, paths
from hallwright.layout.decoding import decoded
from hallwright.layout.problem import Problem
from hallwright.layout.yaml_errors import explain

_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class _DepthError(yaml.YAMLError):
    """Nesting beyond what a layout can mean (and what the C parser survives)."""

    problem = "nested too deeply"
    problem_mark: Any = None


class _Loader(yaml.CBaseLoader):
    """Composes nodes without guessing types; nesting is counted while it happens."""

    depth = 0

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return _TAGS[kind]

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            error = _DepthError()
            error.problem_mark = current_node.start_mark
            raise error

    def ascend_resolver(self) -> None:
        self.depth -= 1


class Source:
    """One parsed file: ``data`` in plain Python, ``problems`` found while parsing, ``half_texts`` the
    paths of texts in one language only. ``data`` is None when the file could not be parsed at all."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.half_texts: list[Path] = []
        self.data: Any = None
        self._root: Node | None = None
        self._index = Index()
        text = decoded(name, content)
        if isinstance(text, Problem):
            self.problems.append(text)
        else:
            self._parse(text)

    def place(self, path: Path, key: bool = False) -> tuple[int, int]:
        """1-based (line, column) of the value at ``path`` (or of its key); of the nearest parent if it is absent."""
        node, key_node = self._root, None
        for step in path:
            found = self._index.child(node, step)
            if found is None:
                break
            key_node, node = found
        return _place(key_node if key and key_node is not None else node)

    def value(self, path: Path) -> Any:
        """The value at ``path``; None if there is none."""
        value: Any = self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def problem(self, path: Path, message: str, hint: str = "", *, key: bool = False, warning: bool = False) -> Problem:
        """A problem with the value (or the key) at ``path``."""
        line, column = self.place(path, key)
        return Problem(self.name, line, column, spell(path), message, hint, "warning" if warning else "error")

    def _parse(self, text: str) -> None:
        try:
            loader = _Loader(text)
            try:
                root: Any = loader.get_single_node()
            finally:
                loader.dispose()
        except yaml.YAMLError as error:
            self.problems.append(explain(self.name, text, error))
            return
        if root is None:
            self.problems.append(Problem(self.name, 1, 1, "", "the file is empty", "start with `hallwright: 1`"))
            return
        self._root = root
        self._convert(root)

    def _convert(self, root: Node) -> None:
        try:
            conversion = Conversion(root)
        except UnfoldsError as error:
            hint = "write the parts out instead of using aliases"
            self.problems.append(Problem(self.name, *_place(error.node), "", str(error), hint))
            return
        self.data = conversion.data
        nodes = [node for node, _, _ in conversion.complaints] + conversion.half_texts
        known = paths(root, {id(node) for node in nodes}) if nodes else {}
        for node, message, hint in conversion.complaints:
            path = spell(known.get(id(node), ()))
            self.problems.append(Problem(self.name, *_place(node), path, message, hint))
        self.half_texts = [known.get(id(node), ()) for node in conversion.half_texts]


def spell(path: Path) -> str:
    """``("areas", 0, "size")`` as ``areas[0].size``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _place(node: Node | None) -> tuple[int, int]:
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)
