"""Accounts: links that invite to a role, logins of browsers, and who did what.

Secrets are drawn here, given out once, and kept as digests. Roles come from invitations, and invitations from
organizers: nobody can take one.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from hallwright.errors import AccountRefused
from hallwright.organizer import passwords
from hallwright.store import accounts, erasing, moderating
from hallwright.store.accounts import Account, Invitation, Job, Login
from hallwright.store.writes import Act, Actor

ORGANIZER = "organizer"
ROLES = ("exhibitor", "host", "moderator", ORGANIZER, "kiosk")
OPERATOR = Actor(None, "operator", ORGANIZER)
"""Whoever brings the operator's token."""
LOGIN_DAYS, INVITATION_DAYS, MOST_DAYS = 30, 7, 90
MOST_USES, MOST_BOOTHS, MOST_ACTS = 500, 100, 200
NAME_LENGTH = 24
_DAY = 86_400_000  # ms

Result = TypeVar("Result")


class Ask(Protocol):
    """Lets the database do a job; raises StoreError when it cannot."""

    def __call__(self, job: Job[Result]) -> Result:
        """What comes of it."""


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody who is known now. ``secret`` is for their browser alone."""

    account: Account
    secret: str


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of a server. ``aside`` calls what takes long without holding up others; ``fold`` gives a name its
    one form or raises CommandRefused; ``now`` is ms since 1970."""

    ask: Ask
    aside: Callable[..., Any]
    fold: Callable[[str], str]
    now: Callable[[], int] = field(default=lambda: int(time.time() * 1000))

    def first_invitation(self) -> str | None:
        """A secret that makes the first organizer, while there is none; earlier ones are good no more."""
        if self.ask(accounts.count(ORGANIZER)):
            return None
        secret = secrets.token_urlsafe(24)
        self.ask(accounts.invite(self._invitation(secret, ORGANIZER, (), 1, INVITATION_DAYS, None), instead=True))
        return secret

    def invite(self, by: Actor, role: str, booths: Sequence[str], uses: int, days: int) -> tuple[str, Invitation]:
        """A secret for a link, and what it is good for. Raises AccountRefused ``malformed`` with all that is wrong."""
        wrong = [
            *([f"role is one of {', '.join(ROLES)}"] if role not in ROLES else []),
            *(["booths are those of an exhibitor"] if booths and role != "exhibitor" else []),
            *([f"at most {MOST_BOOTHS} booths"] if len(booths) > MOST_BOOTHS else []),
            *([f"uses is 1 to {MOST_USES}"] if not 1 <= uses <= MOST_USES else []),
            *([f"days is 1 to {MOST_DAYS}"] if not 1 <= days <= MOST_DAYS else []),
        ]
        if wrong:
            raise _refused("malformed", "; ".join(wrong))
        secret = secrets.token_urlsafe(24)
        invitation = self._invitation(secret, role, tuple(booths), uses, days, by.account)
        self.ask(accounts.invite(invitation))
        self.note(by, "invite", role, ", ".join(booths))
        return secret, invitation

    def _invitation(
        self, secret: str, role: str, booths: tuple[str, ...], uses: int, days: int, by: str | None
    ) -> Invitation:
        now = self.now()
        return Invitation(digest(secret), role, booths, uses, now + days * _DAY, by, now)

    def invited(self, secret: str) -> Invitation | None:
        """What a link is good for; None for nothing any more."""
        return self.ask(accounts.invited(digest(secret), self.now()))

    def enter(self, secret: str, name: str, password: str) -> Entered:
        """Use an invitation up. ``password`` may be empty. Raises AccountRefused, and CommandRefused for a name that
        cannot be shown."""
        folded = self.fold(name)
        if password and not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
            raise _refused("bad_password")
        if self.invited(secret) is None:  # no work for who guesses
            raise _refused("unknown_invitation")
        kept = self.aside(passwords.hashed, password) if password else None
        account = Account(secrets.token_urlsafe(12), folded, "", (), kept, self.now())
        login, fresh = self._login(account.id)
        made = self.ask(accounts.enter(digest(secret), account, login))
        if isinstance(made, str):
            raise _refused(made)
        self.note(actor_of(made), "enter", made.role)
        return Entered(made, fresh)

    def log_in(self, name: str, password: str) -> Entered:
        """Know a browser by name and password. Raises AccountRefused ``wrong_login``."""
        account = self.ask(accounts.named(name)) if len(name) <= 4 * NAME_LENGTH else None
        fits = self.aside(passwords.fits, account.password if account else None, password[: passwords.LONGEST])
        if account is None or not fits:
            raise _refused("wrong_login")
        login, fresh = self._login(account.id)
        self.ask(accounts.log_in(login, self.now()))
        return Entered(account, fresh)

    def by_directory(self, issuer: str, subject: str, name: str, role: str | None, invite: str) -> Entered:
        """Know a browser by what a directory says of its person: an account of theirs, or a new one with the role of an
        invitation, or else with ``role``. Raises AccountRefused: ``uninvited``, or as ``enter`` does."""
        known = self.ask(accounts.identified(issuer, subject))
        login, fresh = self._login(known.id if known else secrets.token_urlsafe(12))
        if known:
            self.ask(accounts.log_in(login, self.now()))
            return Entered(known, fresh)
        if role is None and not invite:
            raise _refused("uninvited")
        account = Account(login.account, self.fold(name), role or "", (), None, self.now())
        by = digest(invite) if invite else None
        made = self.ask(accounts.enroll(account, login, issuer, subject, by))
        if isinstance(made, str):
            raise _refused(made)
        self.note(actor_of(made), "enter", made.role)
        return Entered(made, fresh)

    def _login(self, account: str) -> tuple[Login, str]:
        secret = secrets.token_urlsafe(32)
        return Login(digest(secret), account, self.now() + LOGIN_DAYS * _DAY), secret

    def known(self, secret: str) -> Account | None:
        """Whose browser this is. Only digests are compared, so how long it takes tells nothing of secrets."""
        return self.ask(accounts.known(digest(secret), self.now()))

    def log_out(self, secret: str) -> None:
        """This browser is not known any more."""
        self.ask(accounts.log_out(digest(secret)))

    def everything(self, account: Account) -> dict[str, Any]:
        """All that is kept of somebody."""
        said = self.ask(erasing.told(self.ask(erasing.of_account(account.id))))
        return self.ask(accounts.everything(account.id)) | {"hall": said}

    def erase(self, account: str) -> None:
        """Forget somebody."""
        self.ask(accounts.erase(account))

    def acts(self, before: int | None, most: int) -> list[dict[str, Any]]:
        """What those with roles did, the newest first."""
        return self.ask(accounts.acts(self.now() + 1 if before is None else before, min(most, MOST_ACTS)))

    def note(self, by: Actor, act: str, subject: str = "", detail: str = "") -> None:
        """Keep that somebody did something."""
        noted = Act(secrets.token_hex(16), self.now(), None, by, act, subject, detail)
        self.ask(lambda connection: moderating.write(connection, noted))


