"""Knows who is in a venue, what a visitor may ask for, and which events follow from it.

Never knows sockets, clocks, threads, databases or layouts: time and chance come in with each command.
"""
