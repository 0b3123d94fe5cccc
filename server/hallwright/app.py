"""The server's parts put together: pages and files of ``api``, the live hall of ``gateway``, the compiler.

The gateway's ``concurrency.patch`` must have run before this module is imported; ``cli`` does that.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from zlib import crc32

from flask import Blueprint, Flask

from hallwright.api.letters.desk import Desk
from hallwright.api.meetings.desk import MeetingDesk
from hallwright.api.operators import Door
from hallwright.api.people.gate import Gate
from hallwright.api.routes import register
from hallwright.api.ways import Pace
from hallwright.config import Directory, Settings, resources
from hallwright.errors import ConfigError
from hallwright.gateway.attaching import Gateway, attach
from hallwright.gateway.concurrency import aside
from hallwright.gateway.credentials import Credential
from hallwright.gateway.meetings.callers import Callers
from hallwright.gateway.relays import Relays
from hallwright.gateway.venues import Programme
from hallwright.gateway.vocabulary import document as events
from hallwright.gathering import queue_plans, spot_plans, zone_plans
from hallwright.live import texts
from hallwright.live.boards import BoardPlan
from hallwright.live.devices.plans import DevicePlan
from hallwright.live.events import Role
from hallwright.live.rates import Rates
from hallwright.live.screens import ReelPlan, ScreenPlan
from hallwright.live.seats import SeatPlan
from hallwright.live.shows import EXHIBIT, RELEASE, UNVEILING, ShowPlan
from hallwright.live.talking.streams import Kind, Stream
from hallwright.live.talking.words import Words, read_words
from hallwright.matchmaking import make_matches
from hallwright.organizer import operator_token, stamp
from hallwright.organizer.accounts import Accounts
from hallwright.organizer.device_secrets import DeviceSecrets
from hallwright.organizer.events import Event, Published
from hallwright.organizer.halls import Hall, Halls, folder_of
from hallwright.organizer.phrasing import Phraser
from hallwright.presence.plan import AreaPlan, TrafficPlan, VehiclePlan
from hallwright.store.database import Database

SEARCHES_PER_SECOND = 50.0  # of all visitors together, a millisecond or two each
LOGIN_BINS = 4096  # names share so many turns, so that no number of them fills the memory
LETTERS_PER_SECOND = 40.0  # pages of letters, of all together: each asks the database a few times
ANSWERS_PER_SECOND = 20.0  # of all visitors together, two milliseconds each and ten at the most
ROUTES_PER_SECOND = 40.0  # of all visitors together: never more than about a tenth of the server's time


@dataclass(frozen=True, slots=True)
class Server:
    """An app that can answer requests, and its live side."""

    app: Flask
    gateway: Gateway
    halls: Halls
    accounts: Accounts


def create_server(settings: Settings, halls: Halls, database: Database, viewer: Path | None = None) -> Server:
    """The Flask app with every route and the gateway attached; halls that are published are open. ``database`` is open.

    Raises ConfigError when the operator's token cannot be kept, or the list of words cannot be used.
    """
    app = Flask("hallwright", static_folder=None)
    phrase = Phraser(settings.guide, aside).phrased if settings.guide else None
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    wrapped: Any = app  # its wsgi_app may be replaced, as Flask's manual says; its type does not say so
    gateway = attach(
        wrapped, async_mode=settings.async_mode, database=database, origins=settings.origins, words=words_of(settings),
        relays=Relays(settings.stun, settings.turn, settings.turn_secret),
    )
    make_matches(gateway, halls)
    gateway.devices.secret = DeviceSecrets(settings.device_secrets).of
    folder = viewer or resources().viewer
    gate = make_gate(gateway, settings.retention)
    desk = Desk(halls, gateway.letters, gate, _letter_pace())
    door = Door(operator_token.made(settings.data), gateway, _pace(), gate)
    register(
        app, halls, viewer_folder=folder, async_mode=settings.async_mode, live=gateway.figures, door=door, now=gateway,
        sessions=gateway, search_wait=_search_pace(), answer_wait=_answer_pace(), phrase=phrase,
        pace=Pace(lambda: gateway.sleep(0), _route_pace()),
        embed_origins=settings.embed_origins, media_origins=settings.media_origins, events=events.document(),
        desk=desk, heard=gateway.devices, books=gateway.meetings,
        meetings=MeetingDesk(desk, gateway.meetings.book, Callers()),
    )  # fmt: skip
    if settings.oidc:
        app.register_blueprint(by_directory(gate, settings.oidc))
    server = Server(app, gateway, halls, gate.accounts)
    for hall in halls:
        open_hall(server, hall)
    return server


def by_directory(gate: Gate, directory: Directory) -> Blueprint:
    """Logins by a directory. Its libraries take a moment to load: only where there is one."""
    from hallwright.api.people import directory as pages
    from hallwright.organizer.directory import Logins

    return pages.blueprint(gate, Logins(directory, gate.accounts))


def words_of(settings: Settings) -> Words:
    """What shall not be said; raises ConfigError for a file that cannot be used."""
    if settings.words is None:
        return Words()
    try:
        return read_words(settings.words.read_text("utf-8"), str(settings.words))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"HALLWRIGHT_WORDS names {settings.words}, which cannot be read as text: {error}") from error


def _pace() -> Callable[[bool], float]:
    """How long callers of the operator's door must wait: who knows the token as long as visitors, and all who do not
    share one slow turn, so that guessing is no use and takes nothing from the operator."""
    known, strangers = Rates(), Rates(rate=1.0, burst=10.0)

    def wait(is_known: bool) -> float:
        rates = known if is_known else strangers
        bucket = rates.ask("", time.monotonic())
        return 0.0 if bucket.granted else (1.0 - bucket.tokens) / rates.rate

    return wait


def make_gate(gateway: Gateway, retention: int | None = None) -> Gate:
    """Where people with roles come in; the live side knows them by the same cookie."""
    accounts = Accounts(gateway.ask, aside, texts.nickname)

    def recognize(secret: str) -> Credential | None:
        account = accounts.known(secret)
        if account is None:
            return None
        return Credential(account.id, account.name, cast(Role, account.role), secret, account.booths)

    gateway.recognize(recognize)
    return Gate(
        accounts, _login_pace(), lambda gone: gateway.end_login(lambda one: gone in (one.account, one.login)),
        gateway.erase_account, retention,
    )


def _login_pace() -> Callable[[str], float]:
    """How long who tries a name must wait: nobody tries one name quickly, nor many names at once, and a hash keeps a
    processor for long."""
    names, together, links = Rates(rate=0.2, burst=6.0), Rates(rate=5.0, burst=20.0), Rates(rate=20.0, burst=40.0)

    def wait(name: str) -> float:
        now, bin_ = time.monotonic(), str(crc32(name.casefold().encode(errors="replace")) % LOGIN_BINS)
        for rates, key in ((names, bin_), (together, "")) if name else ((links, ""),):
            bucket = rates.ask(key, now)
            if not bucket.granted:
                return (1.0 - bucket.tokens) / rates.rate
        return 0.0

    return wait


def _letter_pace() -> Callable[[], float]:
    """How long whoever opens a page of letters must wait."""
    rates = Rates(rate=LETTERS_PER_SECOND, burst=2 * LETTERS_PER_SECOND)

    def wait() -> float:
        bucket = rates.ask("", time.monotonic())
        return 0.0 if bucket.granted else (1.0 - bucket.tokens) / rates.rate

    return wait


def _search_pace() -> Callable[[], float]:
    """How long who searches must wait: all share one turn, so that searching never takes the loop from who walks."""
    rates = Rates(rate=SEARCHES_PER_SECOND, burst=2 * SEARCHES_PER_SECOND)

    def wait() -> float:
        bucket = rates.ask("", time.monotonic())
        return 0.0 if bucket.granted else (1.0 - bucket.tokens) / rates.rate

    return wait


def _answer_pace() -> Callable[[], float]:
    """How long who asks the guide must wait."""
    rates = Rates(rate=ANSWERS_PER_SECOND, burst=2 * ANSWERS_PER_SECOND)

    def wait() -> float:
        bucket = rates.ask("", time.monotonic())
        return 0.0 if bucket.granted else (1.0 - bucket.tokens) / rates.rate

    return wait


def _route_pace() -> Callable[[int], float]:
    """How long whoever asks for a route must wait. All share one budget; addresses tell nothing, since many visitors
    come by one."""
    rates = Rates(rate=ROUTES_PER_SECOND, burst=2 * ROUTES_PER_SECOND)

    def wait(turns: int) -> float:
        now = time.monotonic()
        bucket = [rates.ask("", now) for _ in range(turns)][-1]
        return 0.0 if bucket.granted else (1.0 - bucket.tokens) / rates.rate

    return wait


def hall_of(layout: Path, settings: Settings) -> tuple[Hall, bool]:
    """The hall of a layout, and True when what is published of it is the newest already, companions and all."""
    hall = Hall(layout, folder_of(layout, settings.halls))
    fresh = stamp.is_fresh(hall.folder, layout, resources()) and hall.load()
    return hall, fresh and hall.companions is not None


def open_hall(server: Server, hall: Hall) -> None:
    """Let people into a published hall, or tell those inside that it was rebuilt."""
    if hall.manifest is not None:
        server.gateway.open_venue(hall.id, hall.revision, area_plans(hall.manifest), programme(hall.manifest))


def show(server: Server, hall: Hall, event: Event) -> None:
    """Take in what the compiler said; a hall that differs from the one before is opened."""
    before = hall.revision
    hall.apply(event)
    if isinstance(event, Published) and hall.revision != before:
        open_hall(server, hall)


def area_plans(manifest: bytes) -> tuple[AreaPlan, ...]:
    """What the live hall must know of a venue: its areas, their zones and their traffic, in the manifest's order."""
    document = json.loads(manifest)
    return tuple(
        AreaPlan(
            area["id"],
            (float(area["size"][0]), float(area["size"][1])),
            zone_plans(area, document.get("models", {})),
            traffic_plans(document, area["id"]),
        )
        for area in document["areas"]
    )


