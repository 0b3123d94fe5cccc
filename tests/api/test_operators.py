"""The operator's door, over a real live side."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.app import create_server
from hallwright.config import Settings
from hallwright.errors import ConfigError
from hallwright.organizer import operator_token
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.database import IN_MEMORY, Database

MANIFEST = {
    "venue": "demo", "revision": "00112233aabbccdd", "name": {"en": "Demo", "zh": "展"},
    "models": {"rocket": {"motions": {"run": {"duration": 20, "loop": False}}}},
    "areas": [{
        "id": "park", "size": [50, 50], "zones": [], "placements": [
            {"id": "rocket", "exhibit": "rocket", "model": "rocket", "at": [9, 9], "scale": 1.0, "radius": 2.0},
        ],
        "boards": [{
            "id": "figures", "kind": "counters",
            "rows": [{"id": "projects", "label": {"en": "Projects", "zh": "项目"}, "value": 3600, "unit": None}],
        }],
        "stages": [{"id": "main", "at": [30, 30], "size": [8, 4], "reels": [
            {"id": "plan", "kind": "slides", "slides": [{}, {}]}, {"id": "words", "kind": "text"},
        ]}],
    }],
    "shows": [{"id": "sky", "kind": "drones", "area": "park", "duration": 180, "loop": True, "autostart": True}],
}
ANNOUNCEMENTS = "/api/v1/venues/demo/announcements"
SKY = "/api/v1/venues/demo/shows/sky"
BOARDS = "/api/v1/venues/demo/boards"
SCREENS = "/api/v1/venues/demo/screens/park"


@dataclass(frozen=True)
class Operator:
    """Someone at the door, with a token that may be wrong."""

    client: FlaskClient
    token: str

    def post(self, path: str, body: Any, **headers: str) -> TestResponse:
        return self.client.post(path, json=body, headers={"Authorization": f"Bearer {self.token}", **headers})


@pytest.fixture
def client(folder: Path, viewer: Path, tmp_path: Path) -> FlaskClient:
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    database = Database(IN_MEMORY)
    database.open()
    return create_server(settings, Halls((hall,)), database, viewer).app.test_client()


@pytest.fixture
def operator(client: FlaskClient, tmp_path: Path) -> Operator:
    return Operator(client, operator_token.read(tmp_path / "data"))


def test_screens_can_be_set_and_left_to_the_programme(operator: Operator) -> None:
    shown = operator.post(f"{SCREENS}/main", {"reel": "plan", "slide": 1}).json["showing"]
    assert (shown["reel"], shown["slide"]) == ("plan", 1)
    words = operator.post(f"{SCREENS}/main", {"reel": "words", "text": {"en": "Welcome"}}).json["showing"]
    assert words["text"] == {"en": "Welcome", "zh": "Welcome"}
    assert operator.post(f"{SCREENS}/main", {"reel": None}).json == {"showing": None}
    assert operator.client.post(f"{SCREENS}/main", json={"reel": "plan"}).status_code == 401


def test_shows_can_be_directed(operator: Operator) -> None:
    paused = operator.post(SKY, {"action": "pause"})
    assert paused.status_code == 200
    assert paused.headers["Cache-Control"] == "no-store"
    sought = operator.post(SKY, {"action": "seek", "value": 90}).json["show"]
    assert (sought["id"], sought["position"], sought["runs"]) == ("sky", 90.0, False)
    assert sought["timeline"]["rate"] == 0.0
    assert operator.post(SKY, {"action": "start", "value": 10.5}).json["show"]["position"] == 10.5
    assert operator.post(SKY, {"action": "rate", "value": 2}).json["show"]["timeline"]["rate"] == 2.0
    shown = {show["id"]: show for show in operator.client.get("/api/v1/venues/demo/shows").json["shows"]}
    assert shown["sky"]["runs"]
    assert not shown["exhibit/rocket"]["runs"]


def test_an_exhibits_show_has_a_slash_in_its_name(operator: Operator) -> None:
    started = operator.post("/api/v1/venues/demo/shows/exhibit/rocket", {"action": "start"})
    assert started.json["show"]["runs"]


def test_boards_can_be_written_and_read(operator: Operator) -> None:
    told = operator.post(f"{BOARDS}/figures", {"changes": {"projects": {"value": 3601}}})
    assert told.status_code == 200
    projects = {"label": {"en": "Projects", "zh": "项目"}, "value": 3601, "unit": None}
    board = {"id": "figures", "kind": "counters", "area": "park", "rows": [{"id": "projects"} | projects]}
    assert told.json == {"board": board}
    assert operator.client.get(BOARDS).json == {"boards": [board]}


def test_every_fault_of_a_change_is_told(operator: Operator) -> None:
    answer = operator.post(f"{BOARDS}/figures", {"changes": {"projects": {"value": "x"}, "new": {"value": 1}}})
    assert "projects.value: a number" in answer.json["error"]["message"]["en"]
    assert "new.label: a new row needs it" in answer.json["error"]["message"]["en"]
    assert operator.client.get(BOARDS).json["boards"][0]["rows"][0]["value"] == 3600


def test_announcements_are_numbered(operator: Operator) -> None:
    told = operator.post(ANNOUNCEMENTS, {"text": {"en": "The keynote begins.", "zh": "主旨论坛开始。"}})
    assert told.status_code == 200
    assert told.json["announcement"]["seq"] == 2  # the first thing that happened is that the hall was opened
    assert told.json["announcement"]["time"] > 1_700_000_000_000


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer wrong", "Bearer ü", "Basic {token}", "{token}"])
def test_nobody_comes_in_without_the_token(operator: Operator, header: str) -> None:
    given = {"Authorization": header.format(token=operator.token)}
    answer = operator.client.post(SKY, json={"action": "pause"}, headers=given)
    assert answer.status_code == 401
    assert answer.json["error"]["code"] == "unauthorized"
    assert "Bearer" in answer.headers["WWW-Authenticate"]
    assert operator.token not in answer.text
    assert operator.client.get("/api/v1/venues/demo/shows").json["shows"][0]["runs"]


def test_guessing_is_slow_and_takes_nothing_from_the_operator(operator: Operator) -> None:
    guesser = Operator(operator.client, "0" * 43)
    answers = [guesser.post(SKY, {"action": "pause"}) for _ in range(15)]
    assert [answer.status_code for answer in answers].count(401) in (10, 11)
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert operator.post(SKY, {"action": "pause"}).status_code == 200


def test_an_operator_has_a_pace_too(operator: Operator) -> None:
    codes = [operator.post(SKY, {"action": "seek", "value": 1}).status_code for _ in range(30)]
    assert 200 in codes
    assert 429 in codes


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/api/v1/venues/demo/shows/nothing", {"action": "start"}, 404, "unknown_show"),
        ("/api/v1/venues/no/shows/sky", {"action": "start"}, 404, "unknown_venue"),
        (SKY, {"action": "dance"}, 400, "malformed"),
        (SKY, {}, 400, "malformed"),
        (SKY, [], 400, "malformed"),
        (SKY, {"action": 7}, 400, "malformed"),
        (SKY, {"action": "seek"}, 400, "malformed"),
        (SKY, {"action": "seek", "value": "12"}, 400, "malformed"),
        (SKY, {"action": "seek", "value": True}, 400, "malformed"),
        (SKY, {"action": "seek", "value": float("nan")}, 400, "malformed"),
        (SKY, {"action": "seek", "value": 10**400}, 400, "malformed"),
        (SKY, {"action": "seek", "value": 181}, 400, "out_of_range"),
        (SKY, {"action": "rate", "value": 0}, 400, "out_of_range"),
        ("/api/v1/venues/demo/shows/exhibit/rocket", {"action": "rate", "value": 2}, 409, "not_running"),
        (f"{BOARDS}/nothing", {"changes": {"a": None}}, 404, "unknown_board"),
        (f"{BOARDS}/figures", {}, 400, "malformed"),
        (f"{BOARDS}/figures", {"changes": {"projects": {"value": float("nan")}}}, 400, "malformed"),
        (f"{BOARDS}/figures", {"changes": {"projects": {"value": 10**400}}}, 400, "malformed"),
        (f"{SCREENS}/main", {"reel": "nothing"}, 404, "unknown_reel"),
        (f"{SCREENS}/side", {"reel": "plan"}, 404, "unknown_screen"),
        (f"{SCREENS}/main", {"reel": "plan", "slide": 2}, 400, "out_of_range"),
        (f"{SCREENS}/main", {"reel": "plan", "slide": -1}, 400, "out_of_range"),
        (f"{SCREENS}/main", {"reel": "plan", "slide": 0.5}, 400, "malformed"),
        (f"{SCREENS}/main", {"reel": ["plan"]}, 400, "malformed"),
        (f"{SCREENS}/main", {"reel": "words", "text": "Hello"}, 400, "malformed"),
        (ANNOUNCEMENTS, {"text": "Hello"}, 400, "malformed"),
        (ANNOUNCEMENTS, {"text": {"en": "Hello"}}, 400, "malformed"),
        (ANNOUNCEMENTS, {"text": {"en": "Hello", "zh": "  "}}, 400, "malformed"),
        (ANNOUNCEMENTS, {"text": {"en": "\u202eHello", "zh": "你好"}}, 400, "malformed"),
        (ANNOUNCEMENTS, {"text": {"en": "x" * 9000, "zh": "你好"}}, 413, "too_large"),
    ],
)
def test_what_cannot_be_done_is_told_in_the_one_shape(
    operator: Operator, path: str, body: Any, status: int, code: str
) -> None:
    answer = operator.post(path, body)
    assert answer.status_code == status
    error = answer.json["error"]
    assert (error["status"], error["code"]) == (status, code)
    assert error["message"]["en"].endswith(".")
    assert error["message"]["zh"]


def test_a_body_must_say_that_it_is_json(operator: Operator) -> None:
    headers = {"Authorization": f"Bearer {operator.token}", "Content-Type": "text/plain"}
    assert operator.client.post(SKY, data='{"action": "pause"}', headers=headers).status_code == 400


def test_the_token_is_made_once_and_for_the_servers_user_only(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="hallwright serve"):
        operator_token.read(tmp_path / "data")
    token = operator_token.made(tmp_path / "data")
    path = operator_token.token_file(tmp_path / "data")
    assert len(token) == 43
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["operator-token"]
    path.chmod(0o644)
    assert operator_token.made(tmp_path / "data") == token == operator_token.read(tmp_path / "data")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff" * 40, b"two words that are long enough"])
def test_a_file_that_holds_no_token_is_said_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "operator-token").write_bytes(content)
    with pytest.raises(ConfigError, match="operator-token"):
        operator_token.made(tmp_path)


def test_a_hall_is_not_ready_before_its_live_side_is_open(folder: Path, viewer: Path, tmp_path: Path) -> None:
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    database = Database(IN_MEMORY)
    database.open()
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    client = create_server(settings, Halls((hall,)), database, viewer).app.test_client()
    assert hall.load()  # published, and nobody has told the live side yet
    operator = Operator(client, operator_token.read(tmp_path / "data"))
    assert client.get("/healthz").json["ready"] is False
    refused = operator.post(SKY, {"action": "start"})
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
    assert refused.json["error"]["code"] == "compiling"
