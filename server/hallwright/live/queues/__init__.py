"""Knows the lines at exhibits: who waits, whose turn it is, until when, and who comes next.

Never knows sockets, clocks or layouts: who asks was known before, and the time comes in with it.
"""
