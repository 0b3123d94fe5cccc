"""``/consent``: what is kept of a visitor and for how long, and their choice, by a form that needs no script.

The choice is a cookie that the viewer's pages read and set too; the server is told of it by them when somebody joins.
"""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.faults import malformed
from hallwright.api.people import gate as at
from hallwright.api.people.words import word
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.api.shapes.people import Choosing, Consented
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import speech_of

COOKIE = "hallwright-consent"
DAYS = 180
CHOICES = ("yes", "no")


def blueprint(retention: int | None) -> Blueprint:
    """The page. ``retention``: days after which names are forgotten."""
    routes = Blueprint("consenting", __name__, template_folder="templates")
    style = f"/text-{digest(STYLE.read_bytes())}.css"

    @routes.get("/consent")
    @described("What is kept of visitors and for how long, and their choice.", PAGE, query=Consented)
    def show() -> Response:
        speech = speech_of(request)
        choice = request.cookies.get(COOKIE)
        body = render_template(
            "people/consent.html", style=style, speech=speech, choice=choice if choice in CHOICES else None,
            days=retention, say=lambda key: word(key, speech.lang), saved="saved" in request.args,
            other=url_for("consenting.show", lang=speech.other),
        )  # fmt: skip
        return at.fresh(Response(body))

    @routes.post("/consent")
    @described(
        "Chooses whether a name and words may be kept.", None, form=Choosing, ours=True, redirects=(303,),
        refusals=("malformed", "too_large"),
    )
    def choose() -> AnyResponse:
        at.check_our_pages()
        request.max_content_length = at.LONGEST_BODY
        choice = request.form.get("choice")
        if choice not in CHOICES:
            raise malformed('"choice" is yes or no', "“choice”应为 yes 或 no")
        answer = redirect(url_for("consenting.show", lang=speech_of(request).asked, saved="1"), 303)
        secure = request.is_secure or request.headers.get("X-Forwarded-Proto") == "https"
        answer.set_cookie(COOKIE, choice, max_age=DAYS * 86_400, samesite="Strict", secure=secure)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return routes
