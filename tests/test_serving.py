"""``hallwright serve`` as a person runs it: a real process, real HTTP, real sockets, in both async modes."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from hallwright.config import resources
from tests.gateway.visitor import Visitor

PATIENCE = 60  # s
PASSWORD = "ten letters or more"
MODES = ("eventlet", "threading")
STARTED: list[subprocess.Popen[str]] = []


@dataclass(frozen=True)
class Answer:
    """A response, errors included."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Serving:
    """A running ``hallwright serve`` over a layout of its own."""

    process: subprocess.Popen[str]
    address: str
    layout: Path

    def get(self, path: str, **headers: str) -> Answer:
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())

    def wait_until_ready(self) -> dict[str, Any]:
        """The hall once it can be walked."""
        deadline = time.monotonic() + PATIENCE
        while not (health := self.get("/healthz").json)["ready"]:
            assert time.monotonic() < deadline, health
            time.sleep(0.05)
        venue: dict[str, Any] = health["venues"][0]
        return venue

    def end(self) -> int:
        """Ask it to stop; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)


def command(layout: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "hallwright", "serve", str(layout), *options]


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "HALLWRIGHT_DATA": str(folder / "data"), "HALLWRIGHT_WORKERS": "1"}


def start(folder: Path, *options: str) -> Serving:
    """Serve a copy of the smallest layout on a free port."""
    layout = folder / "layout" / "venue.yaml"
    if not layout.exists():
        layout.parent.mkdir()
        layout.write_bytes((resources().layouts / "minimal.yaml").read_bytes())
    process = subprocess.Popen(
        command(layout, "--port", "0", *options), stdout=subprocess.PIPE, text=True, env=environment(folder)
    )
    STARTED.append(process)
    assert process.stdout
    found = re.search(r"http://[\d.:]+", process.stdout.readline())
    assert found
    return Serving(process, found[0], layout)


@pytest.fixture(scope="module", autouse=True)
def no_server_outlives_its_tests() -> Iterator[None]:
    yield
    for process in STARTED:
        if process.poll() is None:
            process.kill()
            process.wait()


@pytest.fixture(scope="module", params=MODES)
def serving(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Serving:
    return start(tmp_path_factory.mktemp("serving"), "--watch", "--async-mode", request.param)


def test_a_first_start_answers_at_once_and_says_how_far_it_is(serving: Serving) -> None:
    health = serving.get("/healthz")
    assert health.status == 200
    if not health.json["ready"]:
        waiting = serving.get("/api/v1/venues/minimal/manifest")
        assert waiting.status in (200, 503)
        assert waiting.status == 200 or waiting.headers["Retry-After"]
    assert serving.wait_until_ready()["id"] == "minimal"


def test_all_that_the_manifest_names_can_be_had(serving: Serving) -> None:
    venue = serving.wait_until_ready()
    manifest = serving.get(venue["manifest"])
    urls = set(re.findall(r'"url":\s*"([^"]+)"', manifest.body.decode()))
    assert len(urls) >= 4
    for url in urls:
        plain, packed = (serving.get(venue["files"] + url, **{"Accept-Encoding": code}) for code in ("identity", "br"))
        assert plain.status == packed.status == 200
        assert "immutable" in plain.headers["Cache-Control"]
        assert len(packed.body) <= len(plain.body)
        part = serving.get(venue["files"] + url, Range="bytes=0-3")
        assert (part.status, part.body) == (206, plain.body[:4])
    tag = manifest.headers["ETag"]
    assert serving.get(venue["manifest"], **{"If-None-Match": tag}).status == 304


def test_a_hall_can_be_searched_a_moment_after_it_shows(serving: Serving) -> None:
    venue = serving.wait_until_ready()
    deadline = time.monotonic() + PATIENCE
    while (answer := serving.get("/api/v1/venues/minimal/search?q=b01&lang=zh")).status == 503:
        assert answer.headers["Retry-After"]
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert answer.json["revision"] == venue["revision"]
    assert answer.json["results"][0]["number"] == "B01"
    (result, *_) = serving.get("/api/v1/venues/minimal/search?q=%E5%B1%95%E4%BD%8D").json["results"]
    assert result["kind"] == "booth", "what every booth is called"


def test_errors_have_one_shape_on_the_wire_too(serving: Serving) -> None:
    answer = serving.get("/no/such/place")
    assert answer.status == 404
    assert answer.json["error"]["code"] == "not_found"
    assert "Content-Security-Policy" in answer.headers


def test_a_save_reaches_those_inside_and_a_broken_one_does_not(serving: Serving) -> None:
    before = serving.wait_until_ready()
    visitor = Visitor(serving.address.removeprefix("http://"))
    joined = visitor.join(venue="minimal", area="hall")
    assert joined["ok"]
    assert joined["revision"] == before["revision"]
    assert serving.get("/healthz").json["live"]["people"] == 1

    text = serving.layout.read_text("utf-8")
    serving.layout.write_text(text.replace("B01", "B02"), "utf-8")
    event = visitor.event("rebuilt", PATIENCE)
    assert event["revision"] != before["revision"]
    assert serving.get(before["manifest"]).json["revision"] == event["revision"]

    serving.layout.write_text(text.replace("kind: hall", "kind: hell"), "utf-8")
    deadline = time.monotonic() + PATIENCE
    while serving.get("/healthz").json["status"] != "degraded":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert serving.get(before["manifest"]).json["revision"] == event["revision"]
    serving.layout.write_text(text.replace("B01", "B02"), "utf-8")
    while serving.get("/healthz").json["status"] != "ok":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    visitor.close()


def hallwright(serving: Serving, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside the server, in its environment."""
    folder = serving.layout.parent.parent
    return subprocess.run(
        [sys.executable, "-m", "hallwright", *arguments, "--server", serving.address],
        capture_output=True, text=True, env=environment(folder), timeout=PATIENCE, check=False,
    )


