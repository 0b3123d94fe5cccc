"""Knows the text tour: its addresses, its pages and their words in both languages.

Never knows manifests, models or sockets: ``organizer`` gives it a tour to tell, and the live side says what is so now.
"""
