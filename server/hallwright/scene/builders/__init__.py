"""Knows one kind of thing each: ``plan(setting)`` yields its parts, ``make(part)`` makes one.
Never knows cells, files, or the other builders' parts."""
