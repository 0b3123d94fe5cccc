"""Knows what there is to say of the server's addresses: what they take, what they answer, how they refuse.

Never knows what happens there; each route says of itself what it does, with ``described``.
"""
