"""What the package is made of: pinned, reasoned, and complete when installed as a wheel."""

from __future__ import annotations

import ast
import configparser
import json
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

import hallwright

ROOT = Path(hallwright.__file__).parent.parent.parent
IMPORTED_AS = {"argon2-cffi": "argon2", "paho-mqtt": "paho", "pillow": "PIL", "pyyaml": "yaml"}
LOADED_BY_OTHERS = {"simple-websocket"}  # python-engineio's, in threading mode
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def dependencies(section: str, key: str) -> list[str]:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    return [re.split(r"[ =<>!~;\[]", line, maxsplit=1)[0] for line in setup[section][key].split("\n") if line.strip()]


RUNTIME = dependencies("options", "install_requires")
DEV = dependencies("options.extras_require", "dev")


@cache
def imported_names(folder: Path = ROOT / "server" / "hallwright") -> set[str]:
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("name", [*RUNTIME, *DEV])
def test_every_dependency_has_its_reason(name: str) -> None:
    reasons = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text("utf-8")
    assert re.search(rf"^\| `{re.escape(name)}` \| .{{5,}} \|$", reasons, re.MULTILINE)


@pytest.mark.parametrize("name", RUNTIME)
def test_every_dependency_is_used(name: str) -> None:
    assert name in LOADED_BY_OTHERS or IMPORTED_AS.get(name, name.replace("-", "_")) in imported_names()


def test_everything_imported_is_declared() -> None:
    declared = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in RUNTIME}
    # With flask, pydantic and flask-socketio, which could not be without them.
    come_along = {"werkzeug", "markupsafe", "pydantic_core", "engineio", "socketio"}
    assert not imported_names() - set(sys.stdlib_module_names) - {"hallwright"} - declared - come_along


def test_setting_up_installs_all_that_it_imports() -> None:
    backend = ROOT / "build_backend"
    needed = imported_names(backend) - set(sys.stdlib_module_names) - {path.stem for path in backend.glob("*.py")}
    locks = "".join((ROOT / name).read_text("utf-8") for name in ("requirements.lock", "requirements-build.lock"))
    assert needed
    assert not {name for name in needed if f"{name.lower()}==" not in locks}


@pytest.mark.parametrize("name", [*RUNTIME, *DEV])
def test_every_dependency_is_pinned(name: str) -> None:
    lock = "requirements.lock" if name in RUNTIME else "requirements-dev.lock"
    assert re.search(rf"^{re.escape(name)}==", (ROOT / lock).read_text("utf-8"), re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_python_locks_name_versions_and_no_places(lock: Path) -> None:
    for line in lock.read_text("utf-8").splitlines():
        assert re.match(r"#|\s|$|[A-Za-z0-9._-]+==[\w.]+", line), line
        assert "://" not in line
        assert not re.search(r"--|file:", line)


def test_the_viewer_lock_names_digests_and_no_places() -> None:
    packages = json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name and not package.get("link"))


def test_scripts_can_be_run() -> None:
    scripts = [ROOT / "scripts" / name for name in ("setup", "run", "test", "check", "bench", "tally")]
    for script in [*scripts, ROOT / ".ci" / "run"]:
        assert script.stat().st_mode & 0o111, script
        text = script.read_text("utf-8")
        if text.startswith("#!/usr/bin/env bash"):
            assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
            assert "set -" in text


def test_a_wheel_carries_all_that_serving_needs(tmp_path: Path) -> None:
    for stamp in ("packages", "viewer", "fonts"):
        if not (ROOT / ".stamps" / stamp).is_file():
            pytest.skip("the bundle is not made yet: scripts/setup")
    command = ["pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), "."]
    built = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("hallwright-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    bundle = "hallwright/bundle"
    wanted = [f"{bundle}/viewer/index.html", f"{bundle}/viewer/index.html.br", f"{bundle}/layouts/minimal.yaml"]
    wanted += [f"{bundle}/layouts/wmc/venue.yaml", f"{bundle}/layouts/venue.schema.json", "hallwright/py.typed"]
    wanted += [f"{bundle}/fonts/NotoSansSC-{weight}.ttf" for weight in ("Regular", "Bold", "Black")]
    for path in (ROOT / "assets" / "models").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            wanted.append(f"{bundle}/models/{path.relative_to(ROOT / 'assets' / 'models').as_posix()}")
    server = ROOT / "server"
    pages = [path.relative_to(server).as_posix() for path in (server / "hallwright" / "api").rglob("*.html")]
    assert "hallwright/api/letters/templates/letters/ask.html" in pages
    wanted += [*pages, "hallwright/api/text/text.css"]
    assert not set(wanted) - names
    assert any(re.fullmatch(rf"{bundle}/viewer/assets/text-tour-.+\.js\.br", name) for name in names)
    assert any(re.fullmatch(rf"{bundle}/viewer/assets/.+\.js\.br", name) for name in names)
    assert not [name for name in names if "__pycache__" in name or "stress" in name or name.startswith("tests/")]
