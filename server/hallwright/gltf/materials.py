"""Scene materials as glTF materials; the ones of an atlas take its texture."""

from __future__ import annotations

from hallwright.gltf.container import Json
from hallwright.scene.graph import Material

STRENGTH, UNLIT = "KHR_materials_emissive_strength", "KHR_materials_unlit"


def material(surface: Material, texture: int | None, *, extensions: bool = True) -> Json:
    """The glTF material of a surface. ``texture`` is the atlas's number; without ``extensions``
    light stronger than 1 is cut to 1 and unlit surfaces are lit."""
    pbr: Json = {"metallicFactor": surface.metallic, "roughnessFactor": surface.roughness}
    if surface.base_color != (1.0, 1.0, 1.0, 1.0):
        pbr["baseColorFactor"] = [round(channel, 5) for channel in surface.base_color]
    result: Json = {"name": surface.name, "pbrMetallicRoughness": pbr}
    if surface.atlas and texture is not None:
        pbr["baseColorTexture"] = {"index": texture}
    if any(surface.emissive):
        result |= _emission(surface, texture, extensions)
    if surface.unlit and extensions:
        result["extensions"] = {**result.get("extensions", {}), UNLIT: {}}
    if surface.alpha == "blend":
        result["alphaMode"] = "BLEND"
    if surface.double_sided:
        result["doubleSided"] = True
    return result


def extensions_of(materials: list[Json]) -> list[str]:
    """The names of the extensions these glTF materials use, in order."""
    return sorted({name for entry in materials for name in entry.get("extensions", {})})


def _emission(surface: Material, texture: int | None, extensions: bool) -> Json:
    strength = max(1.0, *surface.emissive)
    result: Json = {"emissiveFactor": [round(channel / strength, 5) for channel in surface.emissive]}
    if surface.atlas and texture is not None:
        result["emissiveTexture"] = {"index": texture}
    if strength > 1 and extensions:
        result["extensions"] = {STRENGTH: {"emissiveStrength": round(strength, 5)}}
    return result
