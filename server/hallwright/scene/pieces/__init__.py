"""Knows shapes that builders put together: furniture, seating, trusses, stands, in their own frame.
Never knows where they stand in a layout."""
