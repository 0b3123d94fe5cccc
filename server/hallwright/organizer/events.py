"""What a compiler says while it works, as frozen values and as one line of JSON each.

A compile goes `Progress`… and ends in `Published`, `Broken` (the layout has problems, the last good hall
stands) or `Failed` (ours is the fault, the last good hall stands). An `Indexed` for each companion file follows
each `Published`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

ProblemJson = dict[str, object]


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps, now at ``what``; ``venue`` once the layout told its id."""

    done: int
    total: int
    what: str
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """The hall on disk is this one now. ``cells`` counts the cells that differ from the hall before."""

    venue: str
    revision: str
    seconds: float
    cells: int
    warnings: tuple[ProblemJson, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexed:
    """The companion file ``name`` of the hall on disk is there; or it could not be made, and ``fault`` says why."""

    venue: str
    revision: str
    name: str
    seconds: float
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """Every problem of the layout, as ``Problem`` in JSON and as the line a person reads (``text``)."""

    problems: tuple[ProblemJson, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The compiler itself could not do it; ``message`` is for people."""

    message: str


Event = Progress | Published | Indexed | Broken | Failed
_KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in (Progress, Published, Indexed, Broken, Failed)}


def to_line(event: Event) -> str:
    """The event as one line of JSON, newline included."""
    return json.dumps({"kind": type(event).__name__, **asdict(event)}, ensure_ascii=False) + "\n"


def from_line(line: str) -> Event:
    """The event of a line of ``to_line``; raises ValueError for anything else."""
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("kind")]
        for name in ("problems", "warnings"):
            if name in fields:
                fields[name] = tuple(fields[name])
        return kind(**fields)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"not an event: {line[:80]!r}") from error
