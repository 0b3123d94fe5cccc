"""Settings from the environment, and where resources are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hallwright.config import ENVIRONMENT, Settings, async_mode, resources
from hallwright.errors import ConfigError


def test_an_empty_environment_is_enough() -> None:
    settings = Settings.from_environment({"HOME": "/home/ada"})
    assert (settings.host, settings.port, settings.async_mode) == ("127.0.0.1", 8000, "eventlet")
    assert 1 <= settings.workers <= 4
    assert settings.origins == ()


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
        "HALLWRIGHT_ORIGINS": "https://fair.example, https://other.example",
    }
    assert set(given) == set(ENVIRONMENT)
    origins = ("https://fair.example", "https://other.example")
    database = "postgresql://fair@db.example/fair"
    wanted = Settings(Path("/srv/halls"), "0.0.0.0", 0, "threading", 7, origins, database)
    assert Settings.from_environment(given) == wanted


@pytest.mark.parametrize(
    ("name", "value"),
    [
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
