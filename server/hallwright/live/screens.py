"""Screens of stages: which reel a host lets be shown, which of its slides, which words.

The rule of this room holds for them too: only what hosts chose is kept and told, whole each time. What the programme
shows by itself is not known here: a page holds the newer of both for true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.events import ScreenChanged, Showing

AHEAD = 0.6
"""Seconds after the word at which a screen changes: by then everyone who is here has heard of it."""


@dataclass(frozen=True, slots=True)
class ReelPlan:
    """Something that a screen can show: its ``kind`` (``stream``, ``slides``, ``text``), and how many slides it has."""

    id: str
    kind: str
    slides: int = 0


@dataclass(frozen=True, slots=True)
class ScreenPlan:
    """The screen of a stage, by ``area/stage``."""

    id: str
    reels: tuple[ReelPlan, ...] = ()


class Screens:
    """The screens of one hall."""

    def __init__(self, plans: Iterable[ScreenPlan] = ()) -> None:
        self._reels: dict[str, dict[str, ReelPlan]] = {}
        self._showing: dict[str, Showing] = {}
        self.replan(plans)

    def showing(self) -> dict[str, Showing]:
        """What hosts let be shown, by screen."""
        return dict(self._showing)

    def replan(self, plans: Iterable[ScreenPlan]) -> None:
        """The hall has these screens now. What cannot be shown any more is not."""
        self._reels = {plan.id: {reel.id: reel for reel in plan.reels} for plan in plans}
        self.resume(self._showing)

    def resume(self, showing: Mapping[str, Showing]) -> None:
        """Go on from what ``showing`` gave."""
        self._showing = {screen: dict(shown) for screen, shown in showing.items() if self._fits(screen, shown)}

    def show(
        self, screen: str, reel: str | None, slide: int | None, text: object, now: float
    ) -> Iterator[ScreenChanged]:
        """Show a reel from a moment on, one of its slides or these words; None leaves it to the programme. Raises
        CommandRefused ``unknown_screen``, ``unknown_reel``, ``out_of_range`` or ``malformed``."""
        if screen not in self._reels:
            raise CommandRefused("unknown_screen", f"there is no screen {screen!r}")
        before = self._showing.get(screen)
        if reel is None:
            if before is not None:
                del self._showing[screen]
                yield ScreenChanged(screen, None)
            return
        plan = self._reels[screen].get(reel)
        if plan is None:
            raise CommandRefused("unknown_reel", f"there is no reel {reel!r} for this screen")
        shown: Showing = {"reel": reel, "since": now + AHEAD, "slide": _slide(plan, slide), "text": _words(plan, text)}
        same = before is not None and all(before[key] == shown[key] for key in ("reel", "slide", "text"))
        if not same:
            self._showing[screen] = shown
            yield ScreenChanged(screen, shown)

    def _fits(self, screen: str, shown: Showing) -> bool:
        plan = self._reels.get(screen, {}).get(shown["reel"])
        return plan is not None and (plan.kind != "slides" or shown["slide"] < plan.slides)


def _slide(plan: ReelPlan, slide: int | None) -> int:
    if plan.kind != "slides":
        return 0
    if slide is not None and not 0 <= slide < plan.slides:
        raise CommandRefused("out_of_range", f"there are slides from 0 to {plan.slides - 1}")
    return slide or 0


def _words(plan: ReelPlan, text: object) -> dict[str, str] | None:
    """What a host typed, in one language or both; None for the words that the layout wrote."""
    if plan.kind != "text" or text is None:
        return None
    if not isinstance(text, dict) or not text or not set(text) <= {"en", "zh"}:
        raise CommandRefused("malformed", "text is {en, zh}, or one of them")
    read = {language: texts.screen(text[language]) for language in sorted(text)}
    return {"en": read.get("en") or read.get("zh", ""), "zh": read.get("zh") or read.get("en", "")}
