"""Reels of a stage: how they are written, and what is meant by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from hallwright.layout import model
from hallwright.layout.atoms import Entry, Flag, Id, Text, text
from hallwright.layout.programme import Language
from hallwright.layout.reel import Captions, Reel, ReelKind, Slide

_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_AWAY = r"https?://[A-Za-z0-9._~:/?#@!$&()*+=%\[\]-]{1,400}"


def _file(kinds: str) -> Any:
    return Field(strict=True, max_length=420, pattern=rf"^({_AWAY}|({_NAME}/){{0,4}}{_NAME}\.({kinds}))$")


StreamFile = Annotated[str, _file("m3u8")]
PictureFile = Annotated[str, _file("webp|png|jpg|jpeg")]
CaptionsFile = Annotated[str, _file("vtt")]


class WrittenSlide(Entry):
    """A picture that a screen shows."""

    image: PictureFile = Field(description="A file of the folder `media` beside the venue's file, or an address")
    alt: Text = Field(description="What it tells whoever does not see it")


class WrittenCaptions(Entry):
    """What is said in a stream, beside it."""

    language: Language = Field(description="en or zh")
    file: CaptionsFile = Field(description="WebVTT: a file of the folder `media`, or an address")


class WrittenReel(Entry):
    """Something that a stage's screen can show: a stream, slides, or a text."""

    id: Id = Field(description="A name for this reel, of this stage")
    name: Text = Field(description="What hosts and visitors read")
    stream: StreamFile | None = Field(None, description="HLS: a playlist of the folder `media`, or an address")
    live: Flag = Field(False, description="With `stream`: it is seen as it comes, not from its beginning")
    loop: Flag = Field(False, description="With `stream`: it begins anew when it is over")
    poster: PictureFile | None = Field(None, description="With `stream`: a picture until it plays")
    captions: Annotated[list[WrittenCaptions], Field(max_length=2)] = Field([], description="With `stream`")
    slides: Annotated[list[WrittenSlide], Field(min_length=1, max_length=200)] | None = Field(
        None, description="Pictures that a host shows one after the other"
    )
    text: Text | None = Field(None, description="The first words of a text that a host types live")

    def given(self) -> list[ReelKind]:
        """The kinds written here; one, if all is well."""
        kinds: tuple[ReelKind, ...] = ("stream", "slides", "text")
        return [kind for kind in kinds if getattr(self, kind) is not None]

    def extras(self) -> list[str]:
        """The keys written here that only streams have."""
        return [key for key in ("live", "loop", "poster", "captions") if getattr(self, key)]


def reels_of(written: Sequence[WrittenReel]) -> tuple[Reel, ...]:
    """The reels that can be understood; the rules tell of the others."""
    return tuple(_reel(entry) for entry in written if len(entry.given()) == 1)


def _reel(entry: WrittenReel) -> Reel:
    return Reel(
        id=entry.id, kind=entry.given()[0], name=text(entry.name), stream=entry.stream or "", live=entry.live,
        loop=entry.loop, poster=entry.poster or "",
        captions=tuple(Captions(each.language, each.file) for each in entry.captions),
        slides=tuple(Slide(each.image, text(each.alt)) for each in entry.slides or ()),
        text=_text(entry.text),
    )  # fmt: skip


def _text(written: Any) -> model.Text | None:
    return text(written) if written is not None else None
