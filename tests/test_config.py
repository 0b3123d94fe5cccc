"""Settings from the environment, and where resources are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hallwright.config import ENVIRONMENT, Directory, Endpoint, Settings, async_mode, embed_origins, resources
from hallwright.errors import ConfigError


def test_an_empty_environment_is_enough() -> None:
    settings = Settings.from_environment({"HOME": "/home/ada"})
    assert (settings.host, settings.port, settings.async_mode) == ("127.0.0.1", 8000, "eventlet")
    assert 1 <= settings.workers <= 4
    assert settings.origins == settings.embed_origins == ()


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder of Linux")
@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"HOME": "/home/ada"}, "/home/ada/.cache/hallwright"),
        ({"HOME": "/home/ada", "XDG_CACHE_HOME": "/fast"}, "/fast/hallwright"),
        ({"HOME": "/home/ada", "HALLWRIGHT_DATA": "/srv/halls"}, "/srv/halls"),
        ({"HOME": "/home/ada", "HALLWRIGHT_DATA": ""}, "/home/ada/.cache/hallwright"),
    ],
)
def test_where_data_lives(environ: dict[str, str], folder: str) -> None:
    settings = Settings.from_environment(environ)
    assert settings.data == Path(folder)
    assert settings.halls.parent == settings.cache.parent == settings.data


def test_every_variable_is_read() -> None:
    given = {
        "HALLWRIGHT_HOST": "0.0.0.0",
        "HALLWRIGHT_PORT": "0",
        "HALLWRIGHT_ASYNC_MODE": "threading",
        "HALLWRIGHT_DATA": "/srv/halls",
        "HALLWRIGHT_WORKERS": "7",
        "HALLWRIGHT_DATABASE": "postgresql://fair@db.example/fair",
        "HALLWRIGHT_WORDS": "/srv/words.txt",
        "HALLWRIGHT_RETENTION": "30",
        "HALLWRIGHT_GUIDE_URL": "https://words.example/v1",
        "HALLWRIGHT_GUIDE_MODEL": "small",
        "HALLWRIGHT_GUIDE_KEY": "k3y",
        "HALLWRIGHT_OIDC_ISSUER": "https://id.example",
        "HALLWRIGHT_OIDC_CLIENT": "hall",
        "HALLWRIGHT_OIDC_SECRET": "s3cret",
        "HALLWRIGHT_OIDC_REDIRECT": "https://fair.example/oidc/callback",
        "HALLWRIGHT_OIDC_ROLES": "groups=chairs:host",
        "HALLWRIGHT_ORIGINS": "https://fair.example, https://other.example",
        "HALLWRIGHT_EMBED_ORIGINS": "https://press.example",
        "HALLWRIGHT_MEDIA_ORIGINS": "https://cdn.example/, http://127.0.0.1:8080",
        "HALLWRIGHT_STUN": "stun:stun.fair.example",
        "HALLWRIGHT_TURN": "turn:turn.fair.example:3478?transport=udp, turns:turn.fair.example:5349",
        "HALLWRIGHT_TURN_SECRET": "shared",
        "HALLWRIGHT_DEVICE_SECRETS": "/run/secrets/devices.json",
        "HALLWRIGHT_MQTT": "mqtts://fair:s3cret@broker.example",
        "HALLWRIGHT_WEBHOOKS": "/srv/hooks.json",
        "HALLWRIGHT_WEBHOOK_HOSTS": "erp.example, ERP.example:8443",
    }
    assert set(given) == set(ENVIRONMENT)
    origins = ("https://fair.example", "https://other.example")
    back = "https://fair.example/oidc/callback"
    oidc = Directory("https://id.example", "hall", "s3cret", back, (("groups", "chairs", "host"),))
    wanted = Settings(
        Path("/srv/halls"), "0.0.0.0", 0, "threading", 7, origins, ("https://press.example",),
        ("https://cdn.example", "http://127.0.0.1:8080"), ("stun:stun.fair.example",),
        ("turn:turn.fair.example:3478?transport=udp", "turns:turn.fair.example:5349"), "shared",
        "postgresql://fair@db.example/fair", Path("/srv/words.txt"), 30, oidc, Path("/run/secrets/devices.json"),
        "mqtts://fair:s3cret@broker.example", Path("/srv/hooks.json"), ("erp.example", "erp.example:8443"),
        Endpoint("https://words.example/v1", "small", "k3y"),
    )  # fmt: skip
    assert Settings.from_environment(given) == wanted


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"URL": "https://words.example"}, "go together"), ({"KEY": "k"}, "go together"),
        ({"URL": "http://words.example", "MODEL": "m"}, "write an https address"),
    ],
)  # fmt: skip
def test_what_phrases_answers_is_named_whole(given: dict[str, str], wrong: str) -> None:
    with pytest.raises(ConfigError, match=wrong):
        Settings.from_environment({f"HALLWRIGHT_GUIDE_{name}": value for name, value in given.items()})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HALLWRIGHT_RETENTION", "0"),
        ("HALLWRIGHT_PORT", "eighty"),
        ("HALLWRIGHT_PORT", "65536"),
        ("HALLWRIGHT_PORT", "-1"),
        ("HALLWRIGHT_PORT", "８０００"),
        ("HALLWRIGHT_WORKERS", "0"),
        ("HALLWRIGHT_WORKERS", "2.5"),
    ],
)
def test_a_wrong_number_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=f"{name} is .*write a whole number"):
        Settings.from_environment({name: value})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"HALLWRIGHT_TURN": "turn:a.example:3478"}, "go together"),
        ({"HALLWRIGHT_TURN_SECRET": "shared"}, "go together"),
        ({"HALLWRIGHT_STUN": "a.example, stun:b.example, turn:c.ex"}, "'a.example', 'turn:c.ex'; write stun:"),
        ({"HALLWRIGHT_TURN": "https://a.example", "HALLWRIGHT_TURN_SECRET": "shared"}, "write turn:"),
    ],
)
def test_servers_for_calls_are_written_as_browsers_want_them(given: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        Settings.from_environment(given)


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("", ()),
        (" , ", ()),
        ("*", ("*",)),
        ("https://fair.example/", ("https://fair.example",)),
        ("HTTPS://Fair.Example:443, https://fair.example", ("https://fair.example",)),
        ("http://127.0.0.1:8080,http://localhost:80", ("http://127.0.0.1:8080", "http://localhost")),
        ("https://fair.example:80", ("https://fair.example:80",)),
    ],
)
def test_who_may_embed_is_written_as_browsers_say_it(text: str, origins: tuple[str, ...]) -> None:
    assert embed_origins(text) == origins


@pytest.mark.parametrize(
    "wrong",
    [
        "fair.example", "https://fair.example/hall", "https://*.fair.example", "null", "'self'", "https://", "ftp://a.example",
        "https://a.example; script-src *", "https://a.example https://b.example", "https://u:p@a.example", "https://a.example?q",
        "https://a.example:99999", "https://a.example:0", "https://展.example", "https://a.example\r\nSet-Cookie: a",
    ],
)  # fmt: skip
def test_what_is_no_origin_never_comes_into_a_header(wrong: str) -> None:
    with pytest.raises(ConfigError, match="HALLWRIGHT_EMBED_ORIGINS has"):
        embed_origins(f"https://fair.example,{wrong}")


def test_every_wrong_origin_is_named_at_once() -> None:
    with pytest.raises(ConfigError, match="has 'fair', '\\*', 'ftp://a'; write origins such as"):
        embed_origins("fair, https://good.example, *, ftp://a")


def test_a_wrong_mode_names_the_right_ones() -> None:
    with pytest.raises(ConfigError, match="eventlet or threading"):
        async_mode("gevent")


def test_resources_of_this_checkout_are_there() -> None:
    here = resources()
    assert here.reference_layout.is_file()
    assert (here.layouts / "minimal.yaml").is_file()
    assert here.models.is_dir()
    for weight in ("Regular", "Bold", "Black"):
        assert here.font(weight).stat().st_size > 1_000_000
