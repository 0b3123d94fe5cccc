"""The log of what has happened."""
