"""Booths are dressed by a seed: neighbours differ, and nothing changes from one build to the next."""

from __future__ import annotations

from itertools import pairwise

from hallwright.layout.model import Booth
from hallwright.scene.branding import LOOKS, brands_of, dress
from hallwright.scene.builders import booths as booths_builder
from hallwright.scene.compiling import realise
from hallwright.scene.planning import Setting
from tests.scene.sample import booth, hall, venue


def row(count: int) -> list[Booth]:
    return [booth(f"r{n}", (10 + 3 * n, 10), exhibitor=f"maker-{n}") for n in range(count)]


def worn(one: Booth) -> list[object]:
    """What a booth shows, without where it stands."""
    area = hall(booths=(one,))
    (planned,) = booths_builder.plan(Setting(venue(area), area, None))
    nodes = realise(planned).nodes
    at = nodes[0].translation
    return [(node.mesh.key, [round(a - b, 3) for a, b in zip(node.translation, at, strict=True)]) for node in nodes]


def test_neighbours_differ() -> None:
    dressed = [worn(one) for one in row(40)]
    assert all(left != right for left, right in pairwise(dressed))


def test_a_booth_is_dressed_alike_every_time() -> None:
    one = booth("r1", (13, 10))
    first = worn(one)
    dress.cache_clear()
    assert worn(one) == first


def test_an_exhibitor_looks_alike_in_all_its_booths() -> None:
    here, there = booth("a1", (10, 10)), booth("z9", (40, 10))
    assert dress(here).look == dress(there).look
    assert dress(here).brand == dress(there).brand


def test_the_looks_of_a_zone_keep_to_a_few_colours() -> None:
    looks = {(dress(one).look, dress(one).brand) for one in row(200)}
    assert len(looks) == LOOKS
    assert {brand for _, brand in looks} == set(brands_of("#1F6FB2"))
