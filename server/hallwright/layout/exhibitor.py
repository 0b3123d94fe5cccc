"""An exhibitor as a frozen value: who shows, how one reaches them, and whom they want to meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallwright.layout.model import Text
    from hallwright.layout.programme import Language


@dataclass(frozen=True, slots=True)
class Contact:
    """How one reaches an exhibitor after the fair; each may be empty."""

    email: str = ""
    url: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Pitch:
    """What an exhibitor says to whom they might meet: what they offer beside their products, whom or what they seek,
    and in which languages they speak; None and empty where they do not say."""

    offers: Text | None = None
    seeks: Text | None = None
    languages: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """Who shows; sample data in the reference venue."""

    id: str
    name: Text
    country: str = ""
    products: tuple[Text, ...] = ()
    contact: Contact = Contact()
    pitch: Pitch = Pitch()
