"""A server that tells a room many things at once: ``python broadcast_server.py MODE PORT``.

The event ``flood`` tells everyone ``count`` numbered events of ``size`` letters; each 97th goes the ordinary way,
between the others. Ends with its standard input.
"""

from __future__ import annotations

import sys

from hallwright.gateway.concurrency import patch

MODE, PORT = sys.argv[1], int(sys.argv[2])
patch(MODE)

import os  # noqa: E402

from flask import Flask  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402

from hallwright.gateway.broadcasting import Broadcast, TextPacket  # noqa: E402


def main() -> None:
    """Serve."""
    app = Flask("broadcast")
    socketio = SocketIO(app, async_mode=MODE, serializer=TextPacket)
    broadcast = Broadcast(socketio)

    def flood(sid: str, wish: dict[str, int]) -> int:
        for number in range(wish["count"]):
            payload = {"number": number, "filling": "好" + "x" * wish["size"]}
            if number % 97 == 96:
                socketio.emit("told", payload, to="everyone")
            else:
                broadcast.emit("told", payload, "everyone")
        return wish["count"]

    socketio.server.on("connect", lambda sid, *_: socketio.server.enter_room(sid, "everyone"))
    socketio.server.on("flood", flood)
    socketio.start_background_task(watch)
    print("ready", flush=True)
    socketio.run(app, host="127.0.0.1", port=PORT, allow_unsafe_werkzeug=True)


def watch() -> None:
    """End with the standard input."""
    if MODE == "eventlet":
        from eventlet import tpool

        tpool.execute(sys.stdin.read)
    else:
        sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
