"""A directory (OpenID Connect provider) for tests: real HTTP on this machine, real tokens, and what may go wrong."""

from __future__ import annotations

import base64
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from flask import Flask, Response, jsonify, redirect, request
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET, REDIRECT = "hall", "s3cret &/", "http://localhost/oidc/callback"


@dataclass
class Provider:
    """``claims`` go over those of a good token; ``key`` signs instead of its own; ``slow`` is s before it answers."""

    issuer: str = ""
    subject: str = "ada-1"
    claims: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1"}))
    forger: RSAKey | None = None
    slow: float = 0.0
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def app(self) -> Flask:
        """Its pages."""
        app = Flask("provider")

        @app.get("/.well-known/openid-configuration")
        def about() -> Response:
            time.sleep(self.slow)
            places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
            told = {key: f"{self.issuer}/{path}" for key, path in places.items()}
            return jsonify({"issuer": self.issuer} | told | self.about)

        @app.get("/authorize")
        def authorize() -> Any:
            asked = request.args.to_dict()
            assert (asked["response_type"], asked["client_id"]) == ("code", CLIENT)
            assert asked["redirect_uri"] == REDIRECT
            assert asked["code_challenge_method"] == "S256"
            code = secrets.token_urlsafe(8)
            self.codes[code] = asked
            return redirect(f"{REDIRECT}?{urlencode({'code': code, 'state': asked['state']})}")

        @app.post("/token")
        def token() -> Any:
            asked = self.codes.pop(request.form.get("code", ""), None)
            pair = base64.b64decode(request.headers.get("Authorization", "").removeprefix("Basic ")).decode()
            fits = asked and create_s256_code_challenge(request.form["code_verifier"]) == asked["code_challenge"]
            if not asked or not fits or request.form["redirect_uri"] != REDIRECT or pair != "hall:s3cret%20%26%2F":
                return jsonify({"error": "invalid_grant"}), 400
            now = int(time.time())
            claims = {
                "iss": self.issuer, "sub": self.subject, "aud": CLIENT, "exp": now + 300, "iat": now,
                "nonce": asked["nonce"], "preferred_username": "Ada", **self.claims,
            }  # fmt: skip
            signed = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self.forger or self.key)
            return jsonify({"access_token": "x", "token_type": "Bearer", "id_token": signed})

        @app.get("/jwks")
        def jwks() -> Response:
            return jsonify(KeySet([self.key]).as_dict(private=False))

        return app


@contextmanager
def running() -> Iterator[Provider]:
    """One that answers until the end."""
    provider = Provider()
    server = make_server("127.0.0.1", 0, provider.app(), threaded=True)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    thread.join(5)
