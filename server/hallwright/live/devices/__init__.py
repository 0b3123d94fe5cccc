"""Knows what devices on site say of themselves: which values, when they were measured, and when they are worth nothing.

Never knows signatures, sockets, clocks or databases: who says it was checked before, and the time comes in with it.
"""
