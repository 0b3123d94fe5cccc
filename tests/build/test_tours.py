"""Tours in the manifest."""

from __future__ import annotations

import math
from pathlib import Path

from hallwright.build.tours import tour_entry
from hallwright.build.typeface import venue_characters
from tests.build.conftest import FAIR, read_text

TOURS = """\
tours:
  - id: walk
    name: {en: Walk, zh: 漫步}
    stops:
      - {booth: corner, text: {en: A corner., zh: 龘角落。}, duration: 20}
      - {spawn: entrance, text: {en: The door., zh: 门口。}, camera: {facing: west, look_at: null}}
      - {at: [5, 6], text: {en: A point., zh: 某处。}, camera: {at: [7, 8], look_at: [9, 10, 1.5]}}
""".replace(", look_at: null", "")


def test_a_tour_is_told_with_every_place_that_it_means(tmp_path: Path) -> None:
    venue = read_text(tmp_path, FAIR + TOURS)
    entry = tour_entry(venue.tours[0])
    corner, door, point = entry["stops"]
    assert (entry["id"], entry["summary"], entry["seconds"]) == ("walk", {"en": "", "zh": ""}, 32.0)
    assert (corner["kind"], corner["place"], corner["area"], corner["at"]) == ("booth", "corner", "hall", [12, 18])
    assert (corner["name"], corner["duration"], corner["camera"]) == ({"en": "Corner", "zh": "角落"}, 20, None)
    assert door["camera"] == {
        "at": None, "height": 1.65, "facing": round(1.5 * math.pi, 6), "pitch": None, "look_at": None,
    }  # fmt: skip
    assert (point["kind"], point["place"]) == ("point", "")
    assert (point["camera"]["at"], point["camera"]["look_at"]) == ([7, 8], [9, 10, 1.5])


def test_the_font_has_what_tours_say(tmp_path: Path) -> None:
    assert "龘" in venue_characters(read_text(tmp_path, FAIR + TOURS))
