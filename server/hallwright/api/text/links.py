"""Addresses and titles of the tour's pages, and of the same places in 3D."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from flask import url_for

from hallwright.api.text.asked import Asked
from hallwright.api.text.speaking import Speech
from hallwright.organizer.finding import Found
from hallwright.organizer.tour import (
    Area,
    Board,
    Booth,
    GuidedTour,
    Landmark,
    Placement,
    Portal,
    Show,
    Spot,
    Start,
    Stop,
    Tour,
    Zone,
)
from hallwright.programme.sessions import Session

Paged = Booth | Placement | Board | Zone
PAGES: dict[type[Paged], str] = {Booth: "booth", Placement: "exhibit", Board: "board", Zone: "zone"}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses for one reader: they keep the language that was asked for. ``sessions``: as written, by id."""

    tour: Tour
    speech: Speech
    sessions: Mapping[str, Session] = field(default_factory=dict)

    def page(self, name: str, **more: Any) -> str:
        """The page of this name; ``id`` says of what."""
        return url_for(f"text.{name}", venue=self.tour.venue, lang=self.speech.asked, **more)

    def hall(self, spot: Spot) -> str:
        """The same place in 3D."""
        query = {
            "venue": self.tour.venue, "area": spot.area, "at": ",".join(f"{metres:g}" for metres in spot.stand),
            "facing": f"{math.degrees(spot.facing):.0f}", "lang": self.speech.lang,
        }  # fmt: skip
        return f"/?{urlencode(query, safe=',')}"

    def led(self, start: str, stops: Sequence[str]) -> str:
        """The way in 3D."""
        query = {"venue": self.tour.venue, "from": start, "to": stops, "lang": self.speech.lang}
        return f"/?{urlencode(query, safe='/', doseq=True)}"

    def guided(self, tour: GuidedTour) -> str:
        """A guided tour in 3D."""
        return f"/?{urlencode({'venue': self.tour.venue, 'tour': tour.id, 'lang': self.speech.lang})}"

    def stop(self, stop: Stop) -> str:
        """The page that tells of what a guided tour stops at."""
        things: dict[str, Mapping[str, Paged]]
        things = {"booth": self.tour.booths, "placement": self.tour.placements, "zone": self.tour.zones}
        if thing := things.get(stop.kind, {}).get(stop.place):
            return self.to(thing)
        anchor = f"stage-{stop.place}" if stop.kind == "stage" else None
        return self.page("area", id=stop.spot.area, _anchor=anchor)

    def plan(self, area: str) -> str:
        """The plan of an area as a picture."""
        return url_for("plans.plan", venue=self.tour.venue, area=area, lang=self.speech.lang)

    def way(self, asked: Asked, *, step_free: bool | None = None) -> str:
        """What was asked once more."""
        free = asked.step_free if step_free is None else step_free
        query = {"from": asked.start, "at": asked.typed or None, "to": asked.stops, "step_free": "1" if free else None}
        return self.page("route", **query)

    def start(self, start: Start, area: Area) -> str:
        """Where a way may begin."""
        if start.kind == "zone":
            return self.zone(self.tour.zones[start.word])
        own, entrance = self.speech.read(start.name), self.speech.say("way_entrance")
        return own or self.speech.join(self.speech.read(area.name), entrance)

    def zone(self, zone: Zone) -> str:
        """Its title: letter and name."""
        return self.speech.colon(self.speech.say("zone", letter=zone.letter), self.speech.read(zone.name))

    def booth(self, booth: Booth) -> str:
        """Its title: number, and name where that says more."""
        name = self.speech.read(booth.name)
        return booth.number if name in ("", booth.number) else f"{booth.number} {name}"

    def shown(self, booth: Booth) -> str:
        """Who is in a booth and what is shown, as far as its title does not say it."""
        name = self.speech.read(booth.name)
        exhibitor = self.speech.read(booth.exhibitor.name) if booth.exhibitor else ""
        exhibits = (self.speech.read(shown.exhibit.name) for shown in booth.exhibits)
        return self.speech.join(exhibitor if exhibitor != name else "", *exhibits)

    def thing(self, thing: Paged) -> str:
        """The title of anything that has a page of its own."""
        if isinstance(thing, Booth):
            return self.booth(thing)
        return self.zone(thing) if isinstance(thing, Zone) else self.speech.read(thing.name)

    def to(self, thing: Paged) -> str:
        """Its page."""
        return self.page(PAGES[type(thing)], id=thing.id)

    def where(self, spot: Spot, *, area: bool = True) -> str:
        """Where something is, in words: its zone, and its part of the area."""
        zone = self.tour.zones.get(spot.zone or "")
        part = self.speech.say(f"part_{spot.part}")
        if area:
            part = self.speech.say("part", part=part, area=self.speech.read(self.tour.areas[spot.area].name))
        return self.speech.join(part, self.zone(zone) if zone else "")

    def found(self, found: Found) -> tuple[str, str, str]:
        """Address, title and place of something that was found; empty for what the tour has not."""
        tour, read = self.tour, self.speech.read
        area = tour.areas.get(found.area)
        match found.kind:
            case "area" if area:
                return self.page("area", id=area.id), read(area.name), self.speech.say(f"kind_{area.kind}")
            case "zone" if zone := tour.zones.get(found.id):
                return self.page("zone", id=zone.id), self.zone(zone), self.where(zone.spot)
            case "booth" if booth := tour.booths.get(found.id):
                return self.page("booth", id=booth.id), self.booth(booth), self.where(booth.spot)
            case "placement" if placement := tour.placements.get(found.id):
                return self.page("exhibit", id=placement.id), read(placement.name), self.where(placement.spot)
            case "board" if board := tour.boards.get(found.id):
                return self.page("board", id=board.id), read(board.name), self.where(board.spot)
            case "session" if session := self.sessions.get(found.id):
                address = self.page("programme", _anchor=f"session-{found.id}")
                return address, read(session.title), read(session.where)
            case "tour" if guided := tour.guided.get(found.id):
                length = self.speech.say("tour_length", m=guided.minutes, n=len(guided.stops))
                told = self.speech.join(self.speech.say("tours"), length)
                return self.page("guided", id=guided.id), read(guided.name), told
            case "portal" if portal := self._portal(found):
                return self.page("area", id=portal.to), read(portal.name), self.where(portal.spot)
            case _ if area:
                return self._anchored(found)
        return "", "", ""

    def _portal(self, found: Found) -> Portal | None:
        area = self.tour.areas.get(found.area)
        return next((each for each in area.portals if each.id == found.id), None) if area else None

    def _anchored(self, found: Found) -> tuple[str, str, str]:
        """What is told on the page of its area."""
        area = self.tour.areas[found.area]
        told: dict[str, Sequence[Landmark | Show]]
        told = {"stage": area.stages, "facility": area.facilities, "show": area.shows}
        thing = next((each for each in told.get(found.kind, ()) if each.id == found.id), None)
        if thing is None:
            return "", "", ""
        address = self.page("area", id=area.id, _anchor=f"{found.kind}-{found.id}")
        return address, self.speech.read(thing.name), self.speech.read(area.name)
