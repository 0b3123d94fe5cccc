"""Colours of zones that people cannot tell apart."""

from __future__ import annotations

from hallwright.geometry.seeing import Eyes, alike_to, apart
from hallwright.layout import defaults
from hallwright.layout.expansion import Expanded
from hallwright.layout.model import Zone
from hallwright.layout.rules.findings import Findings

_PEOPLE: dict[Eyes, str] = {
    "usual": "everyone",
    "deutan": "people who see no green (deuteranopia)",
    "protan": "people who see no red (protanopia)",
    "tritan": "people who see no blue (tritanopia)",
}


def zones_differ(expanded: Expanded, findings: Findings) -> None:
    """No two zones of an area should look alike, to whoever sees fewer colours than others."""
    before: list[Zone] = []
    for zone, origin in zip(expanded.area.zones, expanded.origins["zones"], strict=True):
        key = "color" if origin.has("color") else ""
        for other in before:
            if zone.id != other.id and (eyes := alike_to(zone.color, other.color)):
                message = f"zone `{zone.id}` and zone `{other.id}` look alike to {_people(eyes)}"
                findings.add(f"alike {other.id}", origin, message, _hint(expanded, zone), at=key, warning=True)
        before.append(zone)


def _people(eyes: tuple[Eyes, ...]) -> str:
    *others, last = [_PEOPLE["usual"]] if "usual" in eyes else [_PEOPLE[each] for each in eyes]
    return f"{', '.join(others)} and {last}" if others else last


def _hint(expanded: Expanded, zone: Zone) -> str:
    """A colour that no other zone of the area looks like: the nearest to the one that was wanted."""
    others = [each.color for each in expanded.area.zones if each.id != zone.id]
    free = [each for each in defaults.ZONE_COLORS if not any(alike_to(each, other) for other in others)]
    if not free:
        return "choose a colour that is much lighter or darker"
    nearest = min(free, key=lambda each: apart(each, zone.color, "usual"))
    return f'leave `color` out to get one that differs, or write "{nearest}"'
