"""Knows how addresses that an operator chose are told what an organizer cares about, signed and again until they hear.

Never knows visitors: nothing that they say chooses an address, and nothing of them is told but that a letter came.
"""
