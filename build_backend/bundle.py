"""Fill ``server/hallwright/bundle``: everything the package carries that is not Python.

``python build_backend/bundle.py viewer fonts layouts models dishes light`` makes what is named;
each step is skipped when nothing it reads has changed since it last ran (``.stamps/``).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import node

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
BUNDLE = ROOT / "server" / "hallwright" / "bundle"
STAMPS = ROOT / ".stamps"
FONTSOURCE = WEB / "node_modules" / "@fontsource" / "noto-sans-sc"
VITE_CONFIGS = ("vite.config.ts", "vite.embed.config.ts")  # the second adds to what the first made
WEIGHTS = {"Regular": 400, "Bold": 700, "Black": 900}
TEXT = {".html", ".js", ".mjs", ".css", ".json", ".svg", ".webmanifest", ".txt", ".wasm", ".ttf"}


def make_all() -> None:
    """Every step, in order."""
    for name in STEPS:
        make(name)


def make(name: str) -> None:
    """One step, unless its stamp says that its sources and its result are as they were."""
    sources, step, result = STEPS[name]
    digest, stamp = digest_of(sources()), STAMPS / name
    if result.exists() and stamp.is_file() and stamp.read_text("utf-8") == digest:
        return
    print(f"bundle: {name}", flush=True)
    step()
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(digest, "utf-8")


def digest_of(paths: Iterable[Path]) -> str:
    """A digest of the names and contents of these files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def files_below(*folders: Path) -> list[Path]:
    """Every file below these folders, caches left out."""
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in found if not {"__pycache__", "node_modules"} & set(path.parts)]


def npm_packages() -> None:
    """What ``web/package-lock.json`` pins, exactly."""
    node.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=WEB)


def viewer() -> None:
    """Vite's build into ``bundle/viewer``, each text file compressed ahead beside itself."""
    make("packages")
    for config in VITE_CONFIGS:
        node.run(["npx", "--no-install", "vite", "build", "--logLevel", "warn", "--config", config], cwd=WEB)
    for name in ("index.html", "embed.js"):
        if not (BUNDLE / "viewer" / name).is_file():
            raise SystemExit(f"the viewer was built, but bundle/viewer/{name} is not there")
    for path in files_below(BUNDLE / "viewer"):
        if path.suffix in TEXT:
            compress(path)


def compress(path: Path) -> None:
    """Write ``path.br`` and ``path.gz`` where they are smaller."""
    import brotli

    content = path.read_bytes()
    for suffix, packed in ((".br", brotli.compress(content)), (".gz", gzip.compress(content, 9, mtime=0))):
        if len(packed) < len(content):
            path.with_name(path.name + suffix).write_bytes(packed)


def fonts() -> None:
    """Noto Sans SC as TrueType in three weights, from the pinned npm package."""
    make("packages")
    from fontTools.ttLib import TTFont

    (BUNDLE / "fonts").mkdir(parents=True, exist_ok=True)
    for name, weight in WEIGHTS.items():
        font = TTFont(FONTSOURCE / "files" / f"noto-sans-sc-chinese-simplified-{weight}-normal.woff")
        font.flavor = None
        font.recalcTimestamp = False
        without_autohinter(font)
        target = BUNDLE / "fonts" / f"NotoSansSC-{name}.ttf"
        font.save(target.with_suffix(".new"))
        target.with_suffix(".new").replace(target)
    shutil.copyfile(FONTSOURCE / "LICENSE", BUNDLE / "fonts" / "LICENSE-NotoSansSC.txt")


def without_autohinter(font: Any) -> None:
    """Lengthen the control program by three instructions that do nothing (SVTCA[x]). FreeType takes a font
    with a program of 7 bytes or fewer for unhinted and hints it itself: sign text was drawn 3 times slower."""
    program = font["prep"].program
    program.fromBytecode(bytes(program.getBytecode()) + b"\x01\x01\x01")


def layouts() -> None:
    """The reference layouts, and the schema beside them."""
    copy(ROOT / "layouts", BUNDLE / "layouts")
    (BUNDLE / "layouts" / "stress-1500.yaml").unlink(missing_ok=True)


