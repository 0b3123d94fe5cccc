"""Knows cells, levels of detail, atlases, content-hashed files, the manifest and what need not be built again.
Never knows HTTP, sockets, YAML or how a booth looks."""
