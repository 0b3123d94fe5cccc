"""Knows the events of the Socket.IO connection by name, in both directions: what each brings, and what is answered.

Never knows how any of them is handled. An event that is not here is no event: tests hold both against each other.
"""
