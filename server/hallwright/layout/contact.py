"""How one reaches an exhibitor, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """How one reaches an exhibitor after the fair; each may be empty."""

    email: str = ""
    url: str = ""
    phone: str = ""


NO_CONTACT = Contact()
