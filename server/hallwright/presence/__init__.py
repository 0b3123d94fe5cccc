"""Knows where people stand, who sees whom, and the bytes of a position frame.

Never knows sockets, sessions, names or layouts.
"""
