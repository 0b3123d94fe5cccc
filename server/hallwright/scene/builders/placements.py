"""Placements: exhibits that stand in an area by themselves, with what frames them.

Indoors a plinth, ropes, a label stand and a pool of light; on a stage or a road the exhibit alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hallwright.layout.model import Placement, Text
from hallwright.scene.graph import Group, Hero, Label, Node, Part
from hallwright.scene.pieces.plinths import label_stand, light_pool, plinth, rope
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

if TYPE_CHECKING:
    from hallwright.catalogue.card import Card

MARGIN = 0.45
"""Plinths reach this far beyond the exhibit, in metres."""
INK, PAPER, DARK = "#20262B", "#F4F5F3", "#14202B"


@dataclass(frozen=True, slots=True)
class Show:
    """A placement, and what the catalogue says of its exhibit. ``size`` is (width, depth, height) in metres as
    placed; ``facts`` are one line in each language; ``framed`` says that ropes and a label stand are wanted."""

    placement: Placement
    model: str
    model_key: str
    name: Text
    facts: Text
    size: tuple[float, float, float]
    color: str
    framed: bool
    lit: bool


def plan(setting: Setting) -> Iterator[Part]:
    """One part a placement. Raises CatalogueError when its model is not in the catalogue."""
    known: dict[str, tuple[Card | None, str]] = {}
    for placement in setting.area.placements:
        exhibit = setting.exhibits[placement.exhibit]
        if exhibit.model not in known:
            known[exhibit.model] = _known(setting, exhibit.model)
        card, key = known[exhibit.model]
        zone = setting.zone_at(placement.at)
        indoors = setting.area.kind == "hall"
        show = Show(
            placement,
            exhibit.model,
            key,
            exhibit.name,
            _facts(card),
            _size(placement, card),
            zone.color if zone else "#1F6FB2",
            indoors and placement.plinth >= 0.15,
            indoors,
        )
        yield part("placements", placement.id, placement.at, show)


def _known(setting: Setting, model: str) -> tuple[Card | None, str]:
    """A model's card and key; without a catalogue, none."""
    return (setting.shelf.card(model), setting.shelf.key(model)) if setting.shelf else (None, "")


def make(planned: Part) -> Group:
    """An exhibit and its frame."""
    show = planned.subject
    assert isinstance(show, Show)
    placed = show.placement
    pose = Pose(placed.at, placed.facing, placed.id)
    width, depth, height = show.size
    radius = (width * width + depth * depth + height * height) ** 0.5 / 2
    hero = Hero(
        placed.id,
        placed.exhibit,
        show.model,
        pose.spot(0.0, placed.plinth, 0.0),
        pose.yaw,
        placed.scale,
        round(radius, 3),
    )
    return Group(planned.id, tuple(_frame(show, pose)), tuple(_labels(show, pose)), (hero,))


def _frame(show: Show, pose: Pose) -> Iterator[Node]:
    width, depth = show.size[0] + 2 * MARGIN, show.size[1] + 2 * MARGIN
    if 0.0 < show.placement.plinth < 0.8:
        yield pose.node("plinth", plinth(_round(width), _round(depth), show.placement.plinth, show.color))
    if show.lit:
        yield pose.node("light", light_pool(_round(max(width, depth) * 0.85)))
    if show.framed:
        yield from _ropes(pose, width, depth)
        yield pose.node("stand", label_stand(show.color), width / 2 - 0.2, 0.0, depth / 2 + 1.5, yaw=0.0)


def _ropes(pose: Pose, width: float, depth: float) -> Iterator[Node]:
    """Rope and posts along the front and both flanks, a stride from the plinth."""
    x, z = width / 2 + 0.9, depth / 2 + 0.9
    spans = ((0.0, z, 2 * x, 0.0), (-x, 0.0, 2 * z, 1.5707963), (x, 0.0, 2 * z, 1.5707963))
    for place, (cx, cz, length, yaw) in enumerate(spans):
        count = max(1, round(length / 2.0))
        step = length / count
        for span in range(count):
            along = (span + 0.5) * step - length / 2
            at = (cx + along, cz) if yaw == 0.0 else (cx, cz + along)
            yield pose.node(f"rope-{place}-{span}", rope(), at[0], 0.0, at[1], yaw, (step / 2.0, 1.0, 1.0))


def _labels(show: Show, pose: Pose) -> Iterator[Label]:
    """The name on the plinth's front, and name and facts on the stand."""
    width, depth = show.size[0] + 2 * MARGIN, show.size[1] + 2 * MARGIN
    plinth_height = show.placement.plinth
    if show.framed and plinth_height >= 0.28:
        size = (min(width * 0.7, 6.0), plinth_height - 0.12)
        yield pose.label(
            "name",
            (0.0, plinth_height / 2 - 0.01, depth / 2 + 0.012),
            size,
            zh=show.name.zh,
            en=show.name.en,
            foreground="#FFFFFF",
            background=DARK,
            px_per_m=150.0,
            style="sign",
        )
    if show.framed:
        x, z = width / 2 - 0.2, depth / 2 + 1.5
        yield pose.label(
            "title",
            (x, 1.158, z + 0.052),
            (0.94, 0.26),
            zh=show.name.zh,
            en=show.name.en,
            foreground="#FFFFFF",
            background=show.color,
            px_per_m=300.0,
            style="sign",
            pitch=-0.95,
        )
        yield pose.label(
            "facts",
            (x, 0.985, z + 0.294),
            (0.94, 0.3),
            zh=show.facts.zh,
            en=show.facts.en,
            foreground=INK,
            background=PAPER,
            px_per_m=300.0,
            style="sign",
            pitch=-0.95,
        )


def _size(placement: Placement, card: Card | None) -> tuple[float, float, float]:
    """The exhibit as placed: what the layout says of its footprint, else what the card says."""
    width, depth, height = card.size if card else (3.0, 3.0, 3.0)
    given = placement.footprint
    if given[0] > 0 and given[1] > 0:
        width, depth = given[0] / placement.scale, given[1] / placement.scale
    return (width * placement.scale, depth * placement.scale, height * placement.scale)


def _facts(card: Card | None) -> Text:
    """The first two facts in one line, in each language."""
    chosen = card.facts[:2] if card else ()
    lines = {
        language: " · ".join(f"{fact.label[language]} {fact.value[language]}" for fact in chosen)
        for language in ("en", "zh")
    }
    return Text(lines["en"], lines["zh"])


def _round(length: float) -> float:
    """Plinths come in steps of 10 cm, so that equal exhibits share theirs."""
    return round(length * 10) / 10
