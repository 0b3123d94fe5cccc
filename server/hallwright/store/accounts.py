"""Accounts, invitations and logins: each function gives a job, which the database does in one transaction.

Secrets come here as digests. ``now`` and all times are ms since 1970.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, update

from hallwright.store import letters
from hallwright.store.tables import ACCOUNTS, AUDIT, BANS, IDENTITIES, INVITATIONS, LOGINS

Result = TypeVar("Result")
Job = Callable[[Connection], Result]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody with a role. ``password`` is argon2's text, None for who comes by invitation only."""

    id: str
    name: str
    role: str
    booths: tuple[str, ...]
    password: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link to an account with a role, good for ``uses`` more. ``by`` is the account that made it."""

    digest: str
    role: str
    booths: tuple[str, ...]
    uses: int
    expires: int
    by: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Login:
    """A browser that is known."""

    digest: str
    account: str
    expires: int


def invite(invitation: Invitation, *, instead: bool = False) -> Job[None]:
    """Keep it; ``instead`` of all others that the server itself made for the same role."""

    def job(connection: Connection) -> None:
        connection.execute(delete(INVITATIONS).where(INVITATIONS.c.expires < invitation.created))
        if instead:
            ours = INVITATIONS.c.by.is_(None) & (INVITATIONS.c.role == invitation.role)
            connection.execute(delete(INVITATIONS).where(ours))
        connection.execute(insert(INVITATIONS), _row(invitation))

    return job


def invited(digest: str, now: int) -> Job[Invitation | None]:
    """The invitation of this secret while it is good."""
    return lambda connection: _invited(connection, digest, now)


def _invited(connection: Connection, digest: str, now: int) -> Invitation | None:
    good = (INVITATIONS.c.digest == digest) & (INVITATIONS.c.uses > 0) & (INVITATIONS.c.expires > now)
    row = connection.execute(select(INVITATIONS).where(good)).mappings().first()
    return None if row is None else Invitation(**{**row, "booths": tuple(json.loads(row["booths"]))})


def enter(digest: str, account: Account, login: Login) -> Job[Account | str]:
    """Use an invitation up: the new account, with the role that is invited; or why not: ``unknown_invitation`` or
    ``name_taken``."""

    def job(connection: Connection) -> Account | str:
        invitation = _invited(connection, digest, account.created)
        if invitation is None:
            return "unknown_invitation"
        if _named(connection, account.name):
            return "name_taken"
        made = replace(account, role=invitation.role, booths=invitation.booths)
        used = update(INVITATIONS).where(INVITATIONS.c.digest == digest).values(uses=invitation.uses - 1)
        connection.execute(used)
        connection.execute(insert(ACCOUNTS), _row(made))
        connection.execute(insert(LOGINS), _row(login))
        return made

    return job


def identified(issuer: str, subject: str) -> Job[Account | None]:
    """Whose account a directory's person is."""
    theirs = (IDENTITIES.c.issuer == issuer) & (IDENTITIES.c.subject == subject)
    asked = select(ACCOUNTS).join(IDENTITIES, IDENTITIES.c.account == ACCOUNTS.c.id).where(theirs)

    def job(connection: Connection) -> Account | None:
        row = connection.execute(asked).mappings().first()
        return None if row is None else _account(row)

    return job


def enroll(account: Account, login: Login, issuer: str, subject: str, digest: str | None) -> Job[Account | str]:
    """A directory's person has an account from now on: with the role of an invitation, or else that of ``account``. The
    name is had by nobody else, if need be with a number behind it."""

    def job(connection: Connection) -> Account | str:
        names = [account.name, *(f"{account.name[:20]} {number}" for number in range(2, 100))]
        name = next((each for each in names if not _named(connection, each)), None)
        if name is None:
            return "name_taken"
        made: Account | str = replace(account, name=name)
        if digest is not None:
            made = enter(digest, replace(account, name=name), login)(connection)
        elif isinstance(made, Account):
            connection.execute(insert(ACCOUNTS), _row(made))
            connection.execute(insert(LOGINS), _row(login))
        if isinstance(made, Account):
            connection.execute(insert(IDENTITIES), {"issuer": issuer, "subject": subject, "account": made.id})
        return made

    return job


