"""Knows accessors, buffer views, quantisation, compression and the GLB container; turns scene nodes into bytes.
Never knows venues, cells, files on disk, manifests or where a mesh came from."""
