"""Knows how the JSON of the API looks, shape by shape.

Never knows where it comes from; shapes of the live hall are those of ``live``.
"""
