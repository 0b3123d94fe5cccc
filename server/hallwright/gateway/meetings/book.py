"""The meetings of one venue: kept in memory, one state for all, read from the store at the start.

A slot is free for two only if nobody else has taken it, so one state decides, under one lock (0042). What a command
changes is noted in the journal under that lock, and acknowledged and told once it is stored.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.gateway.concurrency import aside
from hallwright.gateway.meetings.matching import MakeMatching, Matching, Wish
from hallwright.gateway.meetings.parties import Party, profile_row, text_row
from hallwright.live import texts
from hallwright.live.meetings import figures
from hallwright.live.meetings.commands import (
    Answer,
    Ask,
    Assign,
    Cancel,
    Expire,
    Forget,
    Here,
    Move,
    SideCommand,
    TellOutcome,
)
from hallwright.live.meetings.meetings import Meetings
from hallwright.live.meetings.plan import NOWHERE, Plan, Slot
from hallwright.live.meetings.profiles import LONGEST, Profile, Written, profile_of
from hallwright.live.meetings.sides import OutcomeKind, Side
from hallwright.live.meetings.state import Meeting, State
from hallwright.live.rates import Rates
from hallwright.live.talking.words import Words
from hallwright.store import meetings as store
from hallwright.store.event_log import EventLog
from hallwright.store.journal import Journal
from hallwright.store.writes import ForgetBuyer, Write

MOST_MATCHES = 20
MOST_BUYERS = 20_000  # profiles of a venue
WISHES_PER_SECOND, WISH_BURST = 0.5, 12.0  # of one side
ANSWERS_PER_SECOND, ANSWER_BURST = 1.0, 60.0  # likewise: staff go through all that came overnight in a row
MOST_ROUNDS = 3  # of giving slots away, where others took some meanwhile
FREEING = frozenset({"cancelled", "missed", "released", "forgot", "booked"})  # a slot may have been given back
Values = dict[str, Any]
Changed = Callable[["Book", Sequence[Meeting]], None]
"""Told of meetings in which something happened, once that is stored."""
Present = Callable[[Party], int | None]
"""The number of somebody of a side who is in the venue now."""


class Book:
    """Every method may be called from any greenlet or thread; each raises CommandRefused, or StoreError. ``clock``
    gives seconds since 1970."""

    def __init__(
        self, venue: str, journal: Journal, ask: Callable[[Any], Any], words: Words, clock: Callable[[], float],
        make_matching: MakeMatching, changed: Changed, present: Present,
    ) -> None:
        self.venue = venue
        self._ask = ask
        self._words = words
        self._clock = clock
        self._make_matching = make_matching
        self._changed = changed
        self._present = present
        self._lock = threading.RLock()
        self._wishing, self._answering = Rates(WISHES_PER_SECOND, WISH_BURST), Rates(ANSWERS_PER_SECOND, ANSWER_BURST)
        self._profiles: dict[Party, Profile] = {}
        self._texts: dict[tuple[str, str], str] = {}
        kept: store.Kept = self._read()
        self._log = EventLog(store.room(venue), journal, remembered=0, last=len(kept.events))
        self._meetings = Meetings(self._free, State.of(kept.events))
        self._matching: Matching = make_matching({})

    def _read(self) -> store.Kept:
        kept: store.Kept = self._ask(store.read(self.venue))
        self._profiles = {Party.of(row): Profile.of(Party.body(row)) for row in kept.profiles}
        self._texts = {(row.meeting, row.kind): row.text for row in kept.texts}
        return kept

    def refresh(self) -> None:
        """What retention took out of the store goes here too, and with the profile of a buyer their meetings."""
        with self._lock:
            self._read()
            there = [each for each in self._meetings.state.meetings.values() if not each.gone]
            nameless = {each.buyer for each in there if Party("buyer", each.buyer) not in self._profiles}
        for buyer in sorted(nameless):
            self.forget(Party("buyer", buyer))

    def replan(self, plan: Plan) -> None:
        """When and where one can meet now."""
        with self._lock:
            before, self._meetings.plan = self._meetings.plan, plan
            if plan.booths != before.booths or before is NOWHERE:
                self._matching = self._make_matching(plan.booths)

    def profile(self, party: Party) -> Profile:
        """What a side says of itself; of a booth what the layout says, as far as its staff said nothing else."""
        kept = self._profiles.get(party)
        if party.side == "buyer":
            return kept or Profile()
        planned = self._meetings.plan.booths.get(party.id, Profile())
        return kept or Profile(**{**planned.values(), "free": tuple(self._meetings.plan.slots)})

    def _free(self, side: Side, who: str) -> frozenset[str]:
        return frozenset(self.profile(Party(side, who)).free)

    def write_profile(self, party: Party, written: Written, consent: bool) -> Values:
        """Keep what a side says of itself; ``consent``: a buyer said yes to its being kept and shown."""
        check_consent(consent or party.side == "booth")
        with self._lock:
            plan = self._meetings.plan
            self._check_booth(party)
            profile = profile_of(written, plan.industries, plan.slots, self._words)
            if party.side == "booth" and not profile.free:
                profile = Profile(**{**profile.values(), "free": tuple(plan.slots)})
            self._check_rate(party, self._wishing)
            if party not in self._profiles and len(self._profiles) >= MOST_BUYERS:
                raise CommandRefused("crowded", "there are too many profiles", wait=60.0)
            self._check_room()
            self._profiles[party] = profile
            now = self._clock()
            changed = self._note((), now, [profile_row(self.venue, party, profile, now)])
        self._settle(changed, freed=True)
        return {"profile": profile.record(), "complete": profile.complete}

    def mine(self, party: Party) -> Values:
        """All that is kept of a side."""
        with self._lock:
            self._check_booth(party)
            plan, taken = self._meetings.plan, self._meetings.state.taken(party.side, party.id)
            slots = sorted(plan.slots.values(), key=lambda slot: (slot.starts, slot.id))
            theirs = self._meetings.state.with_side(party.side, party.id)
            return {
                "id": party.id, "side": party.side, "profile": self.profile(party).record(),
                "slots": [_slot(slot, slot.key in taken) for slot in slots],
                "meetings": [self.told(each, party.side) for each in theirs],
                "industries": [{"id": id_, "name": dict(name)} for id_, name in plan.industries.items()],
            }  # fmt: skip

    def kept(self, party: Party) -> Values:
        """What is kept of a buyer, without what the venue says: for who asks for all of theirs."""
        with self._lock:
            profile = self._profiles.get(party)
            theirs = self._meetings.state.with_side(party.side, party.id)
            return {
                "id": party.id, "profile": profile.record() if profile else None,
                "meetings": [self.told(each, party.side) for each in theirs],
            }  # fmt: skip

    def matches(self, party: Party) -> list[Values]:
        """Whom a side matches best, and why. They are compared outside the lock, as they were a moment ago."""
        with self._lock:
            self._check_booth(party)
            now, matching, one = self._clock(), self._matching, self.profile(party)
            others, mine = self._others(party.side), self._meetings.open(party.side, party.id, now)
            profiles = [self.profile(each) for each in others]
            common = [len(mine & self._meetings.open(each.side, each.id, now)) for each in others]
        best = matching.best(one, profiles, common, MOST_MATCHES)
        with self._lock:
            made = ((others[place], score, reasons) for place, score, reasons in best)
            return [self._told_match(party, *each) for each in made if self._is_there(each[0])]

    def _others(self, side: Side) -> list[Party]:
        """Everybody across the table, by id."""
        if side == "buyer":
            return [Party("booth", each) for each in sorted(self._meetings.plan.booths)]
        return sorted((each for each in self._profiles if each.side == "buyer"), key=lambda each: each.id)

    def _is_there(self, other: Party) -> bool:
        return other in self._profiles if other.side == "buyer" else other.id in self._meetings.plan.booths

    def _told_match(self, party: Party, other: Party, score: float, reasons: list[Values]) -> Values:
        buyer, booth = (party.id, other.id) if party.side == "buyer" else (other.id, party.id)
        common = self._meetings.common(buyer, booth, self._clock())
        profile, meeting = self.profile(other), self._meetings.between(buyer, booth)
        named = {"en": profile.name, "zh": profile.name} if other.side == "buyer" else self._meetings.plan.names[booth]
        return {
            "other": other.id, "name": dict(named), "company": profile.company, "score": score, "reasons": reasons,
            "common": [slot.id for slot in common], "meeting": meeting.id if meeting else None,
        }  # fmt: skip

    def ask(self, party: Party, other: str, slot: str | None, message: str) -> Values:
        """Ask for a meeting."""
        with self._lock:
            self._check_booth(party)
            buyer, booth = (party.id, other) if party.side == "buyer" else (other, party.id)
            if Party("buyer", buyer) not in self._profiles:
                raise CommandRefused("unknown_buyer", "there is no profile of this buyer")
            if booth not in self._meetings.plan.booths:
                raise CommandRefused("unknown_booth", f"there is no booth {booth!r}")
            text = self._written(message)
            needing, offering = self.profile(Party("buyer", buyer)), self.profile(Party("booth", booth))
            made = self._matching.match(needing, offering, len(self._meetings.common(buyer, booth, self._clock())))
            self._check_rate(party, self._wishing)
            command = Ask(party.side, buyer, booth, made[0] if made else 0.0, slot, needing.remote or offering.remote)
            meeting, changed, freed = self._perform(command, "message", text)
        self._settle(changed, freed)
        return {"meeting": self.told(meeting, party.side)}

    def answer(self, party: Party, meeting: str, accept: bool, slot: str | None) -> Values:
        """Say yes or no."""
        return self._change(party, Answer(party.side, meeting, accept, slot))

    def move(self, party: Party, meeting: str, slot: str) -> Values:
        """Meet in another slot."""
        return self._change(party, Move(party.side, meeting, slot))

    def cancel(self, party: Party, meeting: str) -> Values:
        """Do not meet."""
        return self._change(party, Cancel(party.side, meeting))

    def here(self, party: Party, meeting: str) -> Values:
        """One is there."""
        return self._change(party, Here(party.side, meeting))

    def outcome(self, party: Party, meeting: str, outcome: OutcomeKind, note: str) -> Values:
        """What came of it; an empty note leaves the one that was written before."""
        return self._change(party, TellOutcome(party.side, meeting, outcome), self._written(note))

    def forget(self, party: Party) -> None:
        """Nothing tells of a buyer any more, but how many meetings there were."""
        with self._lock:
            gone = list(self._meetings.state.with_side("buyer", party.id))
            self._profiles.pop(party, None)
            for each in gone:
                for kind in ("message", "buyer", "booth"):
                    self._texts.pop((each.id, kind), None)
            now = self._clock()
            events = self._meetings.apply(Forget(party.id), now)
            changed = self._note(events, now, [ForgetBuyer(self.venue, party.id)])
        self._settle([*gone, *changed], freed=True)

    def expire(self) -> None:
        """Give back the slots of who did not come, and of sessions that are no more."""
        with self._lock:
            now = self._clock()
            events = self._meetings.apply(Expire(), now)
            changed = self._note(events, now) if events else []
        if events:
            self._settle(changed, freed=True)

    def figures(self) -> Values:
        """How many meetings there were, and what came of them; they name nobody."""
        with self._lock:
            return figures.figures_of(self._meetings.state.meetings.values())

    def told(self, meeting: Meeting, side: Side) -> Values:
        """A meeting as a side may know it."""
        with self._lock:
            return {"id": meeting.id, "standing": "forgotten"} if meeting.gone else self._told(meeting, side)

    def _told(self, meeting: Meeting, side: Side) -> Values:
        slot, wished = self._meetings.slot_of(meeting), self._meetings.plan.slots.get(meeting.wished or "")
        buyer, booth = Party("buyer", meeting.buyer), Party("booth", meeting.booth)
        profile = self.profile(buyer)
        one, other = (buyer, booth) if side == "buyer" else (booth, buyer)
        made = self._matching.match(self.profile(one), self.profile(other), 1)
        place = {"kind": "room", "id": meeting.room} if meeting.room else {"kind": "booth", "id": meeting.booth}
        return {
            "id": meeting.id, "side": side, "booth": meeting.booth, "buyer": meeting.buyer, "name": profile.name,
            "company": profile.company, "remote": meeting.remote, "standing": meeting.standing,
            "asked_by": meeting.asked_by, "asked": meeting.asked,
            "message": self._texts.get((meeting.id, "message"), ""),
            "reasons": [each for each in made[1] if each["kind"] != "slots"] if made else [],
            "wished": _slot(wished, wished.key in self._meetings.state.taken(side, one.id)) if wished else None,
            "slot": _slot(slot, True) if slot else None, "place": place,
            "here": {each: each in meeting.here for each in ("buyer", "booth")},
            "outcome": meeting.outcomes.get(side), "note": self._texts.get((meeting.id, side), ""),
            "callable": self._present(other), "seq": meeting.seq,
        }  # fmt: skip

    def _change(self, party: Party, command: SideCommand, note: str = "") -> Values:
        with self._lock:
            self._check_booth(party)
            meeting = self._meetings.state.meetings.get(command.meeting)
            if meeting is None or meeting.gone or meeting.of(party.side) != party.id:
                raise CommandRefused("unknown_meeting", "there is no such meeting")
            self._check_rate(party, self._answering if isinstance(command, Answer) else self._wishing)
            meeting, changed, freed = self._perform(command, party.side, note)
        self._settle(changed, freed)
        return {"meeting": self.told(meeting, party.side)}

    def _perform(self, command: Ask | SideCommand, kind: str, text: str) -> tuple[Meeting, list[Meeting], bool]:
        """The meeting that it was about, all in which something happened, and whether a slot was given back."""
        self._check_room()
        now = self._clock()
        events = self._meetings.apply(command, now)
        about = events[0]["meeting"] if isinstance(command, Ask) else command.meeting
        meeting = self._meetings.state.meetings[about]
        beside: list[Write] = []
        if text:
            self._texts[meeting.id, kind] = text
            beside.append(text_row(self.venue, meeting, kind, text, now))
        changed = self._note(events, now, beside)
        return meeting, changed, any(event["kind"] in FREEING for event in events)

    def _assign(self) -> list[Meeting]:
        """Who waits is given what is free, all together. That is worked out outside the lock, which takes its time for
        thousands; what has changed meanwhile is dropped, and worked out once more."""
        changed = list[Meeting]()
        for _ in range(MOST_ROUNDS):
            with self._lock:
                matching, wishes = self._matching, self._wishes()
            given = aside(matching.assign, wishes) if wishes else {}
            with self._lock:
                now = self._clock()
                booked = self._note(self._meetings.apply(Assign(given), now), now) if given else []
            changed += booked
            if len(booked) == len(given):
                break
        return changed

    def _wishes(self) -> list[Wish]:
        now = self._clock()
        return [
            Wish(each.id, each.buyer, each.booth, each.score, slots)
            for each in self._meetings.waiting()
            if (slots := tuple(slot.id for slot in self._meetings.to_come(each.buyer, each.booth, now)))
        ]

    def _note(self, events: Sequence[Values], now: float, beside: Sequence[Write] = ()) -> list[Meeting]:
        """Note events that have happened, and what was written; the meetings that they are about."""
        bodies = [{key: value for key, value in event.items() if key not in ("seq", "time")} for event in events]
        self._log.append(round(now * 1000), bodies, beside)
        ids = dict.fromkeys(event["meeting"] for event in events if "meeting" in event)
        return [self._meetings.state.meetings[each] for each in ids]

    def _settle(self, changed: Iterable[Meeting], freed: bool) -> None:
        """Give away what was ``freed``, and tell once all is stored; never under the lock, so that others need not wait
        for the disk."""
        changed = [*changed, *(self._assign() if freed else ())]
        self._log.settle()
        self._changed(self, list(dict.fromkeys(changed)))

    def _written(self, text: str) -> str:
        folded = texts.fold(text, 4 * LONGEST["needs"], "bad_text")
        if len(folded) > LONGEST["needs"]:
            raise CommandRefused("bad_text", f"at most {LONGEST['needs']} characters")
        if self._words.find(folded):
            raise CommandRefused("filtered", "it has words that are not wanted here")
        return folded

    def _check_booth(self, party: Party) -> None:
        if party.side == "booth" and party.id not in self._meetings.plan.booths:
            raise CommandRefused("unknown_booth", f"there is no booth {party.id!r} where one can meet")

    def _check_rate(self, party: Party, rates: Rates) -> None:
        bucket = rates.ask(f"{party.side}/{party.id}", self._clock())
        if not bucket.granted:
            raise CommandRefused("too_fast", "too many wishes", wait=round(1 / rates.rate, 1))

    def _check_room(self) -> None:
        if self._log.full:
            raise CommandRefused("storing", "too much waits to be stored")


def check_consent(given: bool) -> None:
    """The one place that asks whether a buyer has agreed to what is kept of them. Raises CommandRefused."""
    if not given:
        raise CommandRefused("meeting_consent", "say yes to what is kept first")


def _slot(slot: Slot, taken: bool) -> Values:
    return {"id": slot.id, "starts": slot.starts, "ends": slot.ends, "taken": taken}


