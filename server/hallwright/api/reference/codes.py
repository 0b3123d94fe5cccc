"""The status of each code of an error, over HTTP."""

from __future__ import annotations

from collections.abc import Mapping

from hallwright.api.faults import ACCOUNTS, MESSAGES, REFUSALS

CODES: Mapping[str, int] = {
    **{code: status for status, (code, _, _) in MESSAGES.items()},
    **{code: status for code, (status, _, _) in REFUSALS.items()},
    **ACCOUNTS,
    "bad_nickname": 400,
    "bad_state": 400,
    "bad_token": 400,
    "unknown_role": 400,
    "bad_password": 400,
    "too_many_stops": 400,
    "not_logged_in": 401,
    "other_site": 403,
    "not_allowed": 403,
    "consent_needed": 400,
    "letter_consent": 400,
    "bad_text": 400,
    "bad_card": 400,
    "bad_reason": 400,
    "filtered": 400,
    "letter_too_long": 400,
    "letter_full": 400,
    "unknown_placement": 400,
    "reported_lately": 400,
    "unknown_letter": 404,
    "unknown_booth": 404,
    "letter_closed": 409,
    "unknown_buyer": 404,
    "unknown_meeting": 404,
    "unknown_slot": 404,
    "bad_profile": 400,
    "meeting_consent": 400,
    "too_many_meetings": 400,
    "slot_taken": 409,
    "slot_over": 409,
    "meeting_standing": 409,
    "met_already": 409,
    "crowded": 429,
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
LATER = ("too_fast", "compiling", "broken", "indexing", "starting")
"""Those that say when to try again."""

HALL = ("unknown_venue", "compiling", "broken")
"""Of everything that a venue must be published for."""
DOOR = ("unauthorized", "forbidden", "too_fast", "storing", "too_large", "malformed")
"""Of the operators' door."""
