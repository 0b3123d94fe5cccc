"""Knows the pages of letters to booths: the form, a visitor's letter behind its link, the inbox of the staff.

Never knows what may become of a letter, nor how it is stored.
"""
