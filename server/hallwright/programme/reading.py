"""From the manifest's programme to a Programme, every place by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hallwright.programme.sessions import Programme, Session, Speaker, Text, Track

Json = Mapping[str, Any]
NO_TIME = datetime.fromtimestamp(0, UTC)


def programme_of(document: Json) -> Programme | None:
    """The programme of a manifest; None for a venue without one."""
    entry = document.get("programme")
    if not entry:
        return None
    tracks = {each["id"]: Track(each["id"], each["name"], each["color"]) for each in entry["tracks"]}
    speakers = {
        each["id"]: Speaker(each["id"], each["name"], each["role"], each["organisation"]) for each in entry["speakers"]
    }
    names = dict(_names(document))
    written = tuple(
        (_session(each, tracks, speakers, names), each["time"], each["minutes"]) for each in entry["sessions"]
    )
    return Programme(
        venue=document["venue"], name=document["name"], sample=bool(document.get("sample_data")),
        zone=ZoneInfo(entry["timezone"]), first=date.fromisoformat(entry["starts"]) if entry["starts"] else None,
        tracks=tuple(tracks.values()), speakers=tuple(speakers.values()), written=written,
    )  # fmt: skip


def _session(
    entry: Json, tracks: Mapping[str, Track], speakers: Mapping[str, Speaker], names: Mapping[tuple[str, ...], Text]
) -> Session:
    return Session(
        id=entry["id"], title=entry["title"], abstract=entry["abstract"], track=tracks[entry["track"]],
        kind=entry["kind"], place=entry["place"], area=entry["area"],
        where=names[(entry["area"], entry["kind"], entry["place"])], day=entry["day"],
        speakers=tuple(speakers[each] for each in entry["speakers"]), languages=tuple(entry["languages"]),
        written=NO_TIME, starts=NO_TIME, ends=NO_TIME,
    )  # fmt: skip


def _names(document: Json) -> Iterator[tuple[tuple[str, ...], Text]]:
    """What each place is called, by area, kind and id: the stage and its hall."""
    for area in document["areas"]:
        yield (area["id"], "area", area["id"]), area["name"]
        for kind, family in (("stage", "stages"), ("facility", "facilities"), ("booth", "booths")):
            for each in area.get(family, ()):
                own = each["name"]
                number = f"{each['number']} " if kind == "booth" and each["number"] not in own.values() else ""
                en, zh = f"{number}{own['en']}, {area['name']['en']}", f"{area['name']['zh']}{number}{own['zh']}"
                yield (area["id"], kind, each["id"]), {"en": en, "zh": zh}
