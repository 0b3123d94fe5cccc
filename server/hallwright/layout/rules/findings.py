"""Collects what rules find; many copies of one entry with the same mistake become one problem."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallwright.layout.problem import Problem
from hallwright.layout.scope import Origin
from hallwright.layout.source import Path


@dataclass(slots=True)
class _Finding:
    origin: Origin
    message: str
    hint: str
    at: str
    warning: bool
    times: int = 1


@dataclass(slots=True)
class Findings:
    """What was found so far, by entry and rule."""

    _found: dict[tuple[str, Path, str], _Finding] = field(default_factory=dict)

    def add(
        self, rule: str, origin: Origin, message: str, hint: str = "", *, at: str = "", warning: bool = False
    ) -> None:
        """Notes that ``origin`` breaks ``rule``; ``at`` is the key that is wrong."""
        key = (origin.source.name, origin.path, rule)
        known = self._found.get(key)
        if known is None:
            self._found[key] = _Finding(origin, message, hint, at, warning)
        else:
            known.times += 1

    def problems(self) -> list[Problem]:
        """All findings as problems."""
        return [_problem(each) for each in self._found.values()]


def _problem(finding: _Finding) -> Problem:
    origin = finding.origin
    message = finding.message
    if finding.times > 1:
        message += f" (and {finding.times - 1} more like this in the same entry)"
    path = (*origin.path, finding.at) if finding.at else origin.path
    return origin.source.problem(path, message, finding.hint, warning=finding.warning)
