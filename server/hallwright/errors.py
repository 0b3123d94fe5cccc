"""Everything that Hallwright raises on purpose.

    HallwrightError            a message a person can act on; never a traceback for a user
    ├── LayoutError            a layout has problems; carries all of them
    ├── CatalogueError         a model recipe or an upload cannot be used
    ├── BuildError             a scene cannot be turned into files
    ├── ConfigError            a setting in the environment or on the command line is wrong
    ├── StoreError             what has happened cannot be stored or read now; it may be tried again
    ├── RouteRefused           no route can be given; carries a machine-readable code, in both languages
    ├── AccountRefused         an account, a login or an invitation is refused; with a code, in both languages
    └── CommandRefused         a live command is not allowed now; carries a machine-readable code
"""

from __future__ import annotations

from collections.abc import Sequence


class HallwrightError(Exception):
    """Base of all errors below; ``str(error)`` says what is wrong and what to do."""


class LayoutError(HallwrightError):
    """A layout could not be read. ``problems`` holds every problem found, in file order."""

    def __init__(self, problems: Sequence[object]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CatalogueError(HallwrightError):
    """A model in the catalogue is missing, malformed or over its limits."""


class BuildError(HallwrightError):
    """A venue could not be compiled or published."""


class ConfigError(HallwrightError):
    """A setting has a value that cannot be used."""


class StoreError(HallwrightError):
    """The database cannot be written or read now."""


class RouteRefused(HallwrightError):
    """A route was refused. ``code`` is stable, ``en`` and ``zh`` are for people, ``details`` go with them."""

    def __init__(self, code: str, en: str, zh: str, **details: object) -> None:
        self.code, self.en, self.zh, self.details = code, en, zh, details
        super().__init__(en)


class AccountRefused(HallwrightError):
    """Somebody was not let in, or may not invite so. ``code`` is stable, ``en`` and ``zh`` are for people."""

    def __init__(self, code: str, en: str, zh: str) -> None:
        self.code, self.en, self.zh = code, en, zh
        super().__init__(en)


class CommandRefused(HallwrightError):
    """A live command was refused. ``code`` is stable, the message is for people; ``wait`` is after how many seconds
    it may be asked again, where that is known."""

    def __init__(self, code: str, message: str, *, wait: float | None = None) -> None:
        self.code = code
        self.wait = wait
        super().__init__(message)


class NotOpen(KeyError):
    """The live side of a venue is not open: there is none of this id, or the server has just begun."""
