"""What was promised: every booth from every entrance, as short as the exact optimum, with little work, and without a
step. The milliseconds of a route are `scripts/bench routes`; here it is counted what they go into."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from hallwright.geometry.polygons import contains
from hallwright.layout.model import Venue
from hallwright.wayfinding.approaching import end_at_stand
from hallwright.wayfinding.network import Network
from hallwright.wayfinding.routing import Route, Router, Target
from hallwright.wayfinding.searching import Lines, Searcher
from hallwright.wayfinding.sight import is_free

from .exact import Exact

Surveyed = tuple[Venue, Network]
MOST = 1.05  # of the exact optimum
USUAL_CORNERS, MOST_CORNERS = 50, 900  # looked at; the reference venue: 32 to 38 and 790, of some 6,400


@pytest.fixture(params=["reference", "stress"])
def surveyed(request: pytest.FixtureRequest) -> Surveyed:
    found: Surveyed = request.getfixturevalue(request.param)
    return found


def entrances(network: Network) -> list[int]:
    """The doors to come in by, and one spawn point of each area."""
    doors = [number for number, place in enumerate(network.places) if place.kind == "entrance"]
    first = {place.area: number for number, place in reversed(list(enumerate(network.places))) if place.kind == "spawn"}
    return doors + list(first.values())


def booths(network: Network) -> list[int]:
    return [number for number, place in enumerate(network.places) if place.family == "booth"]


def routes(network: Network, step_free: bool, every: int = 1) -> Iterator[Route | int]:
    """The routes from every entrance to every booth."""
    router = Router(network)
    for start in entrances(network):
        for booth in booths(network)[::every]:
            yield router.route(Target("", (start,)), [Target("", (booth,))], step_free=step_free)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The corners that searches look at, from here on."""
    seen: list[int] = []
    neighbours = Searcher._neighbours

    def counted(searcher: Searcher, node: int) -> Lines:
        seen.append(node)
        return neighbours(searcher, node)

    monkeypatch.setattr(Searcher, "_neighbours", counted)
    return seen


@pytest.mark.parametrize("step_free", [False, True])
def test_every_booth_is_reached_from_every_entrance_with_little_work(
    surveyed: Surveyed, step_free: bool, looks: list[int]
) -> None:
    venue, network = surveyed
    assert len(booths(network)) == sum(len(area.booths) for area in venue.areas)
    counts = []
    for route in routes(network, step_free):
        assert isinstance(route, Route)
        counts.append(len(looks))
        looks.clear()
    assert 0 < np.median(counts) <= USUAL_CORNERS
    assert max(counts) <= MOST_CORNERS


@pytest.mark.parametrize("rolling", [False, True])
def test_ways_are_as_short_as_the_exact_optimum(surveyed: Surveyed, rolling: bool) -> None:
    chance = np.random.default_rng(7)
    for area in surveyed[1].areas:
        layer = area.layers[rolling]
        exact, searcher = Exact(layer.ground.open, layer.ground.step), Searcher(layer)
        for a, b in chance.integers(len(layer.stands.points), size=(12, 2)).tolist():
            start, end = end_at_stand(layer, a), end_at_stand(layer, b)
            way = searcher.way([start], [end])
            assert way is not None
            least = exact.length(start.point, end.point, within=way.length + 1e-6)  # infinite if that is not walkable
            assert least - 1e-6 <= way.length <= MOST * least + 1e-6, (area.id, start.point, end.point)


@pytest.mark.parametrize("step_free", [False, True])
def test_lines_stay_on_free_ground(surveyed: Surveyed, step_free: bool) -> None:
    network = surveyed[1]
    for route in routes(network, step_free, every=23):
        assert isinstance(route, Route)
        for stretch in route.stretches:
            ground = network.areas[stretch.area].layers[step_free].ground
            points = sampled(stretch.way.line)
            assert is_free(ground.free, ground.step, points).all()


def test_step_free_routes_take_no_step(reference: Surveyed) -> None:
    network = reference[1]
    router = Router(network)
    number = {place.id: index for index, place in enumerate(network.places)}
    start, lake = Target("", (number["west-gate"],)), Target("", (number["lake-canopy"],))
    taken = {}
    for step_free in (False, True):
        route = router.route(start, [lake], step_free=step_free)
        assert isinstance(route, Route)
        taken[step_free] = stepped_on(network, route)
        assert (route.length > 150) == step_free
    assert taken == {False: True, True: False}
    for route in routes(network, True, every=7):
        assert isinstance(route, Route)
        assert not stepped_on(network, route)


def stepped_on(network: Network, route: Route) -> bool:
    return any(
        contains(np.asarray(crossing.outline), sampled(stretch.way.line)).any()
        for stretch in route.stretches
        for crossing in network.areas[stretch.area].crossings
        if crossing.kind == "steps"
    )


def sampled(line: np.ndarray) -> np.ndarray:
    """Points every few centimetres."""
    marks = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    places = np.linspace(0.0, marks[-1], max(2, int(marks[-1] / 0.06)))
    return np.stack([np.interp(places, marks, line[:, axis]) for axis in (0, 1)], axis=1)
