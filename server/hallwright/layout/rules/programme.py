"""The programme: names that exist, hours that the venue's clock shows, and nobody in two places at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from hallwright.layout import model
from hallwright.layout.conversion import Path
from hallwright.layout.expansion import Expanded
from hallwright.layout.programmes import (
    LISTS,
    LONGEST,
    PLACES,
    TODAY,
    WrittenProgramme,
    WrittenSession,
    candidates,
    day_of,
    times,
)
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.spelling import did_you_mean

_WHEN = "write `day: 1`, `at: 09:30` and `minutes: 45`, or `starts:` and `ends:`"
_Timed = tuple[WrittenSession, Origin, datetime, datetime]


def programme(
    written: Sequence[tuple[WrittenProgramme, Origin]], areas: Sequence[Expanded], books: Books, findings: Findings
) -> None:
    """Everything that is wrong with the programme of a venue."""
    for again, origin in written[1:]:
        del again
        first = written[0][1]
        where = f"{first.source.name}, line {first.source.place(first.path, key=True)[0]}"
        findings.add("twice", origin, "a venue has one programme", f"see {where}; write all sessions there")
    for each, origin in written[:1]:
        _one(each, origin, [area.area for area in areas], books, findings)


def _one(
    programme: WrittenProgramme, origin: Origin, areas: list[model.Area], books: Books, findings: Findings
) -> None:
    zone = programme.zone()
    if zone is None:
        hint = did_you_mean(programme.timezone, available_timezones()) or "write a zone like `Asia/Shanghai`"
        findings.add("zone", origin, f"there is no time zone `{programme.timezone}`", hint, at="timezone")
    if programme.first_day() is None:
        findings.add("first", origin, f"there is no day `{programme.starts}`", "correct the date", at="starts")
    _ids(programme, origin, findings)
    timed = []
    for number, session in programme.read("sessions"):
        place = Origin(origin.source, (*origin.path, "sessions", number))
        _names(session, programme, place, books, findings)
        _where(session, place, areas, books, findings)
        when = _when(session, programme, zone, place, findings)
        if when is not None:
            timed.append((session, place, *when))
    _clashes(timed, areas, findings)


def _ids(programme: WrittenProgramme, origin: Origin, findings: Findings) -> None:
    for name in LISTS:
        seen: dict[str, int] = {}
        for number, entry in programme.read(name):
            if seen.setdefault(entry.id, number) != number:
                place = Origin(origin.source, (*origin.path, name, number))
                line, _ = origin.source.place((*origin.path, name, seen[entry.id]))
                hint = f"see line {line}; choose another"
                findings.add("id", place, f"the id `{entry.id}` is taken already", hint, at="id")


def _names(
    session: WrittenSession, programme: WrittenProgramme, origin: Origin, books: Books, findings: Findings
) -> None:
    """Tracks and speakers that are written nowhere."""
    tracks = [each.id for _, each in programme.read("tracks")]
    speakers = [each.id for _, each in programme.read("speakers")]
    _known("track", session.track, tracks, "track", origin, books, findings)
    for number, speaker in enumerate(session.speakers):
        _known("speaker", speaker, speakers, ("speakers", number), origin, books, findings)


def _where(
    session: WrittenSession, origin: Origin, areas: list[model.Area], books: Books, findings: Findings
) -> None:
    if session.area is not None and session.area not in {area.id for area in areas}:
        _known("area", session.area, [area.id for area in areas], "area", origin, books, findings)
        return
    key, found = candidates(session, areas)
    given = session.places()
    if key is None:
        message = f"a session has one place; this one has {' and '.join(f'`{each}`' for each in given) or 'none'}"
        if given or not _misspelled(origin):
            hint = "write one of `stage`, `booth`, `facility`, `area`"
            findings.add("place", origin, message, hint, at=given[1] if given else "")
    elif not found:
        names = [each.id for area in areas if session.area in (None, area.id) for each in getattr(area, PLACES[key])]
        _known(key, getattr(session, key), names, key, origin, books, findings)
    elif len(found) > 1:
        message = f"there is a {key} `{getattr(session, key)}` in more than one area: {_listed(found)}"
        findings.add("area", origin, message, f"add `area: {found[0][0].id}`", at=key)
    elif session.reel is not None:
        stage = next((stage for stage in found[0][0].stages if key == "stage" and stage.id == found[0][1]), None)
        if stage is None:
            findings.add("reel", origin, "only stages have reels", "remove it, or write `stage`", at="reel")
        else:
            _known("reel", session.reel, [reel.id for reel in stage.reels], "reel", origin, books, findings)


def _listed(found: list[tuple[model.Area, str]]) -> str:
    return ", ".join(area.id for area, _ in found)


def _misspelled(origin: Origin) -> bool:
    """Is there a key that nobody knows? It was told of, and may be what is missed."""
    return any(key not in WrittenSession.model_fields for key in origin.source.value(origin.path))


def _when(
    session: WrittenSession, programme: WrittenProgramme, zone: ZoneInfo | None, origin: Origin, findings: Findings
) -> tuple[datetime, datetime] | None:
    """When a session is, in UTC; None, with a problem, where that cannot be told."""
    if not _one_way_to_say_when(session, programme, origin, findings):
        return None
    for key in ("starts", "ends"):
        said = getattr(session, key)
        if said is not None and day_of(said[:10]) is None:
            findings.add(f"day {key}", origin, f"there is no day `{said[:10]}`", "correct the date", at=key)
    when = times(session, programme)
    if when is None:
        return None
    starts, ends = when
    if starts >= ends:
        findings.add("ends", origin, f"the session ends before it starts, at {ends:%H:%M}", "correct one of them",
                     at="ends")  # fmt: skip
        return None
    if (ends - starts).total_seconds() > LONGEST * 60:
        findings.add("long", origin, "a session takes at most a day", "write one for each day", at="ends")
        return None
    first = programme.first_day()
    if first is not None and starts.date() < first:
        message = f"the session is before the programme's first day, {first}"
        findings.add("before", origin, message, "correct one of them", at="starts")
        return None
    return _in_zone(starts, ends, session, programme, zone, origin, findings)


def _one_way_to_say_when(
    session: WrittenSession, programme: WrittenProgramme, origin: Origin, findings: Findings
) -> bool:
    short = [key for key in ("day", "at", "minutes") if getattr(session, key) is not None]
    full = [key for key in ("starts", "ends") if getattr(session, key) is not None]
    if short and full:
        message = f"`{short[0]}` and `{full[0]}` both say when the session is"
        findings.add("when", origin, message, _WHEN, at=full[0])
    elif full and programme.starts == TODAY:
        message = f"`{full[0]}` names a date, and this programme has none: each day is its first"
        findings.add("when", origin, message, "write `day`, `at` and `minutes`", at=full[0])
    elif len(short) == 3 or len(full) == 2:
        return True
    elif not _misspelled(origin):
        keys = ("starts", "ends") if full else ("day", "at", "minutes")
        lacking = [f"`{key}`" for key in keys if getattr(session, key) is None]
        said = f"{lacking[0]} is" if len(lacking) == 1 else f"{', '.join(lacking[:-1])} and {lacking[-1]} are"
        findings.add("when", origin, f"{said} missing", _WHEN)
    return False


def _in_zone(
    starts: datetime, ends: datetime, session: WrittenSession, programme: WrittenProgramme, zone: ZoneInfo | None,
    origin: Origin, findings: Findings,
) -> tuple[datetime, datetime] | None:  # fmt: skip
    """Both in UTC; an hour that the clock leaps over in spring is told."""
    if zone is None or programme.starts == TODAY:
        return starts.replace(tzinfo=UTC), ends.replace(tzinfo=UTC)
    written = {"at" if session.at else "starts": starts} | ({} if session.at else {"ends": ends})
    for key, moment in written.items():
        if moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
            message = f"on {moment:%Y-%m-%d} the clocks of {programme.timezone} leap over {moment:%H:%M}"
            findings.add(f"gap {key}", origin, message, "choose an hour that there is", at=key)
            return None
    begun = starts.replace(tzinfo=zone).astimezone(UTC)
    over = begun + (ends - starts) if session.at else ends.replace(tzinfo=zone).astimezone(UTC)
    return begun, over


def _clashes(timed: Sequence[_Timed], areas: list[model.Area], findings: Findings) -> None:
    """Two sessions at one stage or booth at one time, and speakers who would be in two places."""
    ordered = sorted(timed, key=lambda each: each[2])
    for (one, first, _, over), (two, second, begun, _) in combinations(ordered, 2):
        if begun >= over:
            continue
        later, origin, other = (two, second, one) if _line(second) > _line(first) else (one, first, two)
        spot = _spot(one, areas)
        if spot is not None and spot == _spot(two, areas):
            message = f"`{other.id}` is at {spot[0]} `{spot[2]}` at the same time"
            findings.add(f"place {other.id}", origin, message, "move one of them", at=spot[0])
        for speaker in sorted(set(later.speakers) & set(other.speakers)):
            at: Path = ("speakers", later.speakers.index(speaker))
            message = f"`{speaker}` speaks in `{other.id}` at the same time"
            findings.add(f"speaker {speaker} {other.id}", origin, message, "move one of them", at=at)


def _line(origin: Origin) -> Any:
    return origin.path[-1]


def _spot(session: WrittenSession, areas: list[model.Area]) -> tuple[str, str, str] | None:
    """The one stage or booth where it is; a lounge or a whole area holds several sessions."""
    key, found = candidates(session, areas)
    return (key, found[0][0].id, found[0][1]) if key in ("stage", "booth") and len(found) == 1 else None


def _known(
    what: str, name: str, known: Sequence[str], at: str | Path, origin: Origin, books: Books, findings: Findings
) -> None:
    if name in known or books.is_lost(name):
        return
    hint = did_you_mean(name, known)
    if not hint:
        hint = f"known: {', '.join(sorted(set(known)))}" if 0 < len(set(known)) <= 12 else "correct the id"
    findings.add(f"{what} {name}", origin, f"there is no {what} `{name}`", hint, at=at)
