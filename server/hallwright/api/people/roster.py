"""``/people``: accounts, open invitations, bans and what was done, for organizers. It needs no script.

Every change is a form of its own, heard from our own pages only, and leads back to the page.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.faults import ACCOUNTS, FaultError
from hallwright.api.people import gate as at
from hallwright.api.people.gate import Gate
from hallwright.api.people.roster_words import word
from hallwright.api.reference.endpoints import PAGE, Media, described
from hallwright.api.shapes.people import GivingRole, InvitingOne, OneAccount, OneInvitation, Roster
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import speech_of
from hallwright.errors import AccountRefused
from hallwright.organizer import roster
from hallwright.organizer.accounts import INVITATION_DAYS, ROLES
from hallwright.store.writes import Actor

LONGEST = 200


def blueprint(gate: Gate) -> Blueprint:
    """The page and its forms."""
    routes = Blueprint("roster", __name__, template_folder="templates")
    style = f"/text-{digest(STYLE.read_bytes())}.css"

    @routes.get("/people")
    @described(
        "The page of accounts, invitations, bans and acts.", PAGE, query=Roster, key="login", redirects=(303,),
        refusals=("forbidden", "storing"),
    )
    def show() -> AnyResponse:
        if gate.account() is None:
            return redirect(url_for("entering.show", lang=speech_of(request).asked), 303)
        _organizer(gate)
        return page(gate, style, done=request.args.get("done", "")[:1])

    def change(what: str) -> AnyResponse:
        by = _organizer(gate)
        request.max_content_length = at.LONGEST_BODY
        try:
            link = CHANGES[what](gate, by)
        except AccountRefused as refused:
            problem = refused.zh if speech_of(request).lang == "zh" else refused.en
            return page(gate, style, problem, ACCOUNTS.get(refused.code, 400))
        if link:
            return page(gate, style, link=link)
        return redirect(url_for("roster.show", lang=speech_of(request).asked, done="1"), 303)

    for what, (summary, form, answer, refusals) in SAID.items():
        view = described(
            summary, answer, form=form, key="login", pages="some", redirects=() if answer else (303,),
            refusals=("not_logged_in", "forbidden", "too_large", "storing", *refusals),
        )(partial(change, what))
        routes.add_url_rule(f"/people/{what}", what, view, methods=["POST"])
    return routes


def page(gate: Gate, style: str, problem: str = "", status: int = 200, done: str = "", link: str = "") -> Response:
    """How it is now; ``problem`` is what was refused, ``link`` one that was just made."""
    speech = speech_of(request)
    body = render_template(
        "people/roster.html", style=style, speech=speech, say=lambda key: word(key, speech.lang), roles=ROLES,
        seen=roster.seen(gate.accounts), problem=problem, done=done, link=link, me=gate.somebody().id, when=_when,
        other=url_for("roster.show", lang=speech.other), lang=f"?lang={speech.asked}" if speech.asked else "",
    )  # fmt: skip
    return at.fresh(Response(body, status))


def _give_role(gate: Gate, by: Actor) -> None:
    roster.give_role(gate.accounts, by, _field("account"), _field("role"))
    gate.ended(_field("account"))  # open pages come back with the role of now


def _remove(gate: Gate, by: Actor) -> None:
    roster.check_removal(gate.accounts, by, _field("account"))
    gate.remove(_field("account"))


def _uninvite(gate: Gate, by: Actor) -> None:
    roster.uninvite(gate.accounts, by, _field("invitation"))


def _invite(gate: Gate, by: Actor) -> str:
    booths = [each.strip() for each in _field("booths").split(",") if each.strip()]
    secret, _ = gate.accounts.invite(by, _field("role"), booths, 1, INVITATION_DAYS)
    return f"{request.host_url}enter?invite={secret}"


CHANGES: dict[str, Callable[[Gate, Actor], str | None]] = {
    "role": _give_role, "remove": _remove, "uninvite": _uninvite, "invite": _invite,
}  # fmt: skip


SAID: dict[str, tuple[str, type, Media | None, tuple[str, ...]]] = {
    "role": ("Gives an account another role.", GivingRole, None, ("unknown_role", "unknown_account", "last_organizer")),
    "remove": ("Removes an account.", OneAccount, None, ("unknown_account", "last_organizer")),
    "uninvite": ("Lets an invitation be good no more.", OneInvitation, None, ("unknown_invitation",)),
    "invite": ("Makes a link that gives a role; the page shows it.", InvitingOne, PAGE, ("malformed",)),
}
"""What there is to say of each."""


def _when(time: int) -> str:
    return datetime.fromtimestamp(time / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")


def _organizer(gate: Gate) -> Actor:
    by = gate.organizer()
    if by is None:
        raise FaultError(401, "not_logged_in", en="You are not logged in.", zh="您尚未登录。")
    return by


def _field(name: str) -> str:
    return request.form.get(name, "")[:LONGEST]
