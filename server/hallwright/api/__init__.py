"""Knows HTTP: routes, status codes, headers, the one JSON shape of an error.

Never knows layouts, geometry, sockets or how a hall is made; it shows what ``organizer`` has published.
"""
