"""What must fit together in a layout."""

from __future__ import annotations

from hallwright.layout.joining import Joined
from hallwright.layout.problem import Problem


def broken_rules(joined: Joined) -> list[Problem]:
    """Everything that is wrong between entries that are each fine by themselves."""
    return []
