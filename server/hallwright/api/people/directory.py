"""``/oidc/start`` and ``/oidc/callback``: to the organizer's directory and back.

Refusals are told on the page of the login.
"""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.faults import ACCOUNTS
from hallwright.api.people.entering import LONGEST, page
from hallwright.api.people.gate import Gate
from hallwright.api.reference.endpoints import described
from hallwright.api.shapes.people import Leaving, Returning
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import speech_of
from hallwright.errors import AccountRefused
from hallwright.organizer.directory import PATIENCE, Logins

COOKIE = "hallwright-oidc"


def blueprint(gate: Gate, logins: Logins) -> Blueprint:
    """The two addresses; and the login offers them."""
    routes = Blueprint("directory", __name__)
    style = f"/text-{digest(STYLE.read_bytes())}.css"

    def refused(why: AccountRefused) -> Response:
        problem = why.zh if speech_of(request).lang == "zh" else why.en
        return page(style, "", problem=problem, status=ACCOUNTS.get(why.code, 400))

    @routes.app_context_processor
    def offer() -> dict[str, bool]:
        return {"by_directory": True}

    @routes.get("/oidc/start")
    @described(
        "The way to the organizer's directory, where there is one.", None, query=Leaving, pages="some",
        redirects=(303,), refusals=("unreachable", "too_fast"),
    )
    def start() -> AnyResponse:
        gate.pace("")
        try:
            address, binding = logins.begin(request.args.get("invite", "")[:LONGEST])
        except AccountRefused as why:
            return refused(why)
        answer = redirect(address, 303)
        answer.headers["Cache-Control"] = "no-store"
        # Lax: the directory's page leads back here.
        answer.set_cookie(
            COOKIE, binding, max_age=PATIENCE // 1000, path="/oidc", httponly=True, samesite="Lax", secure=_secure()
        )
        return answer

    @routes.get("/oidc/callback")
    @described(
        "Where the directory leads back to.", None, query=Returning, pages="some", redirects=(303,),
        refusals=("bad_state", "bad_token", "unreachable", "uninvited", "unknown_invitation", "name_taken", "too_fast",
                  "storing"),
    )
    def callback() -> AnyResponse:
        gate.pace("")
        state, code = request.args.get("state", "")[:LONGEST], request.args.get("code", "")[:LONGEST]
        try:
            entered = logins.finish(state, code, request.cookies.get(COOKIE, "")[:LONGEST])
        except AccountRefused as why:
            return refused(why)
        onward = redirect("/", 303)
        answer = gate.let_in(Response(onward.get_data(), 303, headers=dict(onward.headers)), entered)
        answer.delete_cookie(COOKIE, path="/oidc", httponly=True, samesite="Lax")
        return answer

    return routes


def _secure() -> bool:
    return request.is_secure or request.headers.get("X-Forwarded-Proto") == "https"
