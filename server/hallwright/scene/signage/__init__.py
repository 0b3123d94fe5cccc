"""Knows how text panels look: lines, sizes, pictograms, one picture of many panels, and their quads in space.
Never knows which panels there are, or glTF."""