def models() -> None:
    """The catalogue."""
    copy(ROOT / "assets" / "models", BUNDLE / "models")


def dishes() -> None:
    """The catalogue's models, built and written: a first compile need not wait for their recipes."""
    shutil.rmtree(BUNDLE / "dishes", ignore_errors=True)
    code = (
        "import sys; from pathlib import Path; from hallwright.build.shipping import ship;"
        "from hallwright.catalogue.shelf import Shelf; from hallwright.scene.materials import MATERIALS;"
        "ship(Shelf(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[2]), MATERIALS)"
    )
    places = [str(ROOT / "assets" / "models"), str(BUNDLE / "dishes")]
    run_ours(code, places)
    for path in (BUNDLE / "dishes").iterdir():
        path.chmod(0o644)


def light() -> None:
    """The light baked into the shapes of the reference venue, which most venues share."""
    shutil.rmtree(BUNDLE / "light", ignore_errors=True)
    (BUNDLE / "light").mkdir(parents=True)
    code = (
        "import sys; from pathlib import Path; from hallwright.catalogue.shelf import Shelf;"
        "from hallwright.geometry.occlusion import keep; from hallwright.layout.reading import read_venue;"
        "from hallwright.scene.compiling import compile_scene, realise;"
        "scene = compile_scene(read_venue(Path(sys.argv[1])), Shelf(Path(sys.argv[2])));"
        "[realise(part) for area in scene.areas for part in area.parts]; keep(Path(sys.argv[3]))"
    )
    places = [ROOT / "layouts" / "wmc" / "venue.yaml", ROOT / "assets" / "models", BUNDLE / "light" / "reference.npz"]
    run_ours(code, places)


def run_ours(code: str, places: Sequence[str | Path]) -> None:
    """Run code of ours in a Python of its own, with what this one may import: pip builds a wheel in an environment
    that only its own processes know."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "server"), *filter(None, sys.path)])}
    subprocess.run([sys.executable, "-c", code, *map(str, places)], env=environment, check=True)


def _light_sources() -> list[Path]:
    rooms = [BUNDLE.parent / room for room in ("geometry", "catalogue", "layout", "scene")]
    return [path for path in files_below(*rooms, ROOT / "layouts" / "wmc") if path.suffix in (".py", ".yaml")]


def _dish_sources() -> list[Path]:
    rooms = ("geometry", "catalogue", "gltf", "build")
    code = [path for room in rooms for path in (BUNDLE.parent / room).glob("*.py")]
    return [*files_below(ROOT / "assets" / "models"), *code, BUNDLE.parent / "scene" / "materials.py"]


def copy(source: Path, target: Path) -> None:
    """Replace ``target`` with a copy of ``source``, caches left out."""
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))


def _web_sources() -> list[Path]:
    single = [WEB / name for name in ("index.html", "visit.html", "package-lock.json", "tsconfig.json", *VITE_CONFIGS)]
    return files_below(WEB / "src", WEB / "public", WEB / "build") + [path for path in single if path.is_file()]


LOCK = WEB / "package-lock.json"
STEPS: dict[str, tuple[Callable[[], list[Path]], Callable[[], None], Path]] = {
    "packages": (lambda: [LOCK], npm_packages, WEB / "node_modules" / ".package-lock.json"),
    "viewer": (_web_sources, viewer, BUNDLE / "viewer" / "index.html"),
    "fonts": (lambda: [LOCK, Path(__file__).resolve()], fonts, BUNDLE / "fonts" / "LICENSE-NotoSansSC.txt"),
    "layouts": (lambda: files_below(ROOT / "layouts"), layouts, BUNDLE / "layouts"),
    "models": (lambda: files_below(ROOT / "assets" / "models"), models, BUNDLE / "models"),
    "dishes": (_dish_sources, dishes, BUNDLE / "dishes"),
    "light": (_light_sources, light, BUNDLE / "light"),
}

if __name__ == "__main__":
    os.umask(0o022)
    for wanted in sys.argv[1:] or list(STEPS):
        make(wanted)
