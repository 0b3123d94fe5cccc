"""How problems of a layout are printed: a line each, and a count."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def print_problems(problems: Sequence[object], warnings: Sequence[object] = ()) -> None:
    """A line for each to standard output, the count to standard error."""
    for problem in (*problems, *warnings):
        print(problem)
    sys.stdout.flush()
    if problems or warnings:
        print(count(len(problems), len(warnings)), file=sys.stderr)


def count(problems: int, warnings: int) -> str:
    """'2 problems, 1 warning'."""
    parts = [_plural(problems, "problem")] if problems or not warnings else []
    parts += [_plural(warnings, "warning")] if warnings else []
    return ", ".join(parts)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
