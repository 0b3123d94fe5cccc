"""The least that ten frames a second to everyone can cost: bare sends, nothing else. ``python floor.py PORT BYTES``."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time


def main() -> None:
    """Send to everyone who connects."""
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=1024)
    listener.setblocking(False)
    frame, lines, due = bytes(int(sys.argv[2])), list[socket.socket](), time.monotonic()
    while True:
        due += 0.1
        time.sleep(max(0.0, due - time.monotonic()))
        try:
            while True:
                lines.append(listener.accept()[0])
                lines[-1].setblocking(False)
                lines[-1].setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BlockingIOError:
            pass
        for line in list(lines):
            try:
                line.send(frame)
            except OSError:
                lines.remove(line)


if __name__ == "__main__":
    main()
