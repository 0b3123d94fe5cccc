"""What wants to be written on a plan, the most important first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hallwright.export.plan.fitting import BOLD, LINE, Spot, Wish, broken, inside, width_of
from hallwright.export.plan.paper import Entry, Scale
from hallwright.export.plan.things import DOOR, EXHIBIT, PIN, booth_title, door_spot
from hallwright.export.plan.words import Language, read, say

SMALLEST = 6.0
"""Smaller letters than this many units are not written."""
SOFT = "#37424a"
_GRID = 13


def wishes_of(area: Entry, scale: Scale, language: Language, names: Mapping[str, str]) -> Iterator[Wish]:
    """All wishes of an area; ``names`` are those of exhibits."""
    for zone in area["zones"]:
        text = f"{zone['letter']} {read(zone['name'], language)}"
        bounds = [scale.at(point) for point in zone["polygon"]]
        yield Wish(text, zone_spots(zone, scale), _sizes(26, 9), 3, bounds=bounds, clear=True, bold=True, told=text)
    for portal in area["portals"]:
        name = read(portal["name"], language)
        yield Wish(name, [scale.at(portal["at"])], _sizes(16, 9), 2, beside=PIN / 2, clear=True, bold=True, told=name)
    for stage in area["stages"]:
        yield from _inside_or_beside(stage, scale, language)
    written = [_booth(booth, scale, language) for booth in area["booths"]]
    yield from (number for number, _ in written)
    for exhibit, spots in _shown(area, scale).items():
        name = names.get(exhibit, "")
        yield from (
            Wish(name, each, _sizes(12, 7), 2, beside=EXHIBIT / 2, clear=True, told=name) for each in spots if name
        )
    for door in area.get("doors", ()):
        if door["kind"] in ("entrance", "exit"):
            name = read(door["name"], language)
            yield Wish(name, [door_spot(door, scale)], _sizes(13, 7), 2, beside=DOOR / 2, clear=True, told=name)
    yield from (name for _, name in written if name)
    for entry in (*area.get("structures", ()), *area.get("features", ())):
        name = read(entry["name"], language)
        if name:
            yield Wish(name, _middles(entry, scale), _sizes(14, 8), 2, clear="polygon" in entry, color=SOFT, told=name)


def _shown(area: Entry, scale: Scale) -> dict[str, list[list[Spot]]]:
    """Where the names of exhibits may stand: what stands there more than twice is named once, beside any of them."""
    found: dict[str, list[Spot]] = {}
    for placement in area["placements"]:
        found.setdefault(placement["exhibit"], []).append(scale.at(placement["at"]))
    return {exhibit: [spots] if len(spots) > 2 else [[spot] for spot in spots] for exhibit, spots in found.items()}


def zone_spots(zone: Entry, scale: Scale) -> list[Spot]:
    """Points in a zone where its name may stand, the nearest to its middle first."""
    xs, ys = zip(*zone["polygon"], strict=True)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    steps = [(k + 1) / (_GRID + 1) for k in range(_GRID)]
    grid = [
        (min(xs) + (max(xs) - min(xs)) * across, min(ys) + (max(ys) - min(ys)) * up) for across in steps for up in steps
    ]
    within = [point for point in grid if inside(point, zone["polygon"])]
    within.sort(key=lambda point: ((point[0] - middle[0]) ** 2 + (point[1] - middle[1]) ** 2, point))
    return [scale.at(point) for point in within]


def _booth(booth: Entry, scale: Scale, language: Language) -> tuple[Wish, Wish | None]:
    """The wishes of a booth: its number, and its name below where there is room for both."""
    x, y = scale.at(booth["at"])
    width, depth = (side * 0.94 for side in scale.room(booth))
    name, told = read(booth["name"], language), booth_title(booth, language)
    for size in _sizes(min(16.0, depth / 3), SMALLEST):
        found = _stacked(booth["number"], name, size, width, depth)
        if found is None:
            continue
        high, lines = found
        below = len(lines) * size * LINE + 0.1
        top = y - (high + below) / 2
        number = Wish(booth["number"], [(x, top + high / 2)], [high / LINE], bold=True, told=told)
        return number, Wish(name, [(x, top + high + below / 2)], [size], len(lines), (width, below), told=told)
    sizes = _sizes(min(18.0, depth / LINE), SMALLEST)
    return Wish(booth["number"], [(x, y)], sizes, room=(width, depth), bold=True, told=told), None


def _stacked(number: str, name: str, size: float, width: float, depth: float) -> tuple[float, tuple[str, ...]] | None:
    """Height of the number's line and the lines of the name, when both fit at this size."""
    if not name or name == number:
        return None
    large = min(1.3 * size, 0.98 * width / max(0.1, width_of(number) * BOLD))
    for count in (1, 2, 3):
        lines = broken(name, count)
        fits = max(map(width_of, lines)) * size <= width and (large + len(lines) * size) * LINE <= depth
        if fits and large >= SMALLEST:
            return large * LINE, lines
    return None


def _inside_or_beside(stage: Entry, scale: Scale, language: Language) -> Iterator[Wish]:
    name = read(stage["name"], language) or say(language, "stage")
    room = scale.room(stage)
    yield Wish(name, [scale.at(stage["at"])], _sizes(16, 8), 3, room=room, bold=True, told=name)


def _middles(entry: Entry, scale: Scale) -> Sequence[Spot]:
    if "at" in entry:
        return [scale.at(entry["at"])]
    if entry["polygon"]:
        return zone_spots(entry, scale)[:40]
    path = entry["path"]
    pairs = zip(path, path[1:], strict=False)
    longest = sorted(pairs, key=lambda ends: -((ends[0][0] - ends[1][0]) ** 2 + (ends[0][1] - ends[1][1]) ** 2))
    return [scale.at(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) for a, b in longest[:6]]


def _sizes(largest: float, smallest: float) -> list[float]:
    """Sizes to try, each a little smaller."""
    sizes = []
    size = largest
    while size > smallest:
        sizes.append(round(size, 1))
        size *= 0.87
    return [*sizes, smallest] if largest >= smallest else []
