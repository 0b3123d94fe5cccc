"""The language of a page: asked for in its address, else the browser's; and how that language writes things."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Request

from hallwright.api.faults import FaultError
from hallwright.api.text.words import LANGUAGES, TAGS, Language, phrase
from hallwright.organizer.tour import Text


@dataclass(frozen=True, slots=True)
class Speech:
    """``asked`` is the language that the address names, which links then keep."""

    lang: Language
    asked: Language | None = None

    @property
    def tag(self) -> str:
        """For ``lang`` attributes."""
        return TAGS[self.lang]

    @property
    def other(self) -> Language:
        """The other language."""
        return "zh" if self.lang == "en" else "en"

    def say(self, key: str, **values: object) -> str:
        """A text of the tour itself."""
        return phrase(key, self.lang, **values)

    def read(self, text: Text | None) -> str:
        """A text of the venue; the other language where this one is missing."""
        if not text:
            return ""
        return text.get(self.lang) or text.get("en") or text.get("zh") or ""

    def number(self, value: float) -> str:
        """A number with groups of thousands, and a fraction where there is one."""
        return f"{value:,.6f}".rstrip("0").rstrip(".")

    def time(self, seconds: float) -> str:
        """How long something lasts, roughly."""
        if seconds >= 100:
            return self.say("minutes", n=self.number(round(seconds / 60, 1)))
        return self.say("seconds", n=self.number(round(seconds)))

    def colon(self, before: str, after: str) -> str:
        """Two texts as ``before: after``."""
        return self.say("colon", a=before, b=after)

    def join(self, *texts: str) -> str:
        """Texts with commas between; empty ones are left out."""
        return self.say("comma").join(filter(None, texts))


def speech_of(request: Request) -> Speech:
    """``?lang=``, else the first of the browser's languages that we have, else English."""
    asked = request.args.get("lang")
    for lang in LANGUAGES:
        if lang == asked:
            return Speech(lang, lang)
    best = request.accept_languages.best_match([TAGS[lang] for lang in LANGUAGES] + list(LANGUAGES))
    return Speech("zh" if best and best.startswith("zh") else "en")


def named_language(request: Request) -> Language:
    """``?lang=``, which is English where it is left out. Raises FaultError 400 for a language that we do not have."""
    asked = request.args.get("lang", "en")
    for lang in LANGUAGES:
        if lang == asked:
            return lang
    raise FaultError(400, en="`lang` is `en` or `zh`.", zh="lang 只能是 en 或 zh。")


def ink_on(color: str) -> str:
    """Black or white, whichever reads better on ``#rrggbb``; as the viewer's badges."""
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    on_black, on_white = (light + 0.05) / 0.05, 1.05 / (light + 0.05)
    return "#ffffff" if on_white >= 3.4 or on_white >= on_black else "#000000"
