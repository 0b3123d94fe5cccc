"""Settings from the environment, and where the package keeps its resources.

Read once at the edge (``cli``, ``app``, a test) and handed inward as frozen values. Imports nothing but
the standard library, so that any room may import it at no cost.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from hallwright.errors import ConfigError

AsyncMode = Literal["eventlet", "threading"]
PACKAGE = Path(__file__).resolve().parent
ENVIRONMENT = {
    "HALLWRIGHT_HOST": "address the server listens on (default 127.0.0.1, this machine only)",
    "HALLWRIGHT_PORT": "port the server listens on (default 8000; 0 picks a free one)",
    "HALLWRIGHT_ASYNC_MODE": "eventlet (default) or threading",
    "HALLWRIGHT_DATA": "folder of published halls and cached models (default: hallwright in the user's cache)",
    "HALLWRIGHT_DATABASE": "keeps what happens: postgresql://… or sqlite:///… (default: a file of the data folder)",
    "HALLWRIGHT_RETENTION": "days after which nicknames in what happened, and reports, are forgotten (default: never)",
    "HALLWRIGHT_OIDC_ISSUER": "address of a directory (OpenID Connect) by which people may log in (default: none)",
    "HALLWRIGHT_OIDC_CLIENT": "what the directory knows this server by",
    "HALLWRIGHT_OIDC_SECRET": "the secret of that",
    "HALLWRIGHT_OIDC_REDIRECT": "this server's address for it, as the directory knows it: https://…/oidc/callback",
    "HALLWRIGHT_OIDC_ROLES": "who needs no invitation: claim=value:role, comma-separated (default: nobody)",
    "HALLWRIGHT_GUIDE_URL": "endpoint of OpenAI's kind (https://…/v1) that phrases the guide's answers (default: none)",
    "HALLWRIGHT_GUIDE_MODEL": "the model that it is asked for",
    "HALLWRIGHT_GUIDE_KEY": "what it knows this server by (default: none)",
    "HALLWRIGHT_WORKERS": "processes that compile (default: the processors there are, at most 4)",
    "HALLWRIGHT_WORDS": "file of words that shall not be said in chat, one a line (default: none)",
    "HALLWRIGHT_ORIGINS": "other origins that may connect, comma-separated (default: none but our own)",
    "HALLWRIGHT_MEDIA_ORIGINS": "origins that streams and slides may come from, comma-separated (default: our own)",
    "HALLWRIGHT_STUN": "STUN servers for calls, like stun:stun.fair.example:3478, comma-separated (default: none)",
    "HALLWRIGHT_TURN": "TURN servers for calls, like turn:turn.fair.example:3478, comma-separated (default: none)",
    "HALLWRIGHT_TURN_SECRET": "the secret shared with those (coturn: static-auth-secret)",
    "HALLWRIGHT_DEVICE_SECRETS": "file of the devices' secrets (default: device-secrets.json in the data folder)",
    "HALLWRIGHT_MQTT": "MQTT broker of devices, like mqtt://user:password@broker.example:1883 (default: none)",
    "HALLWRIGHT_WEBHOOKS": "file that says who outside is told what (default: none)",
    "HALLWRIGHT_WEBHOOK_HOSTS": "hosts that those may be on, comma-separated, each with its port where it has one",
    "HALLWRIGHT_EMBED_ORIGINS": "origins whose pages may embed the hall, comma-separated; * for any (default: none)",
}
SERVER = re.compile(r"(stuns?|turns?):[A-Za-z0-9.-]+(:[0-9]{1,5})?(\?transport=(udp|tcp))?")
ORIGIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?")


CALLBACK = "/oidc/callback"
OIDC_ROLES = ("exhibitor", "host", "moderator", "organizer")
_OIDC = ("HALLWRIGHT_OIDC_ISSUER", "HALLWRIGHT_OIDC_CLIENT", "HALLWRIGHT_OIDC_SECRET", "HALLWRIGHT_OIDC_REDIRECT")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What phrases the guide's answers: its address, a model of it, and a secret, empty for none."""

    url: str
    model: str
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Directory:
    """An OpenID Connect provider by which people may log in. ``roles``: who has which role without an invitation, as
    claim, value and role."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    redirect: str
    roles: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment decides. ``data`` holds published halls and caches; it is made when first needed."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    async_mode: AsyncMode = "eventlet"
    workers: int = 2
    origins: tuple[str, ...] = ()
    embed_origins: tuple[str, ...] = ()
    media_origins: tuple[str, ...] = ()
    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    turn_secret: str = ""
    database: str | None = None
    words: Path | None = None
    retention: int | None = None
    oidc: Directory | None = None
    secrets_file: Path | None = None
    mqtt: str | None = field(default=None, repr=False)
    webhooks: Path | None = None
    webhook_hosts: tuple[str, ...] = ()
    guide: Endpoint | None = None

    @property
    def device_secrets(self) -> Path:
        """Where the secrets of devices on site lie."""
        return self.secrets_file or self.data / "device-secrets.json"

    @property
    def halls(self) -> Path:
        """Where published halls live, one folder a layout."""
        return self.data / "halls"

    def database_of(self, hall: str) -> str:
        """The address of the database of a hall, by the name of the folder where it is published."""
        return self.database or f"sqlite:///{self.data / 'live' / hall}.db"

    @property
    def cache(self) -> Path:
        """Where results live that can be made again, such as built models."""
        return self.data / "cache"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings as ``ENVIRONMENT`` describes them; raises ConfigError naming the variable."""
        env = os.environ if environ is None else environ
        turn, secret = _servers(env, "HALLWRIGHT_TURN", "turn", "turns"), env.get("HALLWRIGHT_TURN_SECRET", "").strip()
        if bool(turn) != bool(secret):
            raise ConfigError("HALLWRIGHT_TURN and HALLWRIGHT_TURN_SECRET go together; set both or none")
        return cls(
            data=data_folder(env),
            host=env.get("HALLWRIGHT_HOST") or "127.0.0.1",
            port=_integer(env, "HALLWRIGHT_PORT", 8000, 0, 65535),
            async_mode=async_mode(env.get("HALLWRIGHT_ASYNC_MODE") or "eventlet"),
            workers=_integer(env, "HALLWRIGHT_WORKERS", max(1, min(4, os.cpu_count() or 1)), 1, 64),
            origins=_parts(env.get("HALLWRIGHT_ORIGINS", "")),
            embed_origins=embed_origins(env.get("HALLWRIGHT_EMBED_ORIGINS", "")),
            media_origins=named_origins("HALLWRIGHT_MEDIA_ORIGINS", env.get("HALLWRIGHT_MEDIA_ORIGINS", "")),
            stun=_servers(env, "HALLWRIGHT_STUN", "stun", "stuns"),
            turn=turn,
            turn_secret=secret,
            database=env.get("HALLWRIGHT_DATABASE") or None,
            words=_path(env, "HALLWRIGHT_WORDS"),
            retention=_integer(env, "HALLWRIGHT_RETENTION", 0, 1, 36_500) or None,
            oidc=directory(env),
            secrets_file=_path(env, "HALLWRIGHT_DEVICE_SECRETS"),
            webhooks=_path(env, "HALLWRIGHT_WEBHOOKS"),
            webhook_hosts=tuple(host.lower() for host in _parts(env.get("HALLWRIGHT_WEBHOOK_HOSTS", ""))),
            mqtt=broker(env.get("HALLWRIGHT_MQTT", "").strip()),
            guide=endpoint(env),
        )


