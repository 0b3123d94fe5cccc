"""The directions of imports, read with ``ast``: who may know whom, and which room has the door to a library."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hallwright

PACKAGE = Path(hallwright.__file__).parent
NO_CODE_OF_OURS = {"bundle", "migrations"}  # made; steps that Alembic reads
SOURCES = sorted(
    path for path in PACKAGE.rglob("*.py") if not NO_CODE_OF_OURS & set(path.relative_to(PACKAGE).parts)
)
BUILD_BACKEND = PACKAGE.parent.parent / "build_backend"

# A room may import the rooms named here, and whatever those may import.
BELOW = {
    "cli": {"app", "organizer", "gateway.concurrency"},
    "app": {"api", "gateway", "organizer"},
    "api": {"organizer", "describing"},
    "bridge": set(),
    "gateway": {"live", "presence", "store"},
    "organizer": {"build", "export", "wayfinding", "knowledge", "store", "programme"},
    "build": {"gltf"},
    "export": {"gltf", "programme"},
    "wayfinding": {"scene"},
    "knowledge": {"scene"},
    "gltf": {"scene"},
    "scene": {"layout", "catalogue"},
    "layout": {"geometry"},
    "catalogue": {"geometry"},
    "programme": {"geometry"},
    "live": {"geometry", "describing"},
    "presence": {"geometry"},
    "store": {"geometry"},
    "describing": set(),
    "geometry": set(),
}
EVERYONE_MAY = {"config", "errors", "__init__", "__version__"}
ROOM_OF_MODULE = {"app": "app", "gathering": "app", "matchmaking": "app", "serving": "app", "__main__": "cli"}

# A library is imported through its door only; a door is a room or a module of one.
DOORS = {
    "yaml": {"layout", "catalogue.card"},
    "pydantic": {"layout"},
    "shapely": {"layout", "geometry", "scene"},
    "pygltflib": {"gltf", "export"},
    "meshopt": {"gltf"},
    "fast_simplification": {"geometry", "gltf"},
    "trimesh": {"geometry", "catalogue"},
    "mapbox_earcut": {"geometry"},
    "PIL": {"build", "scene"},
    "fontTools": {"build"},
    "uharfbuzz": {"build"},
    "brotli": {"build", "organizer.packing"},
    "isal": {"build"},
    "orjson": {"gltf", "build"},
    "scipy": {"geometry", "scene", "wayfinding", "knowledge.matching.assigning"},
    "flask": {"api", "app", "gateway"},
    "werkzeug": {"api", "app"},
    "whitenoise": {"api"},
    "flask_socketio": {"gateway"},
    "socketio": {"gateway"},
    "engineio": {"gateway"},
    "simple_websocket": {"gateway"},
    "eventlet": {"gateway"},
    "greenlet": {"gateway"},
    "sqlite3": {"store", "knowledge.index_file"},  # a search index is a file of its room, not what has happened
    "icalendar": {"export.calendar", "export.appointments"},
    "pypinyin": {"knowledge.sounds"},
    "authlib": {"organizer.directory"},
    "joserfc": {"organizer.directory"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "argon2": {"organizer.passwords"},
    "paho": {"bridge"},
    "watchfiles": {"organizer.watching"},
    "typer": {"cli"},
    "rich": {"cli"},
    "numpy": {
        "geometry", "layout", "catalogue", "scene", "gltf", "build", "export", "wayfinding", "presence",
        "knowledge.matching",
    },
}
SERVER_NEVER_LOADS = {
    "yaml", "pydantic", "shapely", "scipy", "trimesh", "pygltflib", "PIL", "watchfiles", "fontTools", "pypinyin",
}  # fmt: skip


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def room_of(module: str) -> str:
    first = module.partition(".")[0]
    return ROOM_OF_MODULE.get(first, first)


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports in full"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def reachable(room: str) -> set[str]:
    found: set[str] = set()
    waiting = [room]
    while waiting:
        for below in BELOW.get(waiting.pop(), set()) - found:
            found.add(below)
            waiting.append(below)
    return found


def may_import(room: str, module: str) -> bool:
    allowed = reachable(room) | EVERYONE_MAY | {room}
    return room_of(module) in allowed or any(f"{module}.".startswith(f"{name}.") for name in allowed)


def library_breaches(module: str, imported: str) -> bool:
    doors = DOORS.get(imported.partition(".")[0])
    own = f"{module if room_of(module) not in ('app', 'cli') else room_of(module)}."
    return doors is not None and not any(own.startswith(f"{door}.") for door in doors)


def test_every_room_has_its_place() -> None:
    rooms = {room_of(module_of(path)) for path in SOURCES} - EVERYONE_MAY
    assert rooms <= set(BELOW), f"say in BELOW whom these may import: {rooms - set(BELOW)}"


def test_imports_point_downward() -> None:
    breaches = []
    for path in SOURCES:
        room = room_of(module_of(path))
        for line, name in imports_of(path):
            owner, _, module = name.partition(".")
            if owner == "hallwright" and room not in EVERYONE_MAY and not may_import(room, module):
                breaches.append(f"{path.relative_to(PACKAGE)}:{line}: {room} may not import {module}")
    assert not breaches, "\n".join(breaches)


def test_config_and_errors_import_nothing_above_them() -> None:
    for name in ("config", "errors"):
        ours = {imported for _, imported in imports_of(PACKAGE / f"{name}.py") if imported.startswith("hallwright")}
        assert all(imported.startswith("hallwright.errors") for imported in ours)


def test_one_library_has_one_door() -> None:
    breaches = [
        f"{path.relative_to(PACKAGE)}:{line}: {name.partition('.')[0]} is for {DOORS[name.partition('.')[0]]}"
        for path in SOURCES
        for line, name in imports_of(path)
        if library_breaches(module_of(path), name)
    ]
    assert not breaches, "\n".join(breaches)


def test_the_rules_catch_a_breach() -> None:
    assert not may_import("live", "layout.model")
    assert not may_import("layout", "scene.graph")
    assert not may_import("api", "gateway.attaching")
    assert not may_import("scene", "gltf.writing")
    assert may_import("api", "organizer.halls")
    assert may_import("organizer", "layout.reading")
    assert library_breaches("live.hall", "flask_socketio.SocketIO")
    assert library_breaches("organizer.halls", "watchfiles.watch")
    assert not library_breaches("organizer.watching", "watchfiles.watch")


def test_only_one_module_patches_the_standard_library() -> None:
    patching = [path for path in SOURCES if "monkey_patch(" in path.read_text("utf-8")]
    assert [module_of(path) for path in patching] == ["gateway.concurrency"]


@pytest.mark.parametrize("room", sorted({path.parent for path in SOURCES} - {PACKAGE}), ids=lambda path: path.name)
def test_a_room_says_what_it_knows(room: Path) -> None:
    text = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    assert text.startswith("Knows ")
    assert "\nNever knows " in text


def test_files_functions_and_names_stay_small_and_say_something() -> None:
    vague = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}
    complaints = []
    for path in [*SOURCES, *sorted(BUILD_BACKEND.glob("*.py"))]:
        text = path.read_text("utf-8")
        if path.stem in vague:
            complaints.append(f"{path.name}: says nothing")
        if text.count("\n") >= 400:
            complaints.append(f"{path.name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
                complaints.append(f"{path.name}:{node.lineno}: {node.name} is long")
    assert not complaints, "\n".join(complaints)


def test_building_a_hall_loads_no_library_of_other_formats(tmp_path: Path) -> None:
    """Half a second each: only who brings a model or exports a hall waits for them."""
    code = """
import sys
from pathlib import Path
from hallwright.build.pipeline import build
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.layout.reading import read_venue
build(read_venue(resources().layouts / "minimal.yaml"), Path(sys.argv[1]), workers=1)
Shelf(resources().models).get("drone")
print(*{name.partition(".")[0] for name in sys.modules})
"""
    command = [sys.executable, "-c", code, str(tmp_path)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "numpy" in loaded
    assert not {"trimesh", "pygltflib", "dataclasses_json"} & set(loaded)


def test_the_server_process_stays_light() -> None:
    """Whoever walks must not wait for a compile: the compiler is a process of its own."""
    code = "import sys, hallwright.serving; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = SERVER_NEVER_LOADS & set(loaded)
    assert not heavy
