"""``hallwright validate``: every problem of a layout at once."""

from __future__ import annotations

import json

from hallwright.cli.arguments import JsonOption, LayoutArgument, layout_file
from hallwright.cli.problems import print_problems


def command(layout: LayoutArgument, as_json: JsonOption = False) -> None:
    """Check a layout and print every problem at once, each with its file, line and a hint.

    Exit code 0 when it can be built (warnings allowed), 1 when it has problems.
    """
    from hallwright.layout.reading import check

    reading = check(layout_file(layout))
    if as_json:
        from hallwright.organizer.problems import problem_json

        answer = {
            "ok": not reading.problems,
            "problems": [problem_json(problem) for problem in reading.problems],
            "warnings": [problem_json(problem) for problem in reading.warnings],
            "files": [str(path) for path in reading.files],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print_problems(reading.problems, reading.warnings)
        if not reading.problems:
            print(f"{layout}: ok")
    if reading.problems:
        raise SystemExit(1)