def test_an_operator_directs_shows_and_speaks_to_all(serving: Serving) -> None:
    serving.wait_until_ready()
    visitor = Visitor(serving.address.removeprefix("http://"))
    assert visitor.join(venue="minimal", area="hall")["ok"]
    text = serving.layout.read_text("utf-8")
    shows = "shows:\n  - {id: sky, kind: drones, area: hall, at: [20, 12], size: [20, 10], duration: 60}\n"
    serving.layout.write_text(text + shows, "utf-8")
    assert list(visitor.event("rebuilt", PATIENCE)["shows"]) == ["sky"]

    paused = hallwright(serving, "show", "sky", "pause")
    assert (paused.returncode, paused.stdout[:12]) == (0, "sky: stands,"), paused.stderr
    assert visitor.event("show")["timeline"]["rate"] == 0.0
    assert hallwright(serving, "show", "sky", "seek", "12.5").stdout == "sky: stands, 12.50 of 60 s\n"
    assert hallwright(serving, "show").stdout == "sky: stands, 12.50 of 60 s\n"
    announced = hallwright(serving, "announce", "--en", "Doors close.", "--zh", "即将闭馆。")
    assert announced.returncode == 0, announced.stderr
    assert visitor.event("announcement")["text"] == {"en": "Doors close.", "zh": "即将闭馆。"}
    visitor.close()


