"""Contact sheets: every model at rest, in motion, apart and cut away; every kind of booth; every zone by day and dusk.

    scripts/contact_sheet [--models ID …] [--booths] [--zones] [--only TEXT …] [--out DIR] [--cell W]

Pictures are taken by Chromium from the files that visitors get, and judged by people.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from hallwright.build.models import about, model_asset
from hallwright.catalogue.shelf import Model, Shelf
from hallwright.config import resources
from hallwright.gltf.writing import write
from hallwright.scene.materials import MATERIALS

ROOT = Path(__file__).resolve().parents[2]
SHOT = (960, 720)
COLUMNS = 4
GAP, CAPTION = 8, 30
Shot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """Where sheets go, of which kind, and how wide a picture is on them (pixels)."""

    folder: Path
    suffix: str
    cell: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="*", metavar="ID", help="models (all of them when none is named)")
    parser.add_argument("--booths", action="store_true", help="one booth of every kind")
    parser.add_argument("--zones", action="store_true", help="every zone and area, by day and dusk")
    parser.add_argument("--only", nargs="*", metavar="TEXT", help="of booths and zones: captions that hold this")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images" / "contact")
    parser.add_argument("--png", action="store_true", help="sheets as PNG, for viewers that know no JPEG")
    parser.add_argument("--cell", type=int, default=480, help="width of one picture on the sheet, pixels")
    options = parser.parse_args()
    everything = options.models is None and not options.booths and not options.zones
    paper = Paper(options.out, ".png" if options.png else ".jpg", options.cell)
    options.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    if everything or options.models is not None:
        failed |= sheet_of_models(options.models or [], paper)
    if everything or options.booths or options.zones:
        from places import sheets_of_places

        failed |= sheets_of_places(paper, everything or options.booths, everything or options.zones, options.only)
    return failed


def sheet_of_models(ids: Sequence[str], paper: Paper) -> int:
    """A row for each model: from the front, from behind, in motion, apart, cut away."""
    shelf = Shelf(resources().models, None, resources().dishes)
    with tempfile.TemporaryDirectory() as folder:
        files, rows = Path(folder), []
        for model_id in ids or shelf.ids():
            model = shelf.get(model_id)
            glb = write(model_asset(model, MATERIALS))
            (files / f"{model_id}.glb").write_bytes(glb.data)
            rows.append((model, list(shots_of(model, files))))
            print(
                f"{model_id}: {glb.triangles:,} triangles, {len(glb.data) / 1000:.0f} kB, {glb.draws} draws", flush=True
            )
        failed = take([shot for _, shots in rows for shot in shots], files, None)
        for model, shots in rows:
            pictures = [(Path(shot["name"]), shot["caption"]) for shot in shots]
            compose(pictures, paper, model.id)
    return failed


def shots_of(model: Model, folder: Path) -> Iterator[Shot]:
    """What to look at of one model."""
    told = about(model)
    views: list[tuple[str, Shot]] = [("front", {"turn": 30}), ("behind", {"turn": 205, "tilt": 24})]
    views.append(("close", {"turn": -25, "tilt": 6, "zoom": 2.2}))
    for name, motion in told["motions"].items():
        for share in (0.35, 0.7) if name == "run" else (0.5,):
            seconds = motion["duration"] * share
            views.append((f"{name} at {seconds:.1f} s", {"turn": 30, "at": {name: seconds}}))
    if told["explode"]:
        views.append(("apart", {"turn": 30, "tilt": 18, "at": {"explode": 1.0}}))
    if told["cut"]:
        views.append(("cut away", {"turn": 30, "cut": True}))
        views.append(("cut away, close", {"turn": -20, "tilt": 10, "zoom": 1.8, "cut": True}))
    views.append(("dusk", {"turn": 30, "sky": "dusk"}))
    for number, (caption, view) in enumerate(views):
        name = folder / f"{model.id}-{number}.png"
        yield {"name": str(name), "caption": f"{model.id}: {caption}", "model": {"file": f"{model.id}.glb", **view}}


def take(shots: Sequence[Shot], files: Path, hall: str | None) -> int:
    """Have Chromium take the pictures; 1 when one failed."""
    plan = {"files": str(files), "hall": hall, "size": SHOT, "shots": list(shots)}
    node = [sys.executable, str(ROOT / "build_backend" / "node.py"), "--in", str(ROOT / "web"), "node"]
    told = subprocess.run([*node, "sheet/shots.mjs"], input=json.dumps(plan), text=True, env={**os.environ})
    return int(told.returncode != 0)


def compose(pictures: Sequence[tuple[Path, str]], paper: Paper, name: str) -> None:
    """Pictures beside and below each other, each with its caption."""
    kept = [(path, caption) for path, caption in pictures if path.exists()]
    if not kept:
        return
    cell, sheet = paper.cell, paper.folder / f"{name}{paper.suffix}"
    columns = min(COLUMNS, len(kept))
    high = cell * SHOT[1] // SHOT[0]
    rows = -(-len(kept) // columns)
    page = Image.new("RGB", (columns * (cell + GAP) + GAP, rows * (high + CAPTION + GAP) + GAP), "#f4f5f6")
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(resources().fonts / "NotoSansSC-Regular.ttf"), 16)
    for place, (path, caption) in enumerate(kept):
        x, y = GAP + place % columns * (cell + GAP), GAP + place // columns * (high + CAPTION + GAP)
        with Image.open(path) as picture:
            page.paste(picture.convert("RGB").resize((cell, high), Image.Resampling.LANCZOS), (x, y))
        pen.text((x + 4, y + high + 4), caption, "#1d2328", font)
    page.save(sheet, quality=82)
    print(sheet, flush=True)


if __name__ == "__main__":
    sys.exit(main())
