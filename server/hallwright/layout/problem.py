"""One thing that is wrong in a layout, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """``file`` relative to the layout's folder; ``line`` and ``column`` 1-based; ``path`` like
    ``areas[0].booths[12].kind``; ``message`` what is wrong; ``hint`` what to write instead."""

    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: "
        path = f"{self.path}: " if self.path else ""
        kind = "warning: " if self.severity == "warning" else ""
        hint = f" {self.hint[0].upper()}{self.hint[1:]}" if self.hint else ""
        end = "" if not hint or hint.endswith("?") else "."
        return f"{where}{kind}{path}{self.message}.{hint}{end}"

    def to_dict(self) -> dict[str, str | int]:
        """The same for tools (``hallwright validate --json``)."""
        return {name: getattr(self, name) for name in self.__slots__}
