"""Names that must exist: exhibitors, exhibits, zones, booths. Kinds are looked up while booths are expanded."""

from __future__ import annotations

from collections.abc import Collection

from hallwright.layout.conversion import Path
from hallwright.layout.expansion import Expanded
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.spelling import did_you_mean


def references(expanded: Expanded, books: Books, findings: Findings) -> None:
    """References of an area to something that is written nowhere."""
    area = expanded.area
    zones = {zone.id for zone in area.zones}
    booths = {booth.id for booth in area.booths}
    for booth, origin in zip(area.booths, expanded.origins["booths"], strict=True):
        if booth.exhibitor:
            _known("exhibitor", booth.exhibitor, books.exhibitors, origin, books, findings)
        if booth.zone:
            _known("zone", booth.zone, zones, origin, books, findings)
        for exhibit in booth.exhibits:
            _known("exhibits", exhibit, books.exhibits, origin, books, findings)
    for placement, origin in zip(area.placements, expanded.origins["placements"], strict=True):
        _known("exhibit", placement.exhibit, books.exhibits, origin, books, findings)
        if placement.booth:
            _known("booth", placement.booth, booths, origin, books, findings)


def _known(key: str, name: str, known: Collection[str], origin: Origin, books: Books, findings: Findings) -> None:
    if name in known or books.is_lost(name):
        return
    what = key.removesuffix("s")
    where = " in this area" if key in ("zone", "booth") else ""
    hint = did_you_mean(name, known) or f"add it to `{what}s`, or correct the name"
    findings.add(f"{key} {name}", origin, f"there is no {what} `{name}`{where}", hint, at=_spot(key, name, origin))


def _spot(key: str, name: str, origin: Origin) -> Path:
    """Where in the entry the name stands: its place in a list, or the key."""
    written = origin.source.value((*origin.path, key))
    for index, each in enumerate(written if isinstance(written, list) else ()):
        if each == name:
            return (key, index)
        if isinstance(each, list) and name in each:
            return (key, index, each.index(name))
    return (key,)
