"""Question -> answer: rules, one after the other, the first that knows something. None of them knows a venue.

What a passage says is quoted and never done: what is offered comes from the things of the index alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hallwright.knowledge.guide import hours, telling
from hallwright.knowledge.guide.answer import Answer, Citation, Here, Offer, Topic
from hallwright.knowledge.guide.asking import Question, question_of, stem
from hallwright.knowledge.guide.covering import Cover, best, says
from hallwright.knowledge.guide.library import Library, Thing
from hallwright.knowledge.typos import allowed, mistakes
from hallwright.knowledge.words import Lang

MOST = 5  # citations
LIKE = 0.02  # of a score: as good as each other
LONGEST = 240  # letters of a quote
STOPS = 24  # things that a plan may choose from


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, what there is to know, and where and when it is asked."""

    question: Question
    library: Library
    here: Here

    @property
    def lang(self) -> Lang:
        """Of the answer."""
        return self.question.lang


def answer(asked: str, library: Library, here: Here, lang: Lang | None = None) -> Answer:
    """The answer to a question; ``lang`` counts where its letters do not tell."""
    question = question_of(asked, lang)
    question = replace(question, words=tuple(_mended(word, library) for word in question.words))
    asking = Asking(question, library, here)
    for rule in RULES:
        found = rule(asking)
        if found:
            return found
    return unknown(question.lang)


def unknown(lang: Lang) -> Answer:
    """That nothing is known, and nothing else."""
    return Answer(lang, telling.say("unknown", lang))


def more(thing: Thing, library: Library, here: Here, lang: Lang) -> Answer:
    """All that is said of a thing, as far as it can be read in one piece."""
    told = [*thing.said("summary"), *thing.said("fact"), *thing.said("detail")][: MOST + 1]
    intro = _introduced(thing, library, here, lang)
    text = " ".join([intro, *(telling.ended(passage.text[lang], lang) for passage in told)])
    cited = tuple(Citation(thing, quoted(passage.text[lang])) for passage in told[:MOST])
    return Answer(lang, text, cited or (Citation(thing, intro),), (Offer("go", thing),))


def quoted(text: str) -> str:
    """A passage, cut where it is long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _mended(word: str, library: Library) -> str:
    """The stem that was meant where nobody says the word; one mistake, and never in its first letter."""
    if word in library.vocabulary or not allowed(word):
        return word
    near = [
        (count, token)
        for token in library.tokens
        if token[0] == word[0] and abs(len(token) - len(word)) <= 3 and (count := mistakes(word, token)) <= 1
    ]
    return stem(min(near)[1]) if near else word


def _plan(asking: Asking) -> Answer | None:
    """Things for a plan, the best first: who shows it and what is shown, each hall's own exhibits without a topic."""
    question, library, lang = asking.question, asking.library, asking.lang
    if not question.minutes:
        return None
    wanted = replace(question, kinds=frozenset(), cues=frozenset(), qualities=frozenset())
    if wanted.bare and not wanted.country:
        things = [thing for thing in library.of("exhibit") if asking.here.area in ("", thing.answer["area"])]
    else:
        covers = best(wanted, [thing for thing in library.things if thing.kind in ("booth", "exhibit", "session")])
        least = 0.6 * covers[0].score if covers else 0.0
        things = [cover.thing for cover in covers if cover.score >= least]
    if not things:
        return unknown(lang)
    things = _near_first(things, asking.here)[:STOPS]
    return Answer(lang, "", _names_cited(things[:MOST], lang), (), Topic(question.minutes, tuple(things)))


def _programme(asking: Asking) -> Answer | None:
    """What is on, when, and who speaks."""
    return hours.told(asking.question, asking.library, asking.here, unknown(asking.lang))


def _within(asking: Asking) -> Answer | None:
    """How many booths a zone or an area has, and which exhibits or exhibitors."""
    question, library, lang = asking.question, asking.library, asking.lang
    wanted = question.kinds & {"booth", "exhibit"}
    if not wanted or question.qualities - {"number"} or ("where" in question.cues and "many" not in question.cues):
        return None
    plain = replace(question, qualities=frozenset(), kinds=frozenset({"zone"}), cues=frozenset())
    wide = [thing for thing in library.things if thing.kind in ("zone", "area")]
    found = [cover for cover in best(plain, wide, asking.here.area) if cover.passage is None]
    if not found:
        return None
    zone = found[0].thing
    inside = [
        thing for thing in library.things
        if thing.kind in ("booth", "exhibit") and thing.answer[zone.kind if zone.kind == "area" else "zone"] == zone.id
    ]  # fmt: skip
    booths = [thing for thing in inside if thing.kind == "booth"]
    exhibits = [thing for thing in inside if thing.kind == "exhibit"]
    name = telling.title(zone, lang)
    if "exhibit" in wanted:
        names = telling.listed([thing.name[lang] for thing in exhibits], lang, 8)
        key = "exhibits" if exhibits else "no_exhibits"
        text = telling.begun(telling.say(key, lang, place=name, names=names, n=len(booths)))
        cited = (Citation(zone, text), *_names_cited(exhibits[: MOST - 1], lang))
        return Answer(lang, text, cited, (Offer("go", zone),))
    names = telling.listed([telling.title(each, lang) for each in booths[:3]], lang)
    key = "booths" if "many" in question.cues or not booths else "exhibitors_in"
    text = telling.begun(telling.say(key, lang, place=name, n=len(booths), names=names))
    return Answer(lang, text, (Citation(zone, text),), (Offer("go", zone), Offer("more", zone)))


