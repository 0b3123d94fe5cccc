"""Ask the guide of a hall: an answer from the companion that the compiler made, with the programme of now, and a plan
where one is wished for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from hallwright.knowledge.guide.answer import Answer, Here, Hour
from hallwright.knowledge.guide.answering import answer, more
from hallwright.knowledge.guide.library import Library
from hallwright.knowledge.searching import Search
from hallwright.knowledge.words import Lang
from hallwright.organizer.companions import SEARCH
from hallwright.organizer.guiding import guide_of
from hallwright.organizer.halls import Hall
from hallwright.organizer.planning import Plan, planned
from hallwright.organizer.sitting import Sitting

Pause = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks: a question, or the key of a thing to be told ``about``; in which language where its letters
    do not tell, and where they are."""

    question: str = ""
    about: str = ""
    lang: Lang = "en"
    area: str = ""
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer; its ``plan``, where one was wished for and there is time for it."""

    answer: Answer
    plan: Plan | None = None


def answered(hall: Hall, asked: Asked, sitting: Sitting | None, pause: Pause = lambda: None) -> Answered | None:
    """What the guide says; None while the hall has no index. Raises KeyError for what it is asked about and is not."""
    search = hall.companion(SEARCH, Search)
    if search is None:
        return None
    library = search.library(pause)
    here = here_of(asked.area, asked.at, sitting)
    if asked.about:
        thing = library.get(asked.about)
        if thing is None:
            raise KeyError(asked.about)
        return Answered(more(thing, library, here, asked.lang))
    found = answer(asked.question, library, here, asked.lang)
    return Answered(found) if found.topic is None else _with_plan(hall, library, found, here, pause)


def _with_plan(hall: Hall, library: Library, found: Answer, here: Here, pause: Pause) -> Answered:
    guide = guide_of(hall)
    plan = planned(found, guide, library, here, pause) if guide else None
    return Answered(plan.answer, plan) if plan else Answered(Answer(found.lang, _NO_PLAN[found.lang]))


_NO_PLAN = {
    "en": "I can make no plan of that: there is no way to it, or not enough time.",
    "zh": "无法安排这样的行程：没有路线，或时间不够。",
}


def here_of(area: str, at: tuple[float, float] | None, sitting: Sitting | None) -> Here:
    """Where and when somebody asks, with the programme by the clocks of the venue."""
    if sitting is None:
        return Here(area, at)
    zone = sitting.programme.zone
    hours = {
        session.id: Hour(
            session.id, session.starts.astimezone(zone), session.ends.astimezone(zone), session.cancelled,
            session.where, tuple(speaker.name for speaker in session.speakers),
        )
        for session in sitting.sessions
    }  # fmt: skip
    now: datetime = sitting.now.astimezone(zone)
    return Here(area, at, now, hours)
