"""The programme in the manifest: as it was written, for whoever reads it knows which day it is."""

from __future__ import annotations

from typing import Any

from hallwright.layout.model import Text
from hallwright.layout.programme import Programme, Session, Speaker, Track

Json = dict[str, Any]


def programme_entry(programme: Programme) -> Json:
    """The programme as the manifest says it; ``starts`` is null where each day is the first."""
    return {
        "timezone": programme.timezone, "starts": programme.starts or None,
        "tracks": [_track(track) for track in programme.tracks],
        "speakers": [_speaker(speaker) for speaker in programme.speakers],
        "sessions": [_session(session) for session in programme.sessions],
    }  # fmt: skip


def _track(track: Track) -> Json:
    return {"id": track.id, "name": _text(track.name), "color": track.color}


def _speaker(speaker: Speaker) -> Json:
    return {
        "id": speaker.id, "name": _text(speaker.name), "role": _text(speaker.role),
        "organisation": _text(speaker.organisation),
    }  # fmt: skip


def _session(session: Session) -> Json:
    return {
        "id": session.id, "title": _text(session.title), "abstract": _text(session.abstract), "track": session.track,
        "kind": session.kind, "place": session.place, "area": session.area, "day": session.day,
        "time": f"{session.time // 60:02}:{session.time % 60:02}", "minutes": session.minutes,
        "speakers": list(session.speakers), "languages": list(session.languages),
    } | ({"reel": session.reel} if session.reel else {})  # fmt: skip


def _text(text: Text) -> Json:
    return {"en": text.en, "zh": text.zh}
