"""The door of this room: scene nodes in, one GLB out.

Forms: ``compressed`` is what visitors download; ``quantised`` is the same document without
EXT_meshopt_compression, for the validator; ``plain`` uses no extension at all, for other programs.
The same asset gives the same bytes in every process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hallwright.geometry.mesh import Mesh
from hallwright.gltf import animating, placing, rigging
from hallwright.gltf.buffers import Buffers
from hallwright.gltf.container import Json, pack
from hallwright.gltf.materials import extensions_of, material
from hallwright.gltf.quantising import COARSE, FINE, PackedMesh, PackedPrimitive, Vector, packed, plain
from hallwright.gltf.rigging import Figure
from hallwright.scene.graph import Material, Node

__all__ = ["COARSE", "FINE", "Asset", "Figure", "Form", "Glb", "write"]

Form = Literal["compressed", "quantised", "plain"]
GENERATOR = "Hallwright"


@dataclass(frozen=True, slots=True, eq=False)
class Asset:
    """What goes into one GLB. ``atlas`` is the picture (WebP, or PNG when plain) of materials with
    ``atlas``; ``owners`` names, by node name, what each part of a mesh belongs to (a sign mesh: each quad);
    ``step`` is how finely positions are kept, metres; ``figures`` are what has parts that move."""

    nodes: tuple[Node, ...]
    materials: Mapping[str, Material]
    atlas: bytes | None = None
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    step: float = FINE
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Glb:
    """A written asset: its bytes, what drawing it costs and where it reaches (metres)."""

    data: bytes
    triangles: int
    draws: int
    low: Vector
    high: Vector


def write(asset: Asset, form: Form = "compressed") -> Glb:
    """The asset as a GLB in one of the forms. Raises KeyError for a material that is not in the asset."""
    return _Writer(asset, form).write()


class _Writer:
    """One document while it grows."""

    def __init__(self, asset: Asset, form: Form) -> None:
        self.asset, self.form = asset, form
        self.buffers = Buffers()
        self.nodes: list[Json] = []
        self.roots: list[int] = []
        self.meshes: list[Json] = []
        self.numbers: dict[str, int] = {}
        self.skins: list[Json] = []
        self.animations: list[Json] = []
        self.materials: dict[str, int] = {}
        self.instanced = False
        self.triangles = self.draws = 0
        self.low, self.high = [float("inf")] * 3, [float("-inf")] * 3

    def write(self) -> Glb:
        groups = _by_mesh(self.asset.nodes)
        stored = self._stored([nodes[0].mesh for nodes in groups])
        for nodes, mesh in zip(groups, stored, strict=True):
            self._place(nodes, mesh)
        for figure in self.asset.figures:
            self._stand(figure)
        document = self._document()
        layout, binary = self.buffers.close(compress=self.form == "compressed")
        document |= {key: value for key, value in layout.items() if value}
        data = pack(_standard(document) if self.form == "plain" else document, binary)
        if not self.nodes:
            self.low, self.high = [0.0] * 3, [0.0] * 3
        return Glb(data, self.triangles, self.draws, _vector(self.low), _vector(self.high))

    def _stored(self, meshes: Sequence[Mesh]) -> list[PackedMesh]:
        return list(map(plain, meshes)) if self.form == "plain" else packed(meshes, self.asset.step)

    def _stand(self, figure: Figure) -> None:
        """A node for the figure, one for each of its parts, then those of its meshes, and what moves them."""
        first = len(self.nodes)
        meshes = rigging.meshes_of(figure)
        stored = dict(zip(meshes, self._stored(list(meshes.values())), strict=True))
        numbers = {name: self._mesh(mesh.key, stored[name]) for name, mesh in meshes.items() if stored[name].primitives}
        self.nodes += rigging.part_nodes(figure, first, stored)
        self.roots.append(first)
        for name, number in numbers.items():
            self.triangles += stored[name].triangles
            self.draws += len(stored[name].primitives)
            self._reach(*placing.world_corners(rigging.as_node(figure, meshes[name]), stored[name]))
            self._dress(figure, name, first, stored[name], number)
        moved = range(first + 1, first + 1 + len(figure.rig.parts))
        self.animations += animating.animations(figure.rig, moved, self.buffers, figure.prefix)

    def _dress(self, figure: Figure, name: str, first: int, mesh: PackedMesh, number: int) -> None:
        """The node of a part's mesh, or of the whole skin, which stands beside its joints."""
        here = len(self.nodes)
        if not figure.rig.skin:
            self.nodes.append(rigging.mesh_node(figure, name, mesh) | {"mesh": number})
            owner = self.nodes[first + 1 + list(figure.rig.parts).index(name)]
            owner["children"] = [*owner.get("children", []), here]
            return
        self.nodes.append({"name": f"{figure.prefix}{name}", "mesh": number, "skin": len(self.skins)})
        self.roots.append(here)
        matrices = self.buffers.add(rigging.inverse_binds(figure, mesh))
        joints = list(range(first + 1, first + 1 + len(figure.rig.parts)))
        self.skins.append({"name": figure.name, "inverseBindMatrices": matrices, "skeleton": first, "joints": joints})

    def _place(self, nodes: list[Node], mesh: PackedMesh) -> None:
        """All nodes of one mesh: one instanced node, or a node each."""
        if not mesh.primitives:
            return
        number = self._mesh(nodes[0].mesh.key, mesh)
        self.triangles += mesh.triangles * len(nodes)
        for node in nodes:
            self._reach(*placing.world_corners(node, mesh))
        if len(nodes) > 1 and self.form != "plain":
            self.draws += len(mesh.primitives)
            self._instanced(nodes, mesh, number)
            return
        self.draws += len(mesh.primitives) * len(nodes)
        for node in nodes:
            entry: Json = {"name": _name(node), "mesh": number, **placing.node_transform(node, mesh)}
            if node.name in self.asset.owners:
                entry["extras"] = {"owners": list(self.asset.owners[node.name])}
            self._root(entry)

    def _root(self, entry: Json) -> None:
        self.roots.append(len(self.nodes))
        self.nodes.append(entry)

    def _instanced(self, nodes: list[Node], mesh: PackedMesh, number: int) -> None:
        self.instanced = True
        entry: Json = {"name": nodes[0].mesh.key, "mesh": number}
        entry["extensions"] = placing.instances(nodes, mesh, self.buffers)
        entry["extras"] = {"owners": [node.owner for node in nodes]}
        self._root(entry)

    def _mesh(self, name: str, mesh: PackedMesh) -> int:
        """The number of a mesh, written once."""
        if name not in self.numbers:
            self.numbers[name] = len(self.meshes)
            self.meshes.append({"name": name, "primitives": [self._primitive(part) for part in mesh.primitives]})
        return self.numbers[name]

    def _primitive(self, part: PackedPrimitive) -> Json:
        number = self.materials.setdefault(part.material, len(self.materials))
        attributes = {name: self.buffers.add(column) for name, column in part.attributes.items()}
        return {"attributes": attributes, "indices": self.buffers.add(part.indices), "material": number}

    def _reach(self, low: Vector, high: Vector) -> None:
        self.low = [min(pair) for pair in zip(self.low, low, strict=True)]
        self.high = [max(pair) for pair in zip(self.high, high, strict=True)]

    def _document(self) -> Json:
        document: Json = {"asset": {"version": "2.0", "generator": GENERATOR}}
        motions = {key: value for figure in self.asset.figures for key, value in animating.told(figure).items()}
        if motions:
            document["asset"]["extras"] = {"hallwright": {"motions": motions}}
        document |= {"scene": 0, "scenes": [{"nodes": self.roots} if self.roots else {}]}
        document |= {"nodes": self.nodes, "meshes": self.meshes, "accessors": self.buffers.accessors}
        document |= {"skins": self.skins, "animations": self.animations}
        surfaces = [self.asset.materials[name] for name in self.materials]
        textured = self.asset.atlas is not None and any(surface.atlas for surface in surfaces)
        document["materials"] = [
            material(surface, 0 if textured else None, extensions=self.form != "plain") for surface in surfaces
        ]
        if textured:
            document |= self._texture(self.asset.atlas or b"")
        if self.form != "plain":
            document |= self._extensions(document, textured)
        return {key: value for key, value in document.items() if value != []}

    def _texture(self, picture: bytes) -> Json:
        view = self.buffers.image(picture)
        webp = picture[8:12] == b"WEBP"
        texture: Json = {"sampler": 0}
        texture |= {"extensions": {"EXT_texture_webp": {"source": 0}}} if webp else {"source": 0}
        return {
            "images": [{"bufferView": view, "mimeType": "image/webp" if webp else "image/png", "name": "atlas"}],
            "textures": [texture],
            "samplers": [{"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}],
        }

    def _extensions(self, document: Json, textured: bool) -> Json:
        required = ["KHR_mesh_quantization"] if self.meshes else []
        if self.form == "compressed" and self.meshes:
            required.append("EXT_meshopt_compression")
        if self.instanced:
            required.append("EXT_mesh_gpu_instancing")
        if textured:
            required.append("EXT_texture_webp")
        used = required + extensions_of(document["materials"])
        return {"extensionsUsed": used, "extensionsRequired": required}


def _standard(document: Json) -> Json:
    """The document by pygltflib, which halls that are only visited never load."""
    from hallwright.gltf.standard import standard

    return standard(document)


def _by_mesh(nodes: tuple[Node, ...]) -> list[list[Node]]:
    """Nodes that share a mesh together, in order of first use."""
    groups: dict[str, list[Node]] = {}
    for node in nodes:
        groups.setdefault(node.mesh.key, []).append(node)
    return list(groups.values())


def _name(node: Node) -> str:
    """``<owner>/<part>``, so that a click on it finds its owner."""
    if not node.owner or node.name == node.owner or node.name.startswith(f"{node.owner}/"):
        return node.name
    return f"{node.owner}/{node.name}"


def _vector(values: list[float]) -> Vector:
    return values[0], values[1], values[2]
