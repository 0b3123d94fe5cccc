"""``/enter``: the page behind an invitation, and the login. It needs no script.

The secret goes from the link into the form, and from there in the body; the address that follows has none.
"""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.faults import ACCOUNTS
from hallwright.api.people import gate as at
from hallwright.api.people.gate import Gate
from hallwright.api.people.words import word
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.api.shapes.people import Entering, Entrance
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import Speech, speech_of
from hallwright.errors import AccountRefused, CommandRefused
from hallwright.organizer.accounts import Entered

LONGEST = 1000


def blueprint(gate: Gate) -> Blueprint:
    """The page."""
    routes = Blueprint("entering", __name__, template_folder="templates")
    style = f"/text-{digest(STYLE.read_bytes())}.css"

    @routes.get("/enter")
    @described(
        "The page behind an invitation; without one, the login.", PAGE, query=Entrance, pages=True,
        refusals=("unknown_invitation",),
    )
    def show() -> Response:
        secret = request.args.get("invite", "")[:LONGEST]
        if not secret:
            return page(style, "")
        gate.pace("")
        good = gate.accounts.invited(secret)
        return page(style, secret, role=good.role) if good else gone(style)

    @routes.post("/enter")
    @described(
        "Comes in by an invitation or a password.", None, form=Entering, pages=True, ours=True, redirects=(303,),
        refusals=("unknown_invitation", "name_taken", "bad_nickname", "bad_password", "wrong_login"),
    )
    def enter() -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = at.LONGEST_BODY
        secret, name, password = (request.form.get(key, "")[:LONGEST] for key in ("invite", "name", "password"))
        gate.pace(name)
        try:
            entered = _entered(gate, secret, name, password)
        except AccountRefused as refused:
            speech, status = speech_of(request), ACCOUNTS.get(refused.code, 400)
            if refused.code == "unknown_invitation":
                return gone(style)
            return page(style, secret, name, refused.zh if speech.lang == "zh" else refused.en, status)
        except CommandRefused:
            return page(style, secret, name, word("bad_name", speech_of(request).lang), 400)
        lang = speech_of(request).asked
        return gate.let_in(_onward(f"/?lang={lang}" if lang else "/"), entered)

    return routes


def _entered(gate: Gate, secret: str, name: str, password: str) -> Entered:
    return gate.accounts.enter(secret, name, password) if secret else gate.accounts.log_in(name, password)


def _onward(address: str) -> Response:
    answer = redirect(address, 303)
    return Response(answer.get_data(), 303, headers=dict(answer.headers))


def gone(style: str) -> Response:
    """A link that is good no more, and the login for who was here before."""
    return page(style, "", problem=word("gone", speech_of(request).lang), status=410)


def page(
    style: str, secret: str, name: str = "", problem: str = "", status: int = 200, role: str = ""
) -> Response:
    """The form, in the reader's language; what was typed stays, but for the password."""
    speech = speech_of(request)
    body = render_template(
        "people/enter.html", style=style, secret=secret, name=name, problem=problem, role=role,
        say=lambda key: word(key, speech.lang), speech=speech, other=_other(speech, secret),
    )  # fmt: skip
    return at.fresh(Response(body, status))


def _other(speech: Speech, secret: str) -> str:
    return url_for("entering.show", lang=speech.other, invite=secret or None)
