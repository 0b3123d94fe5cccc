"""The words that places are known by."""

from __future__ import annotations

import pytest

from hallwright.errors import RouteRefused
from hallwright.layout.model import Venue
from hallwright.wayfinding.finding import Directory
from hallwright.wayfinding.guide import Guide, Wish
from hallwright.wayfinding.network import Network


def ids(guide: Guide, word: str) -> set[str]:
    return {guide.network.places[number].id for number in Directory(guide.network).target(word).places}


@pytest.mark.parametrize("word", ["a05", "A05", " A05 ", "Ａ０５", "hall/a05", "booth-a05", "booth-A05", "Booth A05"])
def test_a_booth_by_its_id_or_number(small: Guide, word: str) -> None:
    assert ids(small, word) == {"a05"}


def test_what_is_no_booth_is_none_by_that_prefix(small: Guide) -> None:
    for word in ("booth-stage", "booth-", "booth-a99", "booth-booth-a05"):
        with pytest.raises(RouteRefused):
            Directory(small.network).target(word)


def test_booths_of_the_reference_venue_as_links_say_them(reference: tuple[Venue, Network]) -> None:
    guide = Guide(reference[1])
    for word in ("booth-a12", "booth-A12", "a12", "A12"):
        assert ids(guide, word) == {"a12"}
    assert guide.guided(Wish("booth-a12", ("booth-b61",))).route.length > 5


def test_kinds_exhibitors_and_areas_mean_all_of_theirs(small: Guide) -> None:
    assert ids(small, "toilets") == ids(small, "toilet") == ids(small, "WC") == {"wc-near", "wc-far"}
    assert ids(small, "huaxin") == {f"a{n:02}" for n in range(1, 9)}
    assert ids(small, "yard") == {"in", "gate"}


def test_an_id_goes_before_a_kind(small: Guide) -> None:
    assert ids(small, "stage") == {"stage"}


def test_a_point_is_taken_as_it_is(small: Guide) -> None:
    target = Directory(small.network).target("yard:3.5, 10")
    assert (target.area, target.at, target.places) == (1, (3.5, 10.0), ())


def test_what_one_may_have_meant_is_told(small: Guide) -> None:
    directory = Directory(small.network)
    mistyped = {
        "a055": "a05", "booth-a055": "a05", "toilest": "toilets", "entrence": "entrance", "hal:1,1": "hall",
    }
    for word, meant in mistyped.items():
        with pytest.raises(RouteRefused) as refused:
            directory.target(word)
        assert meant in refused.value.details["did_you_mean"]  # type: ignore[operator]
        assert "did you mean" in refused.value.en and "您是指" in refused.value.zh


def test_what_was_typed_is_shown_without_its_tricks(small: Guide) -> None:
    with pytest.raises(RouteRefused) as refused:
        Directory(small.network).target("\u202e\x00evil" + "x" * 100)
    assert "\u202e" not in refused.value.en and "\x00" not in refused.value.en and len(refused.value.en) < 80
