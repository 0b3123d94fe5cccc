"""Sentences of answers in both languages. What is in them comes from the venue; the words between are these."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hallwright.knowledge.guide.answer import Hour
from hallwright.knowledge.guide.library import Library, Thing
from hallwright.knowledge.words import Lang

WORDS: dict[str, tuple[str, str]] = {
    "unknown": (
        "I don't know that. I know only what this venue says of itself: its booths, exhibits, places and programme.",
        "这个我不知道。我只了解本展会自己公布的内容：展位、展品、地点和日程。",
    ),
    "is_in": ("{name} is in {place}.", "{name}位于{place}。"),
    "is_area": ("{name} is a part of this venue.", "{name}是本展会的一部分。"),
    "by": ("{name} is in {place}, or by it.", "{name}在{place}内或旁边。"),
    "with_zones": ("{name} is a part of this venue: {zones}.", "{name}是本展会的一部分，包括{zones}。"),
    "in_zone": ("{zone}, {area}", "{area}{zone}"),
    "zone": ("zone {letter}, {name}", "{letter}区（{name}）"),
    "shows": ("{name} shows {products}.", "{name}展出：{products}。"),
    "passage": ("{name}: {text}", "{name}：{text}"),
    "session": ("{name}: {when}, {where}.", "{name}：{when}，{where}。"),
    "with": (" With {people}.", "嘉宾：{people}。"),
    "cancelled": ("{name} is cancelled.", "{name}已取消。"),
    "now": ("On now: ", "正在进行："),
    "idle": ("Nothing is on now. Next: ", "现在没有活动。接下来："),
    "exhibitors": ("{n} exhibitors show {what}: {names}.", "共有 {n} 家展商展出{what}：{names}。"),
    "exhibitor": ("One exhibitor shows {what}: {names}.", "有 1 家展商展出{what}：{names}。"),
    "from": ("{n} exhibitors come from there: {names}.", "共有 {n} 家来自该国的展商：{names}。"),
    "booths": ("{place} has {n} booths.", "{place}共有 {n} 个展位。"),
    "exhibits": ("Exhibits in {place}: {names}.", "{place}的展品：{names}。"),
    "exhibitors_in": ("{place} has {n} booths, such as {names}.", "{place}共有 {n} 个展位，例如{names}。"),
    "no_exhibits": ("{place} has {n} booths and no exhibit of its own.", "{place}共有 {n} 个展位，没有单独的展品。"),
    "and_more": ("{names} and {n} more", "{names}等，另有 {n} 家"),
    "comma": (", ", "、"),
    "today": ("today", "今天"),
    "tomorrow": ("tomorrow", "明天"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """A sentence."""
    return WORDS[key][lang == "zh"].format(**values)


def title(thing: Thing, lang: Lang) -> str:
    """What a thing is called in a sentence: a booth with its number, a zone with its letter."""
    name, number = thing.name[lang], str(thing.answer["number"])
    if thing.kind == "zone" and thing.answer.get("letter"):
        return say("zone", lang, letter=thing.answer["letter"], name=name)
    return f"{number} {name}" if number and name != number else name


def place(thing: Thing, library: Library, lang: Lang) -> str:
    """The zone and the area in which a thing is."""
    area = library.name_of("area", thing.answer["area"], lang)
    zone = library.get(f"zone/{thing.answer['zone']}")
    return say("in_zone", lang, zone=title(zone, lang), area=area) if zone and zone is not thing else area


def located(thing: Thing, library: Library, lang: Lang) -> str:
    """Where a thing is."""
    if thing.kind == "area":
        zones = [title(each, lang) for each in library.of("zone") if each.answer["area"] == thing.id]
        key = "with_zones" if zones else "is_area"
        return begun(say(key, lang, name=thing.name[lang], zones=listed(zones, lang, 8)))
    return begun(say("is_in", lang, name=title(thing, lang), place=place(thing, library, lang)))


def listed(names: Sequence[str], lang: Lang, most: int = 5) -> str:
    """The first of some names, and how many more there are."""
    first = say("comma", lang).join(names[:most])
    return say("and_more", lang, names=first, n=len(names) - most) if len(names) > most else first


def begun(sentence: str) -> str:
    """A sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def ended(text: str, lang: Lang) -> str:
    """A text with a full stop at its end."""
    return text if text.endswith((".", "。", "!", "?", "！", "？")) else text + ("。" if lang == "zh" else ".")


def when(hour: Hour, now: datetime | None, lang: Lang) -> str:
    """The day and the hours of a session."""
    days = (hour.starts.date() - now.date()).days if now else 9
    if days in (0, 1):
        day = say("tomorrow" if days else "today", lang)
    else:
        day = f"{hour.starts.month}月{hour.starts.day}日" if lang == "zh" else f"{hour.starts:%d %b}".lstrip("0")
    return f"{day} {hour.starts:%H:%M}–{hour.ends:%H:%M}"


def held(thing: Thing, hour: Hour, now: datetime | None, lang: Lang) -> str:
    """When and where a session is, and who speaks."""
    name = thing.name[lang]
    if hour.cancelled:
        return say("cancelled", lang, name=name)
    told = say("session", lang, name=name, when=when(hour, now, lang), where=hour.where[lang])
    people = say("comma", lang).join(speaker[lang] for speaker in hour.speakers)
    return told + (say("with", lang, people=people) if people else "")
