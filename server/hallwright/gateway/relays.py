"""Servers that help two pages to find each other (ICE, RFC 8445): STUN tells a page its own address, TURN passes on
what cannot go straight.

A TURN server is asked with a name that is good for hours, and a password made of it and of a secret that both share
(draft-uberti-behave-turn-rest-00, which coturn calls ``use-auth-secret``): nobody's page ever has the secret.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

GOOD_FOR = 4 * 3600  # s


@dataclass(frozen=True, slots=True)
class Relays:
    """Addresses as browsers want them, ``stun:…`` and ``turn:…``, and the secret of the latter."""

    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    secret: str = ""

    def told(self, number: int, now: float) -> list[dict[str, Any]]:
        """The servers as a page hands them to its ``RTCPeerConnection``, for the person of this number."""
        servers: list[dict[str, Any]] = [{"urls": list(self.stun)}] if self.stun else []
        if self.turn:
            name = f"{int(now) + GOOD_FOR}:{number}"
            digest = hmac.new(self.secret.encode(), name.encode(), hashlib.sha1).digest()
            word = base64.b64encode(digest).decode("ascii")
            servers.append({"urls": list(self.turn), "username": name, "credential": word})
        return servers
