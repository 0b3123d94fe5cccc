"""What the manifest says of matchmaking."""

from __future__ import annotations

from typing import Any

from hallwright.build.places import text_entry
from hallwright.layout.meeting import Meetings, Offer

Json = dict[str, Any]


def meetings_entry(meetings: Meetings) -> Json:
    """When and where one meets."""
    return {
        "minutes": meetings.minutes, "tracks": list(meetings.tracks), "rooms": list(meetings.rooms),
        "industries": [{"id": each.id, "name": text_entry(each.name)} for each in meetings.industries],
    }


def offer_entry(offer: Offer) -> Json:
    """What an exhibitor says; what it does not is left out."""
    entry: Json = {"industries": list(offer.industries), "languages": list(offer.languages)}
    texts = {"offers": offer.offers, "seeks": offer.seeks}
    return entry | {key: text_entry(value) for key, value in texts.items() if value}
