"""Knows the sessions of a published hall: when they are by any clock, what was changed of them, what is on and next.
Never knows layouts, sockets, pages or what time it is: that comes in."""
