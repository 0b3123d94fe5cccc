"""A route as one reads it out: numbered steps with their lengths, area by area."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from hallwright.layout import model
from hallwright.organizer.tour import Text
from hallwright.wayfinding.guide import Guide, Guided, seconds_for
from hallwright.wayfinding.hints import Hint


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, and for how many metres to go on then; 0 where there is nothing to walk."""

    text: Text
    metres: int


@dataclass(frozen=True, slots=True)
class Part:
    """The steps in one area, counted on from the areas before; ``first`` is the number of the first. ``stop`` is which
    stop they lead to, from 0."""

    stop: int
    area: str
    name: Text
    metres: int
    first: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Directions:
    """A route in words. ``start`` and ``stops``, in the order of the visit, are what was found for what was asked, None
    for a mere point; ``order`` says which of the words each stop was asked by."""

    start: Text | None
    stops: tuple[Text | None, ...]
    order: tuple[int, ...]
    metres: int
    minutes: int
    step_free: bool
    parts: tuple[Part, ...]


def directions_of(guide: Guide, guided: Guided) -> Directions:
    """A route as directions."""
    route = guided.route
    ends = [*(hint.distance for hint in guided.hints[1:]), route.length]
    told = list(zip(guided.hints, ends, strict=True))
    parts: list[Part] = []
    for leg, group in groupby(told, key=lambda each: each[0].leg):
        area = guide.network.areas[route.stretches[leg].area]
        first = 1 + sum(len(part.steps) for part in parts)
        steps = tuple(_step(hint, end) for hint, end in group)
        stretch = route.stretches[leg]
        parts.append(Part(stretch.stop, area.id, _text(area.name), round(stretch.way.length), first, steps))
    start = guide.place(route.start)
    reached = [guide.place(number) for number in route.places]
    return Directions(
        start=_text(start.name) if start else None,
        stops=tuple(_text(place.name) if place else None for place in reached),
        order=route.order,
        metres=round(route.length),
        minutes=max(1, round(seconds_for(route.length) / 60)),
        step_free=guided.wish.step_free,
        parts=tuple(parts),
    )


def _step(hint: Hint, end: float) -> Step:
    return Step(_text(hint.text), round(end - hint.distance))


def _text(text: model.Text) -> Text:
    return {"en": text.en, "zh": text.zh}
