"""Knows how the plan of an area is drawn as SVG, from what a manifest says of its places.
Never knows HTTP, files, or how the hall was built."""
