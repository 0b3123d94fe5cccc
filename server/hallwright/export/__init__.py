"""Knows how a hall leaves Hallwright in formats of other programs: from its venue, or from its manifest.
Never knows HTTP, sockets or where the hall is published."""
