"""The interface font: Noto Sans SC cut down to what the venue and the interface say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from hallwright.build.store import FileRef, Store
from hallwright.catalogue.card import Card, Wording
from hallwright.config import resources
from hallwright.layout.board import BoardRow
from hallwright.layout.model import Text, Venue

ASCII = "".join(map(chr, range(0x20, 0x7F)))
PUNCTUATION = "·…—–‘’“”×→←↑↓°²³，。、；：？！（）《》「」【】￥％"


def venue_characters(venue: Venue, cards: Iterable[Card] = ()) -> str:
    """Every character a visitor of this venue may see, also on the cards of its models, each once, in order."""
    texts: set[str] = set()
    for text in _texts(venue):
        texts.update(text.en, text.zh)
    for card in cards:
        texts.update(*(part for wording in _wordings(card) for part in wording.values()))
    for area in venue.areas:
        texts.update(*(booth.number for booth in area.booths))
    return "".join(sorted(texts | set(ASCII) | set(PUNCTUATION) | set(interface_characters())))


@lru_cache(maxsize=1)
def interface_characters() -> str:
    """What the viewer's own texts need, as its bundle says in ``characters.txt``; empty without a bundle."""
    path = resources().viewer / "characters.txt"
    return path.read_text("utf-8") if path.is_file() else ""


def make_font(characters: str, store: Store) -> FileRef:
    """The font with just these characters, kept in the store."""
    import uharfbuzz  # 50 ms to import, once a process

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in characters if character.isprintable())
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(resources().font("Regular"))))
    return store.put("noto-sans-sc", ".ttf", bytes(uharfbuzz.subset(face, wanted).blob.data))


def _texts(venue: Venue) -> Iterator[Text]:
    yield from (venue.name, venue.theme)
    for exhibitor in venue.exhibitors:
        yield from (exhibitor.name, *exhibitor.products)
    for exhibit in venue.exhibits:
        yield from (exhibit.name, exhibit.summary)
    yield from (device.name for device in venue.devices)
    for tour in venue.tours:
        yield from (tour.name, tour.summary)
        yield from (text for stop in tour.stops for text in (stop.name, stop.text))
    yield from _of_programme(venue)
    for area in venue.areas:
        yield area.name
        for things in (area.zones, area.doors, area.stages, area.facilities, area.portals):
            yield from (thing.name for thing in things)
        yield from (aisle.name for aisle in area.aisles if aisle.name)
        yield from (feature.name for feature in area.features if feature.name)
        yield from (structure.name for structure in area.structures if structure.name)
        yield from (booth.fascia for booth in area.booths)
        yield from (sign.text for sign in area.signs)
        for board in area.boards:
            yield from (board.name, *([board.note] if board.note else ()))
            yield from (text for row in board.rows for text in texts_of(row))


def _of_programme(venue: Venue) -> Iterator[Text]:
    for programme in (venue.programme,) if venue.programme else ():
        yield from (track.name for track in programme.tracks)
        yield from (text for each in programme.speakers for text in (each.name, each.role, each.organisation))
        yield from (text for each in programme.sessions for text in (each.title, each.abstract))


def _wordings(card: Card) -> Iterator[Wording]:
    yield from (card.name, card.summary, *card.motions.values())
    for fact in card.facts:
        yield from (fact.label, fact.value)
    for spot in card.hotspots:
        yield from (spot.name, spot.text)
    yield from (seat.name for seat in card.seats)


def texts_of(row: BoardRow) -> list[Text]:
    """Every text of a board's row."""
    single = (row.name, row.industry, row.title, row.label, row.unit)
    return [*(text for text in single if text), *row.parties]
