"""Chinese as it sounds, in pinyin without tones: what is typed by ear or without a Chinese keyboard.

A name is found from any of its syllables on, in full (`liangzijisuanji`) or by initials (`lzjsj`). What many people
confuse by ear is one: zh and z, ch and c, sh and s, ng and n.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from hallwright.knowledge.words import plain

FIRST, LAST = 0x4E00, 0x9FFF
LONGEST = 40  # letters of a tail
_TONES = str.maketrans("āáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeeeiiiioooouuuuvvvvvnnnm")
_LIKE = re.compile(r"(?<=[zcs])h|(?<=n)g")


def flat(letters: str) -> str:
    """Pinyin with like sounds made one. A whole text or the beginning of one: both shorten alike."""
    return _LIKE.sub("", letters)


@cache
def syllables(text: str) -> tuple[str, ...]:
    """The sound of each character of a text, chosen by the words it stands in; what is not Chinese is itself."""
    from pypinyin import lazy_pinyin  # half a second and 60 MB, for whoever makes an index

    def each(run: str) -> Any:  # a list of letters, which its manual allows and its types do not
        return list(run)

    return tuple(plain(sound) for sound in lazy_pinyin(text, errors=each))


def tails(sounds: Sequence[str]) -> list[str]:
    """What a name is found by: from each syllable on, flat and in initials."""
    heard = [sound for sound in sounds if sound.isalnum()]
    found = []
    for start, sound in enumerate(heard):
        if len(sound) > 1:  # Chinese; letters and digits only follow
            found.append(flat("".join(heard[start:]))[:LONGEST])
            found.append("".join(each[0] for each in heard[start:])[:LONGEST])
    return [tail for tail in found if len(tail) > 1]


def sound_text(texts: Iterable[str]) -> str:
    """The tails of some texts, each once, with a space around each."""
    found = dict.fromkeys(tail for text in texts for tail in tails(syllables(text)))
    return f" {' '.join(found)} " if found else ""


@cache
def table() -> str:
    """The most usual sound of each character from ``FIRST`` to ``LAST``, comma-separated; empty for none."""
    from pypinyin.pinyin_dict import pinyin_dict

    readings = (pinyin_dict.get(code, "") for code in range(FIRST, LAST + 1))
    return ",".join(reading.partition(",")[0].translate(_TONES) for reading in readings)


class Ear:
    """Reads ``table`` again, where there is no dictionary."""

    def __init__(self, written: str) -> None:
        self._sounds = written.split(",")

    def hear(self, run: str) -> str:
        """The sound of a run of Chinese."""
        return "".join(map(self.syllable, run))

    def syllable(self, character: str) -> str:
        """The sound of one character; itself when it has none that we know."""
        code = ord(character) - FIRST
        return (self._sounds[code] if 0 <= code < len(self._sounds) else "") or character
