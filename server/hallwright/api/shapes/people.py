"""People with a role."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from hallwright.describing.shapes import Lang, Limits, Milliseconds


class Me(TypedDict):
    """Somebody as they see themselves."""

    id: str
    name: str
    role: str
    booths: list[str]


class Who(TypedDict):
    """Who the browser belongs to; null: a visitor."""

    me: Me | None


class LogIn(TypedDict):
    """A name and its password."""

    name: Annotated[str, Limits(longest=1000)]
    password: Annotated[str, Limits(longest=1000)]


class Inviting(TypedDict):
    """What a link shall be good for."""

    role: Annotated[str, "`exhibitor`, `host`, `moderator`, `organizer` or `kiosk`.", Limits(longest=16)]
    booths: NotRequired[Annotated[list[str], "Ids of booths, of an exhibitor."]]
    uses: NotRequired[Annotated[int, "1 to 500; once without."]]
    days: NotRequired[Annotated[int, "1 to 90; 7 without."]]


class Invitation(TypedDict):
    """A link."""

    path: str
    role: str
    booths: list[str]
    uses: int
    expires: Milliseconds


class Invited(TypedDict):
    """Whoever has the link can use it."""

    invitation: Invitation


class InHalls(TypedDict):
    """Rows and events of what one said in halls."""

    consents: list[dict[str, Any]]
    names: list[dict[str, Any]]
    words: list[dict[str, Any]]
    reports: list[dict[str, Any]]


class Data(TypedDict):
    """Rows as they are kept, without digests of secrets."""

    accounts: list[dict[str, Any]]
    identities: Annotated[list[dict[str, Any]], "As whom a directory knows them."]
    logins: list[dict[str, Any]]
    invitations: list[dict[str, Any]]
    acts: list[dict[str, Any]]
    bans: list[dict[str, Any]]
    letters: Annotated[list[dict[str, Any]], "Answers to letters."]
    hall: InHalls


class MyData(TypedDict):
    """All that is kept of oneself."""

    data: Data


class Before(TypedDict):
    """Which acts."""

    before: NotRequired[Annotated[int, "Milliseconds since 1970."]]
    limit: NotRequired[Annotated[int, "50 without; 200 at most."]]


class Act(TypedDict):
    """Something that somebody with a role did."""

    id: str
    time: Milliseconds
    venue: str | None
    account: str | None
    name: str
    role: str
    act: str
    subject: str
    detail: str


class Acts(TypedDict):
    """Acts, the newest first."""

    acts: list[Act]


class Entrance(TypedDict):
    """An invitation."""

    invite: NotRequired[Annotated[str, "Its secret."]]
    lang: NotRequired[Lang]


class Entering(TypedDict):
    """What the form of the page sends."""

    invite: NotRequired[str]
    name: str
    password: NotRequired[str]


class Consented(TypedDict):
    """The page of consent."""

    lang: NotRequired[Lang]
    saved: NotRequired[Annotated[str, "There, with any value: it says that the choice is kept."]]


class Choosing(TypedDict):
    """Whether a name and words may be kept."""

    choice: Literal["yes", "no"]


class Leaving(TypedDict):
    """To a directory, with an invitation or without."""

    invite: NotRequired[Annotated[str, "Its secret."]]
    lang: NotRequired[Lang]


class Returning(TypedDict):
    """What a directory sends back."""

    state: NotRequired[str]
    code: NotRequired[str]


class Roster(TypedDict):
    """The page of people."""

    lang: NotRequired[Lang]
    done: NotRequired[Annotated[str, "There, with any value: it says that something was done."]]


class GivingRole(TypedDict):
    """An account, and what it shall be."""

    account: Annotated[str, "Its id."]
    role: str


class OneAccount(TypedDict):
    """An account."""

    account: Annotated[str, "Its id."]


class OneInvitation(TypedDict):
    """An invitation."""

    invitation: Annotated[str, "Its digest."]


class InvitingOne(TypedDict):
    """For whom a link shall be."""

    role: str
    booths: NotRequired[Annotated[str, "Ids with commas between, of an exhibitor."]]
