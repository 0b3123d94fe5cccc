"""Where a line of text may be broken or cut: between words, between Chinese characters, never inside a word or
number, never before a closing mark or after an opening one."""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]

_OPENING = "(（[【「『《〈“‘"
_CLOSING = ")）]】」』》〉”’、，。；：！？·,.;:!?…%％"
_ATOMS = re.compile(rf"[{re.escape(_OPENING)}]*(?:[^\W\u2e80-\uffef]+(?:[-'’./+&][^\W\u2e80-\uffef]+)*|\S)"
                    rf"[{re.escape(_CLOSING)}]*\s*")
_WORDS = re.compile(r"\S+\s*")
# Words that must not stand last before an ellipsis.
_DANGLING = re.compile(
    r"(?:\s+(?:and|of|the|for|in|on|at|to|with|a|an|by|from|&)|[\s\-–—,;:·、，：；（(「《&/+.])+$", re.IGNORECASE
)
ELLIPSIS = "…"


def atoms(text: str) -> list[str]:
    """The smallest pieces of a text that may be parted, with the spaces that follow them."""
    return _ATOMS.findall(text)


def broken(text: str, count: int, measure: Measure) -> list[str]:
    """The text in at most ``count`` lines of about the same width; at its spaces when it has enough of them."""
    words = _WORDS.findall(text)
    pieces = words if len(words) >= count else atoms(text)
    if count <= 1 or len(pieces) <= 1:
        return [text]
    target = sum(map(measure, pieces)) / count
    lines: list[str] = []
    line, width = "", 0.0
    for piece in pieces:
        piece_width = measure(piece)
        if line and len(lines) < count - 1 and width + piece_width / 2 > target:
            lines.append(line.strip())
            line, width = "", 0.0
        line, width = line + piece, width + piece_width
    return [*lines, line.strip()]


def filled(text: str, room: float, count: int, measure: Measure) -> list[str]:
    """The text in at most ``count`` lines no wider than ``room``, each as full as it may be; the last one is
    shortened when there is more. Nothing when a word is wider than the room."""
    lines: list[str] = []
    rest = atoms(text)
    if any(measure(piece.strip()) > room for piece in rest):
        return []
    while rest and len(lines) < count - 1:
        line = rest.pop(0)
        while rest and measure((line + rest[0]).strip()) <= room:
            line += rest.pop(0)
        lines.append(line.strip())
    return [*lines, shortened("".join(rest).strip(), room, measure)] if rest else lines


def shortened(text: str, room: float, measure: Measure) -> str:
    """The text, or as much of its beginning as fits in ``room`` with an ellipsis, cut between words and
    not after a word or bracket that wants more. A first word that is too long is cut inside."""
    if measure(text) <= room:
        return text
    pieces = atoms(text)
    while len(pieces) > 1:
        pieces.pop()
        kept = _finished("".join(pieces))
        if len(kept) > 1 and measure(kept + ELLIPSIS) <= room:
            return kept + ELLIPSIS
    return _inside(text, room, measure)


def _finished(text: str) -> str:
    """Without a bracket that is never closed and without dangling words."""
    for opening, closing in ("()", "（）", "「」", "《》", "【】"):
        start = text.rfind(opening)
        if start > 0 and closing not in text[start:]:
            text = text[:start]
    return _DANGLING.sub("", text.rstrip())


def _inside(text: str, room: float, measure: Measure) -> str:
    letters = text
    while len(letters) > 1 and measure(letters + ELLIPSIS) > room:
        letters = letters[:-1]
    return letters.rstrip() + ELLIPSIS
