"""Plans an area again: a pass is not done again when all that it read of the venue is as it was.

Which fields a pass reads is noted while it runs, so that no builder has to declare them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from hallwright.layout.model import Area, Venue
from hallwright.scene.planning import Setting

Result = TypeVar("Result")


class _Noted:
    """Stands for a frozen value and notes which of its fields are read."""

    __slots__ = ("_value", "fields")

    def __init__(self, value: object) -> None:
        self._value = value
        self.fields: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        value = self.fields[name] = getattr(self._value, name)
        return value


@dataclass(frozen=True, slots=True, eq=False)
class _Done:
    """What a pass gave, and the fields of area and venue that it read."""

    result: Any
    area: dict[str, Any]
    venue: dict[str, Any]

    def holds(self, setting: Setting) -> bool:
        """Whether the pass would read the same again."""
        return all(getattr(setting.area, name) == value for name, value in self.area.items()) and all(
            getattr(setting.venue, name) == value for name, value in self.venue.items()
        )


class Memory:
    """The passes of areas as they were done last, all with one state of the catalogue."""

    def __init__(self) -> None:
        self._done: dict[tuple[str, str], _Done] = {}

    def recall(self, name: str, setting: Setting, work: Callable[[Setting], Result]) -> Result:
        """What ``work`` gives for the setting: as it gave last under this name, if it would again. ``work`` reads
        area and venue by their fields alone."""
        key = (setting.area.id, name)
        known = self._done.get(key)
        if known is None or not known.holds(setting):
            area, venue = _Noted(setting.area), _Noted(setting.venue)
            result = work(Setting(cast(Venue, venue), cast(Area, area), setting.shelf))
            known = self._done[key] = _Done(result, area.fields, venue.fields)
        return cast(Result, known.result)
