"""Visitors who join as most do: they agree that their name and words are kept."""

from __future__ import annotations

from functools import partial

from hallwright.live import commands

Join = partial(commands.Join, consent=True)
