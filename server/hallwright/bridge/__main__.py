"""``python -m hallwright.bridge``: its first line of input says where the broker is, others what to publish.

A process of its own, so that neither a broker that does not answer nor its encryption ever holds the server up. It ends
with the server: when its input does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from typing import Any
from urllib.parse import unquote, urlsplit

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

EVENTS = "hallwright/+/devices/+/events"
LONGEST_PAYLOAD = 12_000  # bytes
SOONEST, LATEST = 1, 30  # s between two tries to reach the broker
_writing = threading.Lock()


def tell(**line: Any) -> None:
    """Write a line for the server."""
    with _writing:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def client_of(address: str) -> Client:
    """A client of the broker at ``mqtt://user:password@host:port``, or ``mqtts://…``; not connected yet."""
    parts = urlsplit(address)
    client = Client(CallbackAPIVersion.VERSION2)
    if parts.username:
        client.username_pw_set(unquote(parts.username), unquote(parts.password or ""))
    if parts.scheme == "mqtts":
        client.tls_set()
    client.reconnect_delay_set(SOONEST, LATEST)
    client.on_connect, client.on_disconnect, client.on_message = _connected, _lost, _heard
    client.connect_async(parts.hostname or "", parts.port or (8883 if parts.scheme == "mqtts" else 1883), keepalive=30)
    return client


def _connected(client: Client, _: Any, __: ConnectFlags, reason: ReasonCode, ___: Properties | None) -> None:
    if reason.is_failure:
        tell(state="refused", reason=str(reason))
        return
    client.subscribe(EVENTS, qos=1)
    tell(state="connected", reason="")


def _lost(_: Client, __: Any, ___: DisconnectFlags, reason: ReasonCode, ____: Properties | None) -> None:
    tell(state="lost", reason=str(reason))


def _heard(_: Client, __: Any, message: MQTTMessage) -> None:
    if len(message.payload) > LONGEST_PAYLOAD:
        tell(topic=message.topic, payload=None)
    else:
        tell(topic=message.topic, payload=message.payload.decode("utf-8", errors="replace"))


def _publish(client: Client) -> None:
    for line in sys.stdin:
        wanted = json.loads(line)
        if client.is_connected():
            client.publish(wanted["topic"], wanted["payload"], qos=0)
    os._exit(0)  # the server is gone


def main() -> None:
    """Bridge until the server is gone; Ctrl-C in its terminal is the server's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    client = client_of(json.loads(sys.stdin.readline())["broker"])
    threading.Thread(target=_publish, args=(client,), daemon=True).start()
    client.loop_forever(retry_first_connection=True)


if __name__ == "__main__":
    main()
