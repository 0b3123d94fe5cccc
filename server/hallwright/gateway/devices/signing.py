"""Who speaks for a device: who can sign with its secret. The same bytes are signed for HTTP and for MQTT."""

from __future__ import annotations

import hashlib
import hmac
import math
import re
from dataclasses import dataclass

LONGEST_BODY = 4096  # bytes
LONGEST_SECRET = 512
_SIGNATURE = re.compile(r"v1=[0-9a-f]{64}")
_TIME = re.compile(r"[0-9]{1,11}(\.[0-9]{1,9})?")
_SEQUENCE = re.compile(r"[0-9]{1,16}")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What came, as it was written: ``method`` and ``path`` of HTTP, or ``MQTT`` and the topic."""

    method: str
    path: str
    time: str
    sequence: str
    signature: str
    body: bytes

    def well_formed(self) -> bool:
        """Whether its time, number and signature can be read at all."""
        marks = ((_TIME, self.time), (_SEQUENCE, self.sequence), (_SIGNATURE, self.signature))
        return all(shape.fullmatch(mark) for shape, mark in marks) and math.isfinite(float(self.time))

    def signed(self, secret: bytes) -> bool:
        """Whether who has this secret wrote it."""
        expected = sign(secret, self.method, self.path, self.time, self.sequence, self.body)
        return hmac.compare_digest(expected, self.signature)


def sign(secret: bytes, method: str, path: str, time: str, sequence: str, body: bytes) -> str:
    """The signature of an event: HMAC-SHA256 over its lines, the last one the SHA-256 of the body."""
    lines = "\n".join(("v1", method, path, time, sequence, hashlib.sha256(body).hexdigest()))
    return f"v1={hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest()}"
