"""Problems of a layout as JSON, for events and for tools."""

from __future__ import annotations

from hallwright.layout.problem import Problem
from hallwright.organizer.events import ProblemJson


def problem_json(problem: Problem) -> ProblemJson:
    """A problem's fields, and ``text``: the line that a person reads."""
    return {**problem.to_dict(), "text": str(problem)}
