"""How visitors come into an area: spawn points and portals."""

from __future__ import annotations

from hallwright.layout import model
from hallwright.layout.expansion import Expanded
from hallwright.layout.model import Point
from hallwright.layout.plane import contains
from hallwright.layout.rules.collisions import Grid, standing_at
from hallwright.layout.rules.findings import Findings
from hallwright.layout.rules.placing import things
from hallwright.layout.scope import Books
from hallwright.layout.spelling import did_you_mean

_SOLID = ("walls", "columns", "facilities", "booths", "stages", "boards")


def free_arrivals(expanded: Expanded, grid: Grid, findings: Findings) -> None:
    """Spawns and portals in the middle of something; more than one default."""
    for family, what in (("spawns", "spawn"), ("portals", "portal")):
        for thing, origin in things(expanded, family):
            obstacle = _obstacle(thing.at, expanded, grid)
            if obstacle and not (family == "portals" and obstacle == "a wall"):
                message = f"{what} `{thing.id}` stands in {obstacle}"
                findings.add("arrival", origin, message, "move it to where people can stand", at="at")
    defaults = [(spawn, origin) for spawn, origin in things(expanded, "spawns") if spawn.default]
    for spawn, origin in defaults[1:]:
        message = f"spawn `{spawn.id}` is a second default; `{defaults[0][0].id}` is one already"
        findings.add("default", origin, message, "keep one", at="default")


def portals(areas: list[Expanded], books: Books, findings: Findings) -> None:
    """Portals that lead nowhere, or to a portal that leads elsewhere."""
    known = {(each.area.id, portal.id): portal for each in areas for portal in each.area.portals}
    names = {each.area.id for each in areas}
    for each in areas:
        for portal, origin in things(each, "portals"):
            message, hint = _broken(each.area, portal, names, known, books)
            if message:
                findings.add("portal", origin, message, hint, at="to")


def reachable(areas: list[Expanded], findings: Findings) -> None:
    """A venue without a way in, and areas that no portal leads to."""
    if not areas:
        return
    first = areas[0]
    if not first.area.spawns and not first.area.portals:
        message = f"area `{first.area.id}` has no spawn, so nobody can enter"
        findings.add("enter", first.origin, message, "add `spawns: [{id: entrance, at: [x, y]}]`")
    ways = {each.area.id: {portal.to_area for portal in each.area.portals} for each in areas}
    seen, waiting = {first.area.id}, [first.area.id]
    while waiting:
        for name in ways.get(waiting.pop(), set()) - seen:
            seen.add(name)
            waiting.append(name)
    for each in areas[1:]:
        if each.area.id not in seen:
            message = f"no way leads from area `{first.area.id}` to area `{each.area.id}`"
            findings.add("reach", each.origin, message, "add a pair of `portals`", warning=True)


def _obstacle(at: Point, expanded: Expanded, grid: Grid) -> str:
    solid = standing_at(grid, at, _SOLID)
    if solid is not None:
        return solid.what
    for feature in expanded.area.features:
        if feature.kind == "water" and feature.polygon and contains(feature.polygon, at):
            return f"the water `{feature.id}`"
    return ""


def _broken(
    area: model.Area, portal: model.Portal, names: set[str], known: dict[tuple[str, str], model.Portal], books: Books
) -> tuple[str, str]:
    target = (portal.to_area, portal.to_portal)
    if target == (area.id, portal.id):
        return "this portal leads to itself", "name a portal of another area"
    if portal.to_area not in names:
        if books.is_lost(portal.to_area):
            return "", ""
        hint = did_you_mean(portal.to_area, names) or f"areas are {', '.join(sorted(names))}"
        return f"there is no area `{portal.to_area}`", hint
    there = known.get(target)
    if there is None:
        if books.is_lost(portal.to_portal):
            return "", ""
        options = [name for each, name in known if each == portal.to_area]
        hint = did_you_mean(portal.to_portal, options) or f"add a portal `{portal.to_portal}` there that leads back"
        return f"area `{portal.to_area}` has no portal `{portal.to_portal}`", hint
    back = (there.to_area, there.to_portal)
    if back != (area.id, portal.id) and back in known:
        return f"portal `{portal.to_area}/{there.id}` leads to `{there.to_area}/{there.to_portal}`, not back here", (
            f"write `to: {area.id}/{portal.id}` there, or make another pair"
        )
    return "", ""
