"""The secrets of devices: who has a device's secret may speak for it.

They lie in one file, readable by the server's own user only; ``hallwright device`` makes them and shows each once. The
file is read anew when it was changed, so that a running hall knows a new device at once.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path

from hallwright.errors import ConfigError

SHAPE = re.compile(r"[\x21-\x7e]{16,512}")
LOOK_SECONDS = 1.0  # between two looks whether the file was changed
_PRIVATE = 0o600


def read(path: Path) -> dict[str, str]:
    """Every device's secret; raises ConfigError for a file that cannot be used."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"cannot read the devices' secrets in {path}: {error}") from error
    known = content if isinstance(content, dict) else {"all of it": None}
    wrong = [str(name)[:64] for name, each in known.items() if not isinstance(each, str) or not SHAPE.fullmatch(each)]
    if wrong:
        message = f"{path} holds no secret of 16 characters or more for {', '.join(wrong)}"
        raise ConfigError(f'{message}; write {{"device": "secret"}}, or make it with `hallwright device`')
    return dict(known)


def make(path: Path, device: str) -> str:
    """A new secret for a device, in place of the one that it had."""
    secret = secrets.token_urlsafe(32)
    _write(path, {**read(path), device: secret})
    return secret


def forget(path: Path, device: str) -> bool:
    """Nobody speaks for the device any more; whether anybody could."""
    known = read(path)
    if known.pop(device, None) is None:
        return False
    _write(path, known)
    return True


def _write(path: Path, known: dict[str, str]) -> None:
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "w") as file:
            json.dump(known, file, indent=1, sort_keys=True)
        beside.replace(path)
    except OSError as error:
        raise ConfigError(f"cannot keep the devices' secrets in {path}: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)


@dataclass(slots=True)
class DeviceSecrets:
    """The secrets in a file as they are now. A file that cannot be used any more leaves those of before."""

    path: Path
    _known: dict[str, str] = field(default_factory=dict)
    _stamp: tuple[int, int] | None = None
    _looked: float = -LOOK_SECONDS

    def of(self, device: str) -> bytes | None:
        """The secret of a device; None where it has none."""
        now = time.monotonic()
        if now - self._looked >= LOOK_SECONDS:
            self._looked = now
            self._look()
        secret = self._known.get(device)
        return None if secret is None else secret.encode()

    def _look(self) -> None:
        try:
            stat = self.path.stat()
        except OSError:
            self._known, self._stamp = {}, None
            return
        stamp = (stat.st_mtime_ns, stat.st_ino)
        if stamp == self._stamp:
            return
        try:
            self._known, self._stamp = read(self.path), stamp
        except ConfigError:
            return
