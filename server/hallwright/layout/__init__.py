"""Knows YAML, what a venue may say, and how to tell people what is wrong with it.
Never knows 3D, glTF, HTTP or anyone who is online."""
