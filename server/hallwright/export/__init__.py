"""Knows how a venue leaves Hallwright in formats of other programs.
Never knows HTTP, sockets or the published hall."""