def _showing(asking: Asking) -> Answer | None:
    """Who shows something, by product or country."""
    question = asking.question
    if "booth" not in question.kinds and not question.makes:
        return None
    return _exhibitors(asking) if question.country or not question.bare else None


def _exhibitors(asking: Asking) -> Answer | None:
    question, library, lang = asking.question, asking.library, asking.lang
    if question.qualities - {"number"}:
        return None
    found, what = [], ""
    for booth in library.of("booth"):
        if question.country and booth.answer.get("country") != question.country:
            continue
        product = next((each for each in booth.said("product") if says(question, each)), None)
        if product or question.bare:
            found.append(booth)
            what = what or (product.text[lang] if product and not question.bare else "")
    if not found:
        return None
    found = _near_first(found, asking.here)
    names = telling.listed([f"{thing.name[lang]} ({thing.answer['number']})" for thing in found], lang)
    key = "from" if not what else "exhibitors" if len(found) > 1 else "exhibitor"
    text = telling.say(key, lang, n=len(found), what=what, names=names)
    cited = tuple(Citation(thing, _products(thing, lang)) for thing in found[:MOST])
    return Answer(lang, text, cited, tuple(Offer("go", thing) for thing in found[:3]))


def _products(booth: Thing, lang: Lang) -> str:
    products = telling.say("comma", lang).join(each.text[lang] for each in booth.said("product", "shows"))
    return telling.say("shows", lang, name=telling.title(booth, lang), products=products) if products else (
        telling.title(booth, lang)
    )  # fmt: skip


def _named(asking: Asking) -> Answer | None:
    """Where something is, or what is said of it."""
    question, library, here, lang = asking.question, asking.library, asking.here, asking.lang
    found = best(question, library.things, here.area)
    if not found:
        return None
    first = found[0]
    if first.thing.kind == "booth" and (many := _exhibitors(asking)) and len(many.citations) > 1:
        return many
    if "where" in question.cues and first.passage is None and first.thing.kind != "session":
        return _places(asking, found)
    if first.passage is None or first.passage.what in ("product", "exhibitor", "track", "speaker"):
        text = _introduced(first.thing, library, here, lang)
        summary = first.thing.said("summary")[:2]
        told = " ".join([text, *(telling.ended(passage.text[lang], lang) for passage in summary)])
        cited = tuple(Citation(first.thing, quoted(passage.text[lang])) for passage in summary)
        return Answer(lang, told, cited or (Citation(first.thing, text),), _offers(first.thing))
    name = telling.title(first.thing, lang)
    if first.passage.what == "near":
        text = telling.begun(telling.say("by", lang, name=first.passage.text[lang], place=name))
        return Answer(lang, text, (Citation(first.thing, first.passage.text[lang]),), _offers(first.thing))
    text = telling.ended(telling.say("passage", lang, name=name, text=first.passage.text[lang]), lang)
    if "where" in question.cues:
        text += (" " if lang == "en" else "") + telling.located(first.thing, library, lang)
    return Answer(lang, text, (Citation(first.thing, quoted(first.passage.text[lang])),), _offers(first.thing))


def _places(asking: Asking, found: Sequence[Cover]) -> Answer:
    """Where something is: the nearest of what is meant as well as each other."""
    lang, top = asking.lang, found[0]
    alike = [
        cover.thing for cover in found
        if cover.passage is None and cover.thing.kind == top.thing.kind and cover.score >= top.score - LIKE * 3
    ]  # fmt: skip
    things = _near_first(alike, asking.here)[:3]
    told = [telling.located(thing, asking.library, lang) for thing in things]
    cited = tuple(Citation(thing, text) for thing, text in zip(things, told, strict=True))
    offers = tuple(Offer("go", thing) for thing in things)
    return Answer(lang, (" " if lang == "en" else "").join(told), cited, (*offers, Offer("more", things[0])))


def _introduced(thing: Thing, library: Library, here: Here, lang: Lang) -> str:
    if hour := here.hours.get(thing.id) if thing.kind == "session" else None:
        return telling.held(thing, hour, here.now, lang)
    where = telling.located(thing, library, lang)
    if thing.kind == "booth" and thing.said("product", "shows"):
        return f"{_products(thing, lang)}{' ' if lang == 'en' else ''}{where}"
    return where


def _offers(thing: Thing) -> tuple[Offer, ...]:
    return (Offer("go", thing), Offer("more", thing))


def _near_first(things: Sequence[Thing], here: Here) -> list[Thing]:
    """What is in the visitor's area first, the nearest of it first; else as they stand."""

    def far(thing: Thing) -> tuple[bool, float]:
        elsewhere = bool(here.area) and thing.answer["area"] != here.area
        return elsewhere, math.dist(here.at, thing.answer["at"]) if here.at and not elsewhere else 0.0

    return sorted(things, key=far)


def _names_cited(things: Sequence[Thing], lang: Lang) -> tuple[Citation, ...]:
    cited = []
    for thing in things:
        summary = next(iter(thing.said("summary")), None)
        cited.append(Citation(thing, quoted(summary.text[lang]) if summary else telling.title(thing, lang)))
    return tuple(cited)


RULES: tuple[Callable[[Asking], Answer | None], ...] = (_plan, _programme, _within, _showing, _named)
