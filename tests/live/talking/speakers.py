"""People who speak, for tests."""

from __future__ import annotations

from dataclasses import replace

from hallwright.live.talking.authors import Author
from hallwright.live.talking.streams import Stream

AREA = Stream("area", "hall", "hall")
STAGE = Stream("stage", "main", "hall")
ADA = Author("a" * 18, 1, "Ada", 1, "visitor", "hall")
BO = Author("b" * 18, 2, "", 2, "visitor", "hall")
FAR = replace(BO, by="c" * 18, number=3, area="park")
HOST = Author("d" * 18, 4, "Wei", 4, "moderator", "park")
