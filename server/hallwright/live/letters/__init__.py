"""Knows a letter to a booth: what a visitor asked, what its staff answered, the card, and who may do what with it.

Never knows connections, links, clocks or databases: who writes comes in with each command.
"""
