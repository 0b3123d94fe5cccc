"""Accounts over HTTP: invitations, login and logout, what is kept of oneself, and the audit log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import malformed
from hallwright.api.people import gate as at
from hallwright.api.people.gate import Gate
from hallwright.api.reference.codes import DOOR
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes import people as shapes
from hallwright.organizer.accounts import INVITATION_DAYS, MOST_ACTS, MOST_BOOTHS
from hallwright.store.accounts import Account
from hallwright.store.writes import Actor

NEVER = 2**53  # ms since 1970, and no database's integer is shorter
Admit = Callable[[], Actor]
"""Who is at the organizers' door; raises FaultError."""


def blueprint(gate: Gate, admit: Admit) -> Blueprint:
    """``invitations``, ``login``, ``logout``, ``me`` and ``audit`` below ``/api/v1``."""
    routes = Blueprint("people", __name__, template_folder="templates")

    @routes.post("/api/v1/invitations")
    @described("Makes a link that gives a role.", shapes.Invited, body=shapes.Inviting, key="operator", refusals=DOOR)
    def invite() -> Response:
        by = admit()
        body = at.json_body()
        uses, days = at.number(body, "uses", 1), at.number(body, "days", INVITATION_DAYS)
        secret, made = gate.accounts.invite(by, at.field(body, "role", 16), _booths(body), uses, days)
        told = {"role": made.role, "booths": list(made.booths), "uses": made.uses, "expires": made.expires}
        return _fresh(invitation={"path": f"/enter?invite={secret}", **told})

    @routes.post("/api/v1/login")
    @described(
        "Makes the browser known, by name and password.", shapes.Who, body=shapes.LogIn, ours=True,
        refusals=("malformed", "too_large", "wrong_login", "too_fast", "storing"),
    )
    def log_in() -> Response:
        at.check_our_pages()
        body = at.json_body()
        name, password = at.field(body, "name"), at.field(body, "password")
        gate.pace(name)
        entered = gate.accounts.log_in(name, password)
        return gate.let_in(jsonify(me=told_of(entered.account)), entered)

    @routes.post("/api/v1/logout")
    @described("Makes the browser forgotten.", shapes.Who, ours=True, refusals=("storing",))
    def log_out() -> Response:
        at.check_our_pages()
        secret = at.login_secret()
        if secret:
            gate.accounts.log_out(secret)
            gate.ended(secret)
        return at.let_out(jsonify(me=None))

    _add_oneself(routes, gate)

    @routes.get("/api/v1/audit")
    @described(
        "Who did what, the newest first.", shapes.Acts, query=shapes.Before, key="operator",
        refusals=("unauthorized", "forbidden", "too_fast", "storing"),
    )
    def audit() -> Response:
        admit()
        before, most = request.args.get("before", type=int), request.args.get("limit", 50, type=int)
        before = None if before is None else max(0, min(before, NEVER))
        return _fresh(acts=gate.accounts.acts(before, max(1, min(most, MOST_ACTS))))

    return routes


def _add_oneself(routes: Blueprint, gate: Gate) -> None:
    @routes.get("/api/v1/me")
    @described("Who the browser belongs to.", shapes.Who, refusals=("storing",))
    def me() -> Response:
        account = gate.account()
        return _fresh(me=told_of(account) if account else None)

    @routes.get("/api/v1/me/data")
    @described("All that is kept of oneself.", shapes.MyData, key="login", refusals=("not_logged_in", "storing"))
    def data() -> Response:
        return _fresh(data=gate.accounts.everything(gate.somebody()))

    @routes.delete("/api/v1/me")
    @described("Erases one's account.", shapes.Who, key="login", refusals=("not_logged_in", "storing"))
    def erase() -> Response:
        account = gate.somebody()
        gate.accounts.note(Actor(None, "", account.role), "erase", account.role)
        gate.remove(account.id)
        return at.let_out(jsonify(me=None))


def told_of(account: Account) -> dict[str, Any]:
    """Somebody as they see themselves."""
    return {"id": account.id, "name": account.name, "role": account.role, "booths": list(account.booths)}


def _booths(body: dict[str, Any]) -> list[str]:
    booths = body.get("booths", [])
    fine = isinstance(booths, list) and all(isinstance(each, str) and 0 < len(each) <= 64 for each in booths)
    if not fine or len(booths) > MOST_BOOTHS:
        raise malformed('"booths" is a list of ids of booths', "“booths”应为展位编号列表")
    return list(booths)


def _fresh(**values: Any) -> Response:
    return at.fresh(jsonify(**values))
