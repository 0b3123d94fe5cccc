"""``python -m hallwright`` is ``hallwright``."""

from __future__ import annotations

from hallwright.cli.entry import main

if __name__ == "__main__":
    main()
