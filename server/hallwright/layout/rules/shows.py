"""What shows refer to, which keys go with their kind, and whether their place is free and in their area."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hallwright.layout import model
from hallwright.layout.expansion import Expanded
from hallwright.layout.plane import distance_to_path, rectangle
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.shows import KNOWN, NEEDED, Show
from hallwright.layout.spelling import did_you_mean

_EXAMPLES = {
    "at": "at: [12, 8]", "size": "size: [20, 10]", "route": "route: …", "vehicles": "vehicles: {some-exhibit: 4}",
}  # fmt: skip


def shows(
    entries: Sequence[tuple[Show, Origin]], areas: Sequence[Expanded], books: Books, findings: Findings
) -> None:
    """Everything that is wrong with the shows of a venue."""
    known = {each.area.id: each for each in areas}
    for show, origin in entries:
        _keys(show, origin, findings)
        _vehicles(show, origin, books, findings)
        area = known.get(show.area)
        if area is None:
            _unknown("area", show.area, known, origin, books, findings)
            continue
        _stage(show, area, origin, books, findings)
        _route(show, area, origin, books, findings)
        _place(show, area.area, origin, findings)


def _keys(show: Show, origin: Origin, findings: Findings) -> None:
    """Keys that its kind lacks, or knows nothing of."""
    for key in sorted(show.given() - KNOWN[show.kind]):
        kinds = [kind for kind, keys in KNOWN.items() if key in keys]
        message = f"`{key}` means nothing for {show.kind}"
        findings.add(f"key {key}", origin, message, f"remove it; it goes with {' and '.join(kinds)}", at=key)
    for key in NEEDED[show.kind]:
        if getattr(show, key) is None:
            findings.add(f"key {key}", origin, f"`{key}` is missing", f"add `{_EXAMPLES[key]}`")
    if show.kind != "robots" or show.stage is not None:
        return
    if show.at is None:
        findings.add("key stage", origin, "`stage` is missing", "add `stage: …`, or `at: [x, y]` and `size: [w, d]`")
    elif show.size is None:
        findings.add("key size", origin, "`size` is missing beside `at`", f"add `{_EXAMPLES['size']}`")


def _vehicles(show: Show, origin: Origin, books: Books, findings: Findings) -> None:
    for exhibit in show.vehicles or {}:
        if exhibit not in books.exhibits and not books.is_lost(exhibit):
            hint = did_you_mean(exhibit, books.exhibits) or "add it to `exhibits`, or correct the name"
            message = f"there is no exhibit `{exhibit}`"
            findings.add(f"exhibit {exhibit}", origin, message, hint, at=("vehicles", exhibit))


def _stage(show: Show, area: Expanded, origin: Origin, books: Books, findings: Findings) -> None:
    if show.stage is not None and show.kind == "robots":
        stages = [stage.id for stage in area.area.stages]
        if show.stage not in stages:
            _unknown("stage", show.stage, stages, origin, books, findings)


def _route(show: Show, area: Expanded, origin: Origin, books: Books, findings: Findings) -> None:
    """The route is a piece of ground along a path, and nothing stands on it."""
    if show.route is None or show.kind != "traffic":
        return
    features = {feature.id: feature for feature in area.area.features}
    feature = features.get(show.route)
    if feature is None:
        paths = [name for name, each in features.items() if each.path]
        _unknown("route", show.route, paths, origin, books, findings)
    elif not feature.path:
        hint = "name a feature with `path` and `width`"
        findings.add("route", origin, f"`{show.route}` is no way: it has no path", hint, at="route")
    else:
        _free(feature, area, origin, findings)


def _free(route: model.Feature, area: Expanded, origin: Origin, findings: Findings) -> None:
    for placement in area.area.placements:
        away = distance_to_path(route.path, placement.at, closed=route.closed)
        if away < route.width / 2:
            message = f"placement `{placement.id}` stands on the route `{route.id}`"
            hint = "vehicles would drive through it; move it aside"
            findings.add("on the route", origin, message, hint, at="route", warning=True)


def _place(show: Show, area: model.Area, origin: Origin, findings: Findings) -> None:
    if show.at is None or "at" not in KNOWN[show.kind]:
        return
    (width, depth), reach = area.size, (show.at,)
    for x, y in rectangle(show.at, show.size, 0.0) if show.size else reach:
        if not (-0.5 <= x <= width + 0.5 and -0.5 <= y <= depth + 0.5):
            message = f"show `{show.id}` reaches out of the area: [{x:.4g}, {y:.4g}]"
            hint = f"the area goes from [0, 0] to [{width:g}, {depth:g}]"
            findings.add("place", origin, message, hint, at="at")
            return


def _unknown(
    key: str, name: str, known: Collection[str], origin: Origin, books: Books, findings: Findings
) -> None:
    if books.is_lost(name):
        return
    where = "" if key == "area" else " in its area"
    hint = did_you_mean(name, known) or (f"known: {', '.join(sorted(known))}" if known else f"add the {key}")
    findings.add(key, origin, f"there is no {key} `{name}`{where}", hint, at=key)
