"""Make the companion files of a hall that was just published: see ``companions``.

Runs in the compiler's process, which alone has the venue, and only after the hall is in place: nobody waits for it
but who asks what needs it, and for no other companion than that. What cannot be made is told and left out; the hall
stands, and the other companions too.
"""

from __future__ import annotations

import os
import shutil
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from hallwright.build.manifest import Manifest
from hallwright.build.store import Store
from hallwright.layout.model import Venue
from hallwright.organizer import companions
from hallwright.organizer.events import Indexed

# (venue, the manifest's document, the hall's folder) -> the bytes of the file
Make = Callable[[Venue, Mapping[str, Any], Path], bytes]

def _search(venue: Venue, document: Mapping[str, Any], folder: Path) -> bytes:
    from hallwright.knowledge.making import search_index

    return search_index(venue, document, folder)


def _ways(venue: Venue, document: Mapping[str, Any], folder: Path) -> bytes:
    from hallwright.wayfinding.packing import pack
    from hallwright.wayfinding.surveying import sizes_of, survey

    return pack(survey(venue, sizes_of(venue, document)))


# What is made, by its file's name, the quickest first. Rooms are imported when they are needed: the first hall shows
# sooner.
COMPANIONS: tuple[tuple[str, Make], ...] = ((companions.SEARCH, _search), (companions.WAYS, _ways))


def index(
    folder: Path, venue: Venue, manifest: Manifest, wanted: Sequence[tuple[str, Make]] = COMPANIONS
) -> Iterator[Indexed]:
    """Put the companions of the hall in ``folder`` beside it, telling of each as it is done, and remove those of older
    halls but the last."""
    store = Store(companions.folder_of(folder, manifest.revision))
    told = partial(Indexed, venue.id, manifest.revision)
    if companions.are_whole(folder, manifest.revision):
        os.utime(store.folder)  # the newest, for whoever prunes
        yield from (told(name, 0.0) for name, _ in wanted)
        return
    with suppress(OSError):  # what stands in the way of this stands in the way of all, and is told below
        (store.folder / companions.MARK).unlink(missing_ok=True)
    faults = []
    for name, make in wanted:
        started = time.perf_counter()
        faults.append(_put(store, name, partial(make, venue, manifest.document, folder)))
        yield told(name, round(time.perf_counter() - started, 3), faults[-1])
    if not any(faults) and (fault := _put(store, companions.MARK, lambda: companions.mark_of(folder).encode())):
        yield told(companions.MARK, 0.0, fault)
    with suppress(OSError):
        _prune(folder / companions.FOLDER, manifest.revision)


def _put(store: Store, name: str, make: Callable[[], bytes]) -> str:
    """Make one companion; what went wrong, empty when nothing did."""
    try:
        store.replace(name, make())
        return ""
    except Exception as error:  # a fault of ours in one of them: the others are made all the same
        traceback.print_exc()
        with suppress(OSError):
            (store.folder / name).unlink(missing_ok=True)
        return f"{name}: {type(error).__name__}: {error}"


def _prune(folder: Path, newest: str) -> None:
    """Remove all but the newest revision and the one before, which the server may still be reading."""
    others = [entry for entry in folder.iterdir() if entry.is_dir() and entry.name != newest]
    for entry in sorted(others, key=lambda entry: entry.stat().st_mtime_ns)[:-1]:
        shutil.rmtree(entry, ignore_errors=True)
