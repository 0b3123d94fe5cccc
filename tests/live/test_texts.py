"""Nicknames: honest ones pass in one form, deceiving ones do not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.errors import CommandRefused
from hallwright.live.texts import NICKNAME_LENGTH, announcement, nickname


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ada", "Ada"),
        ("  Ada \t Lovelace\n", "Ada Lovelace"),
        ("王\u3000小明", "王 小明"),
        ("e\u0301lan", "élan"),
        ("x" * 24, "x" * 24),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("हिन्दी", "हिन्दी"),
        ("ภาษาไทยที่", "ภาษาไทยที่"),
        ("<script>alert(1)</script"[:24], "<script>alert(1)</script"),
        ("❤\ufe0f", "❤\ufe0f"),
    ],
)
def test_honest_names_pass(typed: str, shown: str) -> None:
    assert nickname(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "\u3000", "x" * 25, "x" * 100_000, "a\u0000b", "a\u0007", "a\u202eb", "a\u2066b\u2069",
        "a\u200fb", "a\u200bb", "a\ufeffb", "a\u00adb", "a\u200db", "\u200d", "👩\u200d", "\u3164",
        "\u2800", "\u115f\u1160", "\ud800", "\ue000", "Z\u0300\u0301\u0302\u0303", "\u0301x", "a\U000e0041b", "\ufff9x",
    ],
    ids=ascii,
)
def test_deceiving_names_are_refused(typed: str) -> None:
    with pytest.raises(CommandRefused) as refused:
        nickname(typed)
    assert refused.value.code == "bad_nickname"


@given(st.text(max_size=40))
def test_an_accepted_name_is_in_its_one_form(typed: str) -> None:
    try:
        name = nickname(typed)
    except CommandRefused:
        return
    assert nickname(name) == name
    assert 1 <= len(name) <= NICKNAME_LENGTH
    assert name == name.strip()
    assert "  " not in name
    assert not any(unicodedata.bidirectional(character) in {"RLO", "LRO", "RLE", "LRE", "PDF"} for character in name)
    assert name.isprintable() or "\u200d" in name or "\u200c" in name


def test_announcements_have_a_length() -> None:
    assert announcement(" The  forum begins. ") == "The forum begins."
    for text in ("", "x" * 281):
        with pytest.raises(CommandRefused):
            announcement(text)
