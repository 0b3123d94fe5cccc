"""Security headers of every answer, and of the few that other sites may show.

No script but our own files: no inline script, no eval. The exceptions are what the viewer's decoder needs:
WebAssembly (`wasm-unsafe-eval`), workers and textures that it makes itself (`blob:`). Style attributes are
allowed because positions of labels are written there; style elements are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from wsgiref.headers import Headers

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "worker-src": "'self' blob:",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "font-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "connect-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
    "frame-ancestors": "'self'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(self), payment=(), usb=()",
}
EMBED_SCRIPT = "/embed.js"
# The one file that pages of any site may load: it does nothing but put the hall into a frame, and the hall itself
# says who may do that.
LENT = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def framed(origins: Sequence[str], media: Sequence[str] = ()) -> dict[str, str]:
    """The headers of a page that pages of these origins may show in a frame. X-Frame-Options cannot name them, and
    browsers too old for ``frame-ancestors`` would refuse all: it is left out. Streams and slides may come from the
    origins of ``media``."""
    if not origins and not media:
        return HEADERS
    policy = dict(POLICY)
    for name in ("media-src", "connect-src", "img-src") if media else ():
        policy[name] = " ".join([policy[name], *media])
    if origins:
        policy["frame-ancestors"] = " ".join(["'self'", *origins])
    changed = {**HEADERS, "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items())}
    if origins:
        del changed["X-Frame-Options"]
    return changed


def add_headers(headers: Headers, _path: str = "", url: str = "") -> None:
    """Add them to a static file's headers (the form that WhiteNoise calls)."""
    for name, value in {**HEADERS, **(LENT if url == EMBED_SCRIPT else {})}.items():
        headers[name] = value
