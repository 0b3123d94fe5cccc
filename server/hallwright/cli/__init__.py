"""Knows the command line: arguments, exit codes, what is printed and how progress looks.

Never knows how the work is done; each command imports the room it needs only when it runs.
"""
