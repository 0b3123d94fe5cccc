"""The scripts' own logic: the tally of tests, and the Node that pip brings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTEST = '<testsuites><testsuite tests="10" failures="1" errors="1" skipped="2"/></testsuites>'


def vitest(passed: int, failed: int, unloaded: int = 0, skipped: int = 0, name: str = "all.test.ts") -> str:
    statuses = ["passed"] * passed + ["failed"] * failed + ["pending"] * skipped
    files = [{"name": f"{number}.test.ts", "status": "failed", "assertionResults": []} for number in range(unloaded)]
    status = "failed" if failed else "passed"
    tests = [{"status": each} for each in statuses]
    return json.dumps({"testResults": [*files, {"name": name, "status": status, "assertionResults": tests}]})


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "tally"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def tally(folder: Path) -> tuple[int, str]:
    result = run(folder)
    return result.returncode, result.stdout.splitlines()[-1]


def told(*arguments: object) -> str:
    return run(*arguments).stdout


def put(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / name.replace("__", "-").replace("_", ".")).write_text(content, "utf-8")
    return folder


def test_all_is_well(tmp_path: Path) -> None:
    put(tmp_path, check_status="0", unit_status="0", vitest__unit_json=vitest(30, 0))
    assert tally(tmp_path) == (0, "31 passed, 0 failed")


def test_failures_are_added_up(tmp_path: Path) -> None:
    put(tmp_path, check_status="1", pytest_status="1", pytest_xml=PYTEST, unit_status="1")
    put(tmp_path, vitest__unit_json=vitest(30, 2))
    assert tally(tmp_path) == (1, "36 passed, 5 failed, 2 skipped")


def test_a_file_that_does_not_load_is_a_failure(tmp_path: Path) -> None:
    put(tmp_path, unit_status="1", vitest__unit_json=vitest(3, 0, unloaded=1))
    assert tally(tmp_path) == (1, "3 passed, 1 failed")


def test_tests_skipped_behind_a_hook_that_failed_are_a_failure(tmp_path: Path) -> None:
    hooked = json.loads(vitest(0, 0, skipped=4))
    hooked["testResults"][0]["status"] = "failed"
    put(tmp_path, browser_status="1", vitest__browser_json=json.dumps(hooked))
    assert tally(tmp_path) == (1, "0 passed, 1 failed, 4 skipped")


def test_what_ran_once_more_counts_instead_and_is_named(tmp_path: Path) -> None:
    first = json.loads(vitest(3, 0, name="calm.test.ts"))
    first["testResults"] += json.loads(vitest(1, 1, name="busy.test.ts"))["testResults"]
    put(tmp_path, browser_status="0", vitest__browser_json=json.dumps(first))
    put(tmp_path, vitest__browser__again_json=vitest(2, 0, name="busy.test.ts"))
    assert tally(tmp_path) == (0, "5 passed, 0 failed")
    assert "busy.test.ts" in told(tmp_path) and "calm.test.ts" not in told(tmp_path)


def test_what_fails_again_is_a_failure(tmp_path: Path) -> None:
    put(tmp_path, browser_status="1", vitest__browser_json=vitest(1, 1))
    put(tmp_path, vitest__browser__again_json=vitest(1, 1))
    assert tally(tmp_path) == (1, "1 passed, 1 failed")


@pytest.mark.parametrize(("unloaded", "named"), [(0, 0), (3, 3), (4, 0)])
def test_only_a_few_files_run_once_more(tmp_path: Path, unloaded: int, named: int) -> None:
    put(tmp_path, browser_json=vitest(1, 0, unloaded=unloaded))
    assert len(told("--failing", tmp_path / "browser.json").split()) == named


def test_a_runner_that_dies_is_a_failure(tmp_path: Path) -> None:
    put(tmp_path, unit_status="1", vitest__unit_json=vitest(3, 0), pytest_status="139")
    assert tally(tmp_path) == (1, "3 passed, 2 failed")


def test_nothing_run_is_a_failure(tmp_path: Path) -> None:
    assert tally(tmp_path) == (1, "0 passed, 0 failed")


NODES = [("v20.19.0", False), ("v24.1.0", False), ("v20.2.0", True), ("?", True)]


@pytest.mark.parametrize(("version", "missing"), NODES)
def test_an_old_node_is_as_good_as_none(tmp_path: Path, version: str, missing: bool) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho '{version}'\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    code = "import node, sys; sys.exit(node.needs_wheel())"
    path = os.pathsep.join([str(tmp_path), "/bin"])
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "build_backend", env={"PATH": path}, check=False)
    assert bool(result.returncode) is missing
