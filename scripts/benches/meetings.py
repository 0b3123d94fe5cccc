"""What matching everybody and slots for everybody cost, and how good they are.

    scripts/bench meetings [--buyers 2000] [--booths 500] [--slots 16]

Buyers need, and exhibitors offer, texts of the reference venue; languages, industries and free slots are drawn. Prints
seconds of scoring all pairs, of giving them slots, of the reasons of all that got one, and of the whole; the sum of
scores and its ratio to an upper bound of the relaxed problem. Baselines in the same run: pairs matched one by one, and
a greedy assignment. Bars: 5 s for the whole, 0.95 of the bound.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "server")]

from hallwright.knowledge.matching.assigning import UNBOOKED, Free, Scores, assign, bound, greedy  # noqa: E402
from hallwright.knowledge.matching.matching import Counts, Matcher, Party  # noqa: E402
from hallwright.layout.reading import read_venue  # noqa: E402

PAIRS = 20_000  # that are matched one by one, to know what all would cost
Result = TypeVar("Result")


def timed(act: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds, and what came of it."""
    began = time.perf_counter()
    result = act()
    return time.perf_counter() - began, result


def parties(buyers: int, booths: int, draw: np.random.Generator) -> tuple[list[Party], list[Party], Matcher]:
    """Buyers, each of whom needs what two exhibitors offer in one of the languages; and the exhibitors."""
    venue = read_venue(ROOT / "layouts/wmc/venue.yaml")
    said = [each.meeting for each in venue.exhibitors if each.meeting and each.meeting.offers]
    texts = [(each.offers, each.industries) for each in said if each.offers]
    offering = [texts[number % len(texts)] for number in range(booths)]
    exhibitors = [
        Party(offers=f"{offer.en} {offer.zh}", industries=frozenset(industries), languages=frozenset(spoken))
        for (offer, industries), spoken in zip(offering, draw.choice(["zh", "en zh"], booths), strict=True)
        for spoken in [str(spoken).split()]
    ]  # fmt: skip
    wanting = []
    for buyer, places in enumerate(draw.integers(0, booths, (buyers, 2)).tolist()):
        lang = "zh" if buyer % 2 else "en"
        needs = " ".join(getattr(offering[place][0], lang) for place in places)
        wanting.append(Party(needs, "", exhibitors[places[0]].industries, frozenset({lang})))
    return wanting, exhibitors, Matcher(each.offers for each in exhibitors)


def told(name: str, scores: Scores, booked: np.ndarray, most: float) -> str:
    """How good an assignment is."""
    got = scores[booked != UNBOOKED]
    return f"{name:9} {len(got)} meetings  score {got.sum():.1f}  {got.sum() / most:.4f} of the bound"


def one_by_one(matcher: Matcher, buyers: list[Party], booths: list[Party], common: Counts, scores: Scores) -> float:
    """Seconds that all pairs would take one by one, by some of them; their scores have to be the same."""
    rows = range(max(1, PAIRS // len(booths)))
    spent, made = timed(lambda: [[matcher.match(buyers[row], booth, int(common[row, place]))
                                  for place, booth in enumerate(booths)] for row in rows])  # fmt: skip
    if not all((made[row][place].score if made[row][place] else 0.0) == scores[row, place]
               for row in rows for place in range(len(booths))):  # fmt: skip
        raise SystemExit("bulk and single scores differ")
    return spent / (len(rows) * len(booths)) * len(buyers) * len(booths)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in (("buyers", 2000), ("booths", 500), ("slots", 16)):
        parser.add_argument(f"--{name}", type=int, default=value)
    asked = parser.parse_args()
    draw = np.random.default_rng(7)
    buyers, booths, matcher = parties(asked.buyers, asked.booths, draw)
    free: tuple[Free, Free] = tuple(
        draw.random((number, asked.slots)) < share for number, share in ((asked.buyers, 0.6), (asked.booths, 0.85))
    )
    common = free[0].astype(int) @ free[1].T.astype(int)

    scoring, scores = timed(lambda: matcher.scores(buyers, booths, common))
    assigning, booked = timed(lambda: assign(scores, *free))
    pairs = np.argwhere(booked != UNBOOKED).tolist()
    explaining, why = timed(lambda: [matcher.match(buyers[b], booths[e], int(common[b, e])) for b, e in pairs])
    whole, apart = scoring + assigning + explaining, one_by_one(matcher, buyers, booths, common, scores)
    print(f"{asked.buyers} × {asked.booths} × {asked.slots}: {np.mean(scores > 0):.0%} of the pairs match")
    print(f"scoring   {scoring:6.2f} s  one by one {apart:.1f} s: {apart / scoring:.0f} times as long")
    print(f"assigning {assigning:6.2f} s")
    print(f"reasons   {explaining:6.2f} s  of {len(why)}, {sum(bool(each and each.reasons) for each in why)} have some")
    print(f"whole     {whole:6.2f} s  bar 5 s")
    most = bound(scores, *free)
    print(told("assign", scores, booked, most))
    spent, plain = timed(lambda: greedy(scores, *free))
    ratio = scores[booked != UNBOOKED].sum() / scores[plain != UNBOOKED].sum()
    print(f"{told('greedy', scores, plain, most)}  in {spent:.2f} s; assign has {ratio:.4f} of its score")


if __name__ == "__main__":
    main()
