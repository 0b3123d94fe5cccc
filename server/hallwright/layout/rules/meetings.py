"""Matchmaking makes sense: once in a venue, with tracks, rooms and industries that are there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from hallwright.layout.expansion import Expanded
from hallwright.layout.meetings import WrittenMeetings
from hallwright.layout.programmes import WrittenProgramme
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.spelling import did_you_mean

Written = tuple[WrittenMeetings, Origin]


def meetings(
    written: Sequence[Written], exhibitors: Sequence[tuple[Any, Origin]], programmes: Sequence[WrittenProgramme],
    areas: Sequence[Expanded], books: Books, findings: Findings,
) -> None:
    """Everything that is wrong with the meetings of a venue, and with what exhibitors say for theirs."""
    for _, origin in written[1:]:
        findings.add("meetings twice", origin, "a venue has one `meetings`", "put both together")
    for entry, origin in written[:1]:
        _tracks(entry, origin, programmes, books, findings)
        _rooms(entry, origin, areas, books, findings)
        _industries_once(entry, origin, findings)
    known = [each.id for entry, _ in written[:1] for each in entry.industries]
    for exhibitor, origin in exhibitors:
        for number, name in enumerate(exhibitor.meeting.industries if exhibitor.meeting else ()):
            if name not in known:
                _unknown("industry", name, known, origin, books, findings, ("meeting", "industries", number))


def _tracks(
    entry: WrittenMeetings, origin: Origin, programmes: Sequence[WrittenProgramme], books: Books, findings: Findings
) -> None:
    known = [track.id for programme in programmes for _, track in programme.read("tracks")]
    for number, name in enumerate(entry.tracks):
        if name not in known:
            _unknown("track", name, known, origin, books, findings, ("tracks", number))


def _rooms(
    entry: WrittenMeetings, origin: Origin, areas: Sequence[Expanded], books: Books, findings: Findings
) -> None:
    kinds = {facility.id: facility.kind for each in areas for facility in each.area.facilities}
    rooms = [name for name, kind in kinds.items() if kind == "meeting"]
    for number, name in enumerate(entry.rooms):
        at = ("rooms", number)
        if name not in kinds:
            _unknown("facility", name, rooms, origin, books, findings, at)
        elif kinds[name] != "meeting":
            message = f"facility `{name}` is no meeting room: its kind is {kinds[name]}"
            findings.add("room", origin, message, "name one of kind meeting", at=at)
        elif name in entry.rooms[:number]:
            findings.add("room twice", origin, f"room `{name}` is named twice", "remove one", at=at)


def _industries_once(entry: WrittenMeetings, origin: Origin, findings: Findings) -> None:
    seen: set[str] = set()
    for number, each in enumerate(entry.industries):
        if each.id in seen:
            at = ("industries", number, "id")
            findings.add("industry twice", origin, f"industry `{each.id}` is named twice", "remove one", at=at)
        seen.add(each.id)


def _unknown(
    kind: str, name: str, known: Collection[str], origin: Origin, books: Books, findings: Findings,
    at: tuple[str | int, ...],
) -> None:
    if books.is_lost(name):
        return
    hint = did_you_mean(name, known) or (f"known: {', '.join(sorted(known)[:20])}" if known else f"add the {kind}")
    findings.add(kind, origin, f"there is no {kind} `{name}`", hint, at=at)
