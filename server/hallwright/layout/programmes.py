"""The programme: how it is written, and what is meant by it once places are known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field

from hallwright.layout import model
from hallwright.layout.atoms import Color, Entries, Entry, Id, Lost, Reference, Text, text
from hallwright.layout.programme import Language, PlaceKind, Programme, Session, Speaker, Track

TODAY = "today"
PLACES: dict[PlaceKind, str] = {"stage": "stages", "booth": "booths", "facility": "facilities", "area": ""}
"""Keys that say where a session is, and the family of an area where such things are."""
LONGEST = 24 * 60  # minutes
FIRST_DAY = date(2024, 1, 1)  # any, to count from where each day is the first one

Day = Annotated[int, Field(strict=True, ge=1, le=60)]
TimeOfDay = Annotated[str, Field(strict=True, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Minutes = Annotated[int, Field(strict=True, ge=1, le=LONGEST)]
Moment = Annotated[str, Field(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01][0-9]|2[0-3]):[0-5][0-9]$")]
FirstDay = Annotated[str, Field(strict=True, pattern=r"^(today|[0-9]{4}-[0-9]{2}-[0-9]{2})$")]
Languages = Annotated[list[Language], Field(min_length=1, max_length=2)]


class WrittenTrack(Entry):
    """A kind of session."""

    id: Id = Field(description="A name for this track")
    name: Text = Field(description="What visitors read")
    color: Color = Field(description='Its colour, like "#1f6fb2"; its name always stands beside it')


class WrittenSpeaker(Entry):
    """Who speaks."""

    id: Id = Field(description="A name for this speaker")
    name: Text = Field(description="What visitors read")
    role: Text | None = Field(None, description="Like Chief engineer")
    organisation: Text | None = Field(None, description="For whom")


class WrittenSession(Entry):
    """Something that is on. `stage`, `booth`, `facility` or `area` says where; `day`, `at` and `minutes`, or `starts`
    and `ends`, say when."""

    id: Id = Field(description="A name for this session, by which it is changed live")
    title: Text = Field(description="What visitors read")
    abstract: Text | None = Field(None, description="One or two sentences")
    track: Reference = Field(description="The id of a track")
    stage: Reference | None = Field(None, description="The id of the stage where it is")
    booth: Reference | None = Field(None, description="The id of the booth where it is")
    facility: Reference | None = Field(None, description="The id of the facility where it is")
    area: Reference | None = Field(None, description="The area where it is, or where that stage is")
    day: Day | None = Field(None, description="Counted from the programme's first, 1")
    at: TimeOfDay | None = Field(None, description="With `day`: when it starts, like 09:30")
    minutes: Minutes | None = Field(None, description="With `day`: how long it takes")
    starts: Moment | None = Field(None, description="Instead of `day`: like 2026-09-20 09:30, in the venue's zone")
    ends: Moment | None = Field(None, description="With `starts`: when it ends")
    speakers: Annotated[list[Reference], Field(max_length=20)] = Field([], description="Ids of who speaks")
    language: Languages | None = Field(None, description="In which languages it is held: en, zh")
    reel: Reference | None = Field(None, description="With `stage`: the reel that its screen shows meanwhile")

    def places(self) -> list[PlaceKind]:
        """The keys written here that say where it is; one, if all is well. An `area` beside others only helps them."""
        keys: tuple[PlaceKind, ...] = ("stage", "booth", "facility")
        given = [key for key in keys if getattr(self, key) is not None]
        return given or (["area"] if self.area is not None else [])


class WrittenProgramme(Entry):
    """What is on in the venue, and when."""

    timezone: Reference = Field(description="The venue's zone, like Asia/Shanghai")
    starts: FirstDay = Field(description="The first day, like 2026-09-20; or today: each day is the first one")
    tracks: Annotated[Entries[WrittenTrack], Field(max_length=30)] = Field([], description="Kinds of sessions")
    speakers: Annotated[Entries[WrittenSpeaker], Field(max_length=500)] = Field([], description="Who speaks")
    sessions: Annotated[Entries[WrittenSession], Field(max_length=500)] = Field([], description="What is on")

    def read(self, name: str) -> list[tuple[int, Any]]:
        """The entries of a list that could be read, with their places in it."""
        return [(number, entry) for number, entry in enumerate(getattr(self, name)) if not isinstance(entry, Lost)]

    def zone(self) -> ZoneInfo | None:
        """The venue's zone; None for one that nobody knows."""
        return ZoneInfo(self.timezone) if self.timezone in available_timezones() else None

    def first_day(self) -> date | None:
        """The first day, some day where each day is; None for one that no calendar has."""
        return FIRST_DAY if self.starts == TODAY else day_of(self.starts)


