"""Hands the gateway what meetings need: when and where one meets by the layout and the programme of now, and who knows
whom one matches."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from hallwright.gateway.attaching import Gateway
from hallwright.live.meetings.plan import NOWHERE, Plan, Slot
from hallwright.live.meetings.profiles import LONGEST, Profile
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.meeting import Matchmaking, slots_of

Json = Mapping[str, Any]


def make_matches(gateway: Gateway, halls: Halls) -> None:
    """From now on buyers and exhibitors of these halls can meet."""

    def plan_of(venue: str) -> Plan:
        hall = halls.get(venue)
        return NOWHERE if hall is None else plan(hall, gateway.now(), gateway.sessions(venue))

    gateway.meetings.plan_of, gateway.meetings.make_matching = plan_of, Matchmaking


def plan(hall: Hall, now: float, changes: Mapping[str, Mapping[str, Any]]) -> Plan:
    """When and where one can meet in a hall at ``now`` (s), as it is published."""
    if hall.manifest is None or hall.programme is None:
        return NOWHERE
    document = _said(hall.manifest)
    written = document["meetings"]
    if not written:
        return NOWHERE
    cuts = slots_of(hall.programme, written["tracks"], written["minutes"], now, changes)
    return Plan(
        {cut.id: Slot(cut.id, cut.written, cut.starts, cut.ends) for cut in cuts}, tuple(written["rooms"]),
        document["booths"], document["names"], {each["id"]: each["name"] for each in written["industries"]},
    )  # fmt: skip


@lru_cache(maxsize=8)
def _said(manifest: bytes) -> dict[str, Any]:
    """``meetings`` of a manifest, and profiles and names of its booths by id; read once for each publishing."""
    document = json.loads(manifest)
    exhibitors = {each["id"]: each for each in document.get("exhibitors", ())}
    shown = {
        booth["id"]: exhibitors[booth["exhibitor"]]
        for area in document["areas"]
        for booth in area.get("booths", ())
        if booth.get("exhibitor") in exhibitors
    }
    return {
        "meetings": document.get("meetings"), "booths": {booth: profile(each) for booth, each in shown.items()},
        "names": {booth: each["name"] for booth, each in shown.items()},
    }  # fmt: skip


def profile(exhibitor: Json) -> Profile:
    """What an exhibitor says of itself, in both languages; its products where it says nothing."""
    said = exhibitor.get("meeting", {})
    products = [said["offers"]] if "offers" in said else exhibitor.get("products", ())
    name = exhibitor["name"]["en"]
    return Profile(
        name[: LONGEST["name"]], name[: LONGEST["company"]], _both([said["seeks"]] if "seeks" in said else ()),
        _both(products), tuple(said.get("industries", ())), tuple(said.get("languages", ())),
    )  # fmt: skip


def _both(texts: Any) -> str:
    return " · ".join(text for each in texts for text in dict.fromkeys((each["en"], each["zh"])))