@pytest.mark.parametrize("mode", MODES)
def test_the_first_organizer_comes_by_the_link_that_is_printed_and_others_by_invitation(
    tmp_path: Path, mode: str
) -> None:
    serving = start(tmp_path, "--async-mode", mode)
    assert serving.process.stdout
    while "No organizer yet" not in (line := serving.process.stdout.readline()):
        assert line
    link = re.search(r"http://\S+/enter\?invite=[\w-]{30,}$", line.strip())
    assert link
    serving.wait_until_ready()
    organizer = entered(serving, link[0], "Org")
    assert serving.get("/api/v1/me", Cookie=organizer).json["me"]["role"] == "organizer"
    invited = hallwright(serving, "invite", "--role", "moderator")
    assert "Good for a new moderator, once, until 2" in invited.stdout, invited.stderr
    moderator = entered(serving, invited.stdout.split()[0], "Mo")
    login = moderator.partition("=")[2]
    visitor = Visitor(serving.address.removeprefix("http://"), login)
    joined = visitor.join(venue="minimal", area="hall")
    assert [(person["role"], person["nickname"]) for person in joined["people"]] == [("moderator", "Mo")]
    body = json.dumps({"name": "mo", "password": PASSWORD}).encode()
    headers = {"Origin": serving.address, "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(f"{serving.address}/api/v1/login", body, headers)) as answer:
        assert json.load(answer)["me"]["role"] == "moderator"
    serving.end()
    again = start(tmp_path)
    assert again.get("/api/v1/me", Cookie=organizer).json["me"]["name"] == "Org"
    again.wait_until_ready()
    again.end()
    assert again.process.stdout
    assert "No organizer yet" not in again.process.stdout.read()


def entered(serving: Serving, link: str, name: str) -> str:
    """The cookie of somebody who came by a link."""
    form = urllib.parse.urlencode({"invite": link.partition("=")[2], "name": name, "password": PASSWORD}).encode()
    asked = urllib.request.Request(f"{serving.address}/enter", form, {"Origin": serving.address})
    opener = urllib.request.build_opener(_Stay)
    with pytest.raises(urllib.error.HTTPError) as caught:
        opener.open(asked, timeout=10)
    assert caught.value.code == 303
    return str(caught.value.headers["Set-Cookie"]).partition(";")[0]


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def test_an_operator_writes_on_a_board(serving: Serving) -> None:
    serving.wait_until_ready()
    visitor = Visitor(serving.address.removeprefix("http://"))
    assert visitor.join(venue="minimal", area="hall")["ok"]
    text = serving.layout.read_text("utf-8").replace(
        "\nshows:", '\n    boards:\n      - {id: pairs, kind: signing, at: [34, 20], color: "#b3202c"}\nshows:'
    )
    assert "pairs" in text
    serving.layout.write_text(text, "utf-8")
    assert visitor.event("rebuilt", PATIENCE)["boards"] == {}

    assert hallwright(serving, "board").stdout == "pairs: signing, 0 rows\n"
    signed = hallwright(serving, "board", "pairs", "7", "title.en=Pilot line", "title.zh=中试线", 'parties=["A", "B"]')
    assert signed.stdout.startswith("pairs 7: {") and "中试线" in signed.stdout, signed.stderr
    assert visitor.event("board")["changes"]["7"]["parties"][1] == {"en": "B", "zh": "B"}
    wrong = hallwright(serving, "board", "pairs", "8", "titel=x")
    assert wrong.returncode == 1
    assert "8.titel: there is no such field" in wrong.stderr
    assert "8.parties: a new row needs it" in wrong.stderr
    assert hallwright(serving, "board", "pairs", "7", "--remove").returncode == 0
    assert hallwright(serving, "board", "pairs").stdout == ""
    visitor.close()


PROGRAMME = """
programme:
  timezone: Asia/Shanghai
  starts: 2026-09-20
  tracks: [{id: talks, name: {en: Talks, zh: 讲座}, color: "#1F6FB2"}]
  sessions:
    - {id: talk, title: {en: Talk, zh: 讲座}, track: talks, area: hall, day: 1, at: "10:00", minutes: 45}
"""


def test_an_operator_changes_the_programme(serving: Serving) -> None:
    serving.wait_until_ready()
    visitor = Visitor(serving.address.removeprefix("http://"))
    assert visitor.join(venue="minimal", area="hall")["ok"]
    serving.layout.write_text(serving.layout.read_text("utf-8") + PROGRAMME, "utf-8")
    visitor.event("rebuilt", PATIENCE)

    assert hallwright(serving, "session").stdout == "2026-09-20 10:00-10:45 talk: Talk\n"
    put_off = hallwright(serving, "session", "talk", "--later", "15", "--en", "The bus is late", "--zh", "班车晚点")
    said = "2026-09-20 10:15-11:00 talk: Talk (was 2026-09-20 10:00; The bus is late)\n"
    assert put_off.stdout == said, put_off.stderr
    assert visitor.event("session")["change"]["note"]["zh"] == "班车晚点"
    moved = hallwright(serving, "session", "talk", "--starts", "09:30")
    assert moved.stdout.startswith("2026-09-20 09:30-10:15 talk"), moved.stderr
    assert "cancelled" in hallwright(serving, "session", "talk", "--cancel").stdout
    assert hallwright(serving, "session", "talk", "--restore").stdout == "2026-09-20 10:00-10:45 talk: Talk\n"
    for wrong, said in (
        (["tolk"], "there is: talk"),
        (["talk", "--later", "5", "--starts", "10:30"], "not both"),
        (["talk", "--starts", "half past"], "write 10:30"),
        (["talk", "--en", "Only here"], "both"),
        (["talk", "--restore", "--cancel"], "as it was written"),
        (["--cancel"], "name the session"),
    ):
        refused = hallwright(serving, "session", *wrong)
        assert (refused.returncode, said in " ".join(refused.stderr.split())) == (2, True), (wrong, refused.stderr)
    visitor.close()


def test_what_an_operator_cannot_do_is_said(serving: Serving) -> None:
    serving.wait_until_ready()
    nothing = hallwright(serving, "show", "nothing", "start")
    assert (nothing.returncode, nothing.stderr) == (1, "hallwright: There is no such show.\n")
    token = serving.layout.parent.parent / "data" / "operator-token"
    kept = token.read_text("ascii")
    token.write_text("0" * 43, "ascii")
    assert "token" in hallwright(serving, "show", "sky", "start").stderr
    token.write_text(kept, "ascii")
    assert hallwright(serving, "announce", "--en", "", "--zh", "空").returncode == 1


def test_the_end_is_orderly(serving: Serving) -> None:
    assert serving.end() == 0


@pytest.mark.parametrize("mode", MODES)
def test_a_second_start_serves_what_is_there(tmp_path: Path, mode: str) -> None:
    first = start(tmp_path, "--async-mode", mode)
    revision = first.wait_until_ready()["revision"]
    assert first.end() == 0
    second = start(tmp_path, "--async-mode", mode)
    venue = second.get("/healthz").json["venues"][0]
    assert (venue["status"], venue["revision"]) == ("ready", revision), "nothing to compile, nothing to wait for"
    assert second.end() == 0


def test_what_is_missing_beside_a_hall_is_made_while_it_shows(tmp_path: Path) -> None:
    first = start(tmp_path)
    first.wait_until_ready()
    wait_for_companions(tmp_path)
    assert first.end() == 0
    (mark,) = (tmp_path / "data").rglob("made-after")
    mark.unlink()
    second = start(tmp_path)
    assert second.get("/healthz").json["ready"], "the hall is as it was"
    wait_for_companions(tmp_path)
    assert second.get("/healthz").json["status"] == "ok"
    assert second.end() == 0


def wait_for_companions(folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not list((folder / "data").rglob("made-after")):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_taken_port_is_said_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        options = command(resources().layouts / "minimal.yaml", "--port", port)
        result = subprocess.run(
            options, capture_output=True, text=True, env=environment(tmp_path), timeout=PATIENCE, check=False
        )
    assert result.returncode == 2
    assert f"port {port} is taken" in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_data_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", "utf-8")
    options = command(resources().layouts / "minimal.yaml", "--port", "0")
    result = subprocess.run(
        options, capture_output=True, text=True, env=environment(tmp_path), timeout=PATIENCE, check=False
    )
    assert result.returncode == 2
    assert "HALLWRIGHT_DATA" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_layout_ends_a_server_that_does_not_watch(tmp_path: Path) -> None:
    layout = tmp_path / "venue.yaml"
    layout.write_text((resources().layouts / "minimal.yaml").read_text("utf-8").replace("size:", "sise:"), "utf-8")
    result = subprocess.run(
        command(layout, "--port", "0"), capture_output=True, text=True, env=environment(tmp_path), timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.count("venue.yaml:") >= 2
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("server", "code", "said"),
    [
        ("http://127.0.0.1:9", 1, "hallwright serve"),
        ("http://fair.example", 2, "https://"),
        ("nonsense", 2, "not the address"),
    ],
)
def test_an_operator_without_a_server_is_told_what_to_do(tmp_path: Path, server: str, code: int, said: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "operator-token").write_text("0" * 43, "ascii")
    command = [sys.executable, "-m", "hallwright", "show", "--server", server]
    result = subprocess.run(
        command, capture_output=True, text=True, env=environment(tmp_path), timeout=PATIENCE, check=False
    )
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert "0000" not in result.stderr


def test_a_day_is_replayed_for_whoever_missed_it(tmp_path: Path) -> None:
    serving = start(tmp_path)
    serving.wait_until_ready()
    told = hallwright(serving, "announce", "--en", "The ceremony begins.", "--zh", "仪式开始。")
    assert told.returncode == 0, told.stderr
    serving.process.kill()
    serving.process.wait(10)
    replaying = subprocess.Popen(
        [sys.executable, "-m", "hallwright", "replay", str(serving.layout), "--port", "0", "--speed", "0.1"],
        stdout=subprocess.PIPE, text=True, env=environment(tmp_path),
    )  # fmt: skip
    STARTED.append(replaying)
    assert replaying.stdout
    said = ""
    while not (address := re.search(r"http://([\d.:]+)", said)) or "Replaying" not in said:
        line = replaying.stdout.readline()
        assert line, said
        said += line
    assert "2 events, 0.1 times as fast" in said
    visitor = Visitor(address[1])
    assert visitor.join(venue="minimal", area="hall")["ok"]
    replaying.kill()
    again = subprocess.Popen(
        [sys.executable, "-m", "hallwright", "replay", str(serving.layout), "--day", "2001-02-03"],
        stderr=subprocess.PIPE, text=True, env=environment(tmp_path),
    )  # fmt: skip
    assert again.wait(PATIENCE) == 2
    assert again.stderr
    assert "nothing is kept of that time" in again.stderr.read()


def test_a_server_goes_on_where_it_was(tmp_path: Path) -> None:
    before = start(tmp_path)
    before.wait_until_ready()
    visitor = Visitor(before.address.removeprefix("http://"))
    visitor.join(venue="minimal", area="hall", nickname="Ada")
    assert before.end() == 0
    after = start(tmp_path)
    after.wait_until_ready()
    again = Visitor(after.address.removeprefix("http://"))
    again.join(venue="minimal", area="hall", session=visitor.me["session"], since=visitor.me["seq"])
    assert again.me["number"] == visitor.me["number"]
    assert not again.me["snapshot"]
    assert [event["kind"] for event in again.me["missed"]] == ["rebuilt"]
