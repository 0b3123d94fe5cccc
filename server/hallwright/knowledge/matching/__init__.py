"""Knows how well a buyer and an exhibitor match, and why; and how all who want to meet get a slot each.

Never knows who they are: profiles are values here, meetings are ids.
"""
