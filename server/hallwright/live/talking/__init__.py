"""Knows what is said, asked, voted and felt in one place of a venue, and who may do what there.

Never knows connections, rooms of a socket, clocks or databases: who speaks comes in with each command.
"""
