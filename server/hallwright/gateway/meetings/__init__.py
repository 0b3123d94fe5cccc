"""Knows how buyers and the staff of booths come to their meetings, and how those are kept and told.

Never knows whom one matches, nor why: that is asked of whoever was handed in.
"""
