"""Knows the walkable graph of a venue, its places, and the ways between them, in metres and in words.

Never knows HTTP, sockets, files or who asks.
"""
