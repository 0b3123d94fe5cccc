"""The letters to the booths of one venue: read from the store, changed, stored, and only then told.

A letter is written in by people, a few times an hour: it is not kept in memory, but read again for each command, under
a lock of its own. So what is erased from the store is gone everywhere, and nothing has to go on after a stop.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from hallwright.errors import CommandRefused
from hallwright.gateway.bearers import Bearer, letter_of, visitor, writer_of
from hallwright.live import texts
from hallwright.live.letters.cards import card_of
from hallwright.live.letters.commands import Command, End, Inquire, Report, See, Write
from hallwright.live.letters.letter import MOST_EVENTS, Letter
from hallwright.live.letters.state import State
from hallwright.live.letters.telling import told
from hallwright.live.letters.writers import Side, Writer, check
from hallwright.live.rates import Rates
from hallwright.live.talking.words import Words
from hallwright.store import letters as store
from hallwright.store.accounts import Account
from hallwright.store.event_log import PATIENCE, EventLog
from hallwright.store.journal import Journal
from hallwright.store.letters import Job
from hallwright.store.writes import Letter as Row

BINS = 1024  # letters share so many locks and measures, so that no number of them fills the memory
MOST_WAITING = 2_000  # letters to a booth that are not closed
MOST_LISTED = 100
MOST_CARDS = 20_000
INQUIRIES_PER_SECOND, INQUIRY_BURST = 0.5, 30.0  # of all visitors to one booth
WRITING_PER_SECOND, WRITING_BURST = 0.5, 8.0  # of one side in one letter
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A letter as one side sees it: as a line of a list, and the events that were asked for."""

    letter: str
    side: Side
    line: Event
    events: list[Event]

    def record(self) -> Event:
        """As JSON values."""
        return {"letter": self.letter, "side": self.side, "line": self.line, "events": self.events}


Changed = Callable[[str, State, list[Event]], None]
"""Told of each letter in which something happened."""


