"""A manifest with a programme, as the compiler writes it."""

from __future__ import annotations

from typing import Any


def document(starts: str | None = "2026-09-20", zone: str = "Asia/Shanghai") -> dict[str, Any]:
    """A hall with a stage and a booth, an opening and a talk on the first day, and one on the second."""
    def session(id: str, day: int, time: str, minutes: int, **more: Any) -> dict[str, Any]:
        return {
            "id": id, "title": {"en": id.title(), "zh": f"场次{id}"},
            "abstract": {"en": "About, it; all", "zh": "关于"},
            "track": "talks", "kind": "stage", "place": "main", "area": "hall", "day": day, "time": time,
            "minutes": minutes, "speakers": ["ann"], "languages": ["zh"], **more,
        }  # fmt: skip

    return {
        "venue": "fair", "revision": "00112233aabbccdd", "name": {"en": "Fair", "zh": "展会"}, "sample_data": True,
        "areas": [{
            "id": "hall", "name": {"en": "Hall", "zh": "展馆"}, "size": [40, 24], "zones": [],
            "stages": [{
                "id": "main", "name": {"en": "Main Stage", "zh": "主舞台"}, "at": [20, 12], "facing": 0.0,
                "size": [8, 4],
            }],
            "booths": [{"id": "a1", "number": "A1", "name": {"en": "Huaxin", "zh": "华新"}}],
        }],
        "programme": {
            "timezone": zone, "starts": starts,
            "tracks": [{"id": "talks", "name": {"en": "Talks", "zh": "演讲"}, "color": "#1f6fb2"}],
            "speakers": [{
                "id": "ann", "name": {"en": "Ann", "zh": "安"}, "role": {"en": "Host", "zh": "主持"},
                "organisation": {"en": "", "zh": ""},
            }],
            "sessions": [
                session("opening", 1, "09:00", 45), session("talk", 1, "10:00", 60, kind="booth", place="a1"),
                session("second", 2, "09:00", 30, kind="area", place="hall", speakers=[]),
            ],
        },
    }  # fmt: skip
