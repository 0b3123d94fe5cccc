"""Sessions of the programme as they were changed: put off, moved, cancelled, with a word about it.

The rule of this room holds for them too: only changes are kept and told, whole each time. A change names the start for
which it was made; whoever applies it leaves it out where the programme says another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.events import SessionChange, SessionChanged
from hallwright.live.rows import read_text

LONGEST = 24 * 3600.0  # s that a session takes
FARTHEST = 400 * 86400.0  # s that it may be moved
FIELDS = ("starts", "ends", "cancelled", "note")


class Sessions:
    """The changed sessions of one hall."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = frozenset(known)
        self._changes: dict[str, SessionChange] = {}

    def changes(self) -> dict[str, SessionChange]:
        """What was changed, by session."""
        return dict(self._changes)

    def replan(self, known: Iterable[str]) -> None:
        """The hall has these sessions now."""
        self._known = frozenset(known)
        self._changes = {session: change for session, change in self._changes.items() if session in self._known}

    def resume(self, changes: Mapping[str, SessionChange]) -> None:
        """Go on from what ``changes`` gave."""
        self._changes = {session: dict(changes[session]) for session in changes if session in self._known}

    def change(
        self, session: str, written: tuple[float, float], wanted: object, now: float
    ) -> Iterator[SessionChanged]:
        """Change a session that is ``written`` to be from and until (s since 1970). Raises CommandRefused
        ``unknown_session``, or ``malformed`` with everything that is wrong with ``wanted``."""
        if session not in self._known:
            raise CommandRefused("unknown_session", f"there is no session {session!r}")
        before = self._changes.get(session)
        if before is None or before["written"] != written[0]:
            before = {"written": written[0], "starts": written[0], "ends": written[1], "cancelled": False, "note": None}
        fields = _read(wanted, before, written)
        if any(before[name] != value for name, value in fields.items()):
            change = {**before, **fields, "changed": now}
            self._changes[session] = change
            yield SessionChanged(session, change)


def _read(wanted: object, before: SessionChange, written: tuple[float, float]) -> dict[str, Any]:
    """The fields as they shall be; raises CommandRefused ``malformed`` with every fault."""
    if not isinstance(wanted, dict) or not wanted:
        raise CommandRefused("malformed", f"write what changes: {', '.join(FIELDS)}")
    unknown = [str(name)[:60] for name in wanted if name not in FIELDS]
    faults = [f"{name}: there is no such field; known: {', '.join(FIELDS)}" for name in unknown]
    read: dict[str, Any] = {}
    for name in (name for name in FIELDS if name in wanted):
        try:
            read[name] = _READ[name](wanted[name])
        except (ValueError, CommandRefused) as fault:
            faults.append(f"{name}: {fault}")
    if not faults:
        _times(read, before, written, faults)
    if faults:
        raise CommandRefused("malformed", "; ".join(sorted(faults)))
    return read


def _times(read: dict[str, Any], before: SessionChange, written: tuple[float, float], faults: list[str]) -> None:
    """Null is the time that was written; who says only when it starts keeps how long it takes."""
    if "starts" in read:
        read["starts"] = written[0] if read["starts"] is None else read["starts"]
        read.setdefault("ends", read["starts"] + before["ends"] - before["starts"])
    if "ends" in read and read["ends"] is None:
        read["ends"] = written[1]
    starts, ends = (float(read[name] if name in read else before[name]) for name in ("starts", "ends"))
    if not 0 < ends - starts <= LONGEST:
        faults.append("ends: a session ends after it starts, within a day")
    if abs(starts - written[0]) > FARTHEST:
        faults.append("starts: that is too far from when the session was to be")


def _moment(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e11:
        return float(value)
    raise ValueError("a moment is needed, or null for the time that was written")


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("true or false is needed")


_READ: Mapping[str, Any] = {
    "starts": _moment, "ends": _moment, "cancelled": _flag,
    "note": lambda value: None if value is None else read_text(value),
}  # fmt: skip
