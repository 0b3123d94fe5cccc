"""The vocabulary is that of the gateway: no event without description, no description without event, and whoever sends
what is described is understood, whoever does not is told so."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask

import hallwright.gateway
from hallwright.describing.schemas import COMPONENTS
from hallwright.gateway.attaching import Gateway, attach
from hallwright.gateway.credentials import Credential
from hallwright.gateway.venues import Programme
from hallwright.gateway.vocabulary.document import document
from hallwright.gateway.vocabulary.events import ASKED, TOLD
from hallwright.live.boards import BoardPlan
from hallwright.live.rates import Bucket, Rates
from hallwright.live.screens import ReelPlan, ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.talking.streams import Stream
from hallwright.presence.plan import AreaPlan
from hallwright.store.database import IN_MEMORY, Database
from tests.gateway.holding import hold, validator
from tests.live.scripts import TRANSCRIPTS

DOCUMENT = document()
SCHEMAS = DOCUMENT["components"]["schemas"]
PROGRAMME = Programme(
    boards=(BoardPlan("b", "counters", "a", (("r", {"label": {"en": "R", "zh": "行"}, "value": 1}),)),),
    streams=(Stream("stage", "a", "a"),),
    screens=(ScreenPlan("a/s", (ReelPlan("r", "text"),)),),
    seats=(SeatPlan("a", "s", 2),),
)
THERE = {
    "stream": "talk/stage/a", "board": "b", "changes": {"r": {"value": 2}}, "area": "a", "venue": "v", "screen": "a/s",
    "reel": "r", "stage": "s",
}  # fmt: skip
"""What the venue has; no schema can say that."""
Call = Callable[..., dict[str, Any]]


def test_every_event_that_is_handled_is_described(gateway: Gateway) -> None:
    assert handlers(gateway).keys() - {"*", "disconnect"} == ASKED.keys(), "describe it in gateway/vocabulary"


def test_every_event_that_is_sent_is_described() -> None:
    sent = set()
    for path in Path(hallwright.gateway.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "emit":
                name = node.args[0]
                assert isinstance(name, ast.Constant), f"{path.name}:{node.lineno}: name the event where it is sent"
                sent.add(name.value)
    assert sent == TOLD.keys(), "describe it in gateway/vocabulary"


@pytest.mark.parametrize("event", sorted(ASKED))
def test_what_is_described_is_understood(joined: Call, event: str) -> None:
    for payload in good_payloads(event):
        answer = joined(event, payload)
        assert answer.get("code") not in {"malformed", "unsupported_protocol", "internal"}, (payload, answer)
        hold(f"answer-{event}", answer)


@pytest.mark.parametrize("event", sorted(ASKED))
def test_what_is_not_described_is_malformed(joined: Call, event: str) -> None:
    for payload in bad_payloads(event):
        answer = joined(event, payload)
        assert answer.get("code") in {"malformed", "unsupported_protocol"}, (payload, answer)
        hold(f"answer-{event}", answer)


@pytest.mark.parametrize("path", sorted(TRANSCRIPTS.glob("*.json")), ids=lambda path: path.stem)
def test_transcripts_are_as_described(path: Path) -> None:
    transcript = json.loads(path.read_text("utf-8"))
    assert transcript["events"]
    for event in transcript["events"]:
        hold("told-event", event)
    hold("told-events", transcript["events"])


@pytest.mark.parametrize(
    "event",
    [
        {"seq": 1, "time": 0, "kind": "left"},
        {"seq": 1, "time": 0, "kind": "left", "number": "1"},
        {"seq": 1, "time": 0, "kind": "left", "number": 1, "more": 1},
        {"seq": 1, "time": 0, "kind": "gone", "number": 1},
        {"time": 0, "kind": "left", "number": 1},
    ],
)
def test_what_is_told_otherwise_is_found(event: dict[str, Any]) -> None:
    assert not validator("told-event").is_valid(event)


def test_the_document_is_whole() -> None:
    """Every reference leads somewhere, every schema is one, and every operation speaks of a message."""
    text = json.dumps(DOCUMENT)
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', text)):
        place: Any = DOCUMENT
        for key in reference.split("/"):
            place = place[key]
    for message in DOCUMENT["components"]["messages"]:
        jsonschema_rs.meta.validate(validator_schema(message))
    assert {f"asked-{name}" for name in ASKED} | {f"told-{name}" for name in TOLD} == DOCUMENT["operations"].keys()
    assert all(message["summary"].endswith(".") for key, message in messages() if not key.startswith("answer-"))


def messages() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from DOCUMENT["components"]["messages"].items()


def validator_schema(message: str) -> dict[str, Any]:
    return {"components": {"schemas": SCHEMAS}, **DOCUMENT["components"]["messages"][message]["payload"]}


@pytest.fixture(scope="module")
def gateway() -> Iterator[Gateway]:
    database = Database(IN_MEMORY)
    database.open()
    made = attach(Flask("hall"), async_mode="threading", database=database)  # type: ignore[arg-type]
    made.recognize(lambda secret: Credential("o", "Olga", "organizer", secret))
    made.open_venue("v", "r1", [AreaPlan("a", (10.0, 10.0))], PROGRAMME)
    yield made
    made.close()


@pytest.fixture
def joined(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Sends events as an organizer who has joined and may speak as fast as they like."""
    monkeypatch.setattr(Rates, "ask", lambda rates, key, now: Bucket(1.0, now))
    server = gateway._socketio.server
    number = next(CONNECTIONS)
    server.environ[number] = {"HTTP_COOKIE": "hallwright-login=secret"}
    sid = server.manager.connect(number, "/")

    def call(event: str, payload: object) -> dict[str, Any]:
        answer: dict[str, Any] = handlers(gateway)[event](sid, payload)
        return answer

    assert call("join", {"protocol": 1, "venue": "v", "area": "a"})["ok"]
    return call


