"""All events, by the direction in which they go. A new feature brings a module like those imported here."""

from __future__ import annotations

from collections.abc import Mapping

from hallwright.gateway.vocabulary import (
    calls,
    devices,
    groups,
    hall,
    letters,
    meetings,
    own,
    people,
    polls,
    queues,
    stages,
    talk,
    telemetry,
)
from hallwright.gateway.vocabulary.describing import Ask, Tell
from hallwright.live.vocabulary import Event

ASKED: Mapping[str, Ask] = {
    **hall.ASKED,
    **groups.ASKED,
    **people.ASKED,
    **talk.ASKED,
    **calls.ASKED,
    **polls.ASKED,
    **stages.ASKED,
    **queues.ASKED,
    **own.ASKED,
    **letters.ASKED,
    **meetings.ASKED,
}
"""What pages send, each with an acknowledgement."""

TOLD: Mapping[str, Tell] = {
    "event": Tell("Something happened in the venue.", Event),
    "events": Tell("Several things happened within a moment, in order.", list[Event]),
    "superseded": Tell("A newer connection has taken over; this one ends."),
    **people.TOLD,
    **talk.TOLD,
    **calls.TOLD,
    **letters.TOLD,
    **meetings.TOLD,
    **telemetry.TOLD,
    **devices.TOLD,
    **queues.TOLD,
}
"""What the server sends."""
