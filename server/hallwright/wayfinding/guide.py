"""Ask for a route in words, get it with its hints: what ``api`` and whoever writes a tour in words use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hallwright.errors import RouteRefused
from hallwright.wayfinding.finding import Directory
from hallwright.wayfinding.hints import Hint, hints_of
from hallwright.wayfinding.network import Network, Place
from hallwright.wayfinding.packing import unpack
from hallwright.wayfinding.routing import PACE, Pause, Route, Router, Target
from hallwright.wayfinding.surroundings import Surroundings

MOST_STOPS = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """Where from, over which stops (words, as ``finding.Directory`` knows them), and how."""

    start: str
    stops: tuple[str, ...]
    step_free: bool = False
    optimise: bool = False
    keep_last: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Guided:
    """A route that was asked for, and its hints."""

    wish: Wish
    route: Route
    hints: tuple[Hint, ...]


class Guide:
    """Routes through one venue."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._router = Router(network)
        self._directory = Directory(network)
        self._around: dict[int, Surroundings] = {}

    @classmethod
    def of(cls, content: bytes) -> Guide:
        """From the bytes of ``packing.pack``."""
        return cls(unpack(content))

    def guided(self, wish: Wish, pause: Pause = lambda: None) -> Guided:
        """The route of a wish. ``pause`` is called between pieces of work of a few milliseconds. Raises RouteRefused:
        ``unknown_place``, ``out_of_range``, ``too_many_stops``, ``no_way``."""
        if not 1 <= len(wish.stops) <= MOST_STOPS:
            raise RouteRefused(
                "too_many_stops" if wish.stops else "malformed",
                f"a route has 1 to {MOST_STOPS} stops", f"一条路线可有1至{MOST_STOPS}个停靠点",
            )
        start, *stops = (self._directory.target(word) for word in (wish.start, *wish.stops))
        found = self._router.route(
            start, stops, step_free=wish.step_free, optimise=wish.optimise, keep_last=wish.keep_last, pause=pause
        )
        if isinstance(found, int):
            raise self._no_way(wish, start, stops, found)
        pause()
        return Guided(wish, found, tuple(hints_of(self.network, found, self._surroundings)))

    def knows(self, word: str) -> bool:
        """Whether a word means a place or a point."""
        try:
            self._directory.target(word)
        except RouteRefused:
            return False
        return True

    def place(self, number: int) -> Place | None:
        """A place by its number; None for -1."""
        return self.network.places[number] if number >= 0 else None

    def _surroundings(self, area: int) -> Surroundings:
        if area not in self._around:
            self._around[area] = Surroundings(self.network, area)
        return self._around[area]

    def _no_way(self, wish: Wish, start: Target, stops: Sequence[Target], stop: int) -> RouteRefused:
        """Why there is no way: nowhere to stand at one end, or steps in it."""
        word = wish.start if stop < 0 else wish.stops[stop]
        if wish.step_free and isinstance(self._router.route(start, [stops[max(stop, 0)]]), Route):
            en, zh = f"there is no way without steps to “{word[:40]}”", f"没有通往“{word[:40]}”的无台阶路线"
            return RouteRefused("no_way", en, zh, place=word[:40], with_steps=True)
        en, zh = f"there is no way to “{word[:40]}”", f"没有通往“{word[:40]}”的路线"
        return RouteRefused("no_way", en, zh, place=word[:40], with_steps=False)


def seconds_for(metres: float) -> float:
    """How long one walks so far."""
    return metres / PACE
