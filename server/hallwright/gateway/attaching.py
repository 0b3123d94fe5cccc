"""Puts the live side onto a Flask app; what the rest of the server may ask of it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

from flask_socketio import SocketIO

from hallwright.gateway.broadcasting import Broadcast, TextPacket
from hallwright.gateway.calling import Calling
from hallwright.gateway.clock import steady_clock
from hallwright.gateway.concurrency import allow_many_files, aside, collect_seldom
from hallwright.gateway.conversations import Conversations
from hallwright.gateway.corresponding import Corresponding
from hallwright.gateway.credentials import Credential, Recognize
from hallwright.gateway.crowding import CrowdTelling
from hallwright.gateway.devices.bridging import Bridge
from hallwright.gateway.devices.hearing import Devices
from hallwright.gateway.letterbox import LetterBox
from hallwright.gateway.meetings.meeting_events import MeetingEvents
from hallwright.gateway.origins import origin_check
from hallwright.gateway.own_data import OwnData
from hallwright.gateway.presence_port import PresencePort
from hallwright.gateway.presence_socket import PresenceSocket
from hallwright.gateway.queuing import Queuing
from hallwright.gateway.relays import Relays
from hallwright.gateway.replaying import Pace, Recording, beginning, commands, perform
from hallwright.gateway.socket_events import SocketEvents
from hallwright.gateway.speakers import reader_of
from hallwright.gateway.talking import Talking
from hallwright.gateway.ticker import Ticker
from hallwright.gateway.tickets import Tickets
from hallwright.gateway.venues import Memory, OpenVenue, OpenVenues, Programme
from hallwright.gateway.webhooks.hook import Hook
from hallwright.gateway.webhooks.telling import Webhooks
from hallwright.live.commands import Announce, ChangeBoard, ChangeSession, DirectShow, ShowOnScreen
from hallwright.live.letters.state import State as LetterState
from hallwright.live.talking.words import Words
from hallwright.live.timeline import Timeline
from hallwright.presence.plan import AreaPlan
from hallwright.store.database import Database
from hallwright.store.erasing import of_account
from hallwright.store.journal import Journal
from hallwright.store.writes import Actor

Result = TypeVar("Result")
LONGEST_EVENT = 16_384  # bytes
MOST_CONNECTIONS = 65_536
REMEMBER = Memory()
NOTHING = Programme()
NO_WORDS = Words()
NO_RELAYS = Relays()
READING = 2.0  # s that a page waits for what was said
PING, PING_TIMEOUT = 20, 15  # s; a lost connection is noticed within the sum


class WebApp(Protocol):
    """A Flask app, as far as it matters here."""

    wsgi_app: Any


class Gateway:
    """The live side of a server. Every method may be called from any greenlet or thread."""

    def __init__(
        self, app: WebApp, socketio: SocketIO, broadcast: Broadcast, events: SocketEvents, port: PresencePort,
        venues: dict[str, OpenVenue], memory: Memory, database: Database, clock: Callable[[], float], words: Words,
    ) -> None:
        self._app = app
        self._socketio = socketio
        self._broadcast = broadcast
        self._events = events
        self._port = port
        self._venues = venues
        self._memory = memory
        self._database = database
        self._journal = Journal(database, aside, socketio.sleep)
        self._clock = clock
        self._words = words
        self.conversations: dict[str, Conversations] = {}
        self.letters: dict[str, LetterBox] = {}
        self.talking: Talking
        self.corresponding: Corresponding
        self.meetings = MeetingEvents(socketio, events, venues, self._journal, self.ask, words, clock)
        self.own_data = OwnData(socketio, events, venues, self.conversations, self.meetings.book, self.ask, clock)
        self.webhooks = Webhooks((), clock)
        self.devices = Devices(socketio, broadcast, venues, clock)
        self.queuing, self.crowding = Queuing(venues, clock), CrowdTelling(socketio, broadcast, venues, clock)
        self.twins = self.devices.told
        self._ticking = False
        self._lock = threading.Lock()

    def open_venue(
        self, venue_id: str, revision: str, areas: Sequence[AreaPlan], programme: Programme = NOTHING
    ) -> None:
        """Let people into a venue with these areas (in the manifest's order, at least one) and this programme.

        If it is open already, it was rebuilt: everyone in it is told, who is in an area that is no more
        comes to the first one, shows that are still there go on, and boards keep what was changed on them. If it is
        not open but was once, it goes on from there in the same way.
        """
        talks = self.conversations.setdefault(
            venue_id, Conversations(venue_id, self._journal, self._database, self._words)
        )
        talks.replan(programme.streams)
        self._letterbox(venue_id).replan(
            (stream.id for stream in programme.streams if stream.kind == "booth"), programme.placements
        )
        venue = self._venues.get(venue_id)
        if venue is None:
            self._venues[venue_id] = OpenVenue.of(
                venue_id, revision, areas, programme, self._clock(),
                memory=self._memory, database=self._database, journal=self._journal,
            )
        else:
            with venue.lock:
                venue.rebuild(revision, areas, programme, self._clock())
        self.start()

    rebuilt = open_venue

    def _letterbox(self, venue_id: str) -> LetterBox:
        tell = partial(self._tell_letter, venue_id)
        fresh = LetterBox(venue_id, self._journal, self.ask, self._words, self._clock, tell)
        return self.letters.setdefault(venue_id, fresh)

    def _tell_letter(self, venue_id: str, letter: str, state: LetterState, events: list[dict[str, Any]]) -> None:
        self.corresponding.tell(venue_id, letter, state, events)
        if any(event["kind"] == "inquired" for event in events):  # who wrote, and what, is for the booth alone
            self.webhooks.notice(venue_id, "inquiry", {"booth": state.booth, "letter": letter})

    def ask(self, job: Callable[[Any], Result]) -> Result:
        """Let the one who writes to the database do a job, and wait for what comes of it. Raises StoreError."""
        self.start()
        return self._journal.ask(lambda: self._database.do(job))

    def recognize(self, how: Recognize) -> None:
        """From now on know people with roles by the secret of their cookie."""
        self._events.recognize = how

    def end_login(self, ended: Callable[[Credential], bool]) -> None:
        """Cut the connections of those whose credential is good no more."""
        self._events.end_login(ended)

    def erase_account(self, account: str) -> None:
        """Erase what whoever came with this account said, and what they were called. Raises StoreError."""
        self.own_data.erase(self.ask(of_account(account)))

    def announce(self, venue_id: str, *, en: str, zh: str, by: Actor | None = None) -> dict[str, Any]:
        """Tell everyone in the venue; the event's ``seq`` and ``time`` (ms).

        Raises KeyError for a venue that is not open, CommandRefused for a bad text.
        """
        venue = self._venues[venue_id]
        with venue.lock:
            now = self._clock()
            venue.perform(Announce(en, zh), now, by)
            told = {"seq": venue.log.last, "time": round(now * 1000)}
        venue.log.settle()
        return told

    def direct_show(
        self, venue_id: str, show: str, action: str, value: float | None, by: Actor | None = None
    ) -> dict[str, Any]:
        """``start``, ``pause``, ``seek`` or ``rate`` a show for everyone; the show as ``shows`` tells it.

        Raises KeyError for a venue that is not open, CommandRefused for what cannot be done.
        """
        venue = self._venues[venue_id]
        with venue.lock:
            now = self._clock()
            venue.perform(DirectShow(show, action, value), now, by)
            told = _told(show, venue.hall.shows.timelines()[show], now)
        venue.log.settle()
        return told

    def shows(self, venue_id: str) -> list[dict[str, Any]]:
        """Every show: ``id``, ``position`` (s) now, ``runs``, and its ``timeline``; raises KeyError."""
        venue = self._venues[venue_id]
        with venue.lock:
            now = self._clock()
            return [_told(show, timeline, now) for show, timeline in venue.hall.shows.timelines().items()]

    def change_board(self, venue_id: str, board: str, changes: object, by: Actor | None = None) -> dict[str, Any]:
        """Write on a board for everyone: fields of rows by the rows' ids, None to take a row away; the board as
        ``boards`` tells it.

        Raises KeyError for a venue that is not open, CommandRefused for what cannot be done, naming every fault.
        """
        venue = self._venues[venue_id]
        with venue.lock:
            venue.perform(ChangeBoard(board, changes), self._clock(), by)
            told = venue.hall.boards.told(board)
        venue.log.settle()
        return told

    def show_on_screen(
        self, venue_id: str, screen: str, reel: str | None, slide: int | None, text: object, by: Actor | None = None
    ) -> dict[str, Any] | None:
        """Let a stage's screen show a reel, or with None what the programme says; what was chosen is then.

        Raises KeyError for a venue that is not open, CommandRefused for what cannot be shown.
        """
        venue = self._venues[venue_id]
        with venue.lock:
            venue.perform(ShowOnScreen(screen, reel, slide, text), self._clock(), by)
            showing = venue.hall.screens.showing().get(screen)
        venue.log.settle()
        return showing

    def boards(self, venue_id: str) -> list[dict[str, Any]]:
        """Every board: ``id``, ``kind``, ``area`` and the ``rows`` that it says now; raises KeyError."""
        venue = self._venues[venue_id]
        with venue.lock:
            return [venue.hall.boards.told(board) for board in venue.hall.boards]

    def change_session(
        self, venue_id: str, session: str, written: tuple[float, float], wanted: dict[str, Any],
        by: Actor | None = None,
    ) -> None:
        """Put a session off, move or cancel it for everyone; ``written`` is when the programme says that it starts and
        ends (s since 1970).

        Raises KeyError for a venue that is not open, CommandRefused for what cannot be done, naming every fault.
        """
        venue = self._venues[venue_id]
        with venue.lock:
            venue.perform(ChangeSession(session, written, wanted), self._clock(), by)
            change = venue.hall.sessions.changes().get(session)
        venue.log.settle()
        self.webhooks.notice(venue_id, "session_moved", {"session": session, "change": change})

    def sessions(self, venue_id: str) -> dict[str, dict[str, Any]]:
        """What was changed of the programme, by session; raises KeyError."""
        venue = self._venues[venue_id]
        with venue.lock:
            return venue.hall.sessions.changes()

    def now(self) -> float:
        """The server's clock: seconds since 1970 that never go back."""
        return self._clock()

    def replay(self, venue_id: str, recording: Recording, speed: float) -> None:
        """Let what was recorded happen again, ``speed`` times as fast; returns at its end. Raises KeyError for a venue
        that is not open."""
        venue = self._venues[venue_id]
        pace = Pace(recording.begin, self._clock(), speed)
        perform(venue, beginning(recording, pace), self._clock())
        for event in recording.events:
            self.sleep(max(0.0, pace.due(event) - self._clock()))
            perform(venue, commands(event, pace), self._clock())

    def talk(self, venue_id: str, stream: str, most: int) -> list[dict[str, Any]]:
        """The last ``most`` messages of a place, oldest first. Raises KeyError for a venue that is not open,
        CommandRefused ``unknown_stream``, StoreError."""
        talk = self.conversations[venue_id].talk(stream, READING)
        with talk.lock:
            return talk.talk.messages(most)

    def floor(self, venue_id: str, stream: str, secret: str) -> dict[str, list[dict[str, Any]]]:
        """``polls`` and ``questions`` of a place, as who has this secret may know them. Raises as ``talk`` does."""
        talk = self.conversations[venue_id].talk(stream, READING)
        with talk.lock:
            reader = reader_of(secret, talk.talk.stream.area, agreed=True)
            return {"polls": talk.talk.polls(reader), "questions": talk.talk.questions(reader)}

    def take_part(
        self, venue_id: str, area: str, reader: tuple[str, bool], name: str, payload: Mapping[str, Any]
    ) -> None:
        """``ballot``, ``vote``, ``ask`` or ``react`` of who reads about an area: their secret, and whether it may be
        kept. Raises as ``talk`` does."""
        secret, agreed = reader
        self.talking.take_part(venue_id, reader_of(secret, area, agreed), name, payload)

    def people(self, venue_id: str) -> int:
        """How many people are in the venue; 0 if it is not open."""
        venue = self._venues.get(venue_id)
        return len(venue.hall) if venue else 0

    def people_by_area(self, venue_id: str) -> dict[str, int]:
        """How many people are in each area; empty if the venue is not open."""
        venue = self._venues.get(venue_id)
        if venue is None:
            return {}
        with venue.lock:
            here = Counter(person.area for person in venue.hall.people())
            return {area: here[area] for area in venue.hall.areas}

    def venues(self) -> list[str]:
        """The venues that are open."""
        return list(self._venues)

    def figures(self) -> dict[str, int]:
        """What health checks and benchmarks want to know."""
        return {
            "venues": len(self._venues),
            "people": sum(self.people(venue_id) for venue_id in self._venues),
            "position_sockets": len(self._port),
            "frames_sent": self._port.frames_sent,
            "frames_dropped": self._port.frames_dropped,
        }

    def spawn(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Run ``function`` beside the server, in a greenlet or a thread."""
        self._socketio.start_background_task(function, *arguments)

    def sleep(self, seconds: float) -> None:
        """Wait without keeping the server from its work."""
        self._socketio.sleep(seconds)

    def start(self) -> None:
        """Start the beats; done by ``open_venue``."""
        with self._lock:
            if self._ticking:
                return
            self._ticking = True
        for each in (self._journal, self.talking, self.devices, self.crowding, self.meetings):
            self.spawn(each.run)
        self.spawn(Ticker(self._socketio, self._broadcast, self._venues, self._port, self._clock).run)

    def bridge(self, broker: str) -> None:
        """From now on hear devices by MQTT too."""
        self.spawn(Bridge(self.devices, broker, self.sleep, self._clock).run)

    def tell_outside(self, hooks: Sequence[Hook]) -> None:
        """From now on tell these addresses what an organizer cares about."""
        self.webhooks = Webhooks(hooks, self._clock)
        self.devices.notice = self.webhooks.notice
        self.webhooks.start(self.spawn, self.sleep)

    @property
    def storing(self) -> bool:
        """Whether what happens can be stored: false while the database cannot be written."""
        return not self._journal.failing

    def close(self, patience: float = 5.0) -> bool:
        """Keep how every venue is and let go of the database; whether everything was stored within ``patience`` s."""
        for venue in list(self._venues.values()):
            with venue.lock:
                venue.keep()
        for talks in self.conversations.values():
            for talk in talks:
                with talk.lock:
                    talk.keep()
        stored = not self._ticking or self._journal.flush(patience)  # nobody writes before it ticks, nor has to
        self._database.close()
        return stored

    def run(self, host: str, port: int) -> None:
        """Serve the app until the process ends."""
        allow_many_files()
        collect_seldom()
        options: dict[str, Any] = {"debug": False, "use_reloader": False, "allow_unsafe_werkzeug": True}
        if self._socketio.async_mode == "eventlet":
            options |= {"max_size": MOST_CONNECTIONS, "log_output": False}
        self._socketio.run(self._app, host=host, port=port, **options)


def _told(show: str, timeline: Timeline, now: float) -> dict[str, Any]:
    return {"id": show, "position": timeline.at(now), "runs": timeline.runs(now), "timeline": timeline.record()}


def attach(
    app: WebApp, *, async_mode: str, database: Database, origins: Sequence[str] = (), memory: Memory = REMEMBER,
    words: Words = NO_WORDS, relays: Relays = NO_RELAYS,
) -> Gateway:
    """Make ``app`` answer at /socket.io/ and /presence. ``database`` is open, and from now on the gateway's.
    ``origins``: other sites whose pages may connect; ``words``: those that shall not be said; ``relays``
    help pages to call each other."""
    clock = steady_clock(database.newest() / 1000)
    allowed = origin_check(tuple(origins))
    socketio = SocketIO(
        app,
        async_mode=async_mode,
        cors_allowed_origins=allowed,
        manage_session=False,
        serializer=TextPacket,
        max_http_buffer_size=LONGEST_EVENT,
        ping_interval=PING,
        ping_timeout=PING_TIMEOUT,
    )
    venues = OpenVenues()
    port, tickets = PresencePort(), Tickets()
    events = SocketEvents(socketio, venues, tickets, clock)
    broadcast = Broadcast(socketio)
    gateway = Gateway(app, socketio, broadcast, events, port, venues, memory, database, clock, words)
    gateway.talking = Talking(socketio, broadcast, events, gateway.conversations, clock)
    Calling(socketio, events, venues, relays, clock)
    gateway.corresponding = Corresponding(socketio, events, gateway.letters, venues, clock)
    app.wsgi_app = PresenceSocket(
        app.wsgi_app, venues, tickets, port, allowed, socketio.server.eio.create_event
    )
    return gateway
