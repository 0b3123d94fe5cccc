"""As whom somebody comes to a book of meetings from a page without a connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hallwright.gateway.meetings import decoding, parties
from hallwright.gateway.meetings.parties import Party
from hallwright.live.meetings.profiles import Written


class Callers:
    """Each raises CommandRefused ``malformed``. Whose staff somebody is, whoever calls has seen to."""

    def buyer(self, secret: str) -> Party:
        """Whoever has this secret."""
        return parties.buyer(secret)

    def booth(self, booth: str) -> Party:
        """The staff of a booth."""
        return Party("booth", booth)

    def profile(self, filled: Mapping[str, Any]) -> Written:
        """What was filled in, not yet understood."""
        return decoding.profile({"profile": dict(filled)})
