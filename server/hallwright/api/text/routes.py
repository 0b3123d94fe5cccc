"""The addresses of the text tour: ``/text``, and below it a page for every venue, area, zone, booth, exhibit and board.

Errors below ``/text`` are pages for people too, in the reader's language and with the way back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from hallwright.api.answers import Counter
from hallwright.api.faults import FaultError
from hallwright.api.files import IMMUTABLE, preferred
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import PAGE, View, described, undescribed
from hallwright.api.shapes.finding import Ordered, Steps, Typed
from hallwright.api.shapes.queues import Line, LiningUp
from hallwright.api.shapes.talk import Floor, TakingPart
from hallwright.api.shapes.venues import Language as InLanguage
from hallwright.api.text import asking, guided, ways
from hallwright.api.text import queue as lines
from hallwright.api.text.floor import floor, taking_part
from hallwright.api.text.hours import OfHall
from hallwright.api.text.now import LiveSide
from hallwright.api.text.pages import STYLE, Find, Library, Reading, shared
from hallwright.api.text.speaking import speech_of
from hallwright.api.venues import ready_hall
from hallwright.api.ways import Pace
from hallwright.organizer import searching
from hallwright.organizer.halls import Halls
from hallwright.organizer.packing import packed

LONGEST_QUERY = 80
SCRIPT, LETTERS = "text-tour-????????.js", "400-????????.css"
ASKED = {
    "area": (Ordered, ()),
    "zone": (Ordered, ()),
    "search": (Typed, ()),
    "route": (Steps, ("unknown_place", "no_way", "out_of_range", "indexing", "no_index", "too_fast")),
    "ask": (Typed, ("malformed", "indexing", "no_index", "too_fast")),
    "programme": (InLanguage, ("no_programme",)),
    "floor": (Floor, ("unknown_place",)),
    "queue": (Line, ("unknown_place",)),
    "tours": (InLanguage, ("unknown_place",)),
    "guided": (InLanguage, ("unknown_place",)),
}
"""Pages that are asked more, and how else they refuse."""
log = logging.getLogger(__name__)
Thing = TypeVar("Thing")


def blueprint(
    halls: Halls, live: LiveSide | None, viewer: Path, find: Find = searching.findings, pace: Pace | None = None,
    sitting: OfHall | None = None, counter: Counter | None = None,
) -> Blueprint:
    """``/text…``. ``viewer`` is the folder of the viewer's bundle, which has the tour's optional script."""
    routes = Blueprint("text", __name__, template_folder="templates")
    library = Library(halls, live, find, pace or Pace(), asset(viewer, SCRIPT), asset(viewer, LETTERS), sitting=sitting)
    library.counter = counter or Counter()
    sheet = undescribed("its address names its content")(style_sheet(packed(STYLE.read_bytes())))
    routes.add_url_rule(library.style, "style", sheet)
    leads = described("The way to the venue, or to several.", PAGE, query=InLanguage, pages=True, redirects=(302,),
                      refusals=HALL)
    routes.add_url_rule("/text", "start", leads(lambda: start(library)), strict_slashes=False)
    routes.add_url_rule("/text/<path:rest>", "nowhere", nowhere)
    add_pages(routes, library)
    routes.record_once(lambda state: tidy(state.app.jinja_env))
    routes.register_error_handler(FaultError, lambda fault: fault_page(library, fault))
    routes.register_error_handler(HTTPException, lambda error: fault_page(library, FaultError(error.code or 500)))
    routes.register_error_handler(Exception, lambda error: accident(library, error))
    return routes


def tidy(templates: Any) -> None:
    """Tags of templates leave no blank lines behind."""
    templates.trim_blocks = templates.lstrip_blocks = True


def add_pages(routes: Blueprint, library: Library) -> None:
    """A page for each kind of thing."""
    pages = {
        "venue": ("", venue), "area": ("/areas/<id>", area), "zone": ("/zones/<id>", zone),
        "booth": ("/booths/<id>", booth), "exhibit": ("/exhibits/<id>", exhibit), "board": ("/boards/<id>", board),
        "exhibitors": ("/exhibitors", exhibitors), "search": ("/search", search), "all": ("/all", everything),
        "route": ("/route", ways.route), "programme": ("/programme", programme), "floor": ("/areas/<id>/floor", floor),
        "ask": ("/ask", asking.ask), "tours": ("/tours", guided.tours), "guided": ("/tours/<id>", guided.guided),
        "taking_part": ("/areas/<id>/taking-part", taking_part), "queue": ("/exhibits/<id>/queue", lines.queue),
        "lining_up": ("/exhibits/<id>/lining-up", lines.lining_up),
    }  # fmt: skip
    for name, (path, view) in pages.items():
        @told_of(view)
        def show(venue: str, view: Any = view, **values: str) -> AnyResponse:
            page: AnyResponse = view(library.open(venue), **values)
            return page

        methods = ["POST"] if view in (taking_part, lines.lining_up) else ["GET"]
        routes.add_url_rule(f"/text/<venue>{path}", name, show, strict_slashes=False, methods=methods)


def told_of(view: Any) -> Callable[[View], View]:
    """What there is to say of a page, which its view says to who reads it."""
    if view is taking_part:
        return described(
            "Votes, asks or reacts in an area, and leads back to its page.", None, form=TakingPart, pages="some",
            ours=True, redirects=(303,), refusals=(*HALL, "unknown_place", "too_large"),
        )
    if view is lines.lining_up:
        return described(
            "Lines up at an exhibit, begins or leaves, and leads back to the line's page.", None, form=LiningUp,
            pages="some", ours=True, redirects=(303,), refusals=(*HALL, "unknown_place", "too_large"),
        )
    query, more = ASKED.get(view.__name__, (InLanguage, ()))
    summary = (view.__doc__ or "").strip().partition("\n")[0]
    return described(summary, PAGE, query=query, pages=True, tagged=True, refusals=(*HALL, *more))


def start(library: Library) -> AnyResponse:
    """The way to the venue, or to several."""
    halls, speech = list(library.halls), speech_of(request)
    if len(halls) == 1:
        hall = ready_hall(library.halls, halls[0].id)
        return redirect(url_for("text.venue", venue=hall.id, lang=speech.asked))
    ready = [hall for hall in halls if hall.manifest is not None]
    page = Response(render_template("text/venues.html", halls=ready, trail=(), **shared(library, speech)))
    page.headers["Cache-Control"] = "no-cache"
    return page


def venue(page: Reading) -> Response:
    """The front page of a venue."""
    return page.live("venue.html", page.tour.areas[page.tour.start].spot, (), hours=page.hours)


def area(page: Reading, id: str) -> Response:
    """An area: its zones, and what stands anywhere in it."""
    area = one(page.tour.areas, id)
    hours = page.held(lambda session: session.area == area.id)
    return page.live("area.html", area.spot, page.trail(area)[:1], area=area, hours=hours)


def zone(page: Reading, id: str) -> Response:
    """A zone and its booths."""
    zone = one(page.tour.zones, id)
    area = page.tour.areas[zone.spot.area]
    inside = area.within(zone.id)
    here = {("booth", each.id) for each in inside.booths} | {("stage", each.id) for each in inside.stages}
    here |= {("facility", each.id) for each in inside.facilities}
    hours = page.held(lambda session: session.area == area.id and (session.kind, session.place) in here)
    show = page.live if inside.devices or hours else page.still
    return show("zone.html", zone.spot, page.trail(area), zone=zone, area=area, inside=inside, hours=hours)


def booth(page: Reading, id: str) -> Response:
    """A booth: who is there, and what is shown."""
    booth = one(page.tour.booths, id)
    area = page.tour.areas[booth.spot.area]
    row = area.within(booth.spot.zone).booths
    hours = page.held(lambda each: (each.area, each.kind, each.place) == (area.id, "booth", booth.id))
    show, trail = page.live if hours else page.still, page.trail(area, booth.spot.zone)
    return show("booth.html", booth.spot, trail, booth=booth, area=area, row=row, hours=hours)


def exhibit(page: Reading, id: str) -> Response:
    """An exhibit where it stands."""
    placement = one(page.tour.placements, id)
    area = page.tour.areas[placement.spot.area]
    standing = lines.standing_of(page, id)
    show = page.live if placement.show or standing or area.devices_of("placement", id) else page.still
    trail, row = page.trail(area, placement.spot.zone), area.placements
    answer = show("exhibit.html", placement.spot, trail, placement=placement, area=area, row=row, queue=standing)
    return lines.own(answer) if standing else answer


def board(page: Reading, id: str) -> Response:
    """A board and what it says now."""
    board = one(page.tour.boards, id)
    area = page.tour.areas[board.spot.area]
    return page.live("board.html", board.spot, page.trail(area, board.spot.zone), board=board, area=area)


def exhibitors(page: Reading) -> Response:
    """Everyone who shows something, by name."""
    speech, tour = page.speech, page.tour
    names = sorted(tour.exhibitors.values(), key=lambda each: (speech.read(each.name).casefold(), each.id))
    start = tour.areas[tour.start]
    return page.kept("exhibitors.html", start.spot, page.trail(start)[:1], names=names)


def search(page: Reading) -> Response:
    """What was looked for."""
    query = " ".join(request.args.get("q", "").split())[:LONGEST_QUERY]
    start, findings = page.tour.areas[page.tour.start], page.find(query)
    trail = page.trail(start)[:1]
    return page.live("search.html", start.spot, trail, query=query, findings=findings, hours=page.hours)


def programme(page: Reading) -> Response:
    """What is on, and when."""
    start, hours = page.tour.areas[page.tour.start], page.hours
    if hours is None:
        raise FaultError(404, "no_programme", en="This venue has no programme.", zh="该展会没有日程。")
    return page.live("programme.html", start.spot, page.trail(start)[:1], sitting=hours.sitting, hours=hours)


def everything(page: Reading) -> Response:
    """The whole venue on one page."""
    start = page.tour.areas[page.tour.start]
    return page.kept("all.html", start.spot, page.trail(start)[:1])


@undescribed("any address that is none")
def nowhere(rest: str) -> Response:
    """Any other address below ``/text``."""
    raise FaultError(404)


def one(things: Any, id: str) -> Any:
    """The thing of this id; raises FaultError 404."""
    try:
        return things[id]
    except KeyError:
        en, zh = f"There is no “{id}” in this venue; it may have gone.", f"本场馆中没有“{id}”，可能已被移除。"
        raise FaultError(404, "unknown_place", en=en, zh=zh) from None


def fault_page(library: Library, fault: FaultError) -> Response:
    """An error as a page that says it in both languages, the reader's first."""
    speech = speech_of(request)
    key = f"fault_{fault.status}" if fault.status in (404, 503) else "fault_other"
    body = render_template("text/fault.html", fault=fault, title=speech.say(key), trail=(), **shared(library, speech))
    page = Response(body, fault.status, headers={"Cache-Control": "no-store", **fault.headers})
    page.headers["Vary"] = "Accept-Language"
    return page


def accident(library: Library, error: Exception) -> Response:
    """Ours is the fault: the reason stays in the log."""
    log.error("unexpected error", exc_info=error)
    return fault_page(library, FaultError(500))


def style_sheet(forms: dict[str, bytes]) -> Any:
    """The view of the one stylesheet, whose address names its content."""

    def style() -> Response:
        encoding = preferred(request.accept_encodings, forms)
        sheet = Response(forms[encoding], mimetype="text/css")
        sheet.headers.update({"Cache-Control": IMMUTABLE, "Vary": "Accept-Encoding"})
        if encoding != "identity":
            sheet.headers["Content-Encoding"] = encoding
        return sheet

    return style


def asset(viewer: Path, pattern: str) -> str:
    """The address of a file of the viewer's bundle whose name holds a digest; empty where there is none."""
    found = sorted((viewer / "assets").glob(pattern))
    return f"/assets/{found[0].name}" if found else ""
