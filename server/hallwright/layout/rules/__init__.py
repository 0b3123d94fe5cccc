"""Knows what must fit together in a layout: ids, references, places, doors, arrivals.
Never knows YAML's text, nor how a single entry must look."""
