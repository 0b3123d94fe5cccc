"""Who comes to the meetings of a venue, and how what they wrote is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

from hallwright.gateway.bearers import letter_of
from hallwright.live.meetings.profiles import Profile
from hallwright.live.meetings.sides import Side
from hallwright.live.meetings.state import Meeting
from hallwright.store.writes import MeetingProfile, MeetingText


@dataclass(frozen=True, slots=True)
class Party:
    """A buyer, or the staff of a booth, by id."""

    side: Side
    id: str

    @classmethod
    def of(cls, row: MeetingProfile) -> Party:
        """Whose profile it is."""
        return cls(cast(Side, row.side), row.id)

    @staticmethod
    def body(row: MeetingProfile) -> dict[str, Any]:
        """What is kept of a profile."""
        body: dict[str, Any] = json.loads(row.body)
        return body


def buyer(secret: str) -> Party:
    """Whoever has this secret, as with letters. Raises CommandRefused ``malformed``."""
    return Party("buyer", letter_of(secret))


def profile_row(venue: str, party: Party, profile: Profile, now: float) -> MeetingProfile:
    """A profile as it is kept at ``now`` (s)."""
    body = json.dumps(profile.record(), ensure_ascii=False)
    return MeetingProfile(venue, party.side, party.id, body, round(now * 1000))


def text_row(venue: str, meeting: Meeting, kind: str, text: str, now: float) -> MeetingText:
    """What was written of a meeting at ``now`` (s)."""
    return MeetingText(venue, meeting.id, kind, meeting.buyer, text, round(now * 1000))
