"""Matchmaking for the live side: whom one matches and why, who gets which slot, and the slots of a programme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from hallwright.knowledge.matching.assigning import Waiting, assign_wishes
from hallwright.knowledge.matching.matching import Match, Matcher, Party
from hallwright.programme.sessions import NOTHING, Changes, Programme, Session, moment


class Said(Protocol):
    """What a side says of itself."""

    @property
    def needs(self) -> str: ...
    @property
    def offers(self) -> str: ...
    @property
    def industries(self) -> tuple[str, ...]: ...
    @property
    def languages(self) -> tuple[str, ...]: ...


Best = tuple[int, float, list[dict[str, Any]]]
"""The place of a match, its score and reasons."""


class Matchmaking:
    """Knows the words of the booths of a venue."""

    def __init__(self, booths: Mapping[str, Said]) -> None:
        self._matcher = Matcher(f"{booth.offers} {booth.needs}" for booth in booths.values())

    def match(self, one: Said, other: Said, common: int) -> tuple[float, list[dict[str, Any]]] | None:
        """Score and reasons, as JSON values, of two who share so many free slots; None for two who do not match."""
        found = self._matcher.match(_party(one), _party(other), common)
        return None if found is None else (found.score, _reasons(found))

    def best(self, one: Said, others: Sequence[Said], common: Sequence[int], most: int) -> list[Best]:
        """Whom of ``others``, by their places, one matches best: at most so many. ``common``: how many free slots one
        shares with each. All are scored, but only those that are told get their reasons."""
        best = self._matcher.best(_party(one), [_party(each) for each in others], common, most)
        return [(place, found.score, _reasons(found)) for place, found in best]

    def assign(self, wishes: Sequence[Waiting]) -> dict[str, str]:
        """A slot for as many meetings as can be, by their ids."""
        return assign_wishes(wishes)


def _reasons(match: Match) -> list[dict[str, Any]]:
    return [{"kind": each.kind, "words": list(each.words), "count": each.count} for each in match.reasons]


def _party(said: Said) -> Party:
    return Party(said.needs, said.offers, frozenset(said.industries), frozenset(said.languages))


@dataclass(frozen=True, slots=True)
class Cut:
    """A slot: a piece of a session. Times are ms since 1970; ``written`` is when it was to begin by the layout."""

    id: str
    written: int
    starts: int
    ends: int


def slots_of(
    programme: Programme, tracks: Collection[str], minutes: int, now: float, changes: Changes = NOTHING
) -> list[Cut]:
    """The sessions of these tracks, cut into slots of so many minutes, as they are at ``now`` (s since 1970); those of
    a cancelled session are left out, and so is what is left at the end of one. Where each day is the first one, the
    slots are those of its sessions today and tomorrow: its second day is always to come."""
    length, found = timedelta(minutes=minutes), list[Cut]()
    for session, day in _sessions(programme, now, changes):
        if session.track.id not in tracks or session.cancelled:
            continue
        for number in range((session.ends - session.starts) // length):
            written, starts = (_ms(at + number * length) for at in (session.written, session.starts))
            found.append(Cut(f"{session.id}/{number + 1}{day}", written, starts, starts + minutes * 60_000))
    return found


def _sessions(programme: Programme, now: float, changes: Changes) -> Iterator[tuple[Session, str]]:
    """Sessions that come, each with what tells its slots from those of another day."""
    for later in (timedelta(0), timedelta(days=1)) if programme.first is None else (timedelta(0),):
        day = moment(now) + later
        for session in programme.sessions(day, changes):
            if programme.first is not None:
                yield session, ""
            elif session.day == 1:
                yield session, f"/{day.astimezone(programme.zone):%Y-%m-%d}"


def _ms(when: datetime) -> int:
    return round(when.timestamp() * 1000)
