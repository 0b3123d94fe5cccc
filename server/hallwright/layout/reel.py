"""A reel as a frozen value: something that the screen of a stage can show instead of the programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hallwright.layout.model import Text
    from hallwright.layout.programme import Language

ReelKind = Literal["stream", "slides", "text"]
FOREIGN = ("https://", "http://")
"""How the address of a file begins that another server has; all others lie in the folder ``media``."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A picture, and what it tells whoever does not see it."""

    image: str
    alt: Text


@dataclass(frozen=True, slots=True)
class Captions:
    """What is said in a stream, as WebVTT."""

    language: Language
    file: str


@dataclass(frozen=True, slots=True)
class Reel:
    """A stream, slides or a text. A ``live`` stream is seen as it comes; any other one as if it came now. What its
    kind has no use for is empty."""

    id: str
    kind: ReelKind
    name: Text
    stream: str = ""
    live: bool = False
    loop: bool = False
    poster: str = ""
    captions: tuple[Captions, ...] = ()
    slides: tuple[Slide, ...] = ()
    text: Text | None = None

    def files(self) -> tuple[str, ...]:
        """The files of the folder ``media`` that must be there; a stream may come later."""
        named = (self.poster, *(each.file for each in self.captions), *(each.image for each in self.slides))
        return tuple(name for name in named if name and not name.startswith(FOREIGN))
