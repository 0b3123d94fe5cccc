"""Erasing somebody takes their name and words, and nothing else, out of what is stored."""

from __future__ import annotations

import json
from typing import Any

from hallwright.store import erasing
from hallwright.store.database import Database
from hallwright.store.erasing import Rewriting
from hallwright.store.writes import Act, Actor, Consent, Happened, Plan, Report, Snapshot, Withdraw

NAMES = ({"number": 1, "nickname": "Ada"}, {"number": 2, "nickname": "Cy"})
MO = Actor("m", "Mo", "moderator")


def happened(venue: str, seq: int, **fields: Any) -> Happened:
    body = json.dumps({"seq": seq, "time": seq * 10, **fields}, ensure_ascii=False, separators=(",", ":"))
    return Happened(venue, seq, seq * 10, fields["kind"], body)


def joined(seq: int, number: int, nickname: str) -> Happened:
    return happened("fair", seq, kind="joined", person={"number": number, "nickname": nickname})


def forget(event: dict[str, Any], person: str, instead: str) -> bool:
    event.update(by=instead, text="")
    return True


REWRITING = Rewriting(forget, lambda state, person, instead: {"left": len(state)})


def written(database: Database) -> None:
    """Number 1 was Ada, then Bo; both spoke."""
    database.write([
        Plan("fair", "{}"), Plan("fair#talk/area/hall", "{}"), Plan("other#talk/area/hall", "{}"),
        Consent("fair", "aaa", 1, 0, "acc", own=False, given=5), Consent("fair", "bbb", 1, 3, None, own=True, given=35),
        joined(1, 1, "Ada"), happened("fair", 2, kind="renamed", number=2, nickname="Cy"),
        happened("fair", 3, kind="left", number=1), joined(4, 1, "Bo"),
        happened("fair#talk/area/hall", 1, kind="said", by="aaa", text="hello"),
        happened("fair#talk/area/hall", 2, kind="said", by="bbb", text='"by":"aaa"'),
        happened("other#talk/area/hall", 1, kind="said", by="aaa", text="elsewhere"),
        Snapshot("fair", 2, json.dumps({"people": NAMES})),
        Snapshot("fair#talk/area/hall", 1, json.dumps({"messages": ["aaa"]})),
        Report("fair", 1, 2, "Cy", 1, "by Ada", 20), Report("fair", 2, 1, "Ada", 2, "of Ada", 20),
        Report("fair", 3, 2, "Cy", 1, "by Bo", 50),
        Act("x", 20, "fair", MO, "mute", "1 Ada"), Act("y", 50, "fair", MO, "mute", "1 Bo"),
    ])  # fmt: skip


def test_one_of_two_who_had_a_number_is_erased(database: Database) -> None:
    written(database)
    (erased,) = database.do(erasing.erase({("fair", "aaa"): "x" * 18}, REWRITING))
    assert (erased.number, erased.messages) == (1, {"fair#talk/area/hall": [1]})
    events = [json.loads(event) for event in database.everything("fair")]
    assert [each.get("person", each).get("nickname") for each in events] == ["", "Cy", None, "Bo"]
    words = [json.loads(event) for event in database.everything("fair#talk/area/hall")]
    assert [(each["by"], each["text"]) for each in words] == [("x" * 18, ""), ("bbb", '"by":"aaa"')]
    assert json.loads(next(database.everything("other#talk/area/hall")))["text"] == "elsewhere"
    hall, talk = database.load("fair"), database.load("fair#talk/area/hall")
    assert hall
    assert talk
    assert [each["nickname"] for each in json.loads(hall.state)["people"]] == ["", "Cy"]
    assert json.loads(talk.state) == {"left": 1}
    assert [(each.nickname, each.reason) for each in hall.reports] == [("", "of Ada"), ("Cy", "by Bo")]
    assert hall.agreed == {"bbb"}
    assert database.do(erasing.of_account("acc")) == []


def test_all_of_somebody_is_told(database: Database) -> None:
    written(database)
    assert database.do(erasing.of_account("acc")) == [("fair", "aaa")]
    told = database.do(erasing.told([("fair", "aaa"), ("fair", "nobody")]))
    assert [each["text"] for each in told["words"]] == ["hello"]
    assert [each["person"]["nickname"] for each in told["names"]] == ["Ada"]
    assert [each["reason"] for each in told["reports"]] == ["by Ada"]


def test_who_takes_their_consent_back_agrees_no_more_and_may_again(database: Database) -> None:
    written(database)
    database.write([Withdraw("fair", "bbb", 60)])
    stored = database.load("fair")
    assert stored
    assert stored.agreed == frozenset()
    database.write([Consent("fair", "bbb", 1, 9, "acc", own=True, given=70)])
    again = database.load("fair")
    assert again
    assert again.agreed == {"bbb"}
    since = [each["since"] for each in database.do(erasing.told([("fair", "bbb")]))["consents"]]
    assert since == [3]
