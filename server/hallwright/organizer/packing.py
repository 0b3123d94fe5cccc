"""Content in the encodings that browsers take, made once when it changes and not once a request."""

from __future__ import annotations

import gzip

import brotli

QUALITY = 5  # a large manifest in a few milliseconds, for the server's loop waits meanwhile


def packed(content: bytes) -> dict[str, bytes]:
    """The content by encoding: ``br``, ``gzip``, and ``identity`` as it is; the smallest first."""
    return {
        "br": brotli.compress(content, quality=QUALITY),
        "gzip": gzip.compress(content, QUALITY, mtime=0),
        "identity": content,
    }
