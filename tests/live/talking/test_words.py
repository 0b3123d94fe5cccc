"""What the word filter finds, what it leaves alone, and how a list of words is read."""

from __future__ import annotations

import pytest

from hallwright.errors import ConfigError
from hallwright.live.talking.words import Words, read_words

WORDS = Words.of(["damn", "坏话", "dirty trick", "naïve", "C++", "한국"])


@pytest.mark.parametrize(
    "text",
    ["damn", "Oh DAMN!", "ｄａｍｎ it", "d.a.m.n", "d a m n you", "dämn", "da\u0301mn", "(damn)", "d-amn",
     "这是坏话吗", "坏 话", "坏。话", "a dirty  trick", "Dirty-Trick", "NAIVE", "한국", "da\u200cmn"],
)  # fmt: skip
def test_found(text: str) -> None:
    assert WORDS.find(text)


@pytest.mark.parametrize(
    "text", ["goddamnit is one word", "adamnation", "坏的话", "dirty old trick", "hello", "", "a d", "dam n5"]
)
def test_left_alone(text: str) -> None:
    assert not WORDS.find(text)


def test_nothing_is_found_without_words() -> None:
    assert not Words().find("damn")
    assert not Words.of(["", "!!"]).find("!! and all")


def test_a_list_with_remarks() -> None:
    words = read_words("# ours\n damn # mild\n\n坏话\n", "words.txt")
    assert words.find("damn")
    assert words.find("坏话")
    assert not words.find("mild ours")


def test_every_wrong_line_is_named_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        read_words(f"fine\n{'x' * 65}\n!!\n", "words.txt")
    assert "words.txt" in str(caught.value)
    assert "line 2" in str(caught.value)
    assert "line 3" in str(caught.value)
