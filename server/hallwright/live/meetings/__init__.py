"""Knows the meetings of a venue: who asked whom, which slot and place are whose, and who may do what with one.

Never knows connections, clocks, databases or layouts, nor anybody's name: people are ids here.
"""
