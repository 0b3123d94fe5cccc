"""The file of webhooks and the file of devices' secrets: everything that is wrong at once."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from hallwright.errors import ConfigError
from hallwright.organizer import device_secrets, webhook_file
from hallwright.organizer.device_secrets import DeviceSecrets

HOSTS = ("erp.example", "127.0.0.1:9000")
SECRET = "sixteen-letters-and-more"


def hook(**change: object) -> dict[str, object]:
    return {"url": "https://erp.example/hall", "secret": SECRET, "events": ["inquiry"], **change}


def written(tmp_path: Path, *hooks: object) -> Path:
    path = tmp_path / "hooks.json"
    path.write_text(json.dumps({"hooks": hooks}), "utf-8")
    return path


def test_hooks_are_read(tmp_path: Path) -> None:
    plans = webhook_file.read(written(tmp_path, hook(), hook(url="http://127.0.0.1:9000/")), HOSTS)
    assert [plan.url for plan in plans] == ["https://erp.example/hall", "http://127.0.0.1:9000/"]
    assert SECRET not in repr(plans)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    wrong = (
        hook(url="http://erp.example/"), hook(url="https://metadata.internal/"), hook(url="https://a@erp.example/"),
        hook(secret="short"), hook(events=["inquiry", "all"]), {"url": "https://erp.example/"}, "x",
    )  # fmt: skip
    with pytest.raises(ConfigError) as fault:
        webhook_file.read(written(tmp_path, *wrong), HOSTS)
    said = str(fault.value)
    parts = ("https address", "metadata.internal is not in", "https address", "16 characters", "events are", "write")
    for number, part in enumerate(parts, 1):
        assert f"hook {number}: " in said and part in said
    assert "hook 7" in said


def test_secrets_are_made_kept_private_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "data" / "device-secrets.json"
    secret = device_secrets.make(path, "agv")
    device_secrets.make(path, "gate")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    known = DeviceSecrets(path)
    assert known.of("agv") == secret.encode()
    assert known.of("nobody") is None
    assert device_secrets.make(path, "agv") != secret
    assert device_secrets.forget(path, "agv")
    assert not device_secrets.forget(path, "agv")
    assert set(device_secrets.read(path)) == {"gate"}


def test_a_running_hall_reads_a_changed_file_and_keeps_the_last_good_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_secrets, "LOOK_SECONDS", 0.0)
    path = tmp_path / "secrets.json"
    known = DeviceSecrets(path)
    assert known.of("agv") is None
    secret = device_secrets.make(path, "agv")
    assert known.of("agv") == secret.encode()
    path.write_text("{", "utf-8")
    assert known.of("agv") == secret.encode()
    with pytest.raises(ConfigError):
        device_secrets.read(path)
    path.write_text('{"agv": "short"}', "utf-8")
    with pytest.raises(ConfigError, match="agv"):
        device_secrets.read(path)
