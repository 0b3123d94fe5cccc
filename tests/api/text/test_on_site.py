"""Devices on site in the text tour: what each says now, in words, wherever something follows it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from hallwright.app import create_server
from hallwright.config import Settings
from hallwright.gateway.devices.signing import sign
from hallwright.live.devices.twins import AHEAD
from hallwright.organizer import device_secrets
from hallwright.organizer.halls import Halls
from hallwright.store.database import IN_MEMORY, Database
from tests.api.text.reading import Page, read
from tests.api.text.test_pages import Present, app_of, published
from tests.organizer.test_touring import AREA, DOCUMENT

FIGURES = {
    "id": "figures", "kind": "counters", "name": {"en": "Figures", "zh": "数字"}, "note": None, "at": [40, 5],
    "facing": 0.0, "rows": [
        {"id": "guests", "label": {"en": "Guests", "zh": "嘉宾"}, "value": 5, "unit": {"en": "people", "zh": "人次"}},
        {"id": "deals", "label": {"en": "Deals", "zh": "签约"}, "value": 9, "unit": None},
    ],
}  # fmt: skip


def device(id: str, kind: str, **follows: str) -> dict[str, Any]:
    name = {"en": f"The {id}", "zh": f"设备{id}"}
    return {"id": id, "kind": kind, "area": "hall", "name": name, "stale_after": 10.0, **follows}


ON_SITE: dict[str, Any] = {
    **DOCUMENT,
    "shows": [],
    "areas": [{**AREA, "boards": [*AREA["boards"], FIGURES]}, *DOCUMENT["areas"][1:]],
    "devices": [
        device("dog", "robot", placement="rocket"), device("press", "machine", placement="a1-rocket", slot="press"),
        device("gate", "counter", board="figures", row="guests"), device("west-1", "occupancy", zone="west"),
        device("mute", "vehicle", placement="rocket"),
    ],
}  # fmt: skip
SAID: dict[str, tuple[dict[str, Any], float | None]] = {
    "dog": ({"x": 12.34, "y": 4, "heading": 90}, 997.0),
    "press": ({"state": "fault", "stroke": 0.25, "oee": 81.25, "temperature": 40.0, "power": -3.5}, 700.0),
    "gate": ({"value": 31204}, 999.0),
    "west-1": ({"people": 1}, 998.0),
    "mute": ({}, None),
}


@pytest.fixture
def visitor(tmp_path: Path, viewer: Path) -> FlaskClient:
    present = Present()
    present.devices = [
        {"id": id, "values": values, "at": at, "stale": at is None or 1000.0 - at > 10}
        for id, (values, at) in SAID.items()
    ]
    return app_of(viewer, published(tmp_path / "fair", ON_SITE), now=present)


EN = {
    "dog": "The dog robot 12.3 m from the west edge and 4 m from the south edge, facing east "
    "Live from the site: 3 s old",
    "press": "The press machine at fault, 25 % of its stroke, effectiveness (OEE) 81.2 %, temperature 40 °C, "
    "power -3.5 kW Out of date: nothing heard for 5 min",
    "gate": "The gate counter Guests: 31,204 people Live from the site: 1 s old",
    "west-1": "The west-1 counts people 1 person Live from the site: 2 s old",
    "mute": "The mute vehicle Nothing heard yet",
}
ZH = {
    "dog": "设备dog 机器人 距西侧 12.3 米、距南侧 4 米，朝东 现场实时数据：3 秒前",
    "press": "设备press 机器 故障，行程的 25 %，综合效率（OEE）81.2 %，温度 40 °C，功率 -3.5 千瓦 "
    "数据过时：已 5 分钟未收到数据",
    "gate": "设备gate 计数器 嘉宾：31,204 人次 现场实时数据：1 秒前",
    "west-1": "设备west-1 客流统计 1 人 现场实时数据：2 秒前",
    "mute": "设备mute 车辆 尚未收到数据",
}
PAGES = {
    "/areas/hall": {"dog", "press", "gate", "west-1", "mute"}, "/zones/west": {"press", "west-1"},
    "/exhibits/rocket": {"dog", "mute"}, "/exhibits/a1-rocket": {"press"}, "/boards/figures": {"gate"},
    "/boards/top": set[str](), "/areas/park": set[str](),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "words"), [("en", EN), ("zh", ZH)])
@pytest.mark.parametrize("path", PAGES)
def test_each_is_told_where_something_follows_it(
    visitor: FlaskClient, lang: str, words: dict[str, str], path: str
) -> None:
    page = read(visitor, f"/text/fair{path}?lang={lang}")
    assert {id for id, told in words.items() if told in page.words} == PAGES[path]
    assert ({"en": "Devices on site", "zh": "现场设备"}[lang] in page.words) == bool(PAGES[path])


def test_a_board_shows_the_figure_and_says_that_it_is_live(visitor: FlaskClient) -> None:
    words = read(visitor, "/text/fair/boards/figures?lang=en").words
    assert "Guests 31,204 people live Deals 9" in words


def test_the_area_leads_to_what_follows_and_the_whole_leads_to_the_area(visitor: FlaskClient) -> None:
    page = read(visitor, "/text/fair/areas/hall?lang=en")
    pages = ("exhibits/rocket", "exhibits/a1-rocket", "boards/figures", "zones/west")
    assert {f"/text/fair/{each}?lang=en" for each in pages} <= set(page.links)
    whole = read(visitor, "/text/fair/all?lang=en")
    assert {f"/text/fair/areas/hall?lang=en#device-{id}" for id in SAID} <= set(whole.links)
    assert {f"device-{id}" for id in SAID} <= set(page.ids)


def test_where_nobody_is_live_they_are_named_without_values(tmp_path: Path, viewer: Path) -> None:
    page: Page = read(app_of(viewer, published(tmp_path / "fair", ON_SITE)), "/text/fair/areas/hall?lang=en")
    assert "The dog robot" in page.words and "Live from the site" not in page.words


def test_what_a_device_signs_is_read_on_the_page(tmp_path: Path, viewer: Path) -> None:
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    secret = device_secrets.make(settings.device_secrets, "dog").encode()
    database = Database(IN_MEMORY)
    database.open()
    halls = Halls((published(tmp_path / "fair", ON_SITE),))
    client = create_server(settings, halls, database, viewer).app.test_client()
    assert "Nothing heard yet" in read(client, "/text/fair/exhibits/rocket?lang=en").words
    time.sleep(AHEAD + 0.1)  # nobody is heard before
    path, body = "/api/v1/devices/dog/events", json.dumps({"values": {"x": 7, "y": 5}}).encode()
    when, number = f"{time.time():.3f}", "1"
    signature = sign(secret, "POST", path, when, number, body)
    marks = {"Hallwright-Time": when, "Hallwright-Sequence": number, "Hallwright-Signature": signature}
    assert client.post(path, data=body, headers=marks).status_code == 200
    words = read(client, "/text/fair/exhibits/rocket?lang=en").words
    assert "The dog robot 7 m from the west edge and 5 m from the south edge Live from the site: " in words
