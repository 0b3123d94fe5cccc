"""Booths: a kind and its overrides, numbered and dealt out over the copies of a row."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hallwright.layout import defaults, entries, model
from hallwright.layout.atoms import bearing, text
from hallwright.layout.model import Point, Side, Text
from hallwright.layout.repeats import Copy, as_list, copies
from hallwright.layout.scope import Books, Origin, Scope
from hallwright.layout.spelling import did_you_mean

_SHARED = tuple(entries.BoothKind.model_fields)
Key = tuple[str | None, str | int | None, int]


@dataclass(frozen=True, slots=True)
class Row:
    """The booths that an entry of this kind meant, without a word about it."""

    entry: entries.Booth
    kind: entries.BoothKind | None
    booths: tuple[model.Booth, ...]


class Rows:
    """Expands the booths of one area. What an entry meant ``before`` it means again when it says the same and what it
    refers to is the same; its booths are then the same objects, as later steps notice at once."""

    def __init__(self, before: Mapping[Key, Row]) -> None:
        self._before = before
        self.known: dict[Key, Row] = {}

    def expand(self, entry: entries.Booth, scope: Scope, origin: Origin) -> Iterator[tuple[model.Booth, Origin]]:
        """As the function ``expand``."""
        key = (entry.id, entry.number, entry.start)
        row = self._before.get(key)
        if row is None or not _holds(row, entry, scope.books):
            told = len(scope.problems)
            row = Row(entry, _kind(entry, scope.books), tuple(booth for booth, _ in expand(entry, scope, origin)))
            if len(scope.problems) > told:
                return _with_origins(row.booths, origin)
        row = self.known[key] = replace(row, booths=_placed(row.booths, origin))
        return _with_origins(row.booths, origin)


def _holds(row: Row, entry: entries.Booth, books: Books) -> bool:
    """Whether the entry would be expanded to the same booths again; zones are the same."""
    if row.entry != entry or row.kind != _kind(entry, books):
        return False
    return entry.fascia is not None or all(
        booth.fascia == _name(books, booth.exhibitor, booth.number) for booth in row.booths
    )


def _placed(booths: tuple[model.Booth, ...], origin: Origin) -> tuple[model.Booth, ...]:
    """The booths, written where the entry is now."""
    place = _place(origin)
    return tuple(booth if booth.place == place else replace(booth, place=place) for booth in booths)


def _with_origins(booths: Iterable[model.Booth], origin: Origin) -> Iterator[tuple[model.Booth, Origin]]:
    return ((booth, origin.of(copy)) for copy, booth in enumerate(booths))


def expand(entry: entries.Booth, scope: Scope, origin: Origin) -> Iterator[tuple[model.Booth, Origin]]:
    """The booths that one entry means, with their origins."""
    shared = _shared(entry, scope, origin)
    if shared is None:
        return
    if entry.id is None and entry.number is None:
        scope.problems.append(origin.problem("a booth needs a number", "write `number: A01`"))
        return
    place = _place(origin)
    _lint(entry, scope, origin)
    for copy in copies(entry.repeat, entry.start):
        yield _booth(entry, shared, copy, scope, place), origin.of(copy.index)


def _place(origin: Origin) -> model.Place:
    return model.Place(origin.source.name, *origin.source.place(origin.path))


def _kind(entry: entries.Booth, books: Books) -> entries.BoothKind | None:
    return books.kinds.get(entry.kind) if entry.kind is not None else None


def _lint(entry: entries.Booth, scope: Scope, origin: Origin) -> None:
    """Things that are allowed but hardly meant."""
    if entry.open_ends and entry.repeat is None:
        message = "`open_ends` does nothing without `repeat`"
        scope.problems.append(origin.problem(message, "write the sides into `open`", at="open_ends", warning=True))
    if isinstance(entry.exhibitor, list) and len(entry.exhibitor) > origin.copies:
        message = f"{len(entry.exhibitor)} exhibitors are dealt out to {origin.copies} booths"
        scope.problems.append(origin.problem(message, "the last ones get none", at="exhibitor", warning=True))


def _shared(entry: entries.Booth, scope: Scope, origin: Origin) -> dict[str, Any] | None:
    """The keys that a kind may give, the entry's own first; None if the booth cannot be made."""
    kind = _kind(entry, scope.books)
    if entry.kind is not None and kind is None:
        if not scope.books.is_lost(entry.kind):
            hint = did_you_mean(entry.kind, scope.books.kinds) or "add it to `kinds`"
            scope.problems.append(origin.problem(f"there is no kind `{entry.kind}`", hint, at="kind"))
        return None
    result = {}
    for name in _SHARED:
        own = getattr(entry, name)
        result[name] = getattr(kind, name) if own is None and kind is not None else own
    missing = [f"`{name}`" for name in ("type", "size") if result[name] is None]
    if missing:
        hint = "name a `kind`, or write `type: shell` and `size: [3, 3]`"
        words = f"the booth has no {' and no '.join(missing)}"
        scope.problems.append(origin.problem(words, hint))
        return None
    return result


