"""A real server is asked what its own description lets one ask, and what it does not: it never stumbles, and answers
nothing that it does not describe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks as described

import hallwright
from hallwright.api.reference.alone import every_address
from hallwright.api.reference.openapi import document

HERE = Path(__file__).parent
DOCUMENT = document(every_address())
CHECKS = [
    not_a_server_error, described.status_code_conformance, described.content_type_conformance,
    described.response_schema_conformance, described.response_headers_conformance,
]  # fmt: skip
EXAMPLES = 5
ENDS_A_LOGIN = {("POST", "/api/v1/logout"), ("DELETE", "/api/v1/me")}
"""Asked as a visitor, so that whoever is asked for after it is still known."""
THERE = {
    "venue": ["fair"], "area": ["hall"], "show": ["exhibit/turbine"], "board": ["figures"], "session": ["ceremony"],
    "name": ["tileset.json", "made-from.json", "../manifest.json", "words.vtt", "../fair.yaml"], "stage": ["main"],
    "booth": ["a01"], "secret": ["s" * 32], "letter": ["0" * 32], "device": ["press-1"],
    "id": ["hall", "makers", "a01", "turbine", "figures"],
    "from": ["hall:5,5", "turbine", "entrance", "hall:900,900"], "to": ["turbine", "A01", "exit", "nowhere"],
    "q": ["turbine", "燃气轮机", "ranqi", "a01", "'\"*-"],
}  # fmt: skip
"""What the fair has, by the parameter that asks for it: made up ones alone would find that there is nothing."""


def knowing(described: dict[str, Any]) -> dict[str, Any]:
    """The document, with parameters that ask for what is there, or for something that is not."""
    known = deepcopy(described)
    for methods in known["paths"].values():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                if parameter["name"] in THERE:
                    schema = parameter["schema"].get("items", parameter["schema"])
                    schema["anyOf"] = [{"enum": THERE[parameter["name"]]}, {"type": "string", "minLength": 12}]
    return known


SCHEMA = schemathesis.openapi.from_dict(knowing(DOCUMENT))
SCHEMA.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@dataclass(frozen=True)
class Running:
    """A server, and what opens its doors."""

    address: str
    token: str
    cookie: str

    def headers(self, case: Case) -> dict[str, str]:
        """Those of a page of its own, of somebody who may ask this."""
        keys = {key for each in case.operation.definition.raw.get("security", ()) for key in each}
        ours = {"Origin": self.address}
        if "operator" in keys:
            return {**ours, "Authorization": f"Bearer {self.token}"}
        known = "login" in keys and (case.method, case.path) not in ENDS_A_LOGIN
        return {**ours, "Cookie": self.cookie} if known else ours


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("data")
    environment = {
        **os.environ, "HALLWRIGHT_DATA": str(data), "HALLWRIGHT_WORKERS": "1",
        "HALLWRIGHT_OIDC_ISSUER": "http://127.0.0.1:9", "HALLWRIGHT_OIDC_CLIENT": "fair",
        "HALLWRIGHT_OIDC_SECRET": "secret", "HALLWRIGHT_OIDC_REDIRECT": "http://127.0.0.1:9/oidc/callback",
        "PYTHONPATH": str(Path(hallwright.__file__).parent.parent),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, str(HERE / "server.py"), str(HERE / "fair.yaml")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    address = process.stdout.readline().strip().rstrip("/")
    invitation = process.stdout.readline().strip().partition("invite=")[2]
    assert address.startswith("http://127.0.0.1:")
    assert invitation
    wait_for(address)
    yield Running(address, (data / "operator-token").read_text("utf-8").strip(), entered(address, invitation))
    process.stdin.close()
    process.wait(10)


def wait_for(address: str) -> None:
    """Until the hall can be walked, searched and led through."""
    for path in ("manifest", "search?q=turbine", "route?from=hall:5,5&to=turbine"):
        deadline = time.monotonic() + 60
        while True:
            status = requests.get(f"{address}/api/v1/venues/fair/{path}", timeout=10).status_code
            if status == 200:
                break
            assert status == 503
            assert time.monotonic() < deadline, path
            time.sleep(0.1)


def entered(address: str, invitation: str) -> str:
    """The cookie of an organizer."""
    form = {"invite": invitation, "name": "Olga", "password": ""}
    headers = {"Origin": address}
    answer = requests.post(f"{address}/enter", form, headers=headers, allow_redirects=False, timeout=10)
    assert answer.status_code == 303
    return f"hallwright-login={answer.cookies['hallwright-login']}"


def test_the_server_has_the_document_that_is_asked_here(running: Running) -> None:
    told = requests.get(f"{running.address}/api/v1/openapi.json", timeout=10).json()
    assert told == json.loads(json.dumps(DOCUMENT))


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_what_is_asked_is_answered_as_described(case: Case, running: Running) -> None:
    response = case.call(base_url=running.address, headers=running.headers(case), allow_redirects=False, timeout=10)
    away = case.path.startswith("/oidc")  # where nobody answers: that is told with 503
    case.validate_response(response, checks=[each for each in CHECKS if not (away and each is not_a_server_error)])
