"""The reference venue as its guide knows it, on the first day at 10:30, by a visitor who stands in the main hall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from hallwright.build.programme import programme_entry
from hallwright.config import resources
from hallwright.knowledge.guide.answer import Answer, Here
from hallwright.knowledge.guide.library import Library
from hallwright.knowledge.index_file import IndexFile
from hallwright.knowledge.making import search_index
from hallwright.layout.model import Venue
from hallwright.layout.reading import read_venue
from hallwright.organizer.asking import here_of
from hallwright.organizer.sitting import Sitting
from hallwright.programme.reading import programme_of
from tests.knowledge.conftest import cards

NOW = datetime.fromisoformat("2026-09-20T10:30:00+08:00")
AREA, AT = "main-hall", (20.0, 50.0)
QUESTIONS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent.parent / "questions.yaml").read_text("utf-8")
)


@dataclass(frozen=True)
class Fair:
    """A venue, all that is said of it, and when and where somebody asks."""

    venue: Venue
    library: Library
    here: Here


def fair_of(venue: Venue, folder: Path) -> Fair:
    """A venue as its guide knows it."""
    path = folder / f"{venue.id}-guide.db"
    path.write_bytes(search_index(venue, cards(), folder))
    file = IndexFile(path)
    library = Library(file.places())
    file.close()
    return Fair(venue, library, here_of(AREA, AT, sitting_of(venue, NOW)))


def reference(folder: Path) -> Fair:
    """The reference venue."""
    return fair_of(read_venue(resources().reference_layout), folder)


def sitting_of(venue: Venue, now: datetime) -> Sitting:
    """Its programme at a moment."""
    programme = programme_of(manifest_of(venue))
    assert programme
    return Sitting(programme, programme.sessions(now), now, now)


def manifest_of(venue: Venue) -> dict[str, Any]:
    """As much of a manifest as the programme reads."""
    assert venue.programme
    areas = [
        {
            "id": area.id, "name": _both(area.name), "zones": [],
            "stages": [{"id": each.id, "name": _both(each.name)} for each in area.stages],
            "facilities": [{"id": each.id, "name": _both(each.name)} for each in area.facilities],
            "booths": [],
        }
        for area in venue.areas
    ]  # fmt: skip
    return {
        "venue": venue.id, "revision": "00112233aabbccdd", "name": _both(venue.name), "sample_data": True,
        "areas": areas, "programme": programme_entry(venue.programme),
    }  # fmt: skip


def fault(entry: dict[str, Any], told: Answer) -> str:
    """What is wrong with an answer to an entry of questions.yaml; empty for a right one."""
    if "cites" not in entry:
        return "" if not (told.citations or told.offers or told.topic) else f"invented: {told.text}"
    if not told.known:
        return "not known"
    first = told.citations[0].thing
    products = {f"product/{passage.text['en']}" for passage in first.said("product")}
    names = {first.key, f"country/{first.answer['country']}"} | products
    wanted = entry["cites"] if isinstance(entry["cites"], list) else [entry["cites"]]
    if not names & set(wanted):
        return f"cites {first.key}"
    if entry.get("plan") and (told.topic is None or told.topic.minutes != entry["plan"]):
        return "offers no plan"
    lacking = [word for word in entry.get("says", ()) if word.casefold() not in told.text.casefold()]
    return f"does not say {lacking}: {told.text}" if lacking else ""


def _both(text: Any) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}
