"""Surfaces of foreign models as ours: one of our materials, and colour at each vertex.

Colour is base factor times texture times vertex colour. We draw no foreign textures: a palette, which is what
small models use, loses nothing; of a photograph only the colours at the vertices stay.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import FloatArray

Floats = NDArray[np.float64]

PLAIN_GREY = 0.45
LARGEST_PICTURE = 8192 * 8192
# Below this mean opacity a blended surface is glass.
CLEAR = 0.85


def surface(mesh: Any, linear: bool) -> tuple[str, FloatArray]:
    """(name of our material, linear colours (n, 4)) of a trimesh mesh. ``linear`` says that factors and vertex
    colours are linear light, as in glTF; in other formats they are sRGB."""
    visual, count = mesh.visual, len(mesh.vertices)
    if visual.kind == "texture":
        return _textured(visual, count, linear)
    if visual.kind is None:
        return "matte", _opaque(np.full((count, 4), PLAIN_GREY))
    own = _spread(mesh) if visual.kind == "face" else visual.vertex_colors
    colors = _light(_unit(own), linear)
    return ("glass" if colors[:, 3].mean() < CLEAR else "matte"), _opaque(colors)


def _spread(mesh: Any) -> Floats:
    """Colours of faces (m, 4) as the mean at each vertex (n, 4). trimesh does the same, but only with scipy."""
    faces, colors = np.asarray(mesh.faces), np.asarray(mesh.visual.face_colors, np.float64)
    total = np.zeros((len(mesh.vertices), 4))
    np.add.at(total, faces.ravel(), np.repeat(colors, 3, axis=0))
    return total / np.maximum(np.bincount(faces.ravel(), minlength=len(total)), 1)[:, None]


def _textured(visual: Any, count: int, linear: bool) -> tuple[str, FloatArray]:
    material = visual.material
    simple = not hasattr(material, "baseColorFactor")
    pbr = material.to_pbr() if simple else material
    colors = np.ones((count, 4))
    if pbr.baseColorFactor is not None and not (simple and pbr.baseColorTexture is not None):
        colors *= _light(_unit(pbr.baseColorFactor)[None], linear and not simple)
    uv = None if visual.uv is None or len(visual.uv) != count else np.asarray(visual.uv, np.float64)
    if uv is not None and pbr.baseColorTexture is not None:
        colors *= _light(_sampled(pbr.baseColorTexture, uv), False)
    own = visual.vertex_attributes.get("color")
    if own is not None and len(own) == count:
        colors *= _light(_unit(own), linear)
    blended = pbr.alphaMode == "BLEND" and colors[:, 3].mean() < CLEAR
    return ("glass" if blended else _material(pbr, uv)), _opaque(colors)


def _material(pbr: Any, uv: Floats | None) -> str:
    """The opaque material of ours that shines most alike. What glTF leaves out counts 1, but metal must be said."""
    metal = 0.0 if pbr.metallicFactor is None else pbr.metallicFactor
    rough = 1.0 if pbr.roughnessFactor is None else pbr.roughnessFactor
    if pbr.metallicRoughnessTexture is not None and uv is not None:
        _, green, blue, _ = _sampled(pbr.metallicRoughnessTexture, uv).mean(axis=0)
        metal, rough = (1.0 if pbr.metallicFactor is None else metal) * blue, rough * green
    if metal >= 0.5:
        return "metal"
    return "paint" if rough < 0.3 else "satin" if rough < 0.45 else "matte"


def _sampled(picture: Any, uv: Floats) -> Floats:
    """(n, 4) sRGB colours of a Pillow picture, 0 to 1. Raises ValueError when it is too large."""
    if picture.width * picture.height > LARGEST_PICTURE:
        raise ValueError("a picture is larger than 8192 x 8192")
    pixels = np.asarray(picture.convert("RGBA"))
    inside = np.where((uv >= 0) & (uv <= 1), uv, np.nan_to_num(uv) % 1.0)
    columns = np.clip((inside[:, 0] * picture.width).astype(int), 0, picture.width - 1)
    rows = np.clip(((1 - inside[:, 1]) * picture.height).astype(int), 0, picture.height - 1)
    return _unit(pixels[rows, columns])


def _unit(colors: Any) -> Floats:
    """Colours of any kind of number as RGBA from 0 to 1."""
    array = np.asarray(colors)
    array = array / np.iinfo(array.dtype).max if array.dtype.kind in "iu" else array.astype(np.float64)
    if array.shape[-1] == 3:
        array = np.concatenate([array, np.ones((*array.shape[:-1], 1))], axis=-1)
    return np.clip(np.nan_to_num(array), 0.0, 1.0)


def _light(colors: Floats, linear: bool) -> Floats:
    """Linear light of colours that are sRGB, unless they are linear already; alpha stays."""
    if linear:
        return colors
    bent = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return np.concatenate([bent[..., :3], colors[..., 3:]], axis=-1)


def _opaque(colors: Floats) -> FloatArray:
    return np.concatenate([colors[:, :3], np.ones((len(colors), 1))], axis=1).astype(np.float32)
