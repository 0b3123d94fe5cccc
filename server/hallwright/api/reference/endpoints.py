"""What a route says of itself: ``@described(...)`` below ``@routes.get(...)``. Path and method are the route's own.

Every route is described, or says with ``undescribed`` why not; a test holds to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

View = TypeVar("View", bound=Callable[..., Any])
Key = Literal["operator", "login"]
"""What opens a door: the operator's token or the cookie of an organizer; the cookie of any account."""


@dataclass(frozen=True, slots=True)
class Media:
    """An answer that is no JSON: its type, or its types."""

    types: tuple[str, ...]

    @classmethod
    def of(cls, *types: str) -> Media:
        """Of these types."""
        return cls(types)


PAGE = Media.of("text/html")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``answer`` is a shape, ``Media``, or None for nothing; ``query`` and ``body`` are shapes, ``form`` is one that a
    page sends. ``refusals`` are codes of errors, which have their status in ``codes.py``. ``pages`` refuse as pages
    (``"some"``: some of the refusals do), ``tagged`` ones know what a browser has already, and where ``ours`` only
    pages of this server may ask."""

    summary: str
    answer: Any
    query: Any = None
    body: Any = None
    form: Any = None
    refusals: tuple[str, ...] = ()
    key: Key | None = None
    status: int = 200
    redirects: tuple[int, ...] = ()
    pages: bool | Literal["some"] = False
    tagged: bool = False
    ours: bool = False
    parts: bool = False


def described(summary: str, answer: Any, **more: Any) -> Callable[[View], View]:
    """Says of a view what ``Endpoint`` can say."""
    endpoint = Endpoint(summary, answer, **more)

    def say(view: View) -> View:
        view.described = endpoint  # type: ignore[attr-defined]
        return view

    return say


def undescribed(reason: str) -> Callable[[View], View]:
    """Says why a view is nothing that anybody asks for by its address."""

    def say(view: View) -> View:
        view.undescribed = reason  # type: ignore[attr-defined]
        return view

    return say


def endpoint_of(view: Callable[..., Any]) -> Endpoint | None:
    """What a view says of itself; None where it says why not. Raises LookupError for one that says nothing."""
    said: Endpoint | None = getattr(view, "described", None)
    if said is None and not getattr(view, "undescribed", ""):
        raise LookupError(f"say what {view.__qualname__} answers: @described(...), see docs/formats/http.md")
    return said
