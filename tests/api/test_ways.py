"""The route over HTTP: what it answers, and every way it can be refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hallwright.api.routes import register
from hallwright.api.ways import Pace
from hallwright.organizer.companions import Companions, folder_of
from hallwright.organizer.halls import Hall, Halls
from hallwright.wayfinding.packing import pack
from tests.wayfinding.conftest import written

ROUTE = "/api/v1/venues/small/route"


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return pack(written(tmp_path_factory.mktemp("ways")))


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    manifest = {"venue": "small", "revision": "00112233aabbccdd", "name": {"en": "Small", "zh": "小"}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    published = Hall(Path("layout.yaml"), tmp_path)
    assert published.load()
    return published


@pytest.fixture
def surveyed(hall: Hall, packed: bytes) -> Hall:
    folder = folder_of(hall.folder, hall.revision)
    folder.mkdir(parents=True)
    (folder / "ways").write_bytes(packed)
    hall.companions = Companions(folder)
    return hall


def client_of(hall: Hall, viewer: Path, pace: Pace | None = None) -> FlaskClient:
    app = Flask("hallwright", static_folder=None)
    register(app, Halls((hall,)), viewer_folder=viewer, async_mode="threading", pace=pace)
    return app.test_client()


@pytest.fixture
def client(surveyed: Hall, viewer: Path) -> FlaskClient:
    return client_of(surveyed, viewer)


def asked(client: FlaskClient, **query: Any) -> dict[str, Any]:
    response = client.get(ROUTE, query_string=query)
    assert response.status_code == 200, response.json
    answer: dict[str, Any] = response.json
    return answer


def test_a_route_has_legs_hints_and_stops(client: FlaskClient) -> None:
    answer = asked(client, **{"from": "entrance", "to": "Y1"})
    assert answer["revision"] == "00112233aabbccdd"
    first, second = answer["legs"]
    assert (first["area"], first["portal"], second["area"], second["portal"]) == ("hall", "out", "yard", None)
    assert first["line"][0] == pytest.approx([4, 20], abs=0.3)
    assert answer["length"] == pytest.approx(first["length"] + second["length"], abs=0.02)
    assert answer["seconds"] == round(answer["length"] / 1.3)
    (stop,) = answer["stops"]
    assert (stop["id"], stop["kind"], stop["area"], stop["index"], stop["leg"]) == ("y1", "booth", "yard", 0, 1)
    assert stop["at"] == second["line"][-1]
    assert answer["from"]["id"] == "entrance"
    assert answer["hints"][-1]["kind"] == "arrive"
    assert all(set(hint["text"]) == {"en", "zh"} and len(hint["at"]) == 2 for hint in answer["hints"])


def test_stops_come_in_the_order_of_the_visit(client: FlaskClient) -> None:
    given = asked(client, **{"from": "entrance", "to": ["A08", "A01", "B08"]})
    assert [stop["index"] for stop in given["stops"]] == [0, 1, 2]
    better = asked(client, **{"from": "hall:4,20", "to": ["A08", "A01", "B08"], "optimise": 1})
    assert better["stops"][0]["id"] == "a01"
    assert better["length"] < given["length"]
    assert better["from"] | {"at": None} == {
        "asked": "hall:4,20", "area": "hall", "at": None, "id": None, "kind": "point", "name": None, "looks": None,
    }  # fmt: skip


def test_step_free_is_another_way(client: FlaskClient) -> None:
    free = asked(client, **{"from": "gate", "to": "Y1", "step_free": "1"})
    assert free["step_free"] is True
    assert "steps" not in [hint["kind"] for hint in free["hints"]]
    assert free["length"] > asked(client, **{"from": "gate", "to": "Y1"})["length"]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("", 400, "malformed"),
        ("from=entrance", 400, "malformed"),
        ("to=A01", 400, "malformed"),
        ("from=entrance&to=", 400, "malformed"),
        ("from=entrance&to=A01&step_free=maybe", 400, "malformed"),
        ("from=entrance&to=A99", 404, "unknown_place"),
        ("from=entrance&to=hall:999,1", 400, "out_of_range"),
        ("from=entrance&to=hall:nan,inf", 404, "unknown_place"),
        ("from=entrance" + "&to=A01" * 13, 400, "too_many_stops"),
        ("from=%FF%FE&to=%00", 404, "unknown_place"),
    ],
)
def test_what_cannot_be_answered(client: FlaskClient, query: str, status: int, code: str) -> None:
    response = client.get(f"{ROUTE}?{query}")
    assert response.status_code == status
    error = response.json["error"]
    assert (error["code"], error["status"]) == (code, status)
    assert error["message"]["en"].endswith((".", "?")) and error["message"]["zh"].endswith(("。", "？"))


def test_an_unknown_place_tells_what_was_meant(client: FlaskClient) -> None:
    error = client.get(f"{ROUTE}?from=entrance&to=toilest").json["error"]
    assert error["did_you_mean"][0] == "toilets"
    assert error["message"]["en"] == "There is no place “toilest”; did you mean toilets?"


def test_before_the_survey_it_says_to_come_again(hall: Hall, viewer: Path) -> None:
    response = client_of(hall, viewer).get(f"{ROUTE}?from=entrance&to=A01")
    assert (response.status_code, response.json["error"]["code"]) == (503, "indexing")
    assert int(response.headers["Retry-After"]) >= 1
    hall.companions = Companions(hall.folder / "empty")
    assert client_of(hall, viewer).get(f"{ROUTE}?from=entrance&to=A01").json["error"]["code"] == "no_index"
    assert client_of(hall, viewer).get("/api/v1/venues/none/route?from=a&to=b").status_code == 404


def test_who_asks_too_much_waits(surveyed: Hall, viewer: Path) -> None:
    taken: list[int] = []

    def wait(turns: int) -> float:
        taken.append(turns)
        return 0.0 if sum(taken) < 20 else 2.5

    client = client_of(surveyed, viewer, Pace(wait=wait))
    asked(client, **{"from": "entrance", "to": "A01"})
    asked(client, **{"from": "entrance", "to": ["A01"] * 12, "optimise": 1})
    assert taken[0] == 1 and taken[1] > 8
    response = client.get(ROUTE, query_string={"from": "entrance", "to": ["B01"] * 12, "optimise": 1})
    assert (response.status_code, response.json["error"]["code"]) == (429, "too_fast")
    assert response.headers["Retry-After"] == "3"


def test_long_work_lets_others_on(surveyed: Hall, viewer: Path) -> None:
    pauses: list[None] = []
    client = client_of(surveyed, viewer, Pace(pause=lambda: pauses.append(None)))
    asked(client, **{"from": "entrance", "to": ["A01", "A05", "B03", "B08"], "optimise": 1})
    assert len(pauses) >= 10
