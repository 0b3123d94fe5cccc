"""The frame of the pages of letters."""

from __future__ import annotations

from hallwright.api.letters.words import WORDS
from hallwright.api.private import PrivatePages

PAGES = PrivatePages("letters", WORDS)
