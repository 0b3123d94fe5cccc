"""The card of a model: what ``model.yaml`` says about it, read strictly.

Every problem of a card is found at once; each message is ``file:line:column: key: what is wrong``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hallwright.errors import CatalogueError

Wording = dict[str, str]
LANGUAGES = ("en", "zh")
LICENCES = ("MIT", "CC0-1.0", "CC-BY-4.0", "Apache-2.0", "OFL-1.1")
LARGEST_CARD = 64 * 1024
UPWARD = ("y", "z", "x", "-y", "-z", "-x")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a label stand: what, how much, and who says so."""

    label: Wording
    value: Wording
    source: str


@dataclass(frozen=True, slots=True)
class Stance:
    """How a model file comes to stand: metres for one of its units, degrees about the vertical (towards +X from
    the front), and which of its axes points up. A front that looks along +Z needs no turn."""

    scale: float = 1.0
    turn: float = 0.0
    up: str = "y"


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a model without building it. ``size`` is (width, depth, height) in metres."""

    id: str
    name: Wording
    summary: Wording
    facts: tuple[Fact, ...]
    size: tuple[float, float, float]
    licence: str
    source: str
    stance: Stance = Stance()


@dataclass(slots=True)
class _Desk:
    """Where a card is checked; collects problems as it reads."""

    file: str
    problems: list[str] = field(default_factory=list)

    def complain(self, node: yaml.Node, key: str, what: str) -> None:
        mark = node.start_mark
        self.problems.append(f"{self.file}:{mark.line + 1}:{mark.column + 1}: {key}: {what}")

    def mapping(
        self, node: yaml.Node, key: str, wanted: tuple[str, ...], allowed: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node]:
        """The entries of a mapping that must have the wanted keys and may have the allowed ones."""
        if not isinstance(node, yaml.MappingNode):
            self.complain(node, key, f"must be a mapping with {', '.join(wanted)}")
            return {}
        found: dict[str, yaml.Node] = {}
        for name, value in node.value:
            if name.value in found:
                self.complain(name, key, f"'{name.value}' is written twice")
            elif name.value not in (*wanted, *allowed):
                known = ", ".join((*wanted, *allowed))
                self.complain(name, key, f"'{name.value}' is not a key here; known keys: {known}")
            found[name.value] = value
        for name in wanted:
            if name not in found:
                self.complain(node, key, f"'{name}' is missing")
        return found

    def text(self, node: yaml.Node | None, key: str) -> str:
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.complain(node, key, "must be a text that is not empty")
            return ""
        return str(node.value).strip()

    def wording(self, node: yaml.Node | None, key: str) -> Wording:
        if node is None:
            return {}
        entries = self.mapping(node, key, LANGUAGES)
        return {language: self.text(entries.get(language), f"{key}.{language}") for language in LANGUAGES}

    def size(self, node: yaml.Node | None) -> tuple[float, float, float]:
        if node is None:
            return (1.0, 1.0, 1.0)
        try:
            if not isinstance(node, yaml.SequenceNode):
                raise ValueError
            width, depth, height = (float(item.value) for item in node.value)
            if not all(0.05 <= value <= 200.0 for value in (width, depth, height)):
                raise ValueError
        except (ValueError, TypeError):
            self.complain(node, "size", "must be [width, depth, height], three numbers of metres from 0.05 to 200")
            return (1.0, 1.0, 1.0)
        return (width, depth, height)

    def facts(self, node: yaml.Node | None) -> tuple[Fact, ...]:
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.complain(node, "facts", "must be a list of {label, value, source}")
            return ()
        return tuple(self._fact(item, f"facts[{place}]") for place, item in enumerate(node.value))

    def _fact(self, node: yaml.Node, key: str) -> Fact:
        entries = self.mapping(node, key, ("label", "value", "source"))
        return Fact(
            self.wording(entries.get("label"), f"{key}.label"),
            self.wording(entries.get("value"), f"{key}.value"),
            self.text(entries.get("source"), f"{key}.source"),
        )

    def licence(self, node: yaml.Node | None) -> str:
        value = self.text(node, "licence")
        if node is not None and value and value not in LICENCES:
            self.complain(node, "licence", f"'{value}' is not accepted; one of {', '.join(LICENCES)}")
        return value

    def number(self, node: yaml.Node | None, key: str, usual: float, low: float, high: float) -> float:
        if node is None:
            return usual
        try:
            value = float(node.value)
        except (ValueError, TypeError):
            value = float("nan")
        if not low <= value <= high:
            self.complain(node, key, f"must be a number from {low:g} to {high:g}")
            return usual
        return value

    def stance(self, entries: dict[str, yaml.Node]) -> Stance:
        scale = self.number(entries.get("scale"), "scale", 1.0, 1e-6, 1e6)
        turn = self.number(entries.get("turn"), "turn", 0.0, -360, 360)
        up = self.text(entries.get("up"), "up") or "y"
        if up not in UPWARD:
            self.complain(entries["up"], "up", f"must be one of {', '.join(UPWARD)}")
        return Stance(scale, turn, up)


CARD_KEYS = ("name", "summary", "facts", "size", "licence", "source")
STANCE_KEYS = ("scale", "turn", "up")


def read_card(path: Path, *, stands: bool = False) -> Card:
    """Read and check ``model.yaml``; the model's id is its folder's name. ``stands`` allows the keys that say how
    a model file stands, which recipes have no use for. Raises CatalogueError."""
    desk = _Desk(f"{path.parent.name}/{path.name}")
    entries = desk.mapping(_compose(path, desk.file), "card", CARD_KEYS, STANCE_KEYS if stands else ())
    card = Card(
        id=path.parent.name,
        name=desk.wording(entries.get("name"), "name"),
        summary=desk.wording(entries.get("summary"), "summary"),
        facts=desk.facts(entries.get("facts")),
        size=desk.size(entries.get("size")),
        licence=desk.licence(entries.get("licence")),
        source=desk.text(entries.get("source"), "source"),
        stance=desk.stance(entries) if stands else Stance(),
    )
    if desk.problems:
        raise CatalogueError("\n".join(desk.problems))
    return card


def _compose(path: Path, shown: str) -> yaml.Node:
    """The YAML of a card as nodes with marks; anchors and aliases are refused, since a card needs none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{shown}: cannot be read: {error.__class__.__name__}") from error
    if len(text) > LARGEST_CARD:
        raise CatalogueError(f"{shown}: larger than {LARGEST_CARD} bytes")
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise CatalogueError(f"{shown}: not YAML: {' '.join(str(error).split())}") from error
    if node is None:
        raise CatalogueError(f"{shown}: is empty")
    if len({id(part) for part in _walk(node)}) != sum(1 for _ in _walk(node)):
        raise CatalogueError(f"{shown}: has aliases (&, *); write the text out")
    return node


def _walk(node: yaml.Node, limit: int = 4000) -> Iterator[yaml.Node]:
    """Every node below ``node``, at most ``limit`` of them."""
    stack = [node]
    while stack and limit:
        limit -= 1
        here = stack.pop()
        yield here
        if isinstance(here, yaml.MappingNode):
            stack.extend(part for pair in here.value for part in pair)
        elif isinstance(here, yaml.SequenceNode):
            stack.extend(here.value)
