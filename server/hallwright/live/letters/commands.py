"""What may be asked of a letter. Frozen; checked for shape by whoever decodes them.

``WISH`` names a command in the table of sides. ``key`` is the page's own name for what it sends, so that it may send it
again when it never heard whether it came; a whole letter needs none, since its secret names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from hallwright.live.letters.cards import Card
from hallwright.live.letters.writers import Writer


@dataclass(frozen=True, slots=True)
class Inquire:
    """Ask a booth's staff, about one of its exhibits or nothing in particular, or leave a card."""

    WISH: ClassVar[str] = "inquire"
    writer: Writer
    booth: str
    text: str
    placement: str | None = None
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Write:
    """Write on, or answer."""

    WISH: ClassVar[str] = "write"
    writer: Writer
    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class See:
    """What there is up to this number has been read."""

    WISH: ClassVar[str] = "see"
    writer: Writer
    upto: int


@dataclass(frozen=True, slots=True)
class End:
    """Nobody writes here any more."""

    WISH: ClassVar[str] = "end"
    writer: Writer


@dataclass(frozen=True, slots=True)
class Report:
    """Let the moderators read this letter, and say why."""

    WISH: ClassVar[str] = "report"
    writer: Writer
    reason: str


Command = Inquire | Write | See | End | Report
