"""What the manifest says of a stage's screen and seats: what can be shown there, and where one can sit."""

from __future__ import annotations

from typing import Any

from hallwright.layout.model import Stage, Text
from hallwright.layout.reel import Reel
from hallwright.scene.pieces.staging import ROW_STEP, seat_spots

Json = dict[str, Any]


def reel_entry(reel: Reel) -> Json:
    """A reel; names of files are as the layout writes them."""
    entry: Json = {"id": reel.id, "kind": reel.kind, "name": _text(reel.name)}
    if reel.kind == "slides":
        return entry | {"slides": [{"image": slide.image, "alt": _text(slide.alt)} for slide in reel.slides]}
    if reel.kind == "text":
        return entry | {"text": _text(reel.text) if reel.text else None}
    captions = [{"language": each.language, "file": each.file} for each in reel.captions]
    return entry | {
        "stream": reel.stream, "live": reel.live, "loop": reel.loop, "poster": reel.poster or None,
        "captions": captions,
    }  # fmt: skip


def seating_entry(stage: Stage) -> Json:
    """The seats before a stage: how many rows, how far before its middle the first is and from one to the next, and
    how far to the side each seat of a row is; seats are counted row by row."""
    spots = seat_spots(stage)
    if not spots:
        return {}
    row = spots[: stage.seats_per_row]
    seating = {"rows": stage.seat_rows, "first": round(row[0][1], 3), "step": ROW_STEP}
    return {"seating": seating | {"across": [round(x, 3) for x, _ in row]}}


def _text(text: Text) -> Json:
    return {"en": text.en, "zh": text.zh}
