"""Knows how a venue looks: builders make parts of meshes, labels and heroes, in the scene's frame.
Never knows YAML, glTF, files, or who is visiting."""
