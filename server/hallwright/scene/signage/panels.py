"""The door of this room: labels in, one mesh of panels and their atlas out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.scene.graph import Label
from hallwright.scene.signage.atlas import FAR, NEAR, WHOLE, Resolution, draw_atlas
from hallwright.scene.signage.quads import panels, plain_panels, quad_owners

__all__ = ["FAR", "NEAR", "WHOLE", "Panels", "blank_panels", "panels_of"]

SIGNS, SCREENS = "signs", "screens"
PLAIN_SIGNS, PLAIN_SCREENS = "matte", "glow"


@dataclass(frozen=True, slots=True, eq=False)
class Panels:
    """Panels as a mesh of the materials ``signs`` and ``screens``; ``owners`` names each quad's owner, in the order
    of the triangles; ``atlas`` is the picture of both materials."""

    mesh: Mesh
    owners: tuple[str, ...]
    atlas: bytes


def panels_of(
    labels: Sequence[Label], resolution: Resolution, form: Literal["WEBP", "PNG"] = "WEBP"
) -> Panels | None:
    """The panels of labels, lit ones first, then screens; None when there are none."""
    ordered = sorted(labels, key=lambda label: label.emissive)
    if not ordered:
        return None
    atlas = draw_atlas(ordered, resolution, form=form)
    lit = sum(not label.emissive for label in ordered)
    parts = []
    if lit:
        parts.append(panels(ordered[:lit], atlas.rectangles[:lit], SIGNS))
    if lit < len(ordered):
        parts.append(panels(ordered[lit:], atlas.rectangles[lit:], SCREENS))
    return Panels(Mesh(SIGNS, tuple(parts)), quad_owners(ordered), atlas.picture)


def blank_panels(labels: Sequence[Label]) -> list[Primitive]:
    """Panels without their text, in one colour each: how they look from afar."""
    lit = [label for label in labels if not label.emissive]
    shining = [label for label in labels if label.emissive]
    return [plain_panels(some, name) for some, name in ((lit, PLAIN_SIGNS), (shining, PLAIN_SCREENS)) if some]
