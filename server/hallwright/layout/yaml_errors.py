"""What the YAML parser says, in words that help someone who never wanted to learn YAML."""

from __future__ import annotations

from hallwright.layout.problem import Problem

# a piece of the parser's message -> what is wrong, what to do
_MEANINGS = (
    ("found character '\\t'", "a tab stands where spaces are needed", "indent with spaces"),
    ("found a tab character", "a tab stands where spaces are needed", "indent with spaces"),
    ("nested too deeply", "nested too deeply to be a layout", "close the brackets that are open"),
    ("mapping values are not allowed", "a `:` does not fit here",
     "put texts that hold `: ` in quotes, or look at the indentation"),
    ("could not find expected ':'", "a `:` is missing after a key",
     "write `key: value`, and look for a quote that is not closed"),
    ("did not find expected key", "this line is not indented like its neighbours, or something above is not closed",
     "line it up with the line above"),
    ("did not find expected '-' indicator", "this line is not indented like the list above it",
     "line it up with the list's `- `"),
    ("did not find expected ',' or ']'", "a list in [ ] is not closed or lacks a comma", "add `,` or `]`"),
    ("did not find expected ',' or '}'", "a mapping in { } is not closed or lacks a comma", "add `,` or `}`"),
    ("did not find expected node content", "something is missing or too much inside brackets",
     "look for `,,` or a bracket without its partner"),
    ("block sequence entries are not allowed", "a list item `- ` does not fit here",
     "start the list on a new line below its key"),
    ("found unexpected end of stream", "a quote that was opened is never closed", "close it"),
    ("found unknown escape character", "a backslash in a \"text\" starts an unknown escape",
     "use 'single quotes' or write \\\\"),
    ("expected alphabetic or numeric character", "a value may not start with `*` or `&`", "put the text in quotes"),
    ("found undefined alias", "`*name` refers to something that is not defined above",
     "put texts that start with `*` in quotes"),
    ("found duplicate anchor", "the same `&anchor` is defined twice", "rename one"),
    ("found another document", "`---` starts a second document in the same file",
     "remove it, or use `include` for a second file"),
    ("control characters are not allowed", "there is a control character that YAML forbids", "delete it"),
    ("found character that cannot start any token", "a value may not start with this character",
     "put the text in quotes"),
    ("found invalid", "this is not valid YAML", "put the text in quotes"),
)  # fmt: skip


def explain(name: str, text: str, error: Exception) -> Problem:
    """The parser's error as a problem at its place. ``text`` is the file as text."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else _offset_place(text, error)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error) or "it cannot be read"
    if line <= text.count("\n") + 1:
        before = text.split("\n")[line - 1][:column]
        if "\t" in before and not before.strip("\t -"):
            said = "found character '\\t'"
    for piece, message, hint in _MEANINGS:
        if piece in said:
            return Problem(name, line, column, "", message, hint)
    return Problem(name, line, column, "", f"this is not valid YAML ({said.splitlines()[0]})", "look at this line")


def _offset_place(text: str, error: Exception) -> tuple[int, int]:
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = text[:position]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
