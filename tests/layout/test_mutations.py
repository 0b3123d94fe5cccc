"""Good layouts, damaged in every way that fingers slip: each damage gives located problems or a
valid venue, never a traceback. The damages are drawn from a fixed seed, so they are the same every time."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hallwright.layout.model import Place
from hallwright.layout.reading import Reader, Reading, check

LAYOUTS = Path(__file__).parent.parent.parent / "layouts"
KEY = re.compile(r"([A-Za-z_]+)(: )")
NUMBER = re.compile(r"(?<=[\[ ])-?\d+(\.\d+)?(?=[,\]}\n])")
LIST = re.compile(r"\[[^\[\]\n]*\]")
PER_DAMAGE = 16

Damage = Callable[[str, random.Random], bytes]


def _replace(pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> Damage:
    def damage(text: str, chance: random.Random) -> bytes:
        found = list(pattern.finditer(text))
        if not found:
            return text.encode()
        match = chance.choice(found)
        return (text[: match.start()] + new(match) + text[match.end() :]).encode()

    return damage


def _line(change: Callable[[str, random.Random], str]) -> Damage:
    def damage(text: str, chance: random.Random) -> bytes:
        lines = text.splitlines(keepends=True)
        index = chance.choice([i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")])
        lines[index] = change(lines[index], chance)
        return "".join(lines).encode()

    return damage


def _insert(data: bytes) -> Damage:
    def damage(text: str, chance: random.Random) -> bytes:
        raw = text.encode()
        index = chance.randrange(len(raw))
        return raw[:index] + data + raw[index:]

    return damage


def _cut(text: str, chance: random.Random) -> bytes:
    raw = text.encode()
    return raw[: chance.randrange(1, len(raw))]


def _shuffle_letters(match: re.Match[str]) -> str:
    word = match[1]
    return word[:1] + word[2:3] + word[1:2] + word[3:] + match[2] if len(word) > 2 else word + "x" + match[2]


DAMAGES: dict[str, Damage] = {
    "key renamed": _replace(KEY, _shuffle_letters),
    "key deleted": _replace(KEY, lambda match: ""),
    "key in capitals": _replace(KEY, lambda match: match[1].upper() + match[2]),
    "number as nan": _replace(NUMBER, lambda match: ".nan"),
    "number as infinity": _replace(NUMBER, lambda match: "-.inf"),
    "number with a unit": _replace(NUMBER, lambda match: match[0] + "m"),
    "number a hundred times": _replace(NUMBER, lambda match: match[0] + "00"),
    "number negative": _replace(NUMBER, lambda match: "-" + match[0]),
    "number as text": _replace(NUMBER, lambda match: f'"{match[0]}"'),
    "number as nothing": _replace(NUMBER, lambda match: "~"),
    "number as list": _replace(NUMBER, lambda match: f"[{match[0]}]"),
    "number as mapping": _replace(NUMBER, lambda match: "{a: 1}"),
    "list as word": _replace(LIST, lambda match: "no"),
    "list emptied": _replace(LIST, lambda match: "[]"),
    "list unclosed": _replace(LIST, lambda match: match[0][:-1]),
    "value dangling": _replace(re.compile(r"(?<=: )[a-z][a-z0-9-]+(?=[,}\n])"), lambda match: match[0] + "q"),
    "line twice": _line(lambda line, chance: line + line),
    "line gone": _line(lambda line, chance: ""),
    "line indented": _line(lambda line, chance: " " * chance.randint(1, 5) + line),
    "line outdented": _line(lambda line, chance: line[chance.randint(1, 4) :]),
    "line with a tab": _line(lambda line, chance: "\t" + line),
    "line without colon": _line(lambda line, chance: line.replace(":", "", 1)),
    "quote lost": _line(lambda line, chance: line.rstrip("\n") + '"\n'),
    "bracket lost": _line(lambda line, chance: line.replace("}", "", 1).replace("]", "", 1)),
    "zero byte": _insert(b"\0"),
    "bad byte": _insert(b"\xff"),
    "control byte": _insert(b"\x07"),
    "stray colon": _insert(b": "),
    "stray bracket": _insert(b"["),
    "stray star": _insert(b" *x "),
    "stray tag": _insert(b" !!python/name:os.system "),
    "stray character": _insert("🚀".encode()),
    "end cut off": _cut,
}


def assert_helpful(reading: Reading, folder: Path) -> None:
    assert (reading.venue is None) == bool(reading.problems)
    for problem in (*reading.problems, *reading.warnings):
        # YAML ends lines at more characters than \n
        lines = len(re.split(rb"\r\n|\r|\n|\xc2\x85|\xe2\x80[\xa8\xa9]", (folder / problem.file).read_bytes()))
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert problem.message
        assert not re.search(r"Traceback|pydantic|\bNone\b|Error\b|<class|0x7f", str(problem))


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_minimal_damaged(damage: Damage, tmp_path: Path) -> None:
    """A new reader is helpful; one that has read the good layout and other damaged ones says just the same."""
    text = (LAYOUTS / "minimal.yaml").read_text(encoding="utf-8")
    path, resident = tmp_path / "venue.yaml", Reader()
    chance = random.Random(7)
    for number in range(PER_DAMAGE):
        if number % 2:
            path.write_text(text, encoding="utf-8")
            resident.check(path)
        path.write_bytes(damage(text, chance))
        reading = check(path)
        assert_helpful(reading, tmp_path)
        again = resident.check(path)
        assert again == reading
        assert places(again) == places(reading)


def places(reading: Reading) -> list[Place]:
    """Where booths were written, which their comparison leaves out."""
    return [booth.place for area in (reading.venue.areas if reading.venue else ()) for booth in area.booths]


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damaged") / "wmc"
    shutil.copytree(LAYOUTS / "wmc", folder)
    return folder


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_reference_venue_damaged(damage: Damage, reference: Path, reader: Reader) -> None:
    """A resident reader, as the organizer's editor has it: broken saves, one after the other."""
    chance = random.Random(11)
    for name in ("venue.yaml", "main-hall.yaml", "exhibits.yaml", "luogang-park.yaml", "market.yaml"):
        good = (reference / name).read_text(encoding="utf-8")
        (reference / name).write_bytes(damage(good, chance))
        assert_helpful(reader.check(reference / "venue.yaml"), reference)
        (reference / name).write_text(good, encoding="utf-8")


def test_it_recovers(reference: Path, reader: Reader) -> None:
    assert reader.check(reference / "venue.yaml").problems == ()


def test_damages_that_cannot_be_meant_are_found(tmp_path: Path) -> None:
    text = (LAYOUTS / "minimal.yaml").read_text(encoding="utf-8")
    meant = {"number negative", "number a hundred times", "line gone", "line twice", "list emptied", "key deleted"}
    quiet: dict[str, int] = {}
    for name, damage in DAMAGES.items():
        chance = random.Random(3)
        for _ in range(PER_DAMAGE):
            (tmp_path / "venue.yaml").write_bytes(damage(text, chance))
            quiet[name] = quiet.get(name, 0) + (check(tmp_path / "venue.yaml").venue is not None)

    assert len(DAMAGES) * PER_DAMAGE >= 400
    for name in (
        "key renamed",
        "key in capitals",
        "number as nan",
        "number with a unit",
        "number as list",
        "zero byte",
    ):
        assert quiet[name] <= (2 if name.startswith("key") else 0), (name, quiet[name])
    assert sum(quiet[name] for name in DAMAGES if name not in meant) <= len(DAMAGES) * PER_DAMAGE // 6
