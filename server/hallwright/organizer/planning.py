"""A visit within some time: stops on a subject in a short order, and the sessions of it when they are on.

The way is the guide's; how long one stays is a rule of thumb.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from hallwright.errors import RouteRefused
from hallwright.knowledge.guide import telling
from hallwright.knowledge.guide.answer import Answer, Citation, Here, Hour, Offer
from hallwright.knowledge.guide.library import Library, Thing
from hallwright.knowledge.words import Lang
from hallwright.wayfinding.guide import MOST_STOPS, Guide, Guided, Wish, seconds_for

STAYS = {"exhibit": 12, "booth": 8}  # minutes
SPARE = 2  # minutes before a session begins
Pause = Callable[[], None]

WORDS = {
    "plan": (
        "A plan for {minutes} minutes: {n} stops, about {walk} min on foot.",
        "{minutes} 分钟的参观计划：共 {n} 站，步行约 {walk} 分钟。",
    ),
    "one": (
        "A plan for {minutes} minutes: one stop, about {walk} min on foot.",
        "{minutes} 分钟的参观计划：共 1 站，步行约 {walk} 分钟。",
    ),
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop, for how many minutes; ``starts`` is when a session begins."""

    thing: Thing
    minutes: int
    starts: datetime | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Stops in the order of the visit, and the metres between them; ``answer`` says it."""

    answer: Answer
    minutes: int
    metres: int
    stops: tuple[Stop, ...]


def planned(wished: Answer, guide: Guide, library: Library, here: Here, pause: Pause = lambda: None) -> Plan | None:
    """The plan that an answer wishes for; None where nothing of it fits."""
    if wished.topic is None:
        return None
    minutes = wished.topic.minutes
    course = _Course(guide, _start(guide, library, here), minutes, pause)
    course.left = [thing for thing in wished.topic.things if thing.kind in STAYS and guide.knows(thing.answer["goal"])]
    for thing, hour in _sessions(wished.topic.things, guide, here, minutes):
        course.attend(thing, hour, here.now or hour.starts)
    course.end()
    return _told(course.stops, course.metres, minutes, wished.lang, here) if course.stops else None


def _start(guide: Guide, library: Library, here: Here) -> str:
    """Where the visitor is; the first area where nobody says."""
    area = here.area if library.get(f"area/{here.area}") else library.of("area")[0].id
    word = f"{area}:{here.at[0]:g},{here.at[1]:g}" if here.at and here.area == area else area
    return word if guide.knows(word) else area


def _sessions(things: Sequence[Thing], guide: Guide, here: Here, minutes: int) -> list[tuple[Thing, Hour]]:
    """The sessions of the subject that are wholly within the time, those that end first first: taken so, and each that
    still can be, they are as many as can be."""
    if here.now is None:
        return []
    known = [(thing, here.hours[thing.id]) for thing in things if thing.kind == "session" and thing.id in here.hours]
    until = here.now + timedelta(minutes=minutes)
    fits = [
        (thing, hour) for thing, hour in known
        if not hour.cancelled and here.now <= hour.starts and hour.ends <= until and guide.knows(thing.answer["goal"])
    ]  # fmt: skip
    return sorted(fits, key=lambda each: (each[1].ends, each[1].starts))


class _Course:
    """A plan in the making: where it has led and when, what may still be visited."""

    def __init__(self, guide: Guide, start: str, minutes: int, pause: Pause) -> None:
        self.guide, self.at, self.minutes, self.pause = guide, start, minutes, pause
        self.stops: list[Stop] = []
        self.metres = 0.0
        self.left: list[Thing] = []
        self.past = 0.0  # minutes

    def attend(self, session: Thing, hour: Hour, now: datetime) -> None:
        """Goes to a session, by what can be seen before it begins; not to one that begins too early for that."""
        begins, ends = ((at - now).total_seconds() / 60 for at in (hour.starts, hour.ends))
        goal = session.answer["goal"]
        free = begins - self.past - (0 if goal == self.at else SPARE)
        most = MOST_STOPS - len(self.stops)
        if free < 0 or most < 1:
            return
        before, metres = _fitting(self.guide, self.at, self.left, free, self.pause, last=session, most=most)
        if before:
            self._go([*before[:-1], Stop(session, round(ends - begins), hour.starts)], metres)
            self.at, self.past = goal, ends

    def end(self) -> None:
        """Spends the time that is left."""
        most = MOST_STOPS - len(self.stops)
        self._go(*_fitting(self.guide, self.at, self.left, self.minutes - self.past, self.pause, most=most))

    def _go(self, stops: Sequence[Stop], metres: float) -> None:
        seen = {stop.thing.key for stop in stops}
        self.stops += stops
        self.metres += metres
        self.left = [place for place in self.left if place.key not in seen]


def _fitting(
    guide: Guide,
    start: str,
    places: Sequence[Thing],
    minutes: float,
    pause: Pause,
    *,
    last: Thing | None = None,
    most: int = MOST_STOPS,
) -> tuple[list[Stop], float]:
    """As many of the first places as fit, in a short order, ``last`` at the end; and the metres. Nothing where not even
    ``last`` can be reached."""
    end = [last] if last else []
    stays = accumulate(STAYS[thing.kind] for thing in places[: max(0, most - len(end))])
    count = sum(stay <= minutes for stay in stays)
    while count + len(end) > 0:
        things = [*places[:count], *end]
        guided = _guided(guide, start, things, bool(last), pause)
        if guided:
            stops = [_stop(things[number], last) for number in guided.route.order]
            needed = seconds_for(guided.route.length) / 60 + sum(stop.minutes for stop in stops)
            if needed <= minutes:
                return stops, guided.route.length
        if count == 0:
            break
        count -= 1
    return [], 0.0


def _stop(thing: Thing, last: Thing | None) -> Stop:
    return Stop(thing, 0 if thing is last else STAYS[thing.kind])


def _guided(guide: Guide, start: str, things: Sequence[Thing], keep_last: bool, pause: Pause) -> Guided | None:
    stops = tuple(thing.answer["goal"] for thing in things)
    try:
        return guide.guided(Wish(start, stops, optimise=True, keep_last=keep_last), pause)
    except RouteRefused:
        return None


def _told(stops: Sequence[Stop], metres: float, minutes: int, lang: Lang, here: Here) -> Plan:
    walk = max(1, round(seconds_for(metres) / 60))
    key = "one" if len(stops) == 1 else "plan"
    text = WORDS[key][lang == "zh"].format(minutes=minutes, n=len(stops), walk=walk)
    cited = tuple(_cited(stop, lang, here) for stop in stops)
    answer = Answer(lang, text, cited, tuple(Offer("go", stop.thing) for stop in stops[:1]))
    return Plan(answer, minutes, round(metres), tuple(stops))


def _cited(stop: Stop, lang: Lang, here: Here) -> Citation:
    thing, hour = stop.thing, here.hours.get(stop.thing.id)
    if thing.kind == "session" and hour:
        return Citation(thing, telling.held(thing, hour, here.now, lang))
    said = next(iter(thing.said("product", "summary", "shows")), None)
    return Citation(thing, said.text[lang] if said else telling.title(thing, lang))
