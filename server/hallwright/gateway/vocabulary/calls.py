"""Calls between two people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Count, Limits
from hallwright.gateway.vocabulary.describing import Ask, Done, Tell, Well
from hallwright.live.shapes import PersonNumber

SignalKind = Literal["offer", "answer", "candidate"]


class IceServer(TypedDict):
    """A server that helps two pages to find each other, as `RTCPeerConnection` wants it."""

    urls: list[str]
    username: NotRequired[str]
    credential: NotRequired[str]


class RingUp(TypedDict):
    """Whom one rings, and whether one wants to be seen."""

    number: Count
    video: NotRequired[bool]


class Ringing(TypedDict):
    """It rings there, for 30 seconds."""

    ok: Done
    call: Count
    ice: list[IceServer]


class OneCall(TypedDict):
    """A call by its id."""

    call: Count


class Taken(TypedDict):
    """Both may speak."""

    ok: Done
    ice: list[IceServer]


class HangUp(OneCall):
    """A call, and whether the other shall never ring again."""

    never: NotRequired[bool]


class Signal(OneCall):
    """What one page tells the other to connect: a description of its side, or a way to reach it, as JSON."""

    kind: SignalKind
    data: Annotated[str, Limits(longest=12_000)]


class CallNews(OneCall):
    """A call that one is in."""

    state: Annotated[
        Literal["ringing", "accepted", "declined", "missed", "ended", "gone"],
        "It rings here; the other took it, did not take it, did not answer, hung up, or is gone.",
    ]
    number: Annotated[PersonNumber, "Who is at the other end."]
    video: Annotated[bool, "Whether it was rung with a picture."]

ASKED: Mapping[str, Ask] = {
    "call": Ask("Rings somebody.", RingUp, Ringing),
    "call_accept": Ask("Takes the call that rings here.", OneCall, Taken),
    "call_here": Ask("Says that one is back after a cut; refused when the call is over.", OneCall, Well),
    "call_end": Ask("Hangs up, or does not take it.", HangUp, Well),
    "call_signal": Ask("Tells the other page something; nothing of it is kept.", Signal, Well),
}
TOLD: Mapping[str, Tell] = {
    "call": Tell("A call rings here, was taken, or is over.", CallNews),
    "call_signal": Tell("What the other page tells.", Signal),
}
