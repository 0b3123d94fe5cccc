"""Knows how devices on site are heard: signed words by HTTP and MQTT in, twins out to the pages of an area.

Never knows layouts or pages; ``app`` says which devices there are and where their secrets lie.
"""
