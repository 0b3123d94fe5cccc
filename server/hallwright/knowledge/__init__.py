"""Knows how people look for things in a hall: what can be found, what it is called, how it is typed and mistyped.

Never knows how a hall is built or drawn, HTTP, or who asks.
"""
