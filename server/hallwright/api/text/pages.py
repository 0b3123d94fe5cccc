"""Pages of the tour as answers: rendered, compressed, and not sent again while nothing in them has changed.

A page without a live part is known by the revision of its venue; one with a live part by what it says.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

from flask import Response, current_app, render_template, request

from hallwright import __version__
from hallwright.api.answers import Counter
from hallwright.api.files import preferred
from hallwright.api.text.hours import Hours, OfHall
from hallwright.api.text.links import Links
from hallwright.api.text.now import LiveSide, Now, busy_in, now_in
from hallwright.api.text.on_site import OnSite
from hallwright.api.text.speaking import Speech, ink_on, speech_of
from hallwright.api.venues import ready_hall
from hallwright.api.ways import Pace
from hallwright.organizer.directions import Directions
from hallwright.organizer.finding import Findings
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.packing import packed
from hallwright.organizer.sitting import Sitting
from hallwright.organizer.tour import Area, Spot, Tour
from hallwright.organizer.touring import tour_of
from hallwright.programme.sessions import Session

HERE = Path(__file__).parent
STYLE = HERE / "text.css"
QUIET = "quiet"  # how lists are ordered, where that is asked for
KEPT = ("lang", "order", "q", "from", "at", "to", "step_free")  # of an address, when its language is changed
LONGEST = 200  # letters of what is kept
WORTH_PACKING = 1400  # bytes: less is one packet anyway
QUALITY = 5
Trail = Sequence[tuple[str, str]]
Find = Callable[[Hall, Tour, str, Literal["en", "zh"], Sitting | None], Findings]


@dataclass(slots=True)
class Library:
    """What all pages of a server share. ``find`` looks up what somebody typed, ``pace`` is that of routes. ``script``
    is the address of the optional script, ``letters`` of the stylesheet of Chinese letters that it takes where a
    machine has none; empty when not there. ``sitting`` is the programme of a venue, ``counter`` where the guide is
    asked. ``ways`` are those from stop to stop of guided tours, by venue, revision and tour."""

    halls: Halls
    live: LiveSide | None
    find: Find
    pace: Pace
    script: str
    letters: str
    style: str = field(default_factory=lambda: f"/text-{digest(STYLE.read_bytes())}.css")
    sitting: OfHall | None = None
    counter: Counter = field(default_factory=Counter)
    stamp: str = ""
    tours: dict[str, Tour] = field(default_factory=dict)
    ways: dict[tuple[str, str, str], tuple[Directions | None, ...]] = field(default_factory=dict)
    kept: dict[tuple[str, ...], tuple[str, dict[str, bytes]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        sources = [path.read_bytes() for path in sorted(HERE.rglob("*.html"))]
        names = " ".join([__version__, self.script, self.letters, self.style])
        self.stamp = digest(b"".join([names.encode(), *sources]))

    def open(self, venue: str) -> Reading:
        """A reader before this venue; raises FaultError 404 or 503."""
        hall = ready_hall(self.halls, venue)
        tour = self.tours.get(hall.id)
        if tour is None or tour.revision != hall.revision:
            tour = self.tours[hall.id] = tour_of(hall.manifest or b"")
        speech = speech_of(request)
        return Reading(self, hall, tour, speech, Links(tour, speech, sessions_of(hall)))


@dataclass(frozen=True)
class Reading:
    """One request for a page of a venue."""

    library: Library
    hall: Hall
    tour: Tour
    speech: Speech
    links: Links

    def live(self, template: str, spot: Spot, trail: Trail, **values: Any) -> Response:
        """A page with a live part; ``spot`` is where the reader is, ``trail`` the pages above as (name, address)."""
        now = now_in(self.tour.venue, spot.area, self.library.live)
        content = self._render(template, spot, trail, now=now, **values)
        return answer(content, digest(content))

    def still(self, template: str, spot: Spot, trail: Trail, **values: Any) -> Response:
        """A page that is the same until the venue is published again, or it is busy elsewhere."""
        busy = busy_in(self.tour.venue, self.library.live)
        tag = self._tag(busy.mark if busy else "")
        if request.if_none_match.contains(tag):
            return answer(b"", tag)
        return answer(self._render(template, spot, trail, now=Now(busy=busy), **values), tag)

    def kept(self, template: str, spot: Spot, trail: Trail, **values: Any) -> Response:
        """A long page, likewise, rendered and compressed once for all readers."""
        tag = self._tag()
        key = (self.tour.venue, template, self.speech.lang, self.speech.asked or "")
        revision, forms = self.library.kept.get(key, ("", {}))
        if revision != self.tour.revision:
            forms = packed(self._render(template, spot, trail, now=Now(), **values))
            self.library.kept[key] = (self.tour.revision, forms)
        encoding = preferred(request.accept_encodings, forms)
        return answer(forms[encoding], tag, encoding)

    @property
    def order(self) -> str:
        """How lists are to be ordered: ``quiet`` first, or empty: as things stand."""
        return QUIET if request.args.get("order") == QUIET else ""

    @property
    def has_programme(self) -> bool:
        """Whether there is a page of it."""
        return self.hall.programme is not None and self.library.sitting is not None

    @property
    def hours(self) -> Hours | None:
        """The programme at this moment; None where there is none."""
        return Hours(self.sitting, self.links) if self.sitting else None

    @cached_property
    def sitting(self) -> Sitting | None:
        """Every session as it is now; None where there is no programme."""
        return self.library.sitting(self.tour.venue) if self.library.sitting else None

    def find(self, query: str) -> Findings:
        """What answers what somebody typed."""
        return self.library.find(self.hall, self.tour, query, self.speech.lang, self.sitting)

    def held(self, where: Callable[[Session], bool]) -> Hours | None:
        """The programme of some places at this moment; None where nothing is held there."""
        hours = self.hours
        return hours.held(where) if hours else None

    def trail(self, area: Area, zone: str | None = None) -> list[tuple[str, str]]:
        """The pages above something in an area."""
        steps = [(self.speech.read(self.tour.name), self.links.page("venue"))]
        steps.append((self.speech.read(area.name), self.links.page("area", id=area.id)))
        if zone:
            steps.append((self.links.zone(self.tour.zones[zone]), self.links.page("zone", id=zone)))
        return steps

    def _tag(self, more: str = "") -> str:
        speech, revision = self.speech, self.tour.revision
        said = f"{revision} {self.library.stamp} {speech.lang} {speech.asked} {request.path} {self.order} {more}"
        return digest(said.encode())

    def _render(self, template: str, spot: Spot, trail: Trail, **values: Any) -> bytes:
        own = {"tour": self.tour, "links": self.links, "spot": spot, "has_programme": self.has_programme}
        own["site"] = OnSite(self.tour, self.speech, self.links, values["now"])
        busy = values["now"].busy if self.order else None
        own |= {"order": self.order, "in_order": busy.quiet_first if busy else lambda things, kind: things}
        common = shared(self.library, self.speech) | own
        return render_template(f"text/{template}", trail=trail, **common, **values).encode()


def sessions_of(hall: Hall) -> dict[str, Session]:
    """The sessions of a hall as they are written, by id."""
    return {session.id: session for session, _, _ in hall.programme.written} if hall.programme else {}


def shared(library: Library, speech: Speech) -> dict[str, Any]:
    """What every template knows, one without a venue too."""
    return {
        "style": library.style, "script": library.script, "letters": library.letters,
        "letters_open": "letters" in current_app.blueprints, "meetings_open": "meetings" in current_app.blueprints,
        "address": address_in,
        "speech": speech, "say": speech.say, "read": speech.read, "ink_on": ink_on,
    }  # fmt: skip


def address_in(lang: str | None) -> str:
    """The address of this page in a language; None: in the reader's own."""
    query = request.args.to_dict() | {"lang": lang}
    kept = {name: value[:LONGEST] for name, value in query.items() if value is not None and name in KEPT}
    return request.path + (f"?{urlencode(kept)}" if kept else "")


def answer(content: bytes, tag: str, encoding: str = "") -> Response:
    """A page; 304 when the browser has it. ``encoding`` is of the content, empty for content that is plain."""
    if not encoding and len(content) > WORTH_PACKING and request.accept_encodings["gzip"] > 0:
        content, encoding = gzip.compress(content, QUALITY, mtime=0), "gzip"
    response = Response(content, mimetype="text/html")
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    if encoding not in ("", "identity"):
        response.headers["Content-Encoding"] = encoding
    response.set_etag(tag, weak=True)
    response.make_conditional(request)
    return response


def digest(content: bytes) -> str:
    """Sixteen digits that tell this content from another."""
    return hashlib.blake2b(content, digest_size=8).hexdigest()

