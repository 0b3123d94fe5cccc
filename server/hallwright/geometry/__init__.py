"""Knows triangles, polygons, colours and light that falls on them: numpy in, frozen arrays out.
Never knows a layout, a booth, a file format or a browser."""
