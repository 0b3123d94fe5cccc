"""Colours: ``#rrggbb`` as people write them, linear RGB as light adds them up."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[float, float, float]
Color = str | Rgb


@lru_cache(maxsize=1024)
def linear(color: Color) -> Rgb:
    """Linear RGB of ``#rrggbb`` (sRGB); a tuple is already linear and comes back as it is."""
    if not isinstance(color, str):
        return color
    digits = color.lstrip("#")
    red, green, blue = (_to_linear(int(digits[i : i + 2], 16) / 255.0) for i in (0, 2, 4))
    return red, green, blue


def hex_of(rgb: Rgb) -> str:
    """``#rrggbb`` (sRGB) of a linear colour."""
    return "#" + "".join(f"{round(255 * _to_srgb(channel)):02x}" for channel in rgb)


def mix(a: Color, b: Color, t: float) -> Rgb:
    """The colour ``t`` of the way from ``a`` to ``b``, mixed as light."""
    (ar, ag, ab), (br, bg, bb) = linear(a), linear(b)
    return ar + (br - ar) * t, ag + (bg - ag) * t, ab + (bb - ab) * t


def luminance(color: Color) -> float:
    """Relative luminance, 0 black to 1 white."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable_on(background: Color) -> str:
    """White where it has contrast enough for large letters (3.3 to 1) on ``background``, else graphite."""
    return "#FFFFFF" if 1.05 / (luminance(background) + 0.05) >= 3.3 else "#20262B"


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _to_srgb(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    return channel * 12.92 if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)
