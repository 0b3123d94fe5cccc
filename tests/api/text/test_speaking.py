"""What the tour itself says, in both languages, and how it writes numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hallwright.api.text import words
from hallwright.api.text.speaking import Speech, ink_on

TEMPLATES = Path(words.__file__).parent / "templates" / "text"


def test_every_text_is_said_and_every_text_said_is_there() -> None:
    files = [*TEMPLATES.glob("*.html"), *TEMPLATES.parent.parent.glob("*.py")]
    sources = "".join(path.read_text("utf-8") for path in files)
    said = set(re.findall(r'say\(\s*f?"(\w+)"', sources)) | {"stages", "facilities", "boards", "portals"}
    made = {"kind_", "part_", "state_", "screen_", "fault_", "react_", "unsent_", "busy_", "machine_", "heading_"}
    made |= {"device_", "device_kind_"}
    assert said - made <= set(words.WORDS)
    unsaid = {key for key in words.WORDS if key not in said and not key.startswith(tuple(made))}
    assert not {key for key in unsaid if f'"{key}"' not in sources.replace(f'    "{key}": (', "")}


@pytest.mark.parametrize("key", sorted(words.WORDS))
def test_texts_are_in_both_languages_with_the_same_gaps(key: str) -> None:
    english, chinese = words.WORDS[key]
    gaps = [sorted(set(re.findall(r"{(\w+)}", text))) for text in (english, chinese)]
    assert gaps[0] == gaps[1] and english and chinese
    if key not in ("other_language", "colon", "comma", "part"):
        assert re.search(r"[一-鿿]", chinese) and not re.search(r"[一-鿿]", english)


def test_numbers_and_times_are_written_for_people() -> None:
    english, chinese = Speech("en"), Speech("zh")
    assert [english.number(n) for n in (20000.0, 2.5, 3, 0.1 + 0.2)] == ["20,000", "2.5", "3", "0.3"]
    assert [english.time(n) for n in (20, 180, 99.6, 0)] == ["20 s", "3 min", "100 s", "0 s"]
    assert chinese.time(180) == "3 分钟"
    assert [english.say("n_booths", n=n) for n in (1, 2, 0)] == ["1 booth", "2 booths", "0 booths"]
    assert Speech("zh").read({"en": "Only English", "zh": ""}) == "Only English"


def test_badges_are_black_or_white_on_their_colour() -> None:
    assert [ink_on(color) for color in ("#000000", "#ffffff", "#ffee00", "#1f6fb2")] == [
        "#ffffff", "#000000", "#000000", "#ffffff",
    ]  # fmt: skip
