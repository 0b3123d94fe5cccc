"""Scalars by YAML 1.2, places, and input that no editor would write."""

from __future__ import annotations

import math

import pytest

from hallwright.layout.conversion import scalar
from hallwright.layout.source import Source, spell


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"), ("NO", "NO"), ("yes", "yes"), ("on", "on"), ("true", True), ("False", False), ("~", None),
        ("", None), ("null", None), ("3", 3), ("-3", -3), ("+3", 3), ("2.5", 2.5), (".5", 0.5), ("3.", 3.0),
        ("1e3", 1000.0), ("-1.5E-2", -0.015), ("007", "007"), ("0x1F", "0x1F"), ("1_000", "1_000"),
        ("12:30", "12:30"), ("2024-09-20", "2024-09-20"), ("3m", "3m"), ("-", "-"), (".", "."), ("1.2.3", "1.2.3"),
        ("9" * 40, 1e40), ("-.inf", -math.inf), ("nan", "nan"),
    ],
)  # fmt: skip
def test_scalars(word: str, value: object) -> None:
    assert scalar(word) == value
    assert type(scalar(word)) is type(value)


def test_nan_is_a_number_that_is_none() -> None:
    assert math.isnan(scalar(".nan"))


def test_places_count_from_one_and_in_characters() -> None:
    source = Source("a.yaml", "名字: 展会\nareas:\n  - {名: 大, size: [3, 4]}\n".encode())

    assert source.place(("名字",)) == (1, 5)
    assert source.place(("areas", 0, "size", 1)) == (3, 22)
    assert source.place(("areas", 0, "size"), key=True) == (3, 12)
    assert source.place(("areas", 0, "gone")) == (3, 5)
    assert source.place(("areas", 7)) == (3, 3)


def test_paths_as_people_write_them() -> None:
    assert spell(("areas", 0, "booths", 12, "kind")) == "areas[0].booths[12].kind"
    assert spell(()) == ""


def test_quoted_words_stay_texts() -> None:
    assert Source("a.yaml", b"a: 'true'\nb: \"3\"\nc: |\n  4\n").data == {"a": "true", "b": "3", "c": "4\n"}


def test_an_alias_is_a_copy() -> None:
    source = Source("a.yaml", b"a: &x [1, 2]\nb: *x\n")

    assert source.problems == []
    assert source.data["b"] == [1, 2]
    assert source.data["b"] is not source.data["a"]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a:\n " * 3, "? " * 50_000])
def test_bottomless_nesting_ends(text: str) -> None:
    source = Source("a.yaml", text.encode())

    assert source.data is None or isinstance(source.data, dict)
    assert len(source.problems) >= 1
    assert all(problem.line >= 1 and problem.column >= 1 for problem in source.problems)


def test_a_bomb_of_aliases_is_refused_soon() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]" for i in range(1, 30)]
    source = Source("bomb.yaml", "\n".join(lines).encode())

    assert source.data is None
    assert "unfold" in source.problems[0].message


def test_thousands_of_mistakes_are_told_in_time() -> None:
    source = Source("a.yaml", "\n".join(f"k{i}:\n" for i in range(20_000)).encode())

    assert len(source.problems) == 20_000
    assert (source.problems[-1].path, source.problems[-1].message) == ("k19999", "there is no value")
