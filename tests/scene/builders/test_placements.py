"""Exhibits stand on their plinths, with a label in both languages; on a road or a stage they stand alone."""

from __future__ import annotations

import pytest

from hallwright.catalogue.card import read_card
from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.errors import CatalogueError
from hallwright.layout.model import Area, Exhibit
from hallwright.scene.builders import placements
from hallwright.scene.graph import Group
from hallwright.scene.planning import Setting
from tests.scene.outdoors import grounds, placement, showing
from tests.scene.sample import hall, text

SHELF = Shelf(resources().models)


def built(area: Area, shelf: Shelf | None = SHELF) -> Group:
    (part,) = placements.plan(Setting(showing(area), area, shelf))
    return placements.make(part)


def names(group: Group) -> set[str]:
    return {node.name.rpartition("/")[2].partition("-")[0] for node in group.nodes}


def test_a_hero_in_the_hall_is_framed() -> None:
    group = built(hall(placements=(placement(),)))
    (hero,) = group.heroes
    assert hero.model == "rocket"
    assert hero.translation == pytest.approx((25.0, 0.4, -10.0))
    assert names(group) == {"plinth", "light", "rope", "stand"}
    title = next(label for label in group.labels if label.name.endswith("title"))
    assert title.zh
    assert title.en
    facts = next(label for label in group.labels if label.name.endswith("facts"))
    known = read_card(resources().models / "rocket" / "model.yaml").facts[0]
    assert known.value["en"] in facts.en
    assert known.value["zh"] in facts.zh


def test_a_hero_s_radius_holds_all_of_it() -> None:
    (hero,) = built(hall(placements=(placement(),))).heroes
    model = SHELF.get("rocket")
    assert hero.radius >= model.radius * 0.95


def test_scale_reaches_the_plinth() -> None:
    small, large = (built(hall(placements=(placement(scale=s),))) for s in (0.5, 1.0))
    widths = [
        max(float(p.positions[:, 0].max()) for n in g.nodes if n.name.endswith("/plinth") for p in n.mesh.primitives)
        for g in (small, large)
    ]
    assert widths[0] < widths[1]


def test_a_car_on_the_road_stands_alone() -> None:
    group = built(grounds(placements=(placement(exhibit="ev-sedan", plinth=0.0),), booths=()))
    assert not group.nodes
    assert not group.labels
    assert group.heroes[0].translation[1] == 0.0


def test_what_stands_on_a_stage_has_no_plinth_of_its_own() -> None:
    group = built(grounds(placements=(placement(plinth=1.0),)))
    assert not group.nodes
    assert group.heroes[0].translation[1] == 1.0


def test_a_model_that_is_not_there_is_told_by_name() -> None:
    area = hall(placements=(placement(exhibit="ghost"),))
    venue = showing(area)
    ghost = type(venue)(
        venue.id, venue.name, venue.theme, True, venue.exhibitors,
        (Exhibit("ghost", text("ghost"), "rokket", text("?")),), venue.areas,
    )  # fmt: skip
    with pytest.raises(CatalogueError, match="Did you mean 'rocket'"):
        list(placements.plan(Setting(ghost, area, SHELF)))


def test_a_changed_model_changes_the_key_and_nothing_else_does() -> None:
    area = hall(placements=(placement(),))
    first, again = (next(iter(placements.plan(Setting(showing(area), area, SHELF)))) for _ in range(2))
    bare = next(iter(placements.plan(Setting(showing(area), area, None))))
    assert first.key == again.key
    assert first.key != bare.key
