"""Work for the tests of workers; processes import it by name."""

from __future__ import annotations

import os
import sys
import time


def square(number: int) -> tuple[int, int, bool]:
    """(its square, the process that did it, whether that imported a command line)."""
    time.sleep(0.01)
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * number, os.getpid(), "pytest" in sys.modules


def die(number: int) -> int:
    """Ends its process."""
    os._exit(number)
