"""Knows the use cases of whoever runs a hall: check, build, publish, watch; and what state a hall is in.

Never knows HTTP, sockets or pages.
"""
