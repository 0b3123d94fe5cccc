"""The file that says who outside is told what: addresses, each with a secret, on hosts that the operator allows.

::

    {"hooks": [{"url": "https://erp.fair.example/hall", "secret": "…", "events": ["inquiry", "device_stale"]}]}
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hallwright.config import safe_address
from hallwright.errors import ConfigError
from hallwright.organizer.device_secrets import SHAPE

KINDS = ("inquiry", "session_moved", "device_stale")
MOST_HOOKS = 20


@dataclass(frozen=True, slots=True)
class WebhookPlan:
    """An address, its secret, and what it is told."""

    url: str
    secret: str = field(repr=False)
    kinds: frozenset[str]


def read(path: Path, hosts: Sequence[str]) -> tuple[WebhookPlan, ...]:
    """The hooks of a file; raises ConfigError with everything that is wrong."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"HALLWRIGHT_WEBHOOKS names {path}, which cannot be read: {error}") from error
    hooks = said.get("hooks") if isinstance(said, dict) else None
    if not isinstance(hooks, list) or len(hooks) > MOST_HOOKS:
        raise ConfigError(f'{path}: write {{"hooks": [{{"url", "secret", "events"}}, …]}}, {MOST_HOOKS} at most')
    wrong = [f"hook {number}: {fault}" for number, hook in enumerate(hooks, 1) for fault in _faults(hook, hosts)]
    if wrong:
        raise ConfigError(f"{path}: {'; '.join(wrong)}")
    return tuple(WebhookPlan(hook["url"], hook["secret"], frozenset(hook["events"])) for hook in hooks)


def _faults(hook: Any, hosts: Sequence[str]) -> Iterator[str]:
    if not isinstance(hook, dict) or set(hook) != {"url", "secret", "events"}:
        yield 'write "url", "secret" and "events", nothing else'
        return
    url, secret, events = hook["url"], hook["secret"], hook["events"]
    if not isinstance(url, str) or not safe_address(url) or "@" in urlsplit(url).netloc:
        yield "write an https address without a query"
    elif urlsplit(url).netloc.lower() not in hosts:
        yield f"{urlsplit(url).netloc} is not in HALLWRIGHT_WEBHOOK_HOSTS"
    if not isinstance(secret, str) or not SHAPE.fullmatch(secret):
        yield "a secret has 16 characters or more"
    if not isinstance(events, list) or not events or not all(event in KINDS for event in events):
        yield f"events are some of {', '.join(KINDS)}"
