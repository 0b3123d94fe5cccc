"""Knows how a type is said to others: as JSON Schema, as TypeScript.

Never knows HTTP, sockets or what any message means; ``api`` and ``gateway`` say what they answer and tell with it.
"""
