"""The two documents as pages to read: they need no script, and link every shape that they name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from flask import Response, render_template, request
from markupsafe import Markup, escape

from hallwright.api.reference.words import word
from hallwright.api.text.pages import STYLE, digest
from hallwright.api.text.speaking import Speech, speech_of
from hallwright.describing.schemas import Schema
from hallwright.describing.typescript import declaration, type_of

Json = Mapping[str, Any]
PLACES = {"addresses": "/reference", "events": "/reference/events"}
_NAME = re.compile(r"\b[A-Z]\w+\b")


def of_addresses(document: Json) -> Response:
    """What is asked over HTTP."""
    groups: dict[str, list[Json]] = defaultdict(list)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            groups[operation["tags"][0]].append({"method": method.upper(), "path": path, **operation})
    return _page("addresses", document, "/api/v1/openapi.json", groups=dict(groups))


def of_events(document: Json) -> Response:
    """What is told live."""
    messages = document["components"]["messages"]

    def named(prefix: str) -> Iterator[tuple[str, Json]]:
        yield from ((key.removeprefix(prefix), each) for key, each in messages.items() if key.startswith(prefix))

    groups = {"told": dict(named("told-")), "asked": dict(named("asked-"))}
    return _page("events", document, "/api/v1/asyncapi.json", groups=groups, answers=dict(named("answer-")))


def _page(what: str, document: Json, source: str, **values: Any) -> Response:
    speech, known = speech_of(request), document["components"]["schemas"]
    body = render_template(
        f"reference/{what}.html", what=what, document=document, source=source, places=PLACES, speech=speech,
        say=lambda key: word(key, speech.lang), style=f"/text-{digest(STYLE.read_bytes())}.css",
        kind=lambda schema: linked(type_of(schema), known), link=lambda place: _link(place, speech),
        shapes={name: linked(declaration(name, known[name]), known) for name in sorted(known)}, **values,
    )  # fmt: skip
    page = Response(body)
    page.headers["Cache-Control"] = "no-cache"
    page.headers["Vary"] = "Accept-Language"
    page.set_etag(digest(body.encode()))
    page.make_conditional(request)
    return page


def linked(text: str, known: Mapping[str, Schema]) -> Markup:
    """A type, or a declaration, whose names lead to where they are declared; remarks are left alone."""

    def link(found: re.Match[str]) -> str:
        name = found[0]
        return f'<a href="#{name}">{name}</a>' if name in known else name

    lines = (
        str(escape(line)) if line.lstrip().startswith("/**") else _NAME.sub(link, str(escape(line)))
        for line in text.split("\n")
    )
    return Markup("\n".join(lines))


def _link(place: str, speech: Speech) -> str:
    return f"{place}?lang={speech.asked}" if speech.asked else place