def traffic_plans(document: dict[str, Any], area: str) -> tuple[TrafficPlan, ...]:
    """The traffic of an area; vehicles are as long as their models."""
    model_of = {exhibit["id"]: exhibit["model"] for exhibit in document.get("exhibits", ())}
    plans = []
    for index, show in enumerate(document.get("shows", ())):
        if show["kind"] != "traffic" or show["area"] != area:
            continue
        models = [document["models"][model_of[vehicle["exhibit"]]] for vehicle in show["vehicles"]]
        vehicles = tuple(VehiclePlan(lane, float(models[kind]["footprint"][1])) for kind, lane in show["fleet"])
        lanes = tuple(_polygon(lane) for lane in show["route"]["lanes"])
        plans.append(TrafficPlan(show["id"], index, lanes, vehicles, float(show["pace"])))
    return tuple(plans)


def show_plans(manifest: bytes) -> tuple[ShowPlan, ...]:
    """The shows of a venue: those of its layout, one for each placement whose model has a motion ``run``, and one for
    each veil that is to fall."""
    document = json.loads(manifest)
    shows = [
        ShowPlan(show["id"], show["kind"], show["area"], float(show["duration"]), show["loop"], show["autostart"])
        for show in document.get("shows", ())
    ]
    runs = {model: entry.get("motions", {}).get("run") for model, entry in document.get("models", {}).items()}
    shows += [
        ShowPlan(f"{EXHIBIT}/{placement['id']}", EXHIBIT, area["id"], float(run["duration"]))
        for area in document["areas"]
        for placement in area.get("placements", ())
        if (run := runs.get(placement["model"]))
    ]
    shows += [
        ShowPlan(f"{RELEASE}/{placement['id']}", RELEASE, area["id"], UNVEILING, at=release["at"])
        for area in document["areas"]
        for placement in area.get("placements", ())
        if (release := placement.get("release"))
    ]
    return tuple(shows)