def endpoint(env: Mapping[str, str]) -> Endpoint | None:
    """What phrases the guide's answers; None for nothing. Raises ConfigError."""
    url, model, key = (env.get(f"HALLWRIGHT_GUIDE_{name}", "").strip() for name in ("URL", "MODEL", "KEY"))
    if not (url or model or key):
        return None
    if not (url and model):
        raise ConfigError("HALLWRIGHT_GUIDE_URL and HALLWRIGHT_GUIDE_MODEL go together; set both or none")
    if not safe_address(url):
        raise ConfigError(f"HALLWRIGHT_GUIDE_URL is {url!r}; write an https address")
    return Endpoint(url, model, key)


def directory(env: Mapping[str, str]) -> Directory | None:
    """The directory that is named; None for none. Raises ConfigError with all that is wrong."""
    given = [env.get(name, "").strip() for name in _OIDC]
    if not any(given):
        return None
    wrong = [f"{name} is missing" for name, value in zip(_OIDC, given, strict=True) if not value]
    issuer, client, secret, redirect = given
    if issuer and not safe_address(issuer):
        wrong.append(f"{_OIDC[0]} is {issuer!r}; write an https address")
    if redirect and not (safe_address(redirect) and redirect.endswith(CALLBACK)):
        wrong.append(f"{_OIDC[3]} is {redirect!r}; write this server's https address with {CALLBACK} at its end")
    roles = list[tuple[str, str, str]]()
    for part in _parts(env.get("HALLWRIGHT_OIDC_ROLES", "")):
        who, colon, role = part.rpartition(":")
        claim, equals, value = who.partition("=")
        if not (colon and equals and claim and value and role in OIDC_ROLES):
            known = ", ".join(OIDC_ROLES)
            wrong.append(f"HALLWRIGHT_OIDC_ROLES has {part!r}; write claim=value:role, a role of {known}")
        roles.append((claim, value, role))
    if wrong:
        raise ConfigError("; ".join(wrong))
    return Directory(issuer, client, secret, redirect, tuple(roles))


