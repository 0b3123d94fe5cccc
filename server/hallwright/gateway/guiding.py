"""Sends followers where their guide stands and looks, as soon as the guide has said so: one frame for a whole group."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallwright.gateway.presence_port import PresencePort
from hallwright.gateway.venues import OpenVenue
from hallwright.presence import frames

AGAIN = 1.0  # s after which a guide who stands still is told of again


@dataclass(frozen=True, slots=True)
class _Told:
    """What a group heard last, how many followed, and when (s)."""

    gaze: frames.Gaze
    followers: int
    at: float


@dataclass(slots=True)
class Guiding:
    """The groups of one server. ``tell`` is called twenty times a second for every venue."""

    port: PresencePort
    _told: dict[tuple[str, str], _Told] = field(default_factory=dict)

    def tell(self, venue: OpenVenue, now: float) -> None:
        """Send what is new at ``now`` (s); guides speak ten times a second at most, and so do the frames."""
        with venue.lock:
            due = self._due(venue, now)
        for receivers, frame in due:
            self.port.send(venue.id, receivers, (frame,))

    def _due(self, venue: OpenVenue, now: float) -> list[tuple[list[int], bytes]]:
        groups = {(venue.id, group.code): group for group in venue.hall.groups}
        for key in [key for key in self._told if key[0] == venue.id and key not in groups]:
            del self._told[key]
        due = []
        for key, group in groups.items():
            gaze = venue.crowd.gaze(group.guide)
            receivers = [number for number, follows in group.followers.items() if follows]
            if gaze is None or not receivers:
                continue
            told = self._told.get(key)
            if told and (told.gaze, told.followers) == (gaze, len(receivers)) and now - told.at < AGAIN:
                continue
            self._told[key] = _Told(gaze, len(receivers), now)
            due.append((receivers, frames.gaze(group.guide, round(now * 1000), gaze)))
        return due
