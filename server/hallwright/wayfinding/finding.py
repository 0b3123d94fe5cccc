"""Which places a visitor means by a word: an id, a booth's number, a kind (the nearest of it), an area, or a point
of one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator

from hallwright.errors import RouteRefused
from hallwright.wayfinding.network import Network, Place
from hallwright.wayfinding.routing import Target

POINT = re.compile(r"\s*([^:\s]+)\s*:\s*(-?\d{1,6}(?:\.\d{1,6})?)\s*,\s*(-?\d{1,6}(?:\.\d{1,6})?)\s*\Z")
LONGEST = 80
SUGGESTED = 3
LOOKED_AT = 400  # words compared with one that is not known
FAMILIES = (
    "booth", "exhibit", "zone", "stage", "board", "show", "facility", "portal", "spawn", "door", "structure", "ground",
)
BOOTH = "booth-"
OTHERS = {"toilet": "toilets", "wc": "toilets", "restroom": "toilets", "coffee": "cafe", "info": "information"}


class Directory:
    """The words that places of a network are known by. A word of several families means the first of ``FAMILIES``."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._areas = {area.id: number for number, area in enumerate(network.areas)}
        self._words: dict[str, tuple[int, list[int]]] = {}
        for number, place in enumerate(network.places):
            for rank, word in self._words_of(place):
                self._note(word, rank, number)

    def target(self, word: str) -> Target:
        """What a word means; raises RouteRefused ``unknown_place`` with the words nearest to it."""
        point = POINT.match(word[: 3 * LONGEST])
        if point:
            return self._point(word, point)
        plain = _plain(word)
        known = self._words.get(plain) or self._words.get(OTHERS.get(plain, ""))
        numbers = known[1] if known else self._booths(plain)
        if not numbers:
            raise self._unknown(word)
        return Target(word, tuple(numbers))

    def _booths(self, plain: str) -> list[int]:
        """The booths of ``booth-a12``, as links say it, whether ids begin so or not."""
        if not plain.startswith(BOOTH):
            return []
        _, numbers = self._words.get(plain.removeprefix(BOOTH), (0, []))
        return [number for number in numbers if self._network.places[number].family == "booth"]

    def _words_of(self, place: Place) -> Iterator[tuple[int, str]]:
        rank = FAMILIES.index(place.family)
        yield rank, place.id
        yield rank, f"{self._network.areas[place.area].id}/{place.id}"
        yield from ((len(FAMILIES), word) for word in place.also)
        if place.family in ("portal", "spawn"):
            yield len(FAMILIES) + 1, self._network.areas[place.area].id

    def _note(self, word: str, rank: int, number: int) -> None:
        key = _plain(word)
        known = self._words.get(key)
        if known is None or rank < known[0]:
            self._words[key] = (rank, [number])
        elif rank == known[0]:
            known[1].append(number)

    def _point(self, word: str, match: re.Match[str]) -> Target:
        area = self._areas.get(match[1])
        if area is None:
            near = difflib.get_close_matches(match[1][:LONGEST], self._areas, SUGGESTED, 0.5)
            raise _refused(word, near or list(self._areas)[:SUGGESTED])
        at = float(match[2]), float(match[3])
        width, depth = self._network.areas[area].size
        if not (0 <= at[0] <= width and 0 <= at[1] <= depth):
            en = f"{match[1]} reaches from 0,0 to {width:g},{depth:g}; {match[2]},{match[3]} lies outside"
            zh = f"{match[1]} 的范围是 0,0 至 {width:g},{depth:g}；{match[2]},{match[3]} 在范围之外"
            raise RouteRefused("out_of_range", en, zh)
        return Target(word, area=area, at=at)

    def _unknown(self, word: str) -> RouteRefused:
        plain = _plain(word)[:LONGEST].removeprefix(BOOTH)
        alike = [known for known in self._words if known[:1] == plain[:1] and abs(len(known) - len(plain)) <= 3]
        near = difflib.get_close_matches(plain, alike[:LOOKED_AT], SUGGESTED, 0.5)
        return _refused(word, near)


def _plain(word: str) -> str:
    """As people may type it: full-width letters, capitals and spaces make no difference."""
    return unicodedata.normalize("NFKC", word[: 3 * LONGEST]).strip().casefold().replace(" ", "-")


def _refused(word: str, near: list[str]) -> RouteRefused:
    shown = "".join(letter if letter.isprintable() else "?" for letter in word[:40])
    en, zh = f"there is no place “{shown}”", f"没有名为“{shown}”的地点"
    if near:
        en, zh = f"{en}; did you mean {near[0]}?", f"{zh}；您是指 {near[0]} 吗？"
    return RouteRefused("unknown_place", en, zh, place=shown, did_you_mean=near)