CONNECTIONS = map(str, itertools.count())


def handlers(gateway: Gateway) -> dict[str, Any]:
    found: dict[str, Any] = gateway._socketio.server.handlers["/"]
    return found


def good_payloads(event: str) -> Iterator[dict[str, Any]]:
    """The least, and with each field as far as it goes."""
    schema = payload_of(event)
    least = {name: next(good(event, name)) for name in schema.get("required", ())}
    yield least
    for name in schema["properties"]:
        yield from ({**least, name: value} for value in good(event, name))


def bad_payloads(event: str) -> Iterator[dict[str, Any]]:
    """Each without a field that it needs, and with each field beyond what it may be."""
    schema = payload_of(event)
    least = {name: next(good(event, name)) for name in schema.get("required", ())}
    for name in schema.get("required", ()):
        yield {key: value for key, value in least.items() if key != name}
    for name, field in schema["properties"].items():
        tried = validator_of(field)
        for value in bad(field):
            if not tried.is_valid(value):
                yield {**least, name: value}


def payload_of(event: str) -> dict[str, Any]:
    schema: dict[str, Any] = SCHEMAS[ASKED[event].payload.__name__]
    return schema


def validator_of(schema: dict[str, Any]) -> Any:
    return jsonschema_rs.Draft202012Validator({"components": {"schemas": SCHEMAS}, **schema})


def good(event: str, name: str) -> Iterator[Any]:
    if name in THERE:
        yield THERE[name]
    if name != "changes":
        yield from values(payload_of(event)["properties"][name])


def values(schema: dict[str, Any]) -> Iterator[Any]:
    """Some that the schema lets through, at its edges."""
    if "$ref" in schema:
        target = SCHEMAS[schema["$ref"].removeprefix(COMPONENTS)]
        yield {name: next(values(field)) for name, field in target["properties"].items()}
    elif "const" in schema:
        yield schema["const"]
    elif "enum" in schema:
        yield from schema["enum"]
    elif "anyOf" in schema:
        for each in schema["anyOf"]:
            limits = {key: value for key, value in schema.items() if key != "anyOf"}
            yield from values(limits | each)
    else:
        yield from edges(schema)


def edges(schema: dict[str, Any]) -> list[Any]:
    match schema.get("type"):
        case "array" if "items" in schema:
            return [[], list(values(schema["items"]))[: schema["maxItems"]]]
        case "string" if "pattern" in schema:
            return ["a" * schema["minLength"], "a" * schema["maxLength"]]
        case "string" if schema.get("minLength"):
            return ["a" * schema["minLength"], "字" * schema["maxLength"]]
        case "string":
            return ["a", "", "字" * schema["maxLength"]]
        case "integer":
            return [schema.get("minimum", 0), schema["maximum"]]
        case "number":
            return [0.5, schema.get("minimum", 0), schema.get("maximum", 1)]
        case "boolean":
            return [True, False]
    return [None]


def bad(field: dict[str, Any]) -> list[Any]:
    """Some that it may not let through."""
    longest, most = field.get("maxLength", 10_000), field.get("maximum", 2**53)
    return ["a" * (longest + 1), "other", None, 1, -1, 1.5, most + 1, True, [], {}, {"en": "a"}, {"en": 1, "zh": "a"}]
