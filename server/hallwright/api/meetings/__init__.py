"""Knows the pages of meetings: the form of a profile, matches with their reasons, one's meetings, and those of a booth.

Never knows what may become of a meeting, whom one matches, nor how any of it is stored.
"""
