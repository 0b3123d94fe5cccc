"""Shows that everyone sees at the same moment: what the hall keeps of each is one ``Timeline``.

The rule of this room: nothing runs here. A timeline says where a show stood at one moment of the server's clock and
how fast it goes on; its position at any other moment is arithmetic, the same on the server and in every page
(``web/src/core/timeline.ts``), so that whoever comes late, and whoever was away, sees the same as the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from hallwright.errors import CommandRefused
from hallwright.live.events import Person, ShowChanged
from hallwright.live.timeline import Timeline

EXHIBIT = "exhibit"
RELEASE = "release"
UNVEILING = 6.0  # s that a veil takes to fall
AHEAD = 1.0  # s between the word that a veil falls and its fall: whoever is here has heard of it by then
FARTHEST = 400 * 86_400.0  # s; how far ahead a release may be
COOL_DOWN = 5.0  # s between the end of an exhibit's run and the next
SLOWEST, FASTEST = 0.1, 10.0
LONGEST = 86_400.0  # s; where an endless show can be sought to

Action = Literal["start", "pause", "seek", "rate", "countdown"]


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """A show that a hall has. ``duration`` in seconds, 0 for one without an end; ``area`` is where visitors see it;
    ``autostart``: it runs from when the hall opens. Visitors may run those of kind ``exhibit``. One of kind ``release``
    is the fall of a veil, which stands at 0 until then; ``at`` is when it falls by itself, s since 1970."""

    id: str
    kind: str
    area: str
    duration: float = 0.0
    loop: bool = False
    autostart: bool = False
    at: float | None = None


class Shows:
    """The timelines of one hall, in the order of its plans."""

    def __init__(self, plans: Iterable[ShowPlan] = (), now: float = 0.0) -> None:
        self._plans: dict[str, ShowPlan] = {}
        self._timelines: dict[str, Timeline] = {}
        self.replan(plans, now)

    def timelines(self) -> Mapping[str, Timeline]:
        """Every show's timeline by its id."""
        return self._timelines

    def records(self) -> dict[str, dict[str, Any]]:
        """Every show's timeline by its id, as JSON values."""
        return {show: timeline.record() for show, timeline in self._timelines.items()}

    def replan(self, plans: Iterable[ShowPlan], now: float) -> None:
        """The hall has these shows from ``now`` on: those it had run on where they are, the others begin or stand."""
        before, known = self._timelines, self._plans
        self._plans = {plan.id: plan for plan in plans}
        self._timelines = {
            plan.id: _kept(before[plan.id], plan, now)
            if plan.id in before and known[plan.id].kind == plan.kind
            else _fresh(plan, now)
            for plan in self._plans.values()
        }
        for plan in self._plans.values():
            if plan.kind == RELEASE and plan.id in known and known[plan.id].at != plan.at:
                self._timelines[plan.id] = _fresh(plan, now)  # its hour was written anew

    def resume(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        """Go on from what ``records`` gave."""
        for show in self._timelines.keys() & records.keys():
            self._timelines[show] = Timeline(**records[show])

    def direct(self, show: str, action: str, value: float | None, now: float) -> Iterator[ShowChanged]:
        """An operator's wish. Raises CommandRefused ``unknown_show``, ``malformed``, ``out_of_range``,
        ``not_running``."""
        timeline = self._timeline(show)
        if value is not None and not math.isfinite(value):
            raise CommandRefused("malformed", "the value is a number")
        directed = _unveiled if self._plans[show].kind == RELEASE else _directed
        yield from self._change(show, directed(timeline, action, value, now))

    def go_on(self, show: str, timeline: Timeline) -> Iterator[ShowChanged]:
        """It goes on as it once did. Raises CommandRefused ``unknown_show``, ``out_of_range`` when it is another by
        now, with another duration."""
        now = self._timeline(show)
        if (now.duration, now.loop) != (timeline.duration, timeline.loop):
            raise CommandRefused("out_of_range", f"{show} is not as it was")
        yield from self._change(show, timeline)

    def trigger(self, show: str, person: Person, now: float) -> Iterator[ShowChanged]:
        """A visitor runs an exhibit. Raises CommandRefused ``unknown_show``, ``not_allowed`` (no exhibit),
        ``elsewhere`` (it stands in another area), ``show_held`` (an operator stopped it), and with the seconds
        to ``wait`` ``show_running`` or ``show_resting`` (cool-down)."""
        timeline, plan = self._timeline(show), self._plans[show]
        if plan.kind != EXHIBIT:
            raise CommandRefused("not_allowed", f"{show} is not run by visitors")
        if plan.area != person.area:
            raise CommandRefused("elsewhere", f"{show} stands in {plan.area}")
        if self.veiled(show.removeprefix(f"{EXHIBIT}/"), now):
            raise CommandRefused("veiled", f"{show} is under a veil")
        _check_free(timeline, now)
        yield from self._change(show, timeline.started(now, 0.0), person.number)

    def veiled(self, placement: str, now: float) -> bool:
        """Whether the exhibit of a placement is under a veil at ``now``, or under one that falls."""
        veil = self._timelines.get(f"{RELEASE}/{placement}")
        return veil is not None and veil.at(now) < veil.duration

    def _timeline(self, show: str) -> Timeline:
        try:
            return self._timelines[show]
        except KeyError:
            raise CommandRefused("unknown_show", f"there is no show {show!r}") from None

    def _change(self, show: str, timeline: Timeline, by: int | None = None) -> Iterator[ShowChanged]:
        if timeline != self._timelines[show]:
            self._timelines[show] = timeline
            yield ShowChanged(show, timeline, by)


def _fresh(plan: ShowPlan, now: float) -> Timeline:
    if plan.at is not None:
        return Timeline(plan.at, 0.0, 1.0, plan.duration)
    return Timeline(now, 0.0, 1.0 if plan.autostart else 0.0, plan.duration, plan.loop)


def _kept(timeline: Timeline, plan: ShowPlan, now: float) -> Timeline:
    """The same timeline, or one that stands where it stood as far as the new length has such a place."""
    if (timeline.duration, timeline.loop) == (plan.duration, plan.loop):
        return timeline
    changed = replace(timeline, epoch=now, position=timeline.at(now), duration=plan.duration, loop=plan.loop)
    return replace(changed, position=changed.at(now))


def _directed(timeline: Timeline, action: str, value: float | None, now: float) -> Timeline:
    match action:
        case "start":
            return _started(timeline, value, now)
        case "pause" if value is None:
            return timeline.paused(now)
        case "countdown" if value is not None:
            if not 0.0 <= value <= FARTHEST:
                raise CommandRefused("out_of_range", f"a countdown has the seconds from 0 to {FARTHEST:g}")
            return timeline.started(now + value, 0.0)
        case "seek" if value is not None:
            return timeline.sought(now, _within(timeline, value))
        case "rate" if value is not None:
            if not SLOWEST <= value <= FASTEST:
                raise CommandRefused("out_of_range", f"a rate is from {SLOWEST:g} to {FASTEST:g}")
            if not timeline.runs(now):
                raise CommandRefused("not_running", "start it first")
            return timeline.rated(now, value)
    raise CommandRefused("malformed", "start [seconds], pause, seek seconds, rate factor, countdown seconds")


def _unveiled(timeline: Timeline, action: str, value: float | None, now: float) -> Timeline:
    """A veil falls once: whoever starts it does not see it fall again, and one that is sought stays where it is put, 0
    being up again."""
    if action == "start" and value is None:
        return timeline.started(now + AHEAD, 0.0) if timeline.at(now) == 0.0 else timeline
    changed = _directed(timeline, action, value, now)
    return replace(changed, rate=0.0) if action == "seek" else changed


def _started(timeline: Timeline, value: float | None, now: float) -> Timeline:
    """From ``value``; without one from where it stands, or anew when it is over. One that runs goes on."""
    if value is not None:
        return timeline.started(now, _within(timeline, value))
    if timeline.runs(now):
        return timeline
    position = timeline.at(now)
    return timeline.started(now, 0.0 if timeline.duration and position >= timeline.duration else position)


def _within(timeline: Timeline, value: float) -> float:
    longest = timeline.duration or LONGEST
    if not 0.0 <= value <= longest:
        raise CommandRefused("out_of_range", f"this show has the seconds from 0 to {longest:g}")
    return value


def _check_free(timeline: Timeline, now: float) -> None:
    if timeline.rate == 0.0:
        if timeline.position != 0.0:
            raise CommandRefused("show_held", "an operator has stopped it")
        return
    end = timeline.end()
    if now < end:
        raise CommandRefused("show_running", "it is running", wait=_wait(end + COOL_DOWN - now))
    if now < end + COOL_DOWN:
        raise CommandRefused("show_resting", "it has just run", wait=_wait(end + COOL_DOWN - now))


def _wait(seconds: float) -> float | None:
    return round(seconds, 1) if math.isfinite(seconds) else None
