"""What moderators decide and hear: who is not let in any more, and who was reported.

The rule of this room: a person is known again by the secret that their page keeps and by the account that they came
with, and by nothing else: addresses are shared by whole fairs, and are not kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.events import Banned, Person, Reported, Role, Unbanned
from hallwright.live.rates import Bucket, take

RANK: Mapping[Role, int] = {
    "visitor": 0, "kiosk": 0, "exhibitor": 0, "host": 1, "moderator": 2, "organizer": 3, "system": 4,
}  # fmt: skip
"""Who may act on whom: those above on those below."""
REMEMBERED = 200  # reports
REPORTS_PER_SECOND, REPORT_BURST = 1 / 30, 3.0  # of a person
TOGETHER_PER_SECOND, TOGETHER_BURST = 1.0, 30.0  # of all: whoever leaves and comes back floods nobody either
EVERYBODY = 0  # no person's number
MOST_BANS = 10_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of it: the bans that hold, and the newest reports, oldest first; and the highest number that a
    ban and a report ever had."""

    bans: tuple[Banned, ...] = ()
    reports: tuple[Reported, ...] = ()
    last_ban: int = 0
    last_report: int = 0


class Moderation:
    """The bans and reports of one hall."""

    def __init__(self, kept: Kept | None = None) -> None:
        kept = kept or Kept()
        self._bans = {ban.id: ban for ban in kept.bans}
        self._sessions = {ban.session for ban in kept.bans}
        self._accounts = {ban.account for ban in kept.bans if ban.account}
        self._reports = deque(kept.reports, maxlen=REMEMBERED)
        self._last_ban, self._last_report = kept.last_ban, kept.last_report
        self._buckets: dict[int, Bucket] = {}

    @property
    def bans(self) -> tuple[Banned, ...]:
        """Those that hold, oldest first."""
        return tuple(self._bans.values())

    @property
    def reports(self) -> tuple[Reported, ...]:
        """The newest, oldest first."""
        return tuple(self._reports)

    def admit(self, session: str | None, account: str | None) -> None:
        """Pass, or raise CommandRefused ``banned``."""
        if session in self._sessions or account in self._accounts:
            raise CommandRefused("banned", "this person is banned")

    def ban(
        self, session: str, account: str | None, person: Person, reason: str, by: Person, now: float
    ) -> Banned:
        """This person does not come in any more. Raises CommandRefused ``too_many_bans``."""
        if len(self._bans) >= MOST_BANS:
            raise CommandRefused("too_many_bans", f"there are {MOST_BANS} bans already")
        self._last_ban += 1
        ban = Banned(self._last_ban, session, account, person.nickname, reason, by.nickname or f"#{by.number}", now)
        self._bans[ban.id] = ban
        self._sessions.add(session)
        if account:
            self._accounts.add(account)
        return ban

    def unban(self, ban: int) -> Unbanned:
        """They may come in again. Raises CommandRefused ``unknown_ban``."""
        if ban not in self._bans:
            raise CommandRefused("unknown_ban", f"there is no ban {ban}")
        del self._bans[ban]
        self._sessions = {each.session for each in self._bans.values()}
        self._accounts = {each.account for each in self._bans.values() if each.account}
        return Unbanned(ban)

    def report(self, by: Person, about: Person, reason: str, now: float) -> Iterator[Reported]:
        """Note what one person says of another. Raises CommandRefused ``bad_reason`` or ``reported_lately``."""
        told = texts.reason(reason, needed=True)
        turns = {
            by.number: self._turn(by.number, REPORTS_PER_SECOND, REPORT_BURST, now),
            EVERYBODY: self._turn(EVERYBODY, TOGETHER_PER_SECOND, TOGETHER_BURST, now),
        }
        self._buckets |= turns
        self._last_report += 1
        noted = Reported(self._last_report, about.number, about.nickname, by.number, told, now)
        self._reports.append(noted)
        yield noted

    def erase(self, number: int) -> None:
        """What this person said is gone, and what was said of them is without their name."""
        kept = [each for each in self._reports if each.by != number]
        told = [replace(each, nickname="") if each.about == number else each for each in kept]
        self._reports = deque(told, maxlen=REMEMBERED)

    def _turn(self, whose: int, rate: float, burst: float, now: float) -> Bucket:
        bucket = take(self._buckets.get(whose) or Bucket(burst, now), now, rate, burst)
        if not bucket.granted:
            raise CommandRefused("reported_lately", "wait a moment", wait=round((1.0 - bucket.tokens) / rate, 1))
        return bucket

    def forget(self, number: int) -> None:
        """A person is gone; the number may be somebody else's later."""
        self._buckets.pop(number, None)


def check_rank(actor: Role, subject: Role) -> None:
    """Pass, or raise CommandRefused ``outranked``."""
    if RANK[subject] >= RANK[actor]:
        raise CommandRefused("outranked", f"a {actor} may not act on a {subject}")
