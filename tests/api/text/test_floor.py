"""Questions, polls and reactions without a script: read, voted and asked by forms, of a real server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hallwright.app import Server, create_server
from hallwright.config import Settings
from hallwright.gateway.conversations import OpenTalk
from hallwright.live.talking.authors import Author
from hallwright.live.talking.commands import Ask, ClosePoll, Hide, OpenPoll
from hallwright.organizer.halls import Hall, Halls
from hallwright.store.database import IN_MEMORY, Database
from tests.api.conftest import folder, viewer  # noqa: F401
from tests.api.text.reading import Page
from tests.programme.conftest import document

HOST = Author("h" * 18, 1, "Hu", 1, "host", "hall")
STAGE, AREA = "talk/stage/main", "talk/area/hall"
FLOOR, SEND = "/text/fair/areas/hall/floor?lang=en", "/text/fair/areas/hall/taking-part?lang=en"
OURS = {"Origin": "http://localhost"}
POLL = OpenPoll(
    HOST, {"en": "Which <first>?", "zh": "先看？"}, ({"en": "Rocket", "zh": "火箭"}, {"en": "Robot", "zh": "机器人"})
)


@pytest.fixture
def server(folder: Path, viewer: Path, tmp_path: Path) -> Server:  # noqa: F811
    manifest = document() | {"theme": None, "programme": None, "start": {"area": "hall", "spawn": ""}}
    manifest["areas"][0] |= {"kind": "hall", "booths": []}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    hall = Hall(Path("layout.yaml"), folder)
    assert hall.load()
    database = Database(IN_MEMORY)
    database.open()
    settings = Settings(data=tmp_path / "data", async_mode="threading")
    return create_server(settings, Halls((hall,)), database, viewer)


@pytest.fixture
def reader(server: Server) -> FlaskClient:
    return agreeing(server)


def agreeing(server: Server) -> FlaskClient:
    """The browser of somebody who said yes to what is kept."""
    browser = server.app.test_client()
    browser.set_cookie("hallwright-consent", "yes")
    return browser


def stage(server: Server) -> OpenTalk:
    return server.gateway.conversations["fair"].talk(STAGE)


def send(reader: FlaskClient, **form: Any) -> TestResponse:
    return reader.post(SEND, data={"stream": STAGE, **form}, headers=OURS)


def told(reader: FlaskClient, answer: TestResponse) -> str:
    """The page that is shown after something was sent."""
    assert answer.status_code == 303
    return reader.get(answer.headers["Location"]).text


def test_the_page_of_an_area_leads_to_it(reader: FlaskClient) -> None:
    assert "/text/fair/areas/hall/floor?lang=en" in Page(reader.get("/text/fair/areas/hall?lang=en").text).links
    empty = reader.get(FLOOR)
    assert "Nothing is asked here now." in empty.text
    assert "Set-Cookie" not in empty.headers, "nothing is kept of who only reads"
    assert reader.get("/text/fair/areas/none/floor").status_code == 404


def test_one_votes_in_a_poll_once_and_may_change_it(server: Server, reader: FlaskClient) -> None:
    number = stage(server).perform(POLL, 1.0)
    assert "Which &lt;first&gt;?" in reader.get(FLOOR).text
    assert "火箭" in reader.get(FLOOR.replace("=en", "=zh")).text
    answer = send(reader, wish="ballot", poll=number, choice=1)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Max-Age" not in cookie
    shown = told(reader, answer)
    assert "Done. Thank you." in shown
    assert 'value="1" checked' in shown
    assert "1 (100%)" in shown
    send(reader, wish="ballot", poll=number, choice=0)
    send(agreeing(server), wish="ballot", poll=number, choice=0)
    assert stage(server).talk.polls()[0]["counts"] == [2, 0]
    stage(server).perform(ClosePoll(HOST, number), 2.0)
    assert "This poll is over." in told(reader, send(reader, wish="ballot", poll=number, choice=1))
    assert stage(server).talk.polls()[0]["counts"] == [2, 0]


def test_sums_that_are_kept_back_are_not_on_the_page(server: Server, reader: FlaskClient) -> None:
    stage(server).perform(OpenPoll(HOST, POLL.question, POLL.options, hidden=True, seconds=600), 1.0)
    shown = reader.get(FLOOR).text
    assert "The result is told when the poll is over." in shown
    assert "%" not in shown
    assert "until 00:10 UTC" in shown


def test_one_asks_and_votes_for_questions(server: Server, reader: FlaskClient) -> None:
    hidden, open_ = (stage(server).perform(Ask(HOST, text), 1.0) for text in ("secret?", "How <far>?"))
    stage(server).perform(Hide(HOST, hidden), 1.0)
    shown = told(reader, send(reader, wish="vote", question=open_))
    assert "How &lt;far&gt;?" in shown
    assert "secret?" not in shown
    assert 'aria-pressed="true"' in shown
    assert "0 votes" in told(reader, send(reader, wish="vote", question=open_, on=0))
    assert "Why?" in told(reader, send(reader, wish="ask", text="Why?"))
    assert "Please write a question." in told(reader, send(reader, wish="ask", text=" "))


@pytest.mark.parametrize("form", [{"wish": "ballot", "poll": 1, "choice": 0}, {"wish": "ask", "text": "Why?"}])
def test_nothing_is_kept_of_who_did_not_agree(server: Server, form: dict[str, Any]) -> None:
    stage(server).perform(POLL, 1.0)
    reader = server.app.test_client()
    answer = send(reader, **form)
    assert "Set-Cookie" not in answer.headers
    assert "/consent?lang=en" in Page(told(reader, answer)).links
    assert stage(server).log.last == 1


def test_one_claps(server: Server, reader: FlaskClient) -> None:
    answer = send(reader, wish="react", reaction="clap")
    assert "Set-Cookie" not in answer.headers
    assert stage(server).reactions.take() == {"clap": 1}


@pytest.mark.parametrize(
    "form",
    [{}, {"wish": "remove", "message": 1}, {"wish": "say", "text": "x"}, {"wish": "poll"}, {"wish": "ballot"},
     {"wish": "ballot", "poll": "x", "choice": 0}, {"wish": "ballot", "poll": 1, "choice": "x"},
     {"wish": "ballot", "poll": 99, "choice": 0}, {"wish": "react", "reaction": "boo"},
     {"wish": "vote", "question": -1}, {"wish": "ask", "text": "x", "stream": AREA},
     {"wish": "ask", "text": "x", "stream": "talk/stage/none"}, {"wish": "close_poll", "poll": 1}],
)  # fmt: skip
def test_whatever_else_is_sent_is_refused_in_words(server: Server, reader: FlaskClient, form: dict[str, Any]) -> None:
    stage(server).perform(POLL, 1.0)
    shown = told(reader, send(reader, **form))
    assert 'role="alert"></p>' not in shown.split("<h2")[0]
    assert stage(server).log.last == 1


def test_pages_of_other_sites_and_floods_are_refused(server: Server, reader: FlaskClient) -> None:
    assert reader.post(SEND, data={}, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert reader.post(SEND, data={}).status_code == 403
    assert reader.get(SEND).status_code == 404
    number = stage(server).perform(POLL, 1.0)
    answers = [send(reader, wish="ballot", poll=number, choice=i % 2).headers["Location"] for i in range(60)]
    assert any("too_fast" in each for each in answers)
    assert reader.post(SEND, data={"text": "x" * 20_000}, headers=OURS).status_code in (303, 413)
