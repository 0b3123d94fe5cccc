"""The card of a model: what ``model.yaml`` says about it, read strictly.

Every problem of a card is found at once; each message is ``file:line:column: key: what is wrong``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

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
class Hotspot:
    """A place on a model that tells of it: ``at`` metres in the model's frame (x, y up, z to the front), at rest;
    ``part`` is what it moves with."""

    id: str
    at: tuple[float, float, float]
    part: str
    name: Wording
    text: Wording


@dataclass(frozen=True, slots=True)
class Seat:
    """A place on a model where a visitor may sit: their eyes are ``at`` metres in the model's frame, at rest, and look
    ``facing`` degrees about the vertical (towards +X from the front); ``part`` is what they move with."""

    id: str
    at: tuple[float, float, float]
    facing: float
    part: str
    name: Wording


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a model without building it. ``size`` is (width, depth, height) in metres; ``motions`` names
    what its motions do; ``marks`` is where in the file (``file:line:column``) what names a part or motion stands."""

    id: str
    name: Wording
    summary: Wording
    facts: tuple[Fact, ...]
    size: tuple[float, float, float]
    licence: str
    source: str
    stance: Stance = Stance()
    motions: Mapping[str, Wording] = field(default_factory=dict)
    hotspots: tuple[Hotspot, ...] = ()
    seats: tuple[Seat, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)


Place = TypeVar("Place", Hotspot, Seat)


@dataclass(slots=True)
class _Desk:
    """Where a card is checked; collects problems as it reads."""

    file: str
    problems: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def complain(self, node: yaml.Node, key: str, what: str) -> None:
        self.problems.append(f"{self.place(node)}: {key}: {what}")

    def place(self, node: yaml.Node) -> str:
        """``file:line:column`` of a node."""
        mark = node.start_mark
        return f"{self.file}:{mark.line + 1}:{mark.column + 1}"

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
        said = "must be [width, depth, height], three numbers of metres from 0.05 to 200"
        return self.triple(node, "size", said, 0.05, 200.0) or (1.0, 1.0, 1.0)

    def triple(
        self, node: yaml.Node | None, key: str, said: str, low: float, high: float
    ) -> tuple[float, float, float] | None:
        """Three numbers from ``low`` to ``high``, or None with the complaint ``said``."""
        if node is None:
            return None
        try:
            if not isinstance(node, yaml.SequenceNode):
                raise ValueError
            first, second, third = (float(item.value) for item in node.value)
            if not all(low <= value <= high for value in (first, second, third)):
                raise ValueError
        except (ValueError, TypeError):
            self.complain(node, key, said)
            return None
        return (first, second, third)

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

    def motions(self, node: yaml.Node | None) -> dict[str, Wording]:
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self.complain(node, "motions", "must be a mapping of the recipe's motions, each to {en, zh}")
            return {}
        names: dict[str, Wording] = {}
        for name, value in node.value:
            key = f"motions.{name.value}"
            if name.value in names:
                self.complain(name, "motions", f"'{name.value}' is written twice")
            names[str(name.value)] = self.wording(value, key)
            self.marks[key] = self.place(name)
        return names

    def hotspots(self, node: yaml.Node | None) -> tuple[Hotspot, ...]:
        return self._places(node, "hotspots", HOTSPOT_KEYS, MOST_HOTSPOTS, self._hotspot)

    def seats(self, node: yaml.Node | None) -> tuple[Seat, ...]:
        return self._places(node, "seats", SEAT_KEYS, MOST_SEATS, self._seat)

    def _places(
        self,
        node: yaml.Node | None,
        key: str,
        keys: tuple[str, ...],
        most: int,
        read: Callable[[dict[str, yaml.Node], str], Place],
    ) -> tuple[Place, ...]:
        """A list of places on the model, each a mapping with ``keys``, of which no two have the same id."""
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode) or len(node.value) > most:
            self.complain(node, key, f"must be a list of {{{', '.join(keys)}}}, at most {most}")
            return ()
        places = []
        for place, item in enumerate(node.value):
            here = f"{key}[{place}]"
            places.append(read(self.mapping(item, here, keys), here))
            if places[-1].id and places[-1].id in [other.id for other in places[:-1]]:
                self.complain(item, f"{here}.id", f"'{places[-1].id}' is written twice")
        return tuple(places)

    def _hotspot(self, entries: dict[str, yaml.Node], key: str) -> Hotspot:
        name, at, part = self._place(entries, key)
        wording = self.wording(entries.get("name"), f"{key}.name")
        return Hotspot(name, at, part, wording, self.wording(entries.get("text"), f"{key}.text"))

    def _seat(self, entries: dict[str, yaml.Node], key: str) -> Seat:
        name, at, part = self._place(entries, key)
        facing = self.number(entries.get("facing"), f"{key}.facing", 0.0, -360, 360)
        return Seat(name, at, facing, part, self.wording(entries.get("name"), f"{key}.name"))

    def _place(self, entries: dict[str, yaml.Node], key: str) -> tuple[str, tuple[float, float, float], str]:
        """The id of a place, where it is, and the part that it moves with; remembers where that is written."""
        for name in ("at", "part"):
            if name in entries:
                self.marks[f"{key}.{name}"] = self.place(entries[name])
        own = self.text(entries.get("id"), f"{key}.id")
        if own and not _ID.fullmatch(own):
            self.complain(entries["id"], f"{key}.id", "must be small letters, digits and hyphens, 40 at most")
        said = "must be [x, y, z], three numbers of metres in the model's frame, y up"
        at = self.triple(entries.get("at"), f"{key}.at", said, -200.0, 200.0) or (0.0, 0.0, 0.0)
        return own, at, self.text(entries.get("part"), f"{key}.part")

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


HOTSPOT_KEYS = ("id", "at", "part", "name", "text")
MOST_HOTSPOTS = 24
SEAT_KEYS = ("id", "at", "facing", "part", "name")
MOST_SEATS = 12
CARD_KEYS = ("name", "summary", "facts", "size", "licence", "source")
STANCE_KEYS = ("scale", "turn", "up")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def read_card(path: Path, *, stands: bool = False) -> Card:
    """Read and check ``model.yaml``; the model's id is its folder's name. ``stands`` allows the keys that say how
    a model file stands, which recipes have no use for; only recipes have motions. Raises CatalogueError."""
    desk = _Desk(f"{path.parent.name}/{path.name}")
    allowed = ("hotspots", "seats", *STANCE_KEYS) if stands else ("motions", "hotspots", "seats")
    entries = desk.mapping(_compose(path, desk.file), "card", CARD_KEYS, allowed)
    card = Card(
        id=path.parent.name,
        name=desk.wording(entries.get("name"), "name"),
        summary=desk.wording(entries.get("summary"), "summary"),
        facts=desk.facts(entries.get("facts")),
        size=desk.size(entries.get("size")),
        licence=desk.licence(entries.get("licence")),
        source=desk.text(entries.get("source"), "source"),
        stance=desk.stance(entries) if stands else Stance(),
        motions=desk.motions(None if stands else entries.get("motions")),
        hotspots=desk.hotspots(entries.get("hotspots")),
        seats=desk.seats(entries.get("seats")),
        marks=desk.marks,
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
