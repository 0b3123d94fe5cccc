"""Search and ways."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.api.shapes.programme import Moment
from hallwright.describing.shapes import Lang, Limits, Metres, Point, Text


class Query(TypedDict):
    """What somebody typed."""

    q: Annotated[str, "What was typed.", Limits(shortest=1, longest=80)]
    lang: NotRequired[Lang]
    limit: NotRequired[Annotated[int, "10 without.", Limits(least=1, most=50)]]
    area: NotRequired[Annotated[str, "Where the visitor is."]]


class Marks(TypedDict):
    """The parts that answer, `[start, end)` in UTF-16 units."""

    en: list[tuple[int, int]]
    zh: list[tuple[int, int]]


class MarkedText(Text):
    """A text and the parts of it that answer."""

    marks: Marks


class Snippet(MarkedText):
    """What answers where the name does not."""

    what: str


class Where(TypedDict):
    """Where a place is."""

    area: str
    zone: str | None
    at: Point
    facing: float | None


class Result(TypedDict):
    """A place that answers."""

    kind: str
    id: str
    number: NotRequired[str]
    name: MarkedText
    where: Where
    more: Annotated[int, "How many more of the same exhibit stand in this area."]
    snippet: Snippet | None
    score: float
    when: NotRequired[Annotated[Text, "Of sessions."]]
    starts: NotRequired[Moment]
    ends: NotRequired[Moment]


class Results(TypedDict):
    """Places that answer, the best first."""

    revision: str
    query: str
    results: list[Result]


class Asked(TypedDict):
    """What somebody asks the guide: `q` or `about`."""

    q: NotRequired[Annotated[str, "A question in English or Chinese.", Limits(shortest=1, longest=200)]]
    about: NotRequired[Annotated[str, "What to be told more of, as citations name it: `exhibit/maglev`."]]
    lang: NotRequired[Lang]
    area: NotRequired[Annotated[str, "Where the visitor is."]]
    at: NotRequired[Annotated[str, "And where there: `x,y` in plan metres."]]


class Cited(TypedDict):
    """A passage of the venue that an answer rests on."""

    key: Annotated[str, "`kind/id`."]
    kind: str
    id: str
    area: str
    title: Text
    quote: Annotated[str, "In the language of the answer."]
    link: Annotated[str, "The page of the text tour that tells it."]


class PlanStop(TypedDict):
    """A stop of a plan."""

    key: str
    to: Annotated[str, "The word for it in a route."]
    title: Text
    minutes: Annotated[int, "How long to stay."]
    starts: NotRequired[Annotated[Moment, "Of sessions."]]


class Offered(TypedDict):
    """What may be done next. Nothing is done before somebody chooses it."""

    do: Literal["go", "more", "plan"]
    key: NotRequired[Annotated[str, "Of `go` and `more`: of what; `about` asks for more."]]
    to: NotRequired[Annotated[str, "Of `go`: the word for it in a route."]]
    title: NotRequired[Text]
    minutes: NotRequired[Annotated[int, "Of `plan`."]]
    metres: NotRequired[Annotated[int, "Of `plan`: on foot."]]
    stops: NotRequired[Annotated[list[PlanStop], "Of `plan`, in the order of the visit."]]


class Answer(TypedDict):
    """What the guide says. `known` is false where the venue says nothing of it: then nothing is cited or offered."""

    revision: str
    lang: Literal["en", "zh"]
    known: bool
    text: str
    citations: list[Cited]
    actions: list[Offered]


Flag = Literal["", "1", "true", "yes", "0", "false", "no"]
Wish = TypedDict(
    "Wish",
    {
        "from": Annotated[str, "A place, or a point `area:x,y`."],
        "to": Annotated[list[str], "1 to 12 places, in this order.", Limits(fewest=1)],
        "optimise": NotRequired[Annotated[Flag, "In the shortest order instead."]],
        "keep_last": NotRequired[Annotated[Flag, "With `optimise`: the last stays the last."]],
        "step_free": NotRequired[Annotated[Flag, "Over no steps."]],
    },
)


class RoutePlace(TypedDict):
    """Where a way begins."""

    asked: str
    area: str
    at: Point
    id: str | None
    kind: str
    name: Text | None
    looks: Annotated[Point | None, "The middle of the place."]


class RouteStop(RoutePlace):
    """A stop, in the order of the visit."""

    index: Annotated[int, "Which `to` it is."]
    leg: int
    distance: Metres


class RouteLeg(TypedDict):
    """A stretch within one area."""

    stop: int
    area: str
    portal: Annotated[str | None, "The portal that it ends in."]
    line: list[Point]
    length: Metres
    seconds: int


class RouteHint(TypedDict):
    """What to do at a point."""

    kind: str
    leg: int
    at: Point
    distance: Metres
    heading: Annotated[float, "Radians clockwise from north."]
    text: Text


Route = TypedDict(
    "Route",
    {
        "revision": str,
        "step_free": bool,
        "length": Metres,
        "seconds": int,
        "from": RoutePlace,
        "stops": list[RouteStop],
        "legs": list[RouteLeg],
        "hints": list[RouteHint],
    },
)


class Ordered(TypedDict):
    """How lists of a page are ordered."""

    order: NotRequired[Annotated[Literal["quiet"], "What is quiet now first; as things stand without."]]
    lang: NotRequired[Lang]


class Typed(TypedDict):
    """What a reader typed."""

    q: NotRequired[str]
    lang: NotRequired[Lang]


Steps = TypedDict(
    "Steps",
    {
        "from": NotRequired[Annotated[str, "Where one stands; the main entrance without."]],
        "at": NotRequired[Annotated[str, "What somebody typed, which goes before `from`."]],
        "to": NotRequired[Annotated[str, "Where to; a form without."]],
        "step_free": NotRequired[str],
        "lang": NotRequired[Lang],
    },
)
