"""What other programs make of our files, against what we say of them.

    scripts/interop [--no-blender] [--models ID …]

Every model as visitors get it (compressed) in three.js and Babylon.js, and in plain form in Blender, with the names of
its motions; the whole reference venue, as ``hallwright export glb`` writes it, in Blender. Exit code 1 when any of them
reads other triangles or motions than we wrote, or nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallwright.build.models import model_asset
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.gltf.container import unpack
from hallwright.gltf.writing import write
from hallwright.scene.materials import MATERIALS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE = (sys.executable, str(ROOT / "build_backend" / "node.py"), "--in", str(HERE), "node")


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds; ``motions`` None where that is not compared."""

    triangles: int
    motions: frozenset[str] | None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-blender", action="store_true")
    parser.add_argument("--models", nargs="*", default=[], metavar="ID")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = write_models(folder, options.models)
        models = [name for name in written if not name.endswith(".plain")]
        found = list(in_browsers(folder, models))
        if not options.no_blender:
            if not options.models:
                written["wmc.plain"] = whole_venue(folder / "wmc.plain.glb")
            found += list(in_blender([folder / f"{name}.glb" for name in written if name.endswith(".plain")]))
    wrong = [problem for each in found for problem in faults(each, written[each["name"]])]
    wanted = [(name, engine) for name in models for engine in ("three", "babylon")]
    wanted += [(name, "blender") for name in written if name.endswith(".plain") and not options.no_blender]
    answered = {(each["name"], each["engine"]) for each in found}
    wrong += [f"{name} in {engine}: no answer" for name, engine in wanted if (name, engine) not in answered]
    print("\n".join(wrong) or "every file is read as it was written")
    return int(bool(wrong))


def write_models(folder: Path, ids: Sequence[str]) -> dict[str, Written]:
    """Each model compressed and plain, in a folder."""
    shelf = Shelf(resources().models, None, resources().dishes)
    written = {}
    for model_id in ids or shelf.ids():
        model = shelf.get(model_id)
        asset = model_asset(model, MATERIALS)
        glb = write(asset)
        (folder / f"{model_id}.glb").write_bytes(glb.data)
        plain = write(asset, "plain")
        (folder / f"{model_id}.plain.glb").write_bytes(plain.data)
        motions = {motion.name for motion in model.rig.motions}
        if any(any(part.apart) for part in model.rig.parts.values()):
            motions.add("explode")
        written[model_id] = Written(glb.triangles, frozenset(motions))
        written[f"{model_id}.plain"] = Written(plain.triangles, frozenset(motions))
    return written


def whole_venue(path: Path) -> Written:
    """The reference venue as the command line exports it."""
    command = [sys.executable, "-m", "hallwright", "export", "glb", str(resources().reference_layout), "-o", str(path)]
    subprocess.run(command, check=True)
    document, _ = unpack(path.read_bytes())
    sizes = [
        sum(document["accessors"][part["indices"]]["count"] // 3 for part in mesh["primitives"])
        for mesh in document["meshes"]
    ]
    return Written(sum(sizes[node["mesh"]] for node in document["nodes"] if "mesh" in node), None)


def in_browsers(folder: Path, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What three.js and Babylon.js say."""
    command = [*NODE, str(HERE / "read.mjs"), str(folder), *names]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in told.splitlines():
        yield _said(json.loads(line))


def in_blender(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """What Blender says."""
    command = ["blender", "--background", "--factory-startup", "--python", str(HERE / "blender_reads.py"), "--"]
    with subprocess.Popen([*command, *map(str, files)], stdout=subprocess.PIPE, text=True) as blender:
        for line in blender.stdout or ():
            if line.startswith("READ "):
                yield _said(json.loads(line[5:]))


def _said(found: dict[str, Any]) -> dict[str, Any]:
    print(json.dumps(found), flush=True)
    return found


def faults(found: dict[str, Any], written: Written) -> Iterator[str]:
    """Where an answer is not what was written."""
    who = f"{found['name']} in {found['engine']}"
    if "fault" in found:
        yield f"{who}: {found['fault']}"
        return
    if round(found["triangles"]) != written.triangles:
        yield f"{who}: {found['triangles']} triangles instead of {written.triangles}"
    if written.motions is not None and set(found["motions"]) != written.motions:
        yield f"{who}: motions {sorted(found['motions'])} instead of {sorted(written.motions)}"


if __name__ == "__main__":
    sys.exit(main())
