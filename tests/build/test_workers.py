from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import hallwright
from hallwright.build.workers import Workers
from hallwright.errors import BuildError
from tests.build.squaring import die, square

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _tests_can_be_imported_by_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.pathsep.join((str(TOP), str(Path(hallwright.__file__).parents[1])))
    monkeypatch.setenv("PYTHONPATH", path)


def test_other_processes_do_the_work() -> None:
    workers = Workers(square, 1, share=False)
    done = dict(workers.begin(range(12)))
    workers.close()
    assert {task: value for task, (value, _, _) in done.items()} == {n: n * n for n in range(12)}
    assert os.getpid() not in {process for _, process, _ in done.values()}


def test_a_process_does_not_import_its_parents_main_module() -> None:
    workers = Workers(square, 1, share=False)
    assert [imported for _, (_, _, imported) in workers.begin([2])] == [False]
    workers.close()


def test_all_processes_start_at_once() -> None:
    workers = Workers(square, 2, share=False)
    workers.start()
    processes = {process for _, (_, process, imported) in workers.begin(range(60)) if not imported}
    workers.close()
    assert len(processes) == 2


def test_the_caller_shares_the_work_from_the_end() -> None:
    workers = Workers(square, 1, share=True)
    done = dict(workers.begin(range(30)))
    workers.close()
    ours = {task for task, (_, process, _) in done.items() if process == os.getpid()}
    assert 29 in ours
    assert sorted(done) == list(range(30))


def test_without_processes_the_caller_does_it_all() -> None:
    assert [value for _, (value, process, _) in Workers(square, 0, share=True).begin([3, 4])] == [9, 16]


def test_an_error_comes_out_and_the_workers_stay_usable() -> None:
    workers = Workers(square, 1, share=False)
    with pytest.raises(ValueError, match="-1 is negative"):
        list(workers.begin([1, -1, 2]))
    assert [value for _, (value, _, _) in workers.begin([5])] == [25]
    workers.close()


def test_a_process_that_dies_is_told_and_replaced() -> None:
    workers = Workers(die, 1, share=False)
    for _ in range(2):
        with pytest.raises(BuildError, match="ended unexpectedly"):
            list(workers.begin([3]))
    workers.close()


ORPHANS = """
import os, signal, sys
from hallwright.build.workers import Workers
from tests.build.squaring import square
workers = Workers(square, 1, share=False)
for task, (value, process, main) in workers.begin([1]):
    print(process, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_when_their_parent_is_killed() -> None:
    answer = subprocess.run([sys.executable, "-c", ORPHANS], capture_output=True, text=True, timeout=60, check=False)
    process = int(answer.stdout)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and Path(f"/proc/{process}").exists():
        time.sleep(0.05)
    assert not Path(f"/proc/{process}").exists()


EVENTLET = """
import eventlet
eventlet.monkey_patch()
import json, sys, time
from pathlib import Path
from hallwright.build.pipeline import Builder
from hallwright.layout.reading import read_venue

ticks = []
def clock():
    while True:
        ticks.append(time.perf_counter())
        eventlet.sleep(0.01)

venue = read_venue(Path(sys.argv[1]))
eventlet.spawn(clock)
builder = Builder(Path(sys.argv[2]), 1)
first = builder.build(venue)
again = builder.build(venue)
builder.close()
gaps = sorted(b - a for a, b in zip(ticks, ticks[1:]))
print(json.dumps({"same": first.revision == again.revision, "ticks": len(ticks), "median": gaps[len(gaps) // 2]}))
"""


def test_a_build_under_eventlet_ends_and_lets_others_run(tmp_path: Path) -> None:
    layout = TOP / "layouts" / "minimal.yaml"
    answer = subprocess.run(
        [sys.executable, "-c", EVENTLET, str(layout), str(tmp_path / "out")],
        capture_output=True, text=True, timeout=120, check=False,
    )
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    assert told["same"]
    assert told["ticks"] >= 20
    assert told["median"] < 0.05
