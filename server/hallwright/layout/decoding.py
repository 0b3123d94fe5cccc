"""A file's bytes as text, or what is wrong with them."""

from __future__ import annotations

from hallwright.layout.problem import Problem

MAX_BYTES = 5 * 1024 * 1024


def decoded(name: str, content: bytes) -> str | Problem:
    """UTF-8 text (a byte-order mark is taken off), or a problem at the first bad byte."""
    if len(content) > MAX_BYTES:
        hint = "split it, and join the parts with `include`"
        return Problem(name, 1, 1, "", "the file is larger than the 5 MB that a layout file may have", hint)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(name, 1, 1, "", "the file is UTF-16 text", "save it as UTF-8")
    if b"\0" in content:
        line, column = _place(content, content.index(b"\0"))
        return Problem(name, line, column, "", "this is not a text file: it holds a zero byte", "save it as UTF-8 text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(content, error.start)
        return Problem(
            name, line, column, "", f"byte 0x{content[error.start]:02x} is not UTF-8 text", "save it as UTF-8"
        )


def _place(content: bytes, offset: int) -> tuple[int, int]:
    before = content[:offset]
    return before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