def broker(address: str) -> str | None:
    """The address of an MQTT broker; None for none. Raises ConfigError, without the address: it may hold a password."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("mqtt", "mqtts") and parts.hostname and parts.port != 0 and parts.path in ("", "/")
    except ValueError:
        good = False
    if not good or parts.query or parts.fragment:
        raise ConfigError("HALLWRIGHT_MQTT is no address of a broker; write mqtt://user:password@broker.example:1883")
    return address


def safe_address(address: str) -> bool:
    """Whether it is one to which secrets may go: https, or this machine's own."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    own = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")
    return bool(parts.hostname) and (own or parts.scheme == "https") and not (parts.query or parts.fragment)


def async_mode(name: str) -> AsyncMode:
    """The async mode of this name; raises ConfigError."""
    if name == "eventlet":
        return "eventlet"
    if name == "threading":
        return "threading"
    raise ConfigError(f"async mode {name!r} is not known; write eventlet or threading")


def embed_origins(text: str) -> tuple[str, ...]:
    """Origins as browsers write them, each once, or ``*`` alone; raises ConfigError that names every wrong one."""
    if _parts(text) == ("*",):
        return ("*",)
    return named_origins("HALLWRIGHT_EMBED_ORIGINS", text, ", or * alone")


def named_origins(setting: str, text: str, or_else: str = "") -> tuple[str, ...]:
    """Origins as browsers write them, each once; raises ConfigError that names every wrong one.

    What passes goes into a header and is compared with what a browser says of itself: hence so strict.
    """
    given = _parts(text)
    wrong = [part for part in given if not _is_origin(_plain(part))]
    if wrong:
        named = ", ".join(map(repr, wrong))
        advice = f"write origins such as https://fair.example or http://127.0.0.1:8080, without a path{or_else}"
        raise ConfigError(f"{setting} has {named}; {advice}")
    return tuple(dict.fromkeys(map(_plain, given)))


def _servers(env: Mapping[str, str], name: str, *schemes: str) -> tuple[str, ...]:
    """Addresses of servers as RFC 7064 and 7065 write them; raises ConfigError that names every wrong one."""
    given = _parts(env.get(name, ""))
    wrong = [part for part in given if not SERVER.fullmatch(part) or part.partition(":")[0] not in schemes]
    if wrong:
        raise ConfigError(f"{name} has {', '.join(map(repr, wrong))}; write {schemes[0]}:host.example:3478")
    return given


def _plain(origin: str) -> str:
    """Without the slash at the end and the scheme's own port, which browsers leave out."""
    text = origin.lower().removesuffix("/")
    return text.removesuffix(":443" if text.startswith("https:") else ":80")


def _is_origin(text: str) -> bool:
    if not ORIGIN.fullmatch(text):
        return False
    port = text.partition("//")[2].partition(":")[2]
    return not port or 1 <= int(port) <= 65535


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def data_folder(env: Mapping[str, str]) -> Path:
    """``HALLWRIGHT_DATA``, or ``hallwright`` in the cache folder of this platform and user."""
    if env.get("HALLWRIGHT_DATA"):
        return Path(env["HALLWRIGHT_DATA"]).expanduser().absolute()
    return _user_cache(env) / "hallwright"


def _user_cache(env: Mapping[str, str]) -> Path:
    home = Path(env.get("HOME") or Path("~").expanduser())
    if sys.platform == "win32":
        return Path(env.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    return Path(env.get("XDG_CACHE_HOME") or home / ".cache")


def _path(env: Mapping[str, str], name: str) -> Path | None:
    return Path(env[name]).expanduser().absolute() if env.get(name) else None


def _integer(env: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    raw = env.get(name, "").strip()
    if not raw:
        return default
    if not raw.isascii() or not raw.isdigit() or not low <= int(raw) <= high:
        raise ConfigError(f"{name} is {raw!r}; write a whole number from {low} to {high}")
    return int(raw)


@dataclass(frozen=True, slots=True)
class Resources:
    """Files that come with the package. In a checkout layouts and models are the working copies;
    in an installed wheel they are inside the package."""

    viewer: Path
    fonts: Path
    layouts: Path
    models: Path
    dishes: Path  # the catalogue's models, built when the package was
    light: Path  # the light baked into the reference venue's shapes, likewise

    @property
    def reference_layout(self) -> Path:
        """The venue that ``hallwright serve`` shows when no layout is named."""
        return self.layouts / "wmc" / "venue.yaml"

    def font(self, weight: Literal["Regular", "Bold", "Black"]) -> Path:
        """The sign and interface font in one weight (400, 700, 900)."""
        return self.fonts / f"NotoSansSC-{weight}.ttf"


@cache
def resources() -> Resources:
    """Where this installation keeps its viewer, fonts, layouts and models."""
    bundle = PACKAGE / "bundle"
    checkout = PACKAGE.parent.parent
    top = checkout if (checkout / "setup.cfg").is_file() and (checkout / "layouts").is_dir() else None
    return Resources(
        viewer=bundle / "viewer",
        fonts=bundle / "fonts",
        layouts=top / "layouts" if top else bundle / "layouts",
        models=top / "assets" / "models" if top else bundle / "models",
        dishes=bundle / "dishes",
        light=bundle / "light" / "reference.npz",
    )
