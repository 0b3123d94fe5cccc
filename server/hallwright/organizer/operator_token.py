"""The operator's token: who has it may direct the shows of a server and speak to everyone in its halls.

It lies in the data folder, readable by the server's own user only, is made when there is none, and is never printed
or logged: whoever may read the file may be the operator.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from hallwright.errors import ConfigError

_SHAPE = re.compile(r"[\x21-\x7e]{16,512}")
_PRIVATE = 0o600


def token_file(data: Path) -> Path:
    """Where the token of a server with this data folder lies."""
    return data / "operator-token"


def made(data: Path) -> str:
    """The token, made first when there is none; raises ConfigError when the file cannot be written or used."""
    path = token_file(data)
    try:
        data.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(_PRIVATE)
    except OSError as error:
        raise ConfigError(f"cannot keep the operator's token in {path}: {error.strerror}") from error
    return read(data)


def read(data: Path) -> str:
    """The token; raises ConfigError when there is none, or what is there is none."""
    path = token_file(data)
    try:
        token = path.read_text("ascii").strip()
    except FileNotFoundError:
        message = f"there is no operator's token in {path}; it is made when `hallwright serve` starts"
        raise ConfigError(f"{message}, in the folder that HALLWRIGHT_DATA names") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the operator's token in {path}: {error}") from error
    if not _SHAPE.fullmatch(token):
        raise ConfigError(f"{path} holds no token of 16 characters or more; delete it, and the server makes another")
    return token


def _make(path: Path) -> None:
    """Write a new one beside and link it into place, so that no reader sees half of it and the first of two servers
    that start together decides."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "w") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
        with suppress(FileExistsError):
            os.link(beside, path)
    finally:
        beside.unlink(missing_ok=True)
