"""Knows how what has happened is kept, in order, on a disk, and read again from any point.

Never knows who asked, what an event means, or how it is sent.
"""
