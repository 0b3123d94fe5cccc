"""How far apart two colours look, also to people who see fewer of them."""

from __future__ import annotations

from functools import lru_cache
from math import cbrt, dist
from typing import Literal

from hallwright.geometry.colors import Rgb, linear

Eyes = Literal["usual", "protan", "deutan", "tritan"]
Matrix = tuple[Rgb, Rgb, Rgb]

ALIKE = 0.068
"""Colours nearer than this are taken for one another where they do not touch: the bar of the visitors' colours too."""

EYES: dict[Eyes, Matrix] = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What eyes make of linear RGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, at severity 1."""

# linear RGB to the cones, and their cube roots to lightness, green-red and blue-yellow
_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


@lru_cache(maxsize=4096)
def seen(color: str, eyes: Eyes) -> Rgb:
    """``#rrggbb`` as these eyes see it, in Oklab (Björn Ottosson, "A perceptual color space for image processing",
    2020, https://bottosson.github.io/posts/oklab), where a distance is about what one sees of it."""
    red, green, blue = _times(EYES[eyes], linear(color))
    long, middle, short = _times(_CONES, (max(0.0, red), max(0.0, green), max(0.0, blue)))
    return _times(_LAB, (cbrt(long), cbrt(middle), cbrt(short)))


def apart(a: str, b: str, eyes: Eyes) -> float:
    """How far apart two colours look to these eyes; black and white are 1 apart."""
    return dist(seen(a, eyes), seen(b, eyes))


def alike_to(a: str, b: str) -> tuple[Eyes, ...]:
    """The eyes that take these two colours for one."""
    return tuple(eyes for eyes in EYES if apart(a, b, eyes) < ALIKE)


def _times(matrix: Matrix, values: Rgb) -> Rgb:
    x, y, z = values
    first, second, third = (a * x + b * y + c * z for a, b, c in matrix)
    return first, second, third
