"""The status of each code of an error, over HTTP."""

from __future__ import annotations

from collections.abc import Mapping

from hallwright.api.faults import ACCOUNTS, MESSAGES, REFUSALS

CODES: Mapping[str, int] = {
    **{code: status for status, (code, _, _) in MESSAGES.items()},
    **{code: status for code, (status, _, _) in REFUSALS.items()},
    **ACCOUNTS,
    "bad_nickname": 400,
    "bad_password": 400,
    "too_many_stops": 400,
    "not_logged_in": 401,
    "other_site": 403,
    "unknown_venue": 404,
    "unknown_area": 404,
    "unknown_place": 404,
    "no_way": 404,
    "no_programme": 404,
    "storing": 503,
    "compiling": 503,
    "broken": 503,
    "indexing": 503,
    "no_index": 503,
    "no_viewer": 503,
}
LATER = ("too_fast", "compiling", "broken", "indexing")
"""Those that say when to try again."""

HALL = ("unknown_venue", "compiling", "broken")
"""Of everything that a venue must be published for."""
DOOR = ("unauthorized", "forbidden", "too_fast", "storing", "too_large", "malformed")
"""Of the operators' door."""
