"""Knows where people stand and vehicles drive, who sees whom, and the bytes of their frames.

Never knows sockets, sessions, names or layouts.
"""
