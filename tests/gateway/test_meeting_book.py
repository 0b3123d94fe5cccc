"""A book of meetings and the clock, threads and retention: what happens while slots are given away, how fast one may
answer, who did not come, and what time forgets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from hallwright.errors import CommandRefused
from hallwright.gateway.meetings.book import ANSWER_BURST, Book
from hallwright.gateway.meetings.matching import MakeMatching, Wish
from hallwright.gateway.meetings.parties import Party
from hallwright.live.meetings.plan import Plan, Slot
from hallwright.live.meetings.profiles import Profile, Written
from hallwright.live.meetings.state import Meeting
from hallwright.live.talking.words import Words
from hallwright.organizer.forgetting import DAY, forget
from hallwright.organizer.meeting import Matchmaking
from hallwright.store.database import Database
from hallwright.store.journal import Journal

START, LENGTH = 1_790_000_000_000, 900_000  # ms
SLOTS = {f"s/{n}": Slot(f"s/{n}", at, at, at + LENGTH) for n in range(1, 4) for at in [START + n * LENGTH]}
BOOTHS = {each: Profile(each, offers="Batteries · 电池") for each in ("a1", "b2")}
PLAN = Plan(SLOTS, ("room",), BOOTHS, {each: {"en": each, "zh": each} for each in BOOTHS})
A1 = Party("booth", "a1")


@dataclass
class Fair:
    """A database, a clock that one may set (s), and books that read what is kept there."""

    database: Database
    journal: Journal
    now: float = START / 1000
    told: list[str] = field(default_factory=list)

    def ask(self, job: Callable[[Any], Any]) -> Any:
        return self.journal.ask(lambda: self.database.do(job))

    def book(self, make_matching: MakeMatching = Matchmaking) -> Book:
        def changed(_: Book, meetings: Sequence[Meeting]) -> None:
            self.told += [each.id for each in meetings]

        book = Book(
            "fair", self.journal, self.ask, Words(), lambda: self.now, make_matching, changed, lambda _: None
        )
        book.replan(PLAN)
        return book


@pytest.fixture
def fair(tmp_path: Path) -> Iterator[Fair]:
    database = Database(f"sqlite:///{tmp_path / 'live.db'}")
    database.open()
    journal = Journal(database, lambda function, *arguments: function(*arguments), time.sleep)
    threading.Thread(target=journal.run, daemon=True).start()
    yield Fair(database, journal)
    assert journal.flush(5)
    database.close()


def buyer(name: str) -> Party:
    return Party("buyer", name)


def come(book: Book, name: str, *free: str) -> Party:
    """A buyer who needs what both booths offer."""
    book.write_profile(buyer(name), Written(name, "", "电池", free=free or tuple(SLOTS)), consent=True)
    return buyer(name)


def agree(book: Book, name: str, slot: str | None = None, booth: str = "a1") -> dict[str, Any]:
    """The buyer asks, the booth agrees."""
    meeting = book.ask(buyer(name), booth, slot, "")["meeting"]["id"]
    agreed: dict[str, Any] = book.answer(Party("booth", booth), meeting, True, None)["meeting"]
    return agreed


def standings(book: Book) -> dict[str, tuple[str, str | None]]:
    """Of the meetings of a1: by the buyer, its standing and slot."""
    told = book.mine(A1)["meetings"]
    return {each["buyer"]: (each["standing"], each["slot"] and each["slot"]["id"]) for each in told}


def common(book: Book, name: str) -> list[str]:
    """The slots that the buyer and a1 are told to have in common."""
    told = next(each["common"] for each in book.matches(buyer(name)) if each["other"] == "a1")
    assert isinstance(told, list)
    return told


class Interrupted(Matchmaking):
    """Lets something happen between the moment when slots were worked out and that when they are given."""

    happens: Callable[[], object] | None = None

    def assign(self, wishes: Sequence[Wish]) -> dict[str, str]:  # type: ignore[override]
        given = super().assign(wishes)
        happens, self.happens = self.happens, None
        if happens:
            other = threading.Thread(target=happens)
            other.start()
            other.join(5)
            assert not other.is_alive(), "whoever else comes has to wait for the lock"
        return given


def test_others_go_on_while_slots_are_worked_out_and_what_they_took_is_dropped(fair: Fair) -> None:
    made: list[Interrupted] = []

    def make(booths: Mapping[str, Profile]) -> Interrupted:
        made.append(Interrupted(booths))
        return made[-1]

    book = fair.book(make)
    for name in ("ann", "ben", "cyd"):
        come(book, name)
        agree(book, name)
    for name in ("dot", "eve"):
        come(book, name)
    waits = agree(book, "dot")
    asked = book.ask(buyer("eve"), "a1", None, "")["meeting"]["id"]
    assert waits["standing"] == "agreed"
    taken: list[dict[str, Any]] = []
    made[-1].happens = lambda: taken.append(book.answer(A1, asked, True, "s/1")["meeting"])
    first = next(each["id"] for each in book.mine(A1)["meetings"] if each["buyer"] == "ann")
    fair.told.clear()
    book.cancel(A1, first)  # dot is to get s/1, and eve takes it
    assert (taken[0]["standing"], taken[0]["slot"]["id"]) == ("booked", "s/1")
    assert standings(book) == {
        "ann": ("cancelled", "s/1"), "ben": ("booked", "s/2"), "cyd": ("booked", "s/3"), "dot": ("agreed", None),
        "eve": ("booked", "s/1"),
    }  # fmt: skip
    assert first in fair.told
    book.cancel(A1, asked)
    assert standings(book)["dot"] == ("booked", "s/1")
    assert standings(fair.book()) == standings(book)  # as it is stored


def test_who_waits_gets_a_later_slot_where_the_first_began_meanwhile(fair: Fair) -> None:
    made: list[Interrupted] = []

    def make(booths: Mapping[str, Profile]) -> Interrupted:
        made.append(Interrupted(booths))
        return made[-1]

    book = fair.book(make)
    come(book, "ann")
    agree(book, "ann", "s/1")
    come(book, "ben", "s/1")
    meeting = agree(book, "ben")["id"]
    made[-1].happens = lambda: setattr(fair, "now", SLOTS["s/2"].starts / 1000)
    come(book, "ben", "s/2", "s/3")
    assert made[-1].happens is None
    assert standings(book)["ben"] == ("booked", "s/3")
    assert fair.told.count(meeting) == 3  # asked, agreed, booked


def test_staff_answer_what_came_overnight_in_a_row_but_not_without_end(fair: Fair) -> None:
    book = fair.book()
    meetings = []
    for number in range(int(ANSWER_BURST) + 1):
        come(book, f"b{number}")
        meetings.append(book.ask(buyer(f"b{number}"), "a1", None, "")["meeting"]["id"])
    for each in meetings[:-1]:
        book.answer(A1, each, False, None)
    with pytest.raises(CommandRefused) as refused:
        book.answer(A1, meetings[-1], False, None)
    assert (refused.value.code, refused.value.wait) == ("too_fast", 1.0)
    fair.now += 1
    assert book.answer(A1, meetings[-1], False, None)["meeting"]["standing"] == "declined"


def test_the_slot_of_who_did_not_come_is_free_for_others_until_it_ends(fair: Fair) -> None:
    book = fair.book()
    come(book, "ann")
    come(book, "ben")
    agree(book, "ann", "s/1")
    assert common(book, "ben") == ["s/2", "s/3"]
    fair.now = SLOTS["s/1"].starts / 1000 + 601
    book.expire()
    assert standings(book)["ann"] == ("missed", "s/1")
    assert common(book, "ben") == ["s/1", "s/2", "s/3"]
    assert agree(book, "ben", "s/1")["slot"]["id"] == "s/1"
    come(book, "cyd")
    assert agree(book, "cyd")["slot"]["id"] == "s/2"  # who says no time gets none that runs
    fair.now = SLOTS["s/1"].ends / 1000
    come(book, "dot")
    assert common(book, "dot") == ["s/3"]


def test_time_forgets_a_buyer_with_their_meetings_and_leaves_the_figures(fair: Fair) -> None:
    book = fair.book()
    come(book, "ann")
    agree(book, "ann", "s/1")
    fair.now += 5 * DAY
    book.write_profile(A1, Written(offers="电池"), consent=False)
    come(book, "ben")
    forget(fair.ask, lambda _: None, round(fair.now * 1000), 3)
    book.refresh()
    for each in (book, fair.book()):
        assert each.kept(buyer("ann")) == {"id": "ann", "profile": None, "meetings": []}
        assert standings(each) == {}
        assert each.kept(buyer("ben"))["profile"]["name"] == "ben"
        assert each.profile(A1).offers == "电池"  # of a booth, not of a person
        assert each.figures()["total"]["asked"] == 1
    assert "ann" not in fair.told  # meetings are told by their ids


def test_a_wished_slot_is_told_to_both(fair: Fair) -> None:
    book = fair.book()
    come(book, "ann")
    book.ask(buyer("ann"), "a1", "s/2", "")
    for party in (A1, buyer("ann")):
        (meeting,) = book.mine(party)["meetings"]
        assert (meeting["wished"]["id"], meeting["wished"]["taken"], meeting["slot"]) == ("s/2", False, None)
    come(book, "ben")
    agree(book, "ben", "s/2")
    wished = {each["buyer"]: each["wished"] for each in book.mine(A1)["meetings"]}
    assert (wished["ann"]["taken"], wished["ben"]["id"]) == (True, "s/2")
    assert book.ask(come(book, "cyd"), "b2", None, "")["meeting"]["wished"] is None
