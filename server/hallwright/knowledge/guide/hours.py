"""Answers about the programme: what is on, what is next, when something is, who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from hallwright.knowledge.guide import telling
from hallwright.knowledge.guide.answer import Answer, Citation, Here, Hour, Offer
from hallwright.knowledge.guide.asking import Question
from hallwright.knowledge.guide.covering import covers
from hallwright.knowledge.guide.library import Library, Thing

MOST = 4  # sessions
LIKE = 0.75  # of the best score
ASKS = frozenset({"now", "next", "when", "speaker"})


def told(question: Question, library: Library, here: Here, unknown: Answer) -> Answer | None:
    """The sessions that are asked for; ``unknown`` where only a session could answer and none does."""
    asks = question.cues & ASKS
    if here.now is None or not (asks or "session" in question.kinds or _is_timed(question)):
        return None
    if question.bare and not (question.cues & {"now", "next"} or _is_timed(question)):
        return unknown if asks else None
    if question.bare and (question.cues & {"where"} or question.kinds & {"booth", "exhibit"} or question.qualities):
        return None
    found = _matching(question, library, here)
    chosen = _at_that_time(found, question, here, here.now)
    if not chosen and "now" in question.cues and question.bare:
        later = replace(question, cues=frozenset({"next"}))
        chosen = _at_that_time(found, later, here, here.now)
        return _answer(chosen[:MOST], later, here, "idle") if chosen else unknown
    if not chosen:
        return unknown if asks or (found and _is_timed(question)) else None
    return _answer(chosen[:MOST], question, here, "now" if "now" in question.cues else "")


def _is_timed(question: Question) -> bool:
    return question.day is not None or question.hours is not None


def _matching(question: Question, library: Library, here: Here) -> list[tuple[Thing, Hour]]:
    """The sessions that cover the words of a question about as well as the best of them."""
    known = [(thing, here.hours[thing.id]) for thing in library.of("session") if thing.id in here.hours]
    if question.bare:
        return known
    wanted = replace(question, qualities=question.qualities - {"duration", "number"})
    scored = [(score, *each) for each in known if (score := covers(wanted, each[0], each[0].passages)) is not None]
    least = LIKE * max((score for score, _, _ in scored), default=0.0)
    kept = [(thing, hour) for score, thing, hour in scored if score >= least]
    return [each for each in kept if _is_placed(each[0], question)] or kept


def _is_placed(session: Thing, question: Question) -> bool:
    """Whether a question names the place of a session whole."""
    return any(
        (place.en and place.en <= set(question.words)) or any(place.zh in run for run in question.han)
        for place in session.said("near")
    )


def _at_that_time(
    found: Sequence[tuple[Thing, Hour]], question: Question, here: Here, now: datetime
) -> list[tuple[Thing, Hour]]:
    """Those of the time that is asked for: what is on first, then what comes, then what is over."""
    kept = [each for each in found if _fits(each[1], question, now)]
    if "now" in question.cues:
        return [each for each in kept if each[1].runs(now)]
    if "next" in question.cues:
        later = [each for each in kept if each[1].starts > now and not each[1].cancelled]
        first = min((hour.starts for _, hour in later), default=None)
        return [each for each in later if each[1].starts == first]
    return sorted(kept, key=lambda each: (each[1].ends <= now, each[1].starts))


def _fits(hour: Hour, question: Question, now: datetime) -> bool:
    days = (hour.starts.date() - now.date()).days
    if question.day is not None and days != question.day:
        return False
    return question.hours is None or question.hours[0] <= hour.starts.hour < question.hours[1]


def _answer(chosen: Sequence[tuple[Thing, Hour]], question: Question, here: Here, intro: str) -> Answer:
    lang = question.lang
    sentences = [telling.held(thing, hour, here.now, lang) for thing, hour in chosen]
    text = (" " if lang == "en" else "").join(sentences)
    if intro:
        text = telling.say(intro, lang) + text
    cited = [Citation(thing, sentence) for (thing, _), sentence in zip(chosen, sentences, strict=True)]
    if len(chosen) == 1 and not question.cues & ASKS:
        text += (" " if lang == "en" else "") + " ".join(each.text[lang] for each in chosen[0][0].said("summary"))
        cited += [Citation(chosen[0][0], each.text[lang]) for each in chosen[0][0].said("summary")]
    offers = (Offer("go", chosen[0][0]), Offer("more", chosen[0][0]))
    return Answer(lang, text, tuple(cited), offers)
