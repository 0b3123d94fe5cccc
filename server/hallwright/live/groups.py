"""Groups that are led through the hall: who guides, who follows, who has broken away, and what the guide points at.

The rule of this room: nobody is held. A follower may break away, come back and leave at any time; when the guide ends
the group, or leaves for good, it is gone, and everyone in it is free. A guide whose connection was lost keeps the group
as long as a person may come back. One person is in one group at most. Positions are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live.commands import EndGroup, Follow, GroupCommand, Highlight, Ring, StartGroup, Stray, Unfollow
from hallwright.live.events import (
    Followed,
    GroupClosed,
    GroupEvent,
    GroupOpened,
    Highlighted,
    Person,
    Rung,
    Unfollowed,
)

MOST_GROUPS = 50
MOST_FOLLOWERS = 300
RING_REST = 5.0  # s between two rings of a group
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters of a code: none that is mistaken for another."""
CODE_LENGTH = 5
_CODE = re.compile(f"[{CODE_LETTERS}]{{{CODE_LENGTH}}}")


@dataclass(slots=True)
class Group:
    """One group. ``followers`` by number in the order in which they came: True follows, False has broken away."""

    code: str
    guide: int
    followers: dict[int, bool] = field(default_factory=dict)
    highlight: str | None = None
    rung_at: float = -RING_REST

    def record(self) -> dict[str, Any]:
        """The group as JSON values; followers by their numbers as text."""
        followers = {str(number): follows for number, follows in self.followers.items()}
        return {"guide": self.guide, "highlight": self.highlight, "followers": followers}


class Groups:
    """All groups of one hall. ``placements`` are the exhibits that a guide may point at."""

    def __init__(self, placements: Collection[str] = ()) -> None:
        self._placements = frozenset(placements)
        self._groups: dict[str, Group] = {}
        self._group_of: dict[int, Group] = {}

    def __iter__(self) -> Iterator[Group]:
        return iter(self._groups.values())

    def records(self) -> dict[str, dict[str, Any]]:
        """Every group by its code, as JSON values."""
        return {code: group.record() for code, group in self._groups.items()}

    def resume(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        """Go on from what ``records`` gave."""
        for code, record in records.items():
            followers = {int(number): follows for number, follows in record["followers"].items()}
            group = self._groups[code] = Group(code, record["guide"], followers, record["highlight"])
            self._group_of |= dict.fromkeys((group.guide, *followers), group)

    def apply(self, command: GroupCommand, person: Person, now: float) -> Iterator[GroupEvent]:
        """What follows from what this person wants at ``now`` (s); raises CommandRefused and then changes nothing."""
        match command:
            case StartGroup(code=code):
                return self._start(person, code)
            case EndGroup():
                return self._close(self._led(person), "ended")
            case Follow(group=code):
                return self._follow(person, code)
            case Stray():
                return self._set(self._followed(person), person.number, follows=False)
            case Unfollow():
                return self._unfollow(self._followed(person), person.number)
            case Highlight(placement=placement):
                return self._highlight(self._led(person), placement)
            case Ring(number=number):
                return self._ring(self._led(person), number, now)

    def keep(self, placements: Collection[str]) -> Iterator[GroupEvent]:
        """The hall has these exhibits now: nobody points at others any more."""
        self._placements = frozenset(placements)
        for group in self:
            if group.highlight is not None and group.highlight not in self._placements:
                yield from self._point(group, None)

    def forget(self, number: int) -> Iterator[GroupEvent]:
        """The person is gone for good."""
        group = self._group_of.get(number)
        if group and group.guide == number:
            yield from self._close(group, "lost")
        elif group:
            yield from self._unfollow(group, number)

    def _start(self, person: Person, code: str) -> Iterator[GroupEvent]:
        before = self._group_of.get(person.number)
        if before and before.guide == person.number:
            raise CommandRefused("leads_already", f"you lead {before.code}")
        if not _CODE.fullmatch(code) or code in self._groups:
            raise CommandRefused("internal", "no fresh code")
        if len(self._groups) >= MOST_GROUPS:
            raise CommandRefused("too_many_groups", f"at most {MOST_GROUPS} groups at a time")
        if before:
            yield from self._unfollow(before, person.number)
        self._groups[code] = self._group_of[person.number] = Group(code, person.number)
        yield GroupOpened(code, person.number)

    def _follow(self, person: Person, code: str) -> Iterator[GroupEvent]:
        group, before = self._groups.get(code), self._group_of.get(person.number)
        if group is None:
            raise CommandRefused("unknown_group", f"there is no group {code!r}")
        if before and before.guide == person.number:
            raise CommandRefused("leads_already", f"you lead {before.code}")
        if person.number not in group.followers and len(group.followers) >= MOST_FOLLOWERS:
            raise CommandRefused("group_full", f"at most {MOST_FOLLOWERS} follow a guide")
        if before and before is not group:
            yield from self._unfollow(before, person.number)
        self._group_of[person.number] = group
        yield from self._set(group, person.number, follows=True)

    def _set(self, group: Group, number: int, *, follows: bool) -> Iterator[GroupEvent]:
        if group.followers.get(number) is not follows:
            group.followers[number] = follows
            yield Followed(group.code, number, follows)

    def _unfollow(self, group: Group, number: int) -> Iterator[GroupEvent]:
        del group.followers[number], self._group_of[number]
        yield Unfollowed(group.code, number)

    def _close(self, group: Group, reason: str) -> Iterator[GroupEvent]:
        del self._groups[group.code]
        for number in (group.guide, *group.followers):
            del self._group_of[number]
        yield GroupClosed(group.code, reason)

    def _highlight(self, group: Group, placement: str | None) -> Iterator[GroupEvent]:
        if placement is not None and placement not in self._placements:
            raise CommandRefused("unknown_placement", f"there is no placement {placement!r}")
        return self._point(group, placement)

    def _point(self, group: Group, placement: str | None) -> Iterator[GroupEvent]:
        if group.highlight != placement:
            group.highlight = placement
            yield Highlighted(group.code, placement)

    def _ring(self, group: Group, number: int | None, now: float) -> Iterator[GroupEvent]:
        """Asks one follower, or all who have broken away, to come back; nobody is made to."""
        if number is not None and number not in group.followers:
            raise CommandRefused("not_following", f"{number} is not in the group")
        wait = group.rung_at + RING_REST - now
        if wait > 0:
            raise CommandRefused("rung_lately", "you have just rung", wait=round(wait, 1))
        rung = [each for each, follows in group.followers.items() if number == each or (number is None and not follows)]
        if rung:
            group.rung_at = now
            yield Rung(group.code, tuple(rung))

    def _led(self, person: Person) -> Group:
        group = self._group_of.get(person.number)
        if group is None or group.guide != person.number:
            raise CommandRefused("not_guide", "you lead no group")
        return group

    def _followed(self, person: Person) -> Group:
        group = self._group_of.get(person.number)
        if group is None or group.guide == person.number:
            raise CommandRefused("not_following", "you follow nobody")
        return group
