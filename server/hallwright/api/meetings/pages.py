"""The frame of the pages of meetings."""

from __future__ import annotations

from hallwright.api.meetings.words import WORDS
from hallwright.api.private import PrivatePages

PAGES = PrivatePages("meetings", WORDS)
