"""Where tours stop: one place for each stop that exists once, and an eye that can be there."""

from __future__ import annotations

from collections.abc import Sequence

from hallwright.layout import model
from hallwright.layout.expansion import Expanded
from hallwright.layout.model import Point
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.spelling import did_you_mean
from hallwright.layout.tours import PLACES, StopCamera, TourStop, WrittenTour, candidates

_UNDER = 0.2  # metres that an eye stays under the ceiling
_KEYS = "`booth`, `placement`, `stage`, `zone`, `spawn` or `at`"


def tours(
    entries: Sequence[tuple[WrittenTour, Origin]], areas: Sequence[Expanded], books: Books, findings: Findings
) -> None:
    """Everything that is wrong with the tours of a venue."""
    known = [each.area for each in areas]
    for tour, origin in entries:
        for number, stop in tour.written():
            place = Origin(origin.source, (*origin.path, "stops", number))
            area = _area(stop, known, place, books, findings)
            _run(stop, place, findings)
            if stop.camera is not None:
                _camera(stop.camera, area, place, findings)


def _area(
    stop: TourStop, areas: list[model.Area], origin: Origin, books: Books, findings: Findings
) -> model.Area | None:
    """The area where the stop is; None, with a problem, where that cannot be told."""
    given = list(stop.places())
    if stop.area is not None and stop.area not in {area.id for area in areas}:
        _unknown("area", stop.area, [area.id for area in areas], origin, books, findings)
        return None
    if not given and _misspelled(origin):
        return None
    if len(given) != 1:
        message = f"a stop has one place; this one has {' and '.join(f'`{key}`' for key in given) or 'none'}"
        findings.add("place", origin, message, f"write one of {_KEYS}", at=given[1] if given else "")
        return None
    return _one(given[0], stop, areas, origin, books, findings)


def _misspelled(origin: Origin) -> bool:
    """Is there a key that nobody knows? It was told of, and may be the place."""
    return any(key not in TourStop.model_fields for key in origin.source.value(origin.path))


def _one(
    key: str, stop: TourStop, areas: list[model.Area], origin: Origin, books: Books, findings: Findings
) -> model.Area | None:
    found = candidates(stop, key, areas)
    if not found:
        names = [each.id for area in areas if stop.area in (None, area.id) for each in getattr(area, PLACES[key][1])]
        _unknown(key, getattr(stop, key), names, origin, books, findings)
        return None
    if len(found) > 1:
        where = ", ".join(area.id for area, _ in found)
        message = f"there is a {key} `{getattr(stop, key)}` in more than one area: {where}"
        if key == "at":
            message = "`area` is missing beside `at`"
        findings.add("area", origin, message, f"add `area: {found[0][0].id}`", at=key)
        return None
    area: model.Area = found[0][0]
    if stop.at is not None:
        _inside(stop.at, area, ("at",), origin, findings)
    return area


def _run(stop: TourStop, origin: Origin, findings: Findings) -> None:
    if stop.run and stop.placement is None:
        hint = "remove `run`, or name the exhibit with `placement`"
        findings.add("run", origin, "`run` means nothing here: this stop has no exhibit", hint, at="run")


def _camera(camera: StopCamera, area: model.Area | None, origin: Origin, findings: Findings) -> None:
    for key in ("facing", "pitch"):
        if camera.look_at is not None and getattr(camera, key) is not None:
            message = f"`{key}` and `look_at` both say where the camera looks"
            findings.add(f"look {key}", origin, message, "keep one of them", at=("camera", key))
    if area is None:
        return
    if camera.at is not None:
        _inside(camera.at, area, ("camera", "at"), origin, findings)
    if 0 < area.height < camera.height + _UNDER:
        message = f"the camera would be {camera.height:g} m up, the hall is {area.height:g} m"
        findings.add("ceiling", origin, message, "lower its `height`", at=("camera", "height"))


def _inside(at: Point, area: model.Area, where: tuple[str, ...], origin: Origin, findings: Findings) -> None:
    width, depth = area.size
    if not (0 <= at[0] <= width and 0 <= at[1] <= depth):
        message = f"[{at[0]:.4g}, {at[1]:.4g}] lies outside the area `{area.id}`"
        hint = f"the area goes from [0, 0] to [{width:g}, {depth:g}]"
        findings.add(f"outside {where}", origin, message, hint, at=where)


def _unknown(
    key: str, name: str, known: Sequence[str], origin: Origin, books: Books, findings: Findings
) -> None:
    if books.is_lost(name):
        return
    hint = did_you_mean(name, known)
    if not hint:
        few = 0 < len(set(known)) <= 12
        hint = f"known: {', '.join(sorted(set(known)))}" if few else "correct the id"
    findings.add(key, origin, f"there is no {key} `{name}`", hint, at=key)