def digest(secret: str) -> str:
    """What is kept of a secret that was drawn at random."""
    return hashlib.sha256(secret.encode()).hexdigest()


def actor_of(account: Account) -> Actor:
    """Whoever has this account, as the audit log names them."""
    return Actor(account.id, account.name, account.role)


_TEXTS = {
    "malformed": ("The request is malformed", "请求格式有误"),
    "unknown_invitation": (
        "This link is not good any more: it was used, or is too old. Ask for a new one.",
        "此链接已失效：已被使用或已过期。请索取新的链接。",
    ),
    "uninvited": (
        "You are known, but not invited here. Ask the organizer for a link.",
        "身份已确认，但您未受邀请。请向主办方索取链接。",
    ),
    "name_taken": ("Somebody has this name already. Choose another.", "该名称已被使用，请换一个。"),
    "bad_password": (
        f"A password has {passwords.SHORTEST} to {passwords.LONGEST} characters; leave it empty for none.",
        f"密码须为 {passwords.SHORTEST} 至 {passwords.LONGEST} 个字符；留空表示不设密码。",
    ),
    "wrong_login": ("Name and password do not fit.", "名称与密码不符。"),
}


def _refused(code: str, reason: str = "") -> AccountRefused:
    en, zh = _TEXTS[code]
    return AccountRefused(code, f"{en}: {reason}." if reason else en, f"{zh}：{reason}。" if reason else zh)
