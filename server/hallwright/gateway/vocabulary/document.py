"""The events as one AsyncAPI 3 document."""

from __future__ import annotations

from typing import Any

from hallwright import __version__
from hallwright.describing.schemas import Schema, Schemas
from hallwright.gateway.vocabulary.describing import Ask, Refusal, Tell
from hallwright.gateway.vocabulary.events import ASKED, TOLD

_ABOUT = (
    "What pages and the server tell each other over the Socket.IO connection at `/socket.io/` (default namespace). "
    "Each event of a page is acknowledged, with what is asked for or with a refusal. Positions go over a socket of "
    "their own, in binary."
)


def document() -> dict[str, Any]:
    """The document; events of the server are received by pages, those of pages are sent."""
    schemas = Schemas()
    told = {f"told-{name}": _told(name, tell, schemas) for name, tell in TOLD.items()}
    asked = {f"asked-{name}": _asked(name, ask, schemas) for name, ask in ASKED.items()}
    answers = {f"answer-{name}": _answer(name, ask, schemas) for name, ask in ASKED.items()}
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Hallwright, live", "version": __version__, "description": _ABOUT},
        "defaultContentType": "application/json",
        "channels": {
            "hall": {
                "address": "/socket.io/",
                "title": "Events",
                "messages": {key: {"$ref": f"#/components/messages/{key}"} for key in (*told, *asked, *answers)},
            },
        },
        "operations": {
            **{key: _operation("send", key) for key in told},
            **{key: _operation("receive", key, f"answer-{key.removeprefix('asked-')}") for key in asked},
        },
        "components": {"messages": {**told, **asked, **answers}, "schemas": dict(sorted(schemas.known.items()))},
    }  # fmt: skip


def _told(name: str, tell: Tell, schemas: Schemas) -> Schema:
    payload = {"type": "null"} if tell.payload is None else schemas.of(tell.payload)
    return {"name": name, "title": name, "summary": tell.tells, "payload": payload}


def _asked(name: str, ask: Ask, schemas: Schemas) -> Schema:
    return {"name": name, "title": name, "summary": ask.does, "payload": schemas.of(ask.payload)}


def _answer(name: str, ask: Ask, schemas: Schemas) -> Schema:
    payload = {"anyOf": [schemas.of(ask.answer), schemas.of(Refusal)]}
    return {"name": name, "title": f"{name}, acknowledged", "payload": payload}


def _operation(action: str, message: str, answer: str = "") -> Schema:
    where = "#/channels/hall"
    reply = {"channel": {"$ref": where}, "messages": [{"$ref": f"{where}/messages/{answer}"}]} if answer else None
    return {
        "action": action, "channel": {"$ref": where}, "messages": [{"$ref": f"{where}/messages/{message}"}],
        **({"reply": reply} if reply else {}),
    }  # fmt: skip
