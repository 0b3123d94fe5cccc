"""Knows how somebody with a role comes in: links, names and passwords, the cookie, and what is kept of them.

Never knows how secrets are kept, nor what a role may do in the hall.
"""
