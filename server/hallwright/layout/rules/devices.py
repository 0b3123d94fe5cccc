"""What devices drive: keys that go with their kind, things that are there, and nothing that two of them drive."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hallwright.layout import model
from hallwright.layout.devices import KNOWN, NEEDED, PAIRS, WrittenDevice
from hallwright.layout.expansion import Expanded
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Books, Origin
from hallwright.layout.spelling import did_you_mean

_EXAMPLES = {"board": "board: … and row: …", "zone": "zone: …", "placement": "placement: …"}


def devices(
    entries: Sequence[tuple[WrittenDevice, Origin]], areas: Sequence[Expanded], books: Books, findings: Findings
) -> None:
    """Everything that is wrong with the devices of a venue."""
    known = {each.area.id: each.area for each in areas}
    driven: dict[tuple[str, ...], str] = {}
    for device, origin in entries:
        _keys(device, origin, findings)
        _once(device, origin, driven, findings)
        area = known.get(device.area)
        if area is None:
            _unknown("area", device.area, known, "", origin, books, findings)
            continue
        _things(device, area, origin, books, findings)
        _row(device, area, origin, books, findings)
        _screen(device, area, origin, books, findings)
        _path(device, area, origin, findings)


def _keys(device: WrittenDevice, origin: Origin, findings: Findings) -> None:
    given = device.given()
    for key in sorted(given - KNOWN[device.kind]):
        kinds = [kind for kind, keys in KNOWN.items() if key in keys]
        message = f"`{key}` means nothing for a device of kind {device.kind}"
        findings.add(f"key {key}", origin, message, f"remove it; it goes with {' and '.join(kinds)}", at=key)
    for key in NEEDED[device.kind]:
        if key not in given:
            findings.add(f"key {key}", origin, f"`{key}` is missing", f"add `{_EXAMPLES[key]}`")
    if device.kind == "machine" and not given & {"placement", "screen"}:
        hint = "add `placement: …`, or `screen: …` and `slot: …`"
        findings.add("key placement", origin, "this machine drives nothing", hint)
    for first, second in PAIRS:
        for key, other in ((first, second), (second, first)):
            if key in given and other not in given and key in KNOWN[device.kind]:
                message = f"`{other}` is missing beside `{key}`"
                findings.add(f"key {other}", origin, message, f"add `{other}: …`", at=key)
    if device.closed and device.path is None:
        findings.add("key path", origin, "`closed` means nothing without `path`", "remove it", at="closed")


def _once(
    device: WrittenDevice, origin: Origin, driven: dict[tuple[str, ...], str], findings: Findings
) -> None:
    """A thing follows one device only."""
    targets: list[tuple[str, tuple[str | None, ...]]] = [
        ("placement", ("placement", device.placement)), ("row", ("row", device.board, device.row)),
        ("slot", ("slot", device.screen, device.slot)), ("zone", ("zone", device.zone)),
    ]  # fmt: skip
    for key, target in targets:
        if None in target or key not in KNOWN[device.kind]:
            continue
        first = driven.setdefault((device.area, *(str(part) for part in target)), device.id)
        if first != device.id:
            named = " of ".join(f"`{part}`" for part in reversed(target[1:]))
            message = f"the {key} {named} follows device `{first}` already"
            findings.add(f"twice {key}", origin, message, "choose another", at=key)


def _things(device: WrittenDevice, area: model.Area, origin: Origin, books: Books, findings: Findings) -> None:
    for key, things in (("placement", area.placements), ("zone", area.zones)):
        name = getattr(device, key)
        if name is not None and name not in {each.id for each in things}:
            _unknown(key, name, [each.id for each in things], " in its area", origin, books, findings)


def _row(device: WrittenDevice, area: model.Area, origin: Origin, books: Books, findings: Findings) -> None:
    if device.board is None:
        return
    board = next((each for each in area.boards if each.id == device.board), None)
    if board is None:
        figures = [each.id for each in area.boards if each.kind == "counters"]
        _unknown("board", device.board, figures, " in its area", origin, books, findings)
    elif board.kind != "counters":
        message = f"board `{board.id}` has no figures: its kind is {board.kind}"
        findings.add("board", origin, message, "name a board of kind counters", at="board")
    elif device.row is not None and device.row not in {row.id for row in board.rows}:
        _unknown("row", device.row, [row.id for row in board.rows], f" on board `{board.id}`", origin, books, findings)


def _screen(device: WrittenDevice, area: model.Area, origin: Origin, books: Books, findings: Findings) -> None:
    if device.screen is None:
        return
    shown = {each.id: each.screen for each in area.placements}
    if device.screen not in shown:
        screens = [name for name, screen in shown.items() if screen == "telemetry"]
        _unknown("screen", device.screen, screens, " in its area", origin, books, findings)
    elif shown[device.screen] != "telemetry":
        message = f"placement `{device.screen}` shows no telemetry"
        findings.add("screen", origin, message, "write `screen: telemetry` there, or name another", at="screen")


def _path(device: WrittenDevice, area: model.Area, origin: Origin, findings: Findings) -> None:
    width, depth = area.size
    for number, (x, y) in enumerate(device.path or ()):
        if not (0 <= x <= width and 0 <= y <= depth):
            message, hint = f"[{x:.4g}, {y:.4g}] is out of the area", f"it goes from [0, 0] to [{width:g}, {depth:g}]"
            findings.add("path", origin, message, hint, at=("path", number))


def _unknown(
    key: str, name: str, known: Collection[str], where: str, origin: Origin, books: Books, findings: Findings
) -> None:
    if books.is_lost(name):
        return
    hint = did_you_mean(name, known) or (f"known: {', '.join(sorted(known)[:20])}" if known else f"add the {key}")
    findings.add(key, origin, f"there is no {key} `{name}`{where}", hint, at=key)