class LetterBox:
    """Every method may be called from any greenlet or thread; each raises CommandRefused, or StoreError. ``clock``
    gives seconds since 1970."""

    def __init__(
        self, venue: str, journal: Journal, ask: Callable[[Job[Any]], Any], words: Words, clock: Callable[[], float],
        changed: Changed,
    ) -> None:
        self.venue = venue
        self._journal = journal
        self._ask = ask
        self._words = words
        self._clock = clock
        self._changed = changed
        self._booths: frozenset[str] = frozenset()
        self._placements: frozenset[str] = frozenset()
        self._locks = [threading.RLock() for _ in range(BINS)]
        self._inquiries = Rates(INQUIRIES_PER_SECOND, INQUIRY_BURST)
        self._writing = Rates(WRITING_PER_SECOND, WRITING_BURST)

    def replan(self, booths: Iterable[str], placements: Iterable[str]) -> None:
        """The venue has these booths and exhibits now. Letters to a booth that has gone can still be read."""
        self._booths, self._placements = frozenset(booths), frozenset(placements)

    def visitor(self, secret: str, name: str) -> Bearer:
        """Whoever has the secret of a letter, from a page without a connection."""
        return visitor(secret, texts.nickname(name) if name.strip() else "")

    def staff(self, letter: str, account: Account) -> Bearer:
        """Whoever comes with an account, to a letter or, where it is empty, to lists."""
        return Bearer(letter, False, account.name, account.id, account.role, account.booths)

    def inquire(
        self, bearer: Bearer, booth: str, placement: str | None, text: str, card: Mapping[str, str], consent: bool,
        card_consent: bool,
    ) -> Told:
        """Ask the staff of a booth, or leave a card. ``consent``: the visitor has said yes to the letter being kept,
        ``card_consent`` to the card being handed on."""
        if booth not in self._booths:
            raise CommandRefused("unknown_booth", f"there is no booth {booth!r}")
        if placement is not None and placement not in self._placements:
            raise CommandRefused("unknown_placement", f"there is no placement {placement!r}")
        given = card_of(card)
        check_consent(consent and (card_consent or given is None))
        return self._perform(bearer, lambda writer, _: Inquire(writer, booth, text, placement, given))

    def write(self, bearer: Bearer, text: str, key: str | None) -> Told:
        """Write on, or answer."""
        return self._perform(bearer, lambda writer, _: Write(writer, text, key))

    def see(self, bearer: Bearer, upto: int | None = None) -> Told:
        """All up to this number has been read, or all that there is."""
        return self._perform(
            bearer, lambda writer, state: See(writer, state.seq if upto is None else upto)
        )

    def end(self, bearer: Bearer) -> Told:
        """Nobody writes in this letter any more."""
        return self._perform(bearer, lambda writer, _: End(writer))

    def report(self, bearer: Bearer, reason: str) -> Told:
        """Let the moderators read this letter."""
        return self._perform(bearer, lambda writer, _: Report(writer, reason))

    def read(self, bearer: Bearer, since: int = 0) -> Told:
        """What was written after the number ``since``."""
        letter = bearer.letter
        state, events = self._load(letter)
        writer = writer_of(bearer, state)
        return self._told(letter, state, [event for event in events if event["seq"] > since], writer.side)

    def erase(self, bearer: Bearer) -> None:
        """Nothing is left of a letter but that there was one: its visitor wants it so."""
        letter = bearer.letter
        with self._lock(letter):
            state, _ = self._load(letter)
            if writer_of(bearer, state).side != "visitor":
                raise CommandRefused("not_allowed", "a letter is its visitor's to erase")
            self._ask(store.erase(self.venue, letter))
            self._changed(letter, state, [{"kind": "erased"}])

    def mine(self, secrets: Sequence[str]) -> list[Event]:
        """The letters of these secrets, as their visitor's list; those that are gone are not in it. ``of`` says which
        secret a line is of."""
        ids = {letter_of(secret): index for index, secret in enumerate(secrets[:MOST_LISTED])}
        rows = self._ask(store.named(self.venue, list(ids))) if ids else []
        return [{**line_of(row, "visitor"), "of": ids[row.id]} for row in rows]

    def inbox(self, bearer: Bearer, standing: str | None, before: int | None = None) -> list[Event]:
        """The newest letters to the booths of the staff; to moderators, those that were reported."""
        until = round(self._clock() * 1000) + 1 if before is None else before
        if bearer.moderates:
            rows = self._ask(store.reported(self.venue, until, MOST_LISTED))
            return [line_of(row, "moderator") for row in rows]
        asked = store.to_booths(self.venue, _staffed(bearer), standing, until, MOST_LISTED)
        return [line_of(row, "staff") for row in self._ask(asked)]

    def cards(self, bearer: Bearer) -> list[Event]:
        """The cards that were left at the booths of the staff, oldest first."""
        rows = self._ask(store.with_cards(self.venue, _staffed(bearer), MOST_CARDS))
        return [
            {"time": row.opened, "booth": row.booth, "placement": row.placement, **json.loads(row.card)} for row in rows
        ]

    def times(self) -> list[tuple[str, str, int, int | None]]:
        """Of every letter: booth, standing, when it was opened and first answered (ms)."""
        found: list[tuple[str, str, int, int | None]] = self._ask(store.times(self.venue))
        return found

    def _perform(self, bearer: Bearer, wish: Callable[[Writer, State], Command]) -> Told:
        letter = bearer.letter
        with self._lock(letter):
            state, events = self._load(letter)
            writer = writer_of(bearer, state)
            command, now = wish(writer, state), self._clock()
            machine = Letter(state, self._words)
            if machine.repeated(command) is None:
                check(writer, command.WISH, state.standing)
                self._check_rates(letter, command)
            happened = machine.apply(command, now)
            if happened:
                self._store(letter, state, happened)
                self._changed(letter, state, list(happened))
            return self._told(letter, state, [*events, *happened], writer.side)

    def _check_rates(self, letter: str, command: Command) -> None:
        now = self._clock()
        if isinstance(command, Inquire):
            bucket = self._inquiries.ask(command.booth, now)
            if not bucket.granted or self._ask(store.waiting(self.venue, command.booth)) >= MOST_WAITING:
                raise CommandRefused("crowded", "many are writing to this booth", wait=2.0)
        elif not isinstance(command, See):
            bucket = self._writing.ask(f"{_bin(letter)}/{command.writer.side}", now)
            if not bucket.granted:
                raise CommandRefused("too_fast", "too many messages", wait=2.0)

    def _store(self, letter: str, state: State, happened: Sequence[Event]) -> None:
        log = EventLog(store.room(self.venue, letter), self._journal, last=state.seq - len(happened))
        if log.full:
            raise CommandRefused("storing", "too much waits to be stored")
        bodies = [{key: value for key, value in event.items() if key not in ("seq", "time")} for event in happened]
        log.append(happened[0]["time"], bodies, [row_of(self.venue, letter, state)])
        log.settle(PATIENCE)

    def _load(self, letter: str) -> tuple[State, list[Event]]:
        events = self._ask(store.read(self.venue, letter, MOST_EVENTS))
        if events is None:
            raise CommandRefused("unknown_letter", "this letter was erased")
        return State.of(events), events

    def _told(self, letter: str, state: State, events: Iterable[Event], side: Side) -> Told:
        return Told(letter, side, line_of(row_of(self.venue, letter, state), side), told(events, side))

    def _lock(self, letter: str) -> threading.RLock:
        return self._locks[_bin(letter)]


def check_consent(given: bool) -> None:
    """The one place that asks whether a visitor has agreed to what is kept of them. Raises CommandRefused."""
    if not given:
        raise CommandRefused("letter_consent", "say yes to what is kept first")


def row_of(venue: str, letter: str, state: State) -> Row:
    """A letter as it is listed and counted."""
    return Row(
        venue, letter, state.booth, state.placement, state.standing, state.opened, state.answered or None, state.last,
        state.seq, state.unread("visitor"), state.unread("staff"), bool(state.reports), state.name[:64], state.preview,
        json.dumps(state.card, ensure_ascii=False),
    )  # fmt: skip


def line_of(row: Row, side: Side) -> Event:
    """A letter as a line of a list, as this side may know it."""
    unread = {"visitor": row.unread_visitor, "staff": row.unread_staff}.get(side, 0)
    return {
        "letter": row.id, "booth": row.booth, "placement": row.placement, "standing": row.standing,
        "opened": row.opened, "answered": row.answered, "last": row.last, "seq": row.seq, "unread": unread,
        "name": row.name, "preview": row.preview, "card": row.card != "{}",
    }  # fmt: skip


def _staffed(bearer: Bearer) -> tuple[str, ...]:
    if not bearer.booths:
        raise CommandRefused("not_allowed", "letters are for the staff of their booth")
    return bearer.booths


def _bin(letter: str) -> int:
    return crc32(letter.encode()) % BINS
