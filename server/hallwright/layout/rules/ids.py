"""Ids that clash. Booths, zones, placements and boards are unique in the venue; other things in their area."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hallwright.layout.complaints import NAME_HINT
from hallwright.layout.expansion import Expanded
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Origin

# what a click may mean shares one set of names in an area
CLICKABLE = ("placements", "stages", "facilities", "signs", "boards", "doors", "structures", "features")
_USABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_KNOWN = "write {n}, {i}, {j} or {k}; {n:02} pads, {n:A} makes letters"
_SEPARATE = ("aisles", "spawns", "portals")


def area_ids(expanded: Expanded, findings: Findings) -> None:
    """Clashes within one area."""
    _clashes((pair for family in CLICKABLE for pair in _ids(expanded, family)), findings)
    for family in _SEPARATE:
        _clashes(_ids(expanded, family), findings)
    letters: dict[str, str] = {}
    for zone, origin in zip(expanded.area.zones, expanded.origins["zones"], strict=True):
        other = letters.setdefault(zone.letter, zone.id)
        if other != zone.id:
            message = f"zone `{other}` has the letter `{zone.letter}` too"
            findings.add("letter", origin, message, "give each zone its own", at="letter", warning=True)


def usable_ids(expanded: Expanded, findings: Findings) -> None:
    """Ids and numbers whose template was not filled, or that hold what ids may not."""
    for family in ("booths", *CLICKABLE):
        for name, origin in _ids(expanded, family):
            if not _USABLE.fullmatch(name):
                _unusable(name, origin, findings)
    for booth, origin in zip(expanded.area.booths, expanded.origins["booths"], strict=True):
        if "{" in booth.number and origin.has("id"):
            findings.add("template", origin, f"`{booth.number}` holds an unknown placeholder", _KNOWN, at=_key(origin))


def _unusable(name: str, origin: Origin, findings: Findings) -> None:
    if "{" in name:
        findings.add("template", origin, f"`{name}` holds an unknown placeholder", _KNOWN, at=_key(origin))
    elif origin.has("id"):
        findings.add("name", origin, f"`{name}` cannot be an id", NAME_HINT, at="id")
    else:
        message = f"the number `{name}` cannot serve as an id"
        findings.add("name", origin, message, "add `id: …` in latin letters and digits", at=_key(origin))


def venue_ids(areas: list[Expanded], books: dict[str, list[tuple[str, Origin]]], findings: Findings) -> None:
    """Clashes between files and areas."""
    for entries in books.values():
        _clashes(entries, findings)
    _clashes((pair for area in areas for pair in _ids(area, "zones")), findings)
    _clashes((pair for area in areas for pair in _ids(area, "booths")), findings)
    _clashes((pair for area in areas for pair in _ids(area, "placements")), findings)
    _clashes((pair for area in areas for pair in _ids(area, "boards")), findings)
    _numbers(areas, findings)


def _numbers(areas: list[Expanded], findings: Findings) -> None:
    seen: dict[str, Origin] = {}
    for area in areas:
        for booth, origin in zip(area.area.booths, area.origins["booths"], strict=True):
            first = seen.setdefault(booth.number, origin)
            if first is not origin and not _same_entry(first, origin) and origin.has("id"):
                message = f"another booth has the number `{booth.number}` too ({_where(first)})"
                findings.add("number", origin, message, "visitors look for numbers", at="number", warning=True)


def _ids(expanded: Expanded, family: str) -> Iterable[tuple[str, Origin]]:
    things = getattr(expanded.area, family)
    return ((thing.id, origin) for thing, origin in zip(things, expanded.origins[family], strict=True))


def _clashes(pairs: Iterable[tuple[str, Origin]], findings: Findings) -> None:
    seen: dict[str, Origin] = {}
    for name, origin in pairs:
        first = seen.setdefault(name, origin)
        if first is origin:
            continue
        if _same_entry(first, origin):
            hint = "write {n} into it, like `A{n:02}`" if _key(origin) == "number" else f"write {{n}}: `{name}-{{n}}`"
            findings.add("copies", origin, f"several copies of this entry have the id `{name}`", hint, at=_key(origin))
        else:
            hint = f"see {_where(first)}; choose another"
            findings.add("id", origin, f"the id `{name}` is taken already", hint, at=_key(origin))


def _key(origin: Origin) -> str:
    return next((key for key in ("id", "number") if origin.has(key)), "")


def _same_entry(first: Origin, second: Origin) -> bool:
    return first.source is second.source and first.path == second.path


def _where(origin: Origin) -> str:
    line, _ = origin.source.place(origin.path)
    return f"{origin.source.name}, line {line}"