def named(name: str) -> Job[Account | None]:
    """The account of this name, in capitals or not."""
    return lambda connection: _named(connection, name)


def _named(connection: Connection, name: str) -> Account | None:
    rows = connection.execute(select(ACCOUNTS)).mappings()
    return next((_account(row) for row in rows if row["name"].casefold() == name.casefold()), None)


def log_in(login: Login, now: int) -> Job[None]:
    """A browser is known from now on."""

    def job(connection: Connection) -> None:
        connection.execute(delete(LOGINS).where(LOGINS.c.expires < now))
        connection.execute(insert(LOGINS), _row(login))

    return job


def log_out(digest: str) -> Job[None]:
    """A browser is not known any more."""
    return lambda connection: _do(connection, delete(LOGINS).where(LOGINS.c.digest == digest))


def known(digest: str, now: int) -> Job[Account | None]:
    """Whose login this is."""

    def job(connection: Connection) -> Account | None:
        theirs = (LOGINS.c.digest == digest) & (LOGINS.c.expires > now)
        asked = select(ACCOUNTS).join(LOGINS, LOGINS.c.account == ACCOUNTS.c.id).where(theirs)
        row = connection.execute(asked).mappings().first()
        return None if row is None else _account(row)

    return job


def count(role: str) -> Job[int]:
    """How many accounts have a role."""
    asked = select(func.count()).select_from(ACCOUNTS).where(ACCOUNTS.c.role == role)
    return lambda connection: connection.scalar(asked) or 0


def everything(account: str) -> Job[dict[str, Any]]:
    """All that is kept of an account, but for the digests of its secrets."""

    def job(connection: Connection) -> dict[str, Any]:
        def rows(table: Any, column: Any, *left_out: str) -> list[dict[str, Any]]:
            found = connection.execute(select(table).where(column == account)).mappings()
            return [{key: value for key, value in row.items() if key not in left_out} for row in found]

        return {
            "accounts": rows(ACCOUNTS, ACCOUNTS.c.id, "password"),
            "identities": rows(IDENTITIES, IDENTITIES.c.account),
            "logins": rows(LOGINS, LOGINS.c.account, "digest"),
            "invitations": rows(INVITATIONS, INVITATIONS.c.by, "digest"),
            "acts": rows(AUDIT, AUDIT.c.account),
            "bans": rows(BANS, BANS.c.account, "session"),
            "letters": letters.answers_by(connection, account),
        }

    return job


def erase(account: str) -> Job[None]:
    """Nothing tells of an account any more but what it did, without saying who it was. A ban stays one of the
    browser."""

    def job(connection: Connection) -> None:
        connection.execute(delete(LOGINS).where(LOGINS.c.account == account))
        connection.execute(delete(IDENTITIES).where(IDENTITIES.c.account == account))
        connection.execute(delete(INVITATIONS).where(INVITATIONS.c.by == account))
        connection.execute(update(AUDIT).where(AUDIT.c.account == account).values(account=None, name=""))
        connection.execute(update(BANS).where(BANS.c.account == account).values(account=None, nickname=""))
        letters.forget_author(connection, account)
        connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.id == account))

    return job


def acts(before: int, most: int) -> Job[list[dict[str, Any]]]:
    """What was done before a time, the newest first, at most so many."""
    asked = select(AUDIT).where(AUDIT.c.time < before).order_by(AUDIT.c.time.desc(), AUDIT.c.id).limit(most)
    return lambda connection: [dict(row) for row in connection.execute(asked).mappings()]


def _do(connection: Connection, what: Any) -> None:
    connection.execute(what)


def _row(value: Account | Invitation | Login) -> dict[str, Any]:
    row = {key: getattr(value, key) for key in value.__slots__}
    return row | ({"booths": json.dumps(row["booths"])} if "booths" in row else {})


def _account(row: Any) -> Account:
    return Account(**{**row, "booths": tuple(json.loads(row["booths"]))})
