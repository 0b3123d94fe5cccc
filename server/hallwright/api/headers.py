"""Security headers of every answer.

No script but our own files: no inline script, no eval. The exceptions are what the viewer's decoder needs:
WebAssembly (`wasm-unsafe-eval`), workers and textures that it makes itself (`blob:`). Style attributes are
allowed because positions of labels are written there; style elements are not.
"""

from __future__ import annotations

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
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def add_headers(headers: Headers, *_: object) -> None:
    """Add them to a static file's headers (the form that WhiteNoise calls)."""
    for name, value in HEADERS.items():
        headers[name] = value