LISTS: dict[str, type[Entry]] = {"tracks": WrittenTrack, "speakers": WrittenSpeaker, "sessions": WrittenSession}


def day_of(written: str) -> date | None:
    """A date; None for one that no calendar has."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def times(session: WrittenSession, programme: WrittenProgramme) -> tuple[datetime, datetime] | None:
    """When a session starts and ends, by the venue's clock without a zone; None where that cannot be told."""
    first = programme.first_day()
    if first is None:
        return None
    if session.day is not None and session.at is not None and session.minutes is not None:
        starts = datetime.fromisoformat(f"{first + timedelta(days=session.day - 1)} {session.at}")
        return starts, starts + timedelta(minutes=session.minutes)
    if session.starts is None or session.ends is None or programme.starts == TODAY:
        return None
    if day_of(session.starts[:10]) is None or day_of(session.ends[:10]) is None:
        return None
    return datetime.fromisoformat(session.starts), datetime.fromisoformat(session.ends)


def candidates(
    session: WrittenSession, areas: Sequence[model.Area]
) -> tuple[PlaceKind | None, list[tuple[model.Area, str]]]:
    """Every area, and the id of the place in it, that a session may be at."""
    keys = session.places()
    if len(keys) != 1:
        return None, []
    key = keys[0]
    within = [area for area in areas if session.area in (None, area.id)]
    if key == "area":
        return key, [(area, area.id) for area in within]
    wanted = getattr(session, key)
    return key, [(area, wanted) for area in within if any(each.id == wanted for each in getattr(area, PLACES[key]))]


def programme_of(written: WrittenProgramme, areas: Sequence[model.Area]) -> Programme:
    """The programme; what cannot be understood is left out, since the rules tell of it."""
    made = (_session(entry, written, areas) for _, entry in written.read("sessions"))
    return Programme(
        timezone=written.timezone,
        starts="" if written.starts == TODAY else written.starts,
        tracks=tuple(Track(each.id, text(each.name), each.color.lower()) for _, each in written.read("tracks")),
        speakers=tuple(
            Speaker(each.id, text(each.name), _text(each.role), _text(each.organisation))
            for _, each in written.read("speakers")
        ),
        sessions=tuple(sorted((each for each in made if each), key=lambda each: (each.day, each.time))),
    )


def _text(value: Any) -> model.Text:
    return text(value) if value is not None else model.Text("", "")


def _session(
    entry: WrittenSession, programme: WrittenProgramme, areas: Sequence[model.Area]
) -> Session | None:
    key, found = candidates(entry, areas)
    when, first, zone = times(entry, programme), programme.first_day(), programme.zone()
    if key is None or len(found) != 1 or when is None or first is None or zone is None:
        return None
    starts, ends = when
    passed = ends.replace(tzinfo=zone).timestamp() - starts.replace(tzinfo=zone).timestamp()
    return Session(
        id=entry.id, title=text(entry.title), abstract=_text(entry.abstract), track=entry.track, kind=key,
        place=found[0][1], area=found[0][0].id, day=(starts.date() - first).days + 1,
        time=starts.hour * 60 + starts.minute, minutes=entry.minutes or round(passed / 60),
        speakers=tuple(entry.speakers), languages=tuple(entry.language or ()),
        reel=entry.reel or "",
    )  # fmt: skip
