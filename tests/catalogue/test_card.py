"""A card with mistakes is refused with all of them at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallwright.catalogue.card import read_card
from hallwright.errors import CatalogueError

GOOD = """\
name: {en: Loom, zh: 织机}
summary: {en: It weaves., zh: 织布。}
size: [2, 1.5, 1.8]
facts:
  - label: {en: Width, zh: 宽度}
    value: {en: 2 m, zh: 2 米}
    source: Measured
licence: MIT
source: Our own
"""


def card(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "loom" / "model.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def complaint(tmp_path: Path, text: str) -> str:
    with pytest.raises(CatalogueError) as caught:
        read_card(card(tmp_path, text))
    return str(caught.value)


def test_a_good_card_says_what_it_says(tmp_path: Path) -> None:
    read = read_card(card(tmp_path, GOOD))
    assert read.id == "loom"
    assert read.name == {"en": "Loom", "zh": "织机"}
    assert read.size == (2.0, 1.5, 1.8)
    assert read.facts[0].value["zh"] == "2 米"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("licence: MIT", "licence: GPL-9", "loom/model.yaml:8:10: licence: 'GPL-9' is not accepted"),
        ("licence: MIT\n", "", "loom/model.yaml:1:1: card: 'licence' is missing"),
        ("source: Our own", "source: ''", "loom/model.yaml:9:9: source: must be a text"),
        ("zh: 织机", "de: Webstuhl", "loom/model.yaml:1:18: name: 'de' is not a key here"),
        ("[2, 1.5, 1.8]", "[2, 1.5]", "loom/model.yaml:3:7: size: must be"),
        ("[2, 1.5, 1.8]", "[2, .nan, 1.8]", "loom/model.yaml:3:7: size: must be"),
        ("[2, 1.5, 1.8]", "[2m, 1.5, 1.8]", "loom/model.yaml:3:7: size: must be"),
        ("licence: MIT", "licence: MIT\nlicence: MIT", "loom/model.yaml:9:1: card: 'licence' is written twice"),
        ("source: Measured", "sauce: Measured", "loom/model.yaml:7:5: facts[0]: 'sauce' is not a key here"),
        ("name: {en: Loom, zh: 织机}", "name: Loom", "loom/model.yaml:1:7: name: must be a mapping"),
    ],
)
def test_a_mistake_is_located(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert said in complaint(tmp_path, GOOD.replace(old, new))


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("MIT", "mine").replace("[2, 1.5, 1.8]", "big").replace("zh: 宽度", "zh: ''")
    said = complaint(tmp_path, text).splitlines()
    assert [line.split(": ")[1] for line in said] == ["facts[0].label.zh", "size", "licence"]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "name: [", "a: &x 1\nb: *x\n", "\x00", "just words"])
def test_what_is_no_card_is_refused_plainly(tmp_path: Path, text: str) -> None:
    assert complaint(tmp_path, text).startswith("loom/model.yaml")


def test_an_endless_card_is_refused(tmp_path: Path) -> None:
    assert "larger than" in complaint(tmp_path, GOOD + "# " + "x" * 70_000)


TOLD = GOOD + """\
motions:
  run: {en: Weave, zh: 织}
hotspots:
  - id: beam
    at: [0, 1.2, 0.5]
    part: beam
    name: {en: Beam, zh: 经轴}
    text: {en: It holds the warp., zh: 卷着经线。}
"""


def test_a_card_may_tell_of_motions_and_places(tmp_path: Path) -> None:
    read = read_card(card(tmp_path, TOLD))
    assert read.motions == {"run": {"en": "Weave", "zh": "织"}}
    (spot,) = read.hotspots
    assert (spot.id, spot.at, spot.part, spot.name["zh"]) == ("beam", (0.0, 1.2, 0.5), "beam", "经轴")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[0, 1.2, 0.5]", "[0, 1.2]", "loom/model.yaml:14:9: hotspots[0].at: must be [x, y, z]"),
        ("id: beam", "id: Beam!", "loom/model.yaml:13:9: hotspots[0].id: must be small letters"),
        ("    part: beam\n", "", "loom/model.yaml:13:5: hotspots[0]: 'part' is missing"),
        ("zh: 卷着经线。", "zh: ''", "loom/model.yaml:17:40: hotspots[0].text.zh: must be a text"),
        ("  run: {en: Weave, zh: 织}", "  run: Weave", "loom/model.yaml:11:8: motions.run: must be a mapping"),
        ("  run: {en: Weave, zh: 织}", "  - run", "loom/model.yaml:11:3: motions: must be a mapping"),
        ("  - id: beam", "  beam:\n    id: beam", "loom/model.yaml:13:3: hotspots: must be a list"),
        ("  - id: beam", "  - id: beam\n    colour: red", "loom/model.yaml:14:5: hotspots[0]: 'colour' is not a key"),
    ],
)
def test_what_it_tells_wrongly_has_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in complaint(tmp_path, TOLD.replace(old, new))


def test_two_places_have_two_ids(tmp_path: Path) -> None:
    spots = TOLD.index("  - id: beam")
    assert "hotspots[1].id: 'beam' is written twice" in complaint(tmp_path, TOLD + TOLD[spots:])


SEATED = GOOD + """\
seats:
  - id: bench
    at: [0, 1.2, -0.6]
    facing: -90
    part: frame
    name: {en: Bench, zh: 座位}
"""


@pytest.mark.parametrize("stands", [False, True])
def test_a_card_may_tell_of_seats(tmp_path: Path, stands: bool) -> None:
    (seat,) = read_card(card(tmp_path, SEATED), stands=stands).seats
    assert (seat.id, seat.at, seat.facing, seat.part) == ("bench", (0.0, 1.2, -0.6), -90, "frame")
    assert seat.name["zh"] == "座位"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[0, 1.2, -0.6]", "[0, 1.2, high]", "loom/model.yaml:12:9: seats[0].at: must be [x, y, z]"),
        ("facing: -90", "facing: north", "loom/model.yaml:13:13: seats[0].facing: must be a number from -360 to 360"),
        ("facing: -90", "facing: 400", "loom/model.yaml:13:13: seats[0].facing: must be a number from -360 to 360"),
        ("    facing: -90\n", "", "loom/model.yaml:11:5: seats[0]: 'facing' is missing"),
        ("id: bench", "id: The bench", "loom/model.yaml:11:9: seats[0].id: must be small letters"),
        ("zh: 座位", "zh: ''", "loom/model.yaml:15:27: seats[0].name.zh: must be a text"),
        ("    part: frame", "    port: frame", "loom/model.yaml:14:5: seats[0]: 'port' is not a key here"),
        ("  - id: bench", "  bench:\n    id: bench", "loom/model.yaml:11:3: seats: must be a list of {id, at, facing,"),
    ],
)
def test_a_seat_told_wrongly_has_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SEATED
    assert said in complaint(tmp_path, SEATED.replace(old, new))


def test_two_seats_have_two_ids_and_a_dozen_are_enough(tmp_path: Path) -> None:
    bench = SEATED[SEATED.index("  - id: bench") :]
    assert "loom/model.yaml:16:5: seats[1].id: 'bench' is written twice" in complaint(tmp_path, SEATED + bench)
    assert "at most 12" in complaint(tmp_path, SEATED + bench * 12)


def test_only_recipes_have_motions(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="'motions' is not a key here"):
        read_card(card(tmp_path, TOLD), stands=True)
    assert read_card(card(tmp_path, TOLD.replace("motions:\n  run: {en: Weave, zh: 织}\n", "")), stands=True).hotspots