def programme(manifest: bytes) -> Programme:
    """What goes on in a venue beside people."""
    document = json.loads(manifest)
    areas = document["areas"]
    boards = tuple(
        BoardPlan(
            board["id"], board["kind"], area["id"],
            tuple((row["id"], {key: value for key, value in row.items() if key != "id"}) for row in board["rows"]),
        )
        for area in areas
        for board in area.get("boards", ())
    )  # fmt: skip
    factories = tuple(
        area["id"]
        for area in areas
        if any(placement.get("screen") == "telemetry" for placement in area.get("placements", ()))
    )
    placements = tuple(placement["id"] for area in areas for placement in area.get("placements", ()))
    sessions = tuple(each["id"] for each in (document.get("programme") or {}).get("sessions", ()))
    return Programme(
        show_plans(manifest), boards, factories, placements, streams(areas), sessions,
        screens=screen_plans(areas), seats=seat_plans(areas), devices=device_plans(document),
        queues=queue_plans(document), spots=spot_plans(document),
    )  # fmt: skip


def device_plans(document: dict[str, Any]) -> tuple[DevicePlan, ...]:
    """The devices on site, in areas of their sizes."""
    sizes = {area["id"]: (float(area["size"][0]), float(area["size"][1])) for area in document["areas"]}
    return tuple(
        DevicePlan(
            each["id"], each["kind"], each["area"], sizes[each["area"]], float(each["stale_after"]), each.get("zone")
        )
        for each in document.get("devices", ())
    )


def screen_plans(areas: list[dict[str, Any]]) -> tuple[ScreenPlan, ...]:
    """The screens of stages that have something to show."""
    return tuple(
        ScreenPlan(
            f"{area['id']}/{stage['id']}",
            tuple(ReelPlan(reel["id"], reel["kind"], len(reel.get("slides", ()))) for reel in stage["reels"]),
        )
        for area in areas
        for stage in area.get("stages", ())
        if stage.get("reels")
    )


def seat_plans(areas: list[dict[str, Any]]) -> tuple[SeatPlan, ...]:
    """The seats before stages."""
    return tuple(
        SeatPlan(area["id"], stage["id"], seating["rows"] * len(seating["across"]))
        for area in areas
        for stage in area.get("stages", ())
        if (seating := stage.get("seating"))
    )


def streams(areas: list[dict[str, Any]]) -> tuple[Stream, ...]:
    """Where people talk: in each area of the manifest, at each booth and stage."""
    found = list[Stream]()
    for area in areas:
        here: dict[Kind, Any] = {"area": [area], "booth": area.get("booths", ()), "stage": area.get("stages", ())}
        found += [Stream(kind, thing["id"], area["id"]) for kind, things in here.items() for thing in things]
    return tuple(found)


def _polygon(points: list[list[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in points)
