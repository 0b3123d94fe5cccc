"""What a person is called in talk and in what is kept: something that is no use to others."""

from __future__ import annotations

import hashlib


def person_of(session: str) -> str:
    """What tells a person from others and gives nothing away of what they come back with."""
    return hashlib.blake2b(session.encode(), digest_size=9, person=b"talk").hexdigest()
