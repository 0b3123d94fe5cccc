"""Collects what rules find; many copies of one entry with the same mistake become one problem."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallwright.layout.conversion import Path
from hallwright.layout.problem import Problem
from hallwright.layout.scope import Origin


@dataclass(slots=True)
class _Finding:
    origin: Origin
    message: str
    hint: str
    at: Path
    warning: bool
    times: int = 1


@dataclass(slots=True)
class Findings:
    """What was found so far, by entry and rule."""

    _found: dict[tuple[str, Path, str], _Finding] = field(default_factory=dict)

    def add(
        self, rule: str, origin: Origin, message: str, hint: str = "", *, at: str | Path = "", warning: bool = False
    ) -> None:
        """Notes that ``origin`` breaks ``rule``; ``at`` is the key, or the path in the entry, that is wrong."""
        key = (origin.source.name, origin.path, rule)
        known = self._found.get(key)
        if known is None:
            where = (at,) if isinstance(at, str) and at else at or ()
            self._found[key] = _Finding(origin, message, hint, (*origin.path, *where), warning)
        else:
            known.times += 1

    def any(self, rule: str) -> bool:
        """Was this rule broken by anything?"""
        return any(key[2] == rule for key in self._found)

    def problems(self) -> list[Problem]:
        """All findings as problems."""
        return [_problem(each) for each in self._found.values()]


def _problem(finding: _Finding) -> Problem:
    origin = finding.origin
    message = finding.message
    if finding.times > 1:
        message += f" (and {finding.times - 1} more like this in the same entry)"
    return origin.source.problem(finding.at, message, finding.hint, warning=finding.warning)
