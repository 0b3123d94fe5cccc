"""Passwords, hashed so that who reads the database must try each of them for long (argon2id)."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 200

_hasher = PasswordHasher()


@cache
def _nobodys() -> str:
    """Somebody who does not exist takes as long to refuse as somebody who does."""
    return _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """What is kept of it. Takes tens of milliseconds, on purpose."""
    return _hasher.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether it is the password; ``kept`` None fits none, and takes as long to say so."""
    try:
        return _hasher.verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
