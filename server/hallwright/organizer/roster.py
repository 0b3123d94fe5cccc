"""What organizers do with accounts and invitations. One organizer at least is always left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hallwright.errors import AccountRefused
from hallwright.organizer.accounts import ROLES, Accounts
from hallwright.store import roster
from hallwright.store.writes import Actor

SHOWN = 50  # acts


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the page shows."""

    accounts: list[dict[str, Any]]
    invitations: list[dict[str, Any]]
    bans: list[dict[str, Any]]
    acts: list[dict[str, Any]]


def seen(accounts: Accounts) -> Seen:
    """How it is now."""
    ask = accounts.ask
    return Seen(
        ask(roster.accounts()), ask(roster.invitations(accounts.now())), ask(roster.bans()), accounts.acts(None, SHOWN)
    )


def give_role(accounts: Accounts, by: Actor, account: str, role: str) -> None:
    """Raises AccountRefused."""
    if role not in ROLES:
        raise _refusal("unknown_role")
    before = _role(accounts, account)
    _check(accounts.ask(roster.give_role(account, role)))
    accounts.note(by, "role", role, before)  # no name: the log outlives accounts


def check_removal(accounts: Accounts, by: Actor, account: str) -> None:
    """Pass, and note that an account is removed; raises AccountRefused where it must not be."""
    role = _role(accounts, account)
    _check(accounts.ask(roster.may_go(account)))
    accounts.note(by, "remove", role)


def uninvite(accounts: Accounts, by: Actor, digest: str) -> None:
    """Raises AccountRefused."""
    role = accounts.ask(roster.uninvite(digest))
    if not role:
        raise _refusal("unknown_invitation")
    accounts.note(by, "uninvite", role)


def _role(accounts: Accounts, account: str) -> str:
    return next((str(each["role"]) for each in accounts.ask(roster.accounts()) if each["id"] == account), "")


def _check(refused: str) -> None:
    if refused:
        raise _refusal(refused)


_TEXTS = {
    "unknown_role": ("There is no such role.", "没有这种身份。"),
    "unknown_account": ("There is no such account any more.", "该账户已不存在。"),
    "unknown_invitation": ("This link is not good any more.", "此链接已失效。"),
    "last_organizer": (
        "This is the last organizer. Make somebody else one first.",
        "这是最后一位主办方，请先将其他人设为主办方。",
    ),
}


def _refusal(code: str) -> AccountRefused:
    return AccountRefused(code, *_TEXTS[code])
