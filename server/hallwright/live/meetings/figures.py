"""How many meetings there were, and what came of them: figures that say nothing of anybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from hallwright.live.meetings.sides import OUTCOMES
from hallwright.live.meetings.state import Meeting, Values


def figures_of(meetings: Iterable[Meeting]) -> Values:
    """Of all together, and of each booth: how many were asked for, have had a slot, took place, were missed; and what
    either side said came of them, once for each side."""
    by_booth: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_booth[meeting.booth].append(meeting)
    everything = [each for those in by_booth.values() for each in those]
    return {
        "total": _figures(everything), "booths": {booth: _figures(those) for booth, those in sorted(by_booth.items())},
    }


def _figures(meetings: list[Meeting]) -> Values:
    standings = Counter(each.standing for each in meetings)
    told = Counter(outcome for each in meetings for outcome in each.outcomes.values())
    return {
        "asked": len(meetings), "booked": sum(each.booked > 0 for each in meetings), "met": standings["met"],
        "missed": standings["missed"], "outcomes": {kind: told[kind] for kind in OUTCOMES},
    }  # fmt: skip
