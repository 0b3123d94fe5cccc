"""Knows who is in a venue, where its shows stand, what may be asked for, and which events follow from it.

Never knows sockets, clocks, threads, databases or layouts: time and chance come in with each command.
"""
