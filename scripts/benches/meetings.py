"""What slots for everybody cost, and how good they are.

    scripts/bench meetings [--buyers 2000] [--booths 500] [--slots 16]

Buyers need, and exhibitors offer, texts of the reference venue; their scores are those of the matcher. Prints seconds,
the sum of scores, its ratio to an upper bound of the relaxed problem, and the same of a greedy baseline. Bars: 5 s,
0.95.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "server")]

from hallwright.knowledge.matching.assigning import UNBOOKED, assign, bound, greedy  # noqa: E402
from hallwright.knowledge.matching.matching import Matcher, Party  # noqa: E402
from hallwright.layout.reading import read_venue  # noqa: E402


def scores_of(buyers: int, booths: int, draw: np.random.Generator) -> np.ndarray:
    """Scores of buyers, each of whom needs what two exhibitors offer in one of the languages."""
    said = [each.meeting.offers for each in read_venue(ROOT / "layouts/wmc/venue.yaml").exhibitors
            if each.meeting and each.meeting.offers]  # fmt: skip
    offers = [said[number % len(said)] for number in range(booths)]
    matcher = Matcher(f"{each.en} {each.zh}" for each in offers)
    parties = [Party(offers=f"{each.en} {each.zh}") for each in offers]
    scores = np.zeros((buyers, booths))
    for buyer in range(buyers):
        lang = "zh" if buyer % 2 else "en"
        first, second = (offers[number] for number in draw.integers(0, booths, 2))
        wants = Party(f"{getattr(first, lang)} {getattr(second, lang)}")
        for booth, party in enumerate(parties):
            match = matcher.match(wants, party, 4)
            scores[buyer, booth] = match.score if match else 0.0
    return scores


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in (("buyers", 2000), ("booths", 500), ("slots", 16)):
        parser.add_argument(f"--{name}", type=int, default=value)
    asked = parser.parse_args()
    draw = np.random.default_rng(7)
    began = time.perf_counter()
    scores = scores_of(asked.buyers, asked.booths, draw)
    spent = time.perf_counter() - began
    print(f"{asked.buyers} × {asked.booths} matched in {spent:.1f} s, {np.mean(scores > 0):.0%} of the pairs match")
    free = draw.random((asked.buyers, asked.slots)) < 0.6, draw.random((asked.booths, asked.slots)) < 0.85
    most = bound(scores, *free)
    for solve in (assign, greedy):
        began = time.perf_counter()
        booked = solve(scores, *free)
        spent, worth = time.perf_counter() - began, scores[booked != UNBOOKED].sum()
        meetings = np.count_nonzero(booked != UNBOOKED)
        figures = f"{meetings} meetings  score {worth:.1f}  {worth / most:.4f} of the bound"
        print(f"{solve.__name__:7} {spent:6.2f} s  {figures}")


if __name__ == "__main__":
    main()
