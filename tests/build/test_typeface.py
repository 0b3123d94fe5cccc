"""The interface font can write what the cards of the models say."""

from __future__ import annotations

from pathlib import Path

from hallwright.build.typeface import venue_characters
from hallwright.catalogue.card import read_card
from hallwright.config import resources
from hallwright.layout.reading import read_venue
from tests.catalogue.test_card import GOOD

CARD = GOOD + """\
motions: {run: {en: Weave, zh: 捻线}}
hotspots:
  - {id: beam, at: [0, 1, 0], part: beam, name: {en: Beam, zh: 辊轴}, text: {en: It holds., zh: 缠着纱。}}
seats:
  - {id: bench, at: [0, 1, 0], facing: 0, part: beam, name: {en: Bench, zh: 矮凳}}
"""


def test_all_that_a_card_says_can_be_written(tmp_path: Path) -> None:
    home = tmp_path / "loom"
    home.mkdir()
    (home / "model.yaml").write_text(CARD, "utf-8")
    venue = read_venue(resources().layouts / "minimal.yaml")
    without, characters = venue_characters(venue), venue_characters(venue, [read_card(home / "model.yaml")])
    assert set("织机布宽米捻线辊轴缠着纱矮凳") <= set(characters)
    assert not set("捻辊纱凳") & set(without)
    assert list(characters) == sorted(set(characters))
