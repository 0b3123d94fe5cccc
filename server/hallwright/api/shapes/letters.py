"""Letters to booths: what forms send, what is asked of lists, and figures."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from hallwright.api.shapes.venues import Language
from hallwright.describing.shapes import Limits

Ticked = Annotated[str, "There, with any value: yes."]
Key = Annotated[str, "The page's own name for a message."]


class Asking(TypedDict):
    """What the form at a booth sends: a text, a card or both."""

    secret: Annotated[str, "Drawn at random; it opens the letter.", Limits(pattern="^[A-Za-z0-9_-]{32,64}$")]
    text: NotRequired[Annotated[str, "1 to 1000 characters in 20 lines."]]
    signature: NotRequired[str]
    placement: NotRequired[Annotated[str, "The exhibit that it is about."]]
    card_name: NotRequired[str]
    card_company: NotRequired[str]
    card_email: NotRequired[str]
    card_phone: NotRequired[str]
    card_note: NotRequired[str]
    consent: NotRequired[Ticked]
    card_consent: NotRequired[Ticked]


class Answering(TypedDict):
    """What the staff do with a letter."""

    do: Literal["write", "end", "report"]
    text: NotRequired[Annotated[str, "Of `write`: 1 to 1000 characters in 20 lines."]]
    key: NotRequired[Key]
    reason: NotRequired[Annotated[str, "Of `report`: 1 to 200 characters."]]


class Acting(TypedDict):
    """What a visitor does with their letter."""

    do: Literal["write", "end", "report", "erase"]
    text: NotRequired[Annotated[str, "Of `write`: 1 to 1000 characters in 20 lines."]]
    key: NotRequired[Key]
    reason: NotRequired[Annotated[str, "Of `report`: 1 to 200 characters."]]


class Listing(Language):
    """Which letters."""

    standing: NotRequired[Annotated[str, "`open`, `answered` or `closed`; all without."]]
    before: NotRequired[Annotated[int, "Those in which was written before; milliseconds since 1970."]]


class Inquiries(TypedDict):
    """Figures of letters that say nothing of anybody."""

    inquiries: int
    answered: Annotated[int, "How many were ever answered."]
    waiting: Annotated[int, "How many wait for an answer."]
    first_answer: Annotated[float | None, "Median of seconds to the first answer; null while there is none."]


class AllInquiries(TypedDict):
    """Of all letters together, and of each booth."""

    total: Inquiries
    booths: dict[str, Inquiries]
