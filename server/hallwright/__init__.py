"""Write an exhibition hall as YAML; walk it in any browser a second later, with everyone else, live.

Knows its version. Never knows what is imported where: rooms import rooms as docs/decisions say.
"""

from __future__ import annotations

__version__ = "0.1.0"
