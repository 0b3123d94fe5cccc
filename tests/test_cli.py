"""The command line as people and tools use it: real processes, their output and their exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hallwright import __version__
from hallwright.cli.entry import server_mode
from hallwright.config import ENVIRONMENT, resources

COMMANDS = ("validate", "schema", "build", "inspect", "export", "export glb", "export plan", "export show",
            "serve", "replay", "session", "invite")
MINIMAL = resources().layouts / "minimal.yaml"
Hallwright = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def hallwright(tmp_path: Path) -> Hallwright:
    environment = {**os.environ, "HALLWRIGHT_DATA": str(tmp_path / "data"), "COLUMNS": "200", "NO_COLOR": "1"}

    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "hallwright", *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment | more, timeout=120, check=False
        )

    return run


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    text = MINIMAL.read_text("utf-8").replace("id: ", "idd: ", 1) + "\nsurprise: 3m\n"
    path = tmp_path / "broken.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(hallwright: Hallwright, command: str) -> None:
    result = hallwright(*command.split(), "--help")
    assert result.returncode == 0
    assert "Usage: " in result.stdout
    assert len(result.stdout) > 200


def test_version(hallwright: Hallwright) -> None:
    assert hallwright("--version").stdout == f"hallwright {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["validate"],
        ["validate", "no-such-layout.yaml"],
        ["validate", "--jsn", str(MINIMAL)],
        ["build", str(MINIMAL)],
        ["build", str(MINIMAL), "--out", "x", "--workers", "0"],
        ["export"],
        ["export", "obj", str(MINIMAL)],
        ["serve", "no-such-layout.yaml"],
        ["serve", "--port", "99999"],
        ["serve", "--async-mode", "gevent"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_exit_code_2(hallwright: Hallwright, arguments: list[str]) -> None:
    result = hallwright(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert result.stderr.strip() or "Usage" in result.stdout


def test_a_wrong_environment_is_exit_code_2(hallwright: Hallwright) -> None:
    result = hallwright("serve", HALLWRIGHT_PORT="eighty")
    assert result.returncode == 2
    assert "HALLWRIGHT_PORT is 'eighty'" in result.stderr


def test_a_good_layout_is_valid(hallwright: Hallwright) -> None:
    result = hallwright("validate", MINIMAL)
    assert result.returncode == 0
    assert result.stdout.endswith(": ok\n")


def test_a_broken_layout_tells_every_problem_with_its_place(hallwright: Hallwright, broken: Path) -> None:
    result = hallwright("validate", broken)
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert len(lines) >= 2
    for line in lines:
        file, row, column, _ = line.split(":", 3)
        assert file == "broken.yaml"
        assert int(row) >= 1
        assert int(column) >= 1
    assert "surprise" in result.stdout
    assert "problems" in result.stderr
    assert "Traceback" not in result.stderr


def test_problems_for_tools(hallwright: Hallwright, broken: Path) -> None:
    result = hallwright("validate", broken, "--json")
    assert result.returncode == 1
    answer = json.loads(result.stdout)
    assert answer["ok"] is False
    assert {"file", "line", "column", "path", "message", "hint", "severity", "text"} <= answer["problems"][0].keys()
    assert json.loads(hallwright("validate", MINIMAL, "--json").stdout)["ok"] is True


WRITING = [
    ["build", "--out", "nowhere"], ["inspect"], ["export", "glb", "-o", "nowhere.glb"],
    ["export", "plan", "-o", "nowhere.svg"],
]


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_nothing_is_made_of_a_broken_layout(
    hallwright: Hallwright, broken: Path, command: list[str], tmp_path: Path
) -> None:
    command = [str(tmp_path / part) if part.startswith("nowhere") else part for part in command]
    verb = 2 if command[0] == "export" else 1
    result = hallwright(*command[:verb], broken, *command[verb:])
    assert result.returncode == 1
    assert "broken.yaml:" in result.stdout
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.glob("nowhere*"))


def test_the_schema_is_one(hallwright: Hallwright, tmp_path: Path) -> None:
    schema = json.loads(hallwright("schema").stdout)
    assert "json-schema.org" in schema["$schema"]
    written = hallwright("schema", "-o", tmp_path / "schema.json")
    assert written.returncode == 0
    assert json.loads((tmp_path / "schema.json").read_text("utf-8")) == schema


def test_build_makes_the_published_files(hallwright: Hallwright, tmp_path: Path) -> None:
    result = hallwright("build", MINIMAL, "--out", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["revision"] in result.stdout
    assert (tmp_path / "out" / "tileset.json").is_file()
    assert "building" in result.stderr
    assert "\x1b" not in result.stderr, "no bar where there is no terminal"


def test_inspect_counts(hallwright: Hallwright) -> None:
    result = hallwright("inspect", MINIMAL, "--json")
    assert result.returncode == 0, result.stderr
    figures = json.loads(result.stdout)
    area = figures["areas"][0]
    assert area["area_m2"] == area["size"][0] * area["size"][1]
    assert figures["booths"] == sum(area["booths"] for area in figures["areas"]) > 0
    assert figures["cells"] > 0
    assert figures["details"]["far"]["bytes"] > 0
    assert figures["details"]["near"]["triangles"] > 0
    table = hallwright("inspect", MINIMAL)
    assert table.returncode == 0
    assert "m²" in table.stdout


def test_export_writes_one_plain_glb(hallwright: Hallwright, tmp_path: Path) -> None:
    result = hallwright("export", "glb", MINIMAL, "-o", tmp_path / "hall.glb")
    assert result.returncode == 0, result.stderr
    content = (tmp_path / "hall.glb").read_bytes()
    assert content[:4] == b"glTF"
    assert b"EXT_meshopt_compression" not in content


def test_export_writes_the_plan_of_an_area(hallwright: Hallwright, tmp_path: Path) -> None:
    plan = tmp_path / "hall.svg"
    result = hallwright("export", "plan", MINIMAL, "--area", "hall", "--lang", "zh", "-o", plan)
    assert result.returncode == 0, result.stderr
    assert plan.read_bytes().startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<svg ')
    assert "一号馆" in plan.read_text("utf-8")
    unknown = hallwright("export", "plan", MINIMAL, "--area", "hal", "-o", tmp_path / "no.svg")
    assert (unknown.returncode, unknown.stderr.strip()) == (
        1, "hallwright: There is no area 'hal': did you mean `hall`?"
    )
    nowhere = hallwright("export", "plan", MINIMAL, "-o", tmp_path / "nowhere" / "x.svg")
    assert nowhere.returncode == 1
    assert "cannot be written" in nowhere.stderr
    assert hallwright("export", "plan", MINIMAL, "--lang", "fr", "-o", plan).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "environ", "mode"),
    [
        (["serve"], {}, "eventlet"),
        (["serve", "--async-mode", "threading"], {}, "threading"),
        (["serve", "--async-mode=threading", "x.yaml"], {}, "threading"),
        (["serve"], {"HALLWRIGHT_ASYNC_MODE": "threading"}, "threading"),
        (["serve", "--async-mode", "eventlet"], {"HALLWRIGHT_ASYNC_MODE": "threading"}, "eventlet"),
        (["build", "serve"], {}, None),
        ([], {}, None),
    ],
)
def test_only_a_server_is_patched(arguments: list[str], environ: dict[str, str], mode: str | None) -> None:
    assert server_mode(arguments, environ) == mode


def test_readme_documents_every_command_and_variable() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    missing = [f"hallwright {command}" for command in COMMANDS if f"hallwright {command}" not in readme]
    missing += [name for name in ENVIRONMENT if f"`{name}`" not in readme]
    assert not missing
    for option in ("--host", "--port", "--watch", "--async-mode", "--json", "--out", "--workers", "-o"):
        assert option in readme
