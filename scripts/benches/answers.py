"""What an answer of the guide costs, and what it is worth, on the 120 questions of tests/knowledge.

    scripts/bench answers [--times 5]

Milliseconds of each question on the reference venue, what the library takes to make, and how many are answered rightly.
Bars: 150 ms a question, 90 % of the answerable right with the right citation, nothing invented. The baseline is the
search, which finds places and answers nothing.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "server")]

from tests.knowledge.guide.fair import QUESTIONS, fault, reference  # noqa: E402

from hallwright.knowledge.guide.answering import answer  # noqa: E402
from hallwright.knowledge.searching import Search  # noqa: E402


def timed(ask: Callable[[str], object], questions: list[str], times: int) -> list[float]:
    """The best of some times for each question, in ms."""
    found = []
    for question in questions:
        spent = []
        for _ in range(times):
            started = time.perf_counter()
            ask(question)
            spent.append(1000 * (time.perf_counter() - started))
        found.append(min(spent))
    return found


def told(name: str, spent: list[float]) -> None:
    """A line of figures."""
    ordered = sorted(spent)
    p95 = ordered[int(0.95 * len(ordered))]
    print(f"  {name:8} {statistics.mean(spent):6.2f} ms mean, {p95:6.2f} ms p95, {ordered[-1]:6.2f} ms worst")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        fair = reference(Path(folder))
        print(f"index and library made in {time.perf_counter() - started:.2f} s; {len(fair.library.things)} things")
        search = Search(Path(folder) / "wmc-guide.db", kept=1)
        started = time.perf_counter()
        search.library()
        print(f"library alone: {1000 * (time.perf_counter() - started):.0f} ms, once a revision")
        questions = [entry["q"] for entries in QUESTIONS.values() for entry in entries]
        told("answers", timed(lambda asked: answer(asked, fair.library, fair.here), questions, times))
        unlike = itertools.count()  # nothing is kept
        told("search", timed(lambda asked: search.find(asked[:80], area=str(next(unlike))), questions, times))
        search.close()
    for group, entries in QUESTIONS.items():
        wrong = [fault(entry, answer(entry["q"], fair.library, fair.here)) for entry in entries]
        print(f"  {group}: {sum(not each for each in wrong)} of {len(entries)} right")


if __name__ == "__main__":
    main()
