"""What a side says of itself: what it needs and offers, its industries and languages, when it is free."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from hallwright.errors import CommandRefused
from hallwright.live import texts
from hallwright.live.talking.words import Words

LONGEST: Mapping[str, int] = {"name": 60, "company": 80, "needs": 400, "offers": 400}
MOST: Mapping[str, int] = {"industries": 50, "languages": 20, "free": 1000}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A profile as somebody wrote it."""

    name: str = ""
    company: str = ""
    needs: str = ""
    offers: str = ""
    industries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile that was understood; ``needs`` of a booth is what it seeks, ``free`` are ids of slots."""

    name: str = ""
    company: str = ""
    needs: str = ""
    offers: str = ""
    industries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    remote: bool = False

    def record(self) -> Values:
        """As JSON values."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Profile:
        """What ``record`` gave."""
        known = {field.name for field in fields(cls)}
        return cls(
            **{key: tuple(value) if isinstance(value, list) else value for key, value in record.items() if key in known}
        )

    @property
    def complete(self) -> bool:
        """Whether one can be matched by it: there is something to match, and a time to meet."""
        return bool((self.needs or self.offers) and self.free)


def profile_of(
    written: Written, industries: Collection[str], slots: Collection[str], words: Words = Words()  # noqa: B008 - frozen
) -> Profile:
    """The profile in its one form. Raises CommandRefused ``bad_profile`` with every fault, or ``filtered``."""
    faults, kept = list[str](), dict[str, str]()
    for key, longest in LONGEST.items():
        try:
            kept[key] = texts.fold(getattr(written, key), 4 * longest, "bad_profile")
        except CommandRefused as refused:
            faults.append(f"{key}: {refused}")
            continue
        if len(kept[key]) > longest:
            faults.append(f"{key} has at most {longest} characters")
    faults += [f"there is no industry {each!r}" for each in written.industries if each not in industries]
    faults += [f"there is no slot {each!r}" for each in written.free if each not in slots]
    faults += [f"{each!r} is no language" for each in written.languages if not _LANGUAGE.fullmatch(each)]
    if faults:
        raise CommandRefused("bad_profile", "; ".join(faults))
    if any(words.find(each) for each in kept.values()):
        raise CommandRefused("filtered", "it has words that are not wanted here")
    return Profile(
        **kept, industries=written.industries, languages=written.languages, free=written.free, remote=written.remote
    )
