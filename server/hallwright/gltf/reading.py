"""Reads plain GLBs back: what a stranger's program would find in them, and why it might not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pygltflib import GLTF2, Accessor, Animation, Primitive

from hallwright.gltf.columns import COMPONENT_TYPES, TYPES
from hallwright.gltf.container import unpack
from hallwright.gltf.standard import typed

_LETTERS = {number: letter for letter, number in COMPONENT_TYPES.items()}
_WIDTHS = {name: width for width, name in TYPES.items()}


class PlainGlb:
    """A GLB without extensions: its ``document`` in pygltflib's types, and its numbers.

    Raises ValueError when the bytes are no such GLB.
    """

    def __init__(self, data: bytes) -> None:
        document, self._binary = unpack(data)
        self.document: GLTF2 = typed(document)

    def rows(self, number: int) -> NDArray[Any]:
        """(count, width): the numbers of an accessor as they are stored. Raises ValueError when they are not all
        there."""
        accessor: Accessor = self.document.accessors[number]
        view = self.document.bufferViews[accessor.bufferView]
        dtype, width = np.dtype(_LETTERS[accessor.componentType]), _WIDTHS[accessor.type]
        stride = view.byteStride or width * dtype.itemsize
        start, last = accessor.byteOffset or 0, (accessor.count - 1) * stride + width * dtype.itemsize
        first = (view.byteOffset or 0) + start
        if accessor.count < 1 or start + last > view.byteLength or first + last > len(self._binary):
            raise ValueError(f"accessor {number} reaches beyond its bytes")
        shape, strides = (accessor.count, width), (stride, dtype.itemsize)
        return np.ndarray(shape, dtype, self._binary, first, strides)

    def faults(self) -> Iterator[str]:
        """Why another program might refuse this or draw it wrongly; nothing when all is well."""
        document = self.document
        for name in document.extensionsRequired:
            yield f"needs {name}"
        for scene in document.scenes:
            yield from _beyond("node", scene.nodes, len(document.nodes))
        yield from _beyond("mesh", [node.mesh for node in document.nodes], len(document.meshes))
        yield from _beyond("texture's image", [entry.source for entry in document.textures], len(document.images))
        yield from _beyond("node", [child for node in document.nodes for child in node.children], len(document.nodes))
        yield from _beyond("skin", [node.skin for node in document.nodes], len(document.skins))
        for skin in document.skins:
            yield from _beyond("node", skin.joints, len(document.nodes))
        for animation in document.animations:
            yield from (f"animation {animation.name}: {fault}" for fault in self._animation_faults(animation))
        for mesh in document.meshes:
            for primitive in mesh.primitives:
                yield from (f"{mesh.name}: {fault}" for fault in self._primitive_faults(primitive))

    def _animation_faults(self, animation: Animation) -> Iterator[str]:
        wrong = [*_beyond("node", [each.target.node for each in animation.channels], len(self.document.nodes))]
        wrong += _beyond("sampler", [each.sampler for each in animation.channels], len(animation.samplers))
        yield from wrong
        for sampler in animation.samplers:
            try:
                times, values = self.rows(sampler.input)[:, 0], self.rows(sampler.output)
            except (ValueError, IndexError) as error:
                yield str(error)
                continue
            if len(times) != len(values) or np.any(np.diff(times) <= 0) or not np.isfinite(values).all():
                yield "its times do not ascend, or its values are not one for each"

    def _primitive_faults(self, primitive: Primitive) -> Iterator[str]:
        used = {name: number for name, number in vars(primitive.attributes).items() if number is not None}
        wrong = [*_beyond("accessor", [*used.values(), primitive.indices], len(self.document.accessors))]
        wrong += _beyond("material", [primitive.material], len(self.document.materials))
        if wrong:
            yield from wrong
            return
        try:
            columns = {name: self.rows(number) for name, number in used.items()}
            corners = self.rows(primitive.indices)
        except ValueError as error:
            yield str(error)
            return
        if len({len(column) for column in columns.values()}) != 1:
            yield "its attributes are not equally many"
        if len(corners) % 3 or corners.max() >= len(columns["POSITION"]):
            yield "a triangle has a corner that is not there"
        said = self.document.accessors[used["POSITION"]]
        reach = [columns["POSITION"].min(axis=0), columns["POSITION"].max(axis=0)]
        if not (np.isfinite(reach).all() and np.allclose([said.min, said.max], reach, rtol=0, atol=1e-4)):
            yield "its corners are not where it says"


def _beyond(what: str, numbers: list[int | None], count: int) -> Iterator[str]:
    """References to entries that are not there."""
    missing = [number for number in numbers if number is not None and not 0 <= number < count]
    if missing:
        yield f"there is no {what} {missing[0]}"
