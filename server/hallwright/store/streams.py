"""Streams beside the log of a venue: each numbered and stored as a venue's own, under a name that no venue can have."""

from __future__ import annotations

import hashlib

BESIDE = "#"
"""Between the venue and the stream; ids of venues never hold it."""
LONGEST = 64  # characters of a name in the tables


def beside(venue: str, stream: str) -> str:
    """The name under which a stream of a venue is stored; a long one is shortened to what tells it from others."""
    name = f"{venue}{BESIDE}{stream}"
    if len(name) <= LONGEST:
        return name
    return f"{venue[:20]}{BESIDE}{hashlib.blake2b(name.encode(), digest_size=16).hexdigest()}"
