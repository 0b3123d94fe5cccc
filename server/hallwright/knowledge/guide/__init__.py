"""Knows how a question about a venue is answered: from what the venue says of itself, with the passages that say it.

Never knows HTTP, who asks, or the way to a place; and never does what a passage says.
"""
