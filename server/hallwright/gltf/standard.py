"""Plain documents in pygltflib's types, so that nothing is in them which glTF 2.0 does not define.

Only for what other programs read, and imported only there: pygltflib takes 0.2 s to import and seconds to parse a
hall from JSON. Its constructors are quick; its writer is not used, see ``container``.
"""

from __future__ import annotations

import json
from typing import Any

from pygltflib import (
    GLTF2,
    Accessor,
    Animation,
    AnimationChannel,
    AnimationChannelTarget,
    AnimationSampler,
    Asset,
    Attributes,
    Buffer,
    BufferView,
    Image,
    Material,
    Mesh,
    Node,
    PbrMetallicRoughness,
    Primitive,
    Sampler,
    Scene,
    Skin,
    Texture,
    TextureInfo,
)

from hallwright.gltf.container import Json

_PLAIN_KINDS = {
    "accessors": Accessor, "bufferViews": BufferView, "buffers": Buffer, "images": Image,
    "nodes": Node, "samplers": Sampler, "scenes": Scene, "skins": Skin, "textures": Texture,
}  # fmt: skip


def typed(document: Json) -> GLTF2:
    """The document as a GLTF2. Raises ValueError naming what glTF does not define."""
    try:
        fields = {key: _typed_entries(key, value) for key, value in document.items()}
        return GLTF2(**fields)
    except TypeError as error:
        raise ValueError(f"not a glTF 2.0 document: {error}") from error


def standard(document: Json) -> Json:
    """The document with defaults as pygltflib writes them. Raises ValueError naming what glTF does not define."""
    result: Json = json.loads(typed(document).to_json(separators=(",", ":"), ensure_ascii=False, allow_nan=False))
    return result


def _typed_entries(key: str, value: Any) -> Any:
    if key in _PLAIN_KINDS:
        return [_PLAIN_KINDS[key](**entry) for entry in value]
    if key == "meshes":
        return [_mesh(entry) for entry in value]
    if key == "materials":
        return [_material(entry) for entry in value]
    if key == "animations":
        return [_animation(entry) for entry in value]
    return Asset(**value) if key == "asset" else value


def _mesh(entry: Json) -> Mesh:
    primitives = [Primitive(**{**part, "attributes": Attributes(**part["attributes"])}) for part in entry["primitives"]]
    return Mesh(**{**entry, "primitives": primitives})


def _animation(entry: Json) -> Animation:
    channels = [
        AnimationChannel(sampler=each["sampler"], target=AnimationChannelTarget(**each["target"]))
        for each in entry["channels"]
    ]
    return Animation(**{**entry, "channels": channels, "samplers": [AnimationSampler(**s) for s in entry["samplers"]]})


def _material(entry: Json) -> Material:
    textures = {key: TextureInfo(**entry[key]) for key in ("emissiveTexture",) if key in entry}
    pbr = dict(entry.get("pbrMetallicRoughness", {}))
    for key in ("baseColorTexture", "metallicRoughnessTexture"):
        if key in pbr:
            pbr[key] = TextureInfo(**pbr[key])
    return Material(**{**entry, **textures, "pbrMetallicRoughness": PbrMetallicRoughness(**pbr)})
