"""What follows from wishes about polls: opened and closed by hosts, or by time; one ballot for each person.

A ballot may be changed until the poll is over, and the same one again changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.talking.commands import CastBallot, ClosePoll, OpenPoll
from hallwright.live.talking.polls import Poll, Polls, Values
from hallwright.live.talking.words import Words

LONGEST_ASKED, LONGEST_OPTION = 160, 80
FEWEST_OPTIONS, MOST_OPTIONS = 2, 8
SHORTEST, LONGEST = 5, 24 * 3_600  # s that a poll is open
MOST_OPEN = 3


def opened(polls: Polls, command: OpenPoll, now: int, words: Words) -> Values:
    """The body of ``polled``; raises CommandRefused ``bad_poll``, ``filtered`` or ``too_many_polls``."""
    question = _text(command.question, LONGEST_ASKED)
    options = [_text(each, LONGEST_OPTION) for each in command.options]
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise CommandRefused("bad_poll", f"a poll has {FEWEST_OPTIONS} to {MOST_OPTIONS} options")
    if any(len({each[language] for each in options}) < len(options) for language in ("en", "zh")):
        raise CommandRefused("bad_poll", "two options are the same")
    if command.seconds is not None and not SHORTEST <= command.seconds <= LONGEST:
        raise CommandRefused("bad_poll", f"a poll is open for {SHORTEST} to {LONGEST} seconds")
    if any(words.find(text) for each in (question, *options) for text in each.values()):
        raise CommandRefused("filtered", "it has words that are not wanted here")
    if len(polls.open()) >= MOST_OPEN:
        raise CommandRefused("too_many_polls", f"at most {MOST_OPEN} polls are open at a time")
    return {
        "kind": "polled", **command.author.signature(), "question": question, "options": options,
        "several": command.several, "hidden": command.hidden,
        "ends": None if command.seconds is None else now + command.seconds * 1000,
        **({"key": command.key} if command.key else {}),
    }  # fmt: skip


def chosen(polls: Polls, command: CastBallot, now: int) -> Values | None:
    """The body of ``balloted``; None where nothing changes."""
    poll, choices = _known(polls, command.poll), sorted(set(command.choices))
    if poll.over(now):
        raise CommandRefused("poll_closed", "this poll is over")
    if any(not 0 <= each < len(poll.counts) for each in choices):
        raise CommandRefused("bad_ballot", "there is no such option")
    if len(choices) > 1 and not poll.asked["several"]:
        raise CommandRefused("bad_ballot", "one option can be chosen")
    before = poll.ballots.get(command.author.by, [])
    if choices == before:
        return None
    voters = len(poll.ballots) + bool(choices) - bool(before)
    counts = [n + (i in choices) - (i in before) for i, n in enumerate(poll.counts)]
    return {
        "kind": "balloted", "poll": command.poll, "by": command.author.by, "choices": choices, "voters": voters,
        **({} if poll.secret else {"counts": counts}),
    }  # fmt: skip


def closed(polls: Polls, command: ClosePoll) -> Values | None:
    """The body of ``poll_closed``, with the sums; None for one that is closed already."""
    poll = _known(polls, command.poll)
    return ended(command.poll, poll) if poll.closed is None else None


def ended(number: int, poll: Poll) -> Values:
    """The body of ``poll_closed``."""
    return {"kind": "poll_closed", "poll": number, "voters": len(poll.ballots), "counts": list(poll.counts)}


def _known(polls: Polls, number: int) -> Poll:
    poll = polls.known.get(number)
    if poll is None:
        raise CommandRefused("unknown_poll", f"there is no poll {number}")
    return poll


def _text(value: Mapping[str, Any], longest: int) -> dict[str, str]:
    """A text in one or two languages; where one is missing the other stands for it."""
    folded = {language: texts.fold(value.get(language) or "", 4 * longest, "bad_poll") for language in ("en", "zh")}
    if not any(folded.values()):
        raise CommandRefused("bad_poll", "a question and each option have words in one language at least")
    if max(map(len, folded.values())) > longest:
        raise CommandRefused("bad_poll", f"at most {longest} characters")
    return {"en": folded["en"] or folded["zh"], "zh": folded["zh"] or folded["en"]}