def _booth(entry: entries.Booth, shared: dict[str, Any], copy: Copy, scope: Scope, place: model.Place) -> model.Booth:
    at = copy.move(entry.at)
    facing = (bearing(shared["facing"] or "south") + copy.turn) % math.tau
    number = copy.fill(str(entry.number if entry.number is not None else entry.id).strip())
    zone = copy.fill(entry.zone) if entry.zone else getattr(scope.zone_at(at), "id", "")
    exhibitor = _exhibitor(entry, copy)
    kind = shared["type"]
    return model.Booth(
        id=copy.fill(entry.id) if entry.id is not None else number.lower().replace(" ", "-"),
        number=number,
        type=kind,
        kind=entry.kind or "",
        at=at,
        size=shared["size"],
        height=shared["height"] or defaults.BOOTH_HEIGHT[kind],
        facing=facing,
        open=_open(entry, shared, copy, facing),
        zone=zone,
        fascia=_fascia(entry, copy, scope, exhibitor, number),
        exhibitor=exhibitor,
        exhibits=_exhibits(shared["exhibits"], copy),
        color=_color(shared["color"], zone, scope),
        furniture=tuple(shared["furniture"] or ()),
        place=place,
    )


def _exhibitor(entry: entries.Booth, copy: Copy) -> str:
    if entry.exhibitor is None:
        return ""
    return copy.fill(entry.exhibitor if isinstance(entry.exhibitor, str) else copy.deal(entry.exhibitor))


def _fascia(entry: entries.Booth, copy: Copy, scope: Scope, exhibitor: str, number: str) -> Text:
    if entry.fascia is not None:
        several = isinstance(entry.fascia, list)
        own = entry.fascia[copy.index % len(entry.fascia)] if several else entry.fascia  # type: ignore[index, arg-type]
        return copy.fill_text(text(own))  # type: ignore[arg-type]
    return _name(scope.books, exhibitor, number)


def _name(books: Books, exhibitor: str, number: str) -> Text:
    """What a booth is called that says nothing itself."""
    known = books.exhibitors.get(exhibitor)
    return known.name if known else Text(number, number)


def _exhibits(dealt: list[str | list[str]] | None, copy: Copy) -> tuple[str, ...]:
    if not dealt:
        return ()
    if not any(isinstance(each, list) for each in dealt):
        return tuple(dealt)  # type: ignore[arg-type]
    mine = dealt[copy.index % len(dealt)]
    return tuple(mine) if isinstance(mine, list) else (mine,)


def _color(color: str | None, zone_id: str, scope: Scope) -> str:
    if color is not None and color != "zone":
        return color.lower()
    return next((zone.color for zone in scope.zones if zone.id == zone_id), defaults.GRAPHITE)


def _open(entry: entries.Booth, shared: dict[str, Any], copy: Copy, facing: float) -> tuple[Side, ...]:
    given = shared["open"] if shared["open"] is not None else defaults.BOOTH_OPEN[shared["type"]]
    sides = set(given)
    position, length = copy.row
    if entry.open_ends and length > 1:
        step = as_list(entry.repeat)[0].step
        if position == 0:
            sides.add(_side_towards((-step[0], -step[1]), facing))
        if position == length - 1:
            sides.add(_side_towards(step, facing))
    return tuple(side for side in ("front", "right", "back", "left") if side in sides)


def _side_towards(direction: Point, facing: float) -> Side:
    quarter = round((math.atan2(direction[0], direction[1]) - facing) / (math.pi / 2)) % 4
    sides: tuple[Side, ...] = ("front", "right", "back", "left")
    return sides[quarter]
