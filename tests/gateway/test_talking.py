"""Talk over real sockets: who hears what, in order and once; what is refused; and that reacting blocks nobody."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.gateway.conftest import HallServer
from tests.gateway.visitor import Visitor

Visit = Callable[[], Visitor]
HALL, PARK, BOOTH, STAGE = "talk/area/hall", "talk/area/park", "talk/booth/a1", "talk/stage/main"


def listener(visit: Visit, stream: str = HALL, area: str = "hall", **more: Any) -> tuple[Visitor, dict[str, Any]]:
    """Somebody in the venue who listens, and what they were told first."""
    visitor = visit()
    visitor.join(area, **more)
    answer = visitor.call("listen", {"stream": stream})
    assert answer["ok"], answer
    return visitor, answer


def heard(visitor: Visitor, stream: str = HALL) -> list[dict[str, Any]]:
    return [event for event in visitor.talk if event["stream"] == stream and event["kind"] != "wave"]


def texts(visitor: Visitor, stream: str = HALL) -> list[str]:
    return [event["text"] for event in heard(visitor, stream) if event["kind"] == "said"]


def test_who_listens_hears_and_nobody_else_does(visit: Visit) -> None:
    ada, begun = listener(visit, nickname="Ada")
    bo, _ = listener(visit)
    far, _ = listener(visit, PARK, "park")
    deaf = visit()
    deaf.join()
    answer = ada.call("say", {"stream": HALL, "text": " hello  all ", "key": "k1"})
    assert answer["ok"]
    assert answer["seq"] == begun["seq"] + 1
    assert bo.listen(lambda: bool(heard(bo)))
    (event,) = heard(bo)
    assert (event["text"], event["nickname"], event["number"]) == ("hello all", "Ada", ada.me["number"])
    assert event["by"] == begun["me"]
    assert ada.listen(lambda: bool(heard(ada))), "the speaker hears it too"
    for other in (far, deaf):
        other.listen(lambda: False, 0.4)
        assert other.talk == []


def test_each_place_counts_by_itself_and_keeps_its_order(visit: Visit) -> None:
    ada, hall = listener(visit)
    booth, stage = (ada.call("listen", {"stream": stream}) for stream in (BOOTH, STAGE))
    sent = [ada.emit("say", {"stream": stream, "text": f"{n}"}) for n in range(2) for stream in (HALL, BOOTH, STAGE)]
    assert all(ada.acknowledged(number)["ok"] for number in sent)
    assert ada.listen(lambda: len(ada.talk) == 6)
    for stream, begun in ((HALL, hall), (BOOTH, booth), (STAGE, stage)):
        assert [event["seq"] - begun["seq"] for event in heard(ada, stream)] == [1, 2]
        assert texts(ada, stream) == ["0", "1"]


def test_what_was_sent_twice_is_said_once(visit: Visit) -> None:
    ada, _ = listener(visit)
    first = ada.call("say", {"stream": HALL, "text": "once", "key": "same"})
    second = ada.call("say", {"stream": HALL, "text": "once", "key": "same"})
    assert first == second
    ada.listen(lambda: False, 0.4)
    assert texts(ada) == ["once"]


def test_late_ones_have_the_last_words_and_may_ask_for_earlier_ones(visit: Visit) -> None:
    ada, _ = listener(visit, BOOTH)
    for n in range(6):
        ada.call("say", {"stream": BOOTH, "text": f"word {n}"})
    last = ada.call("say", {"stream": BOOTH, "text": "taken back"})["seq"]
    assert ada.call("withdraw", {"stream": BOOTH, "message": last})["ok"]
    late = visit()
    late.join()
    answer = late.call("listen", {"stream": BOOTH, "most": 2})
    assert [message["text"] for message in answer["history"]] == ["word 4", "word 5"]
    assert answer["snapshot"]
    before = answer["history"][0]["seq"]
    earlier = late.call("earlier", {"stream": BOOTH, "before": before, "most": 3})
    assert [message["text"] for message in earlier["history"]] == ["word 1", "word 2", "word 3"]
    everything = late.call("earlier", {"stream": BOOTH, "before": last + 9})
    assert "taken back" not in str(everything)


def test_who_comes_back_is_told_what_was_missed(visit: Visit) -> None:
    ada, _ = listener(visit)
    bo, begun = listener(visit)
    bo.call("unlisten", {"stream": HALL})
    for n in range(3):
        ada.call("say", {"stream": HALL, "text": f"{n}"})
    bo.listen(lambda: False, 0.4)
    assert bo.talk == []
    answer = bo.call("listen", {"stream": HALL, "since": begun["seq"]})
    assert not answer["snapshot"]
    assert [event["text"] for event in answer["missed"]] == ["0", "1", "2"]
    ada.call("say", {"stream": HALL, "text": "3"})
    assert bo.listen(lambda: bool(heard(bo)))
    assert [event["seq"] for event in heard(bo)] == [answer["seq"] + 1]


def test_questions_and_votes_are_told_without_names(visit: Visit) -> None:
    ada, _ = listener(visit, STAGE)
    bo, mine = listener(visit, STAGE)
    question = ada.call("ask", {"stream": STAGE, "text": "why?"})["seq"]
    assert bo.call("vote", {"stream": STAGE, "question": question})["ok"]
    assert ada.call("vote", {"stream": STAGE, "question": question})["ok"]
    assert bo.call("vote", {"stream": STAGE, "question": question})["ok"], "twice is once"

    def votes() -> int:
        return max((event["votes"].get(str(question), 0) for event in heard(ada, STAGE) if event["kind"] == "votes"),
                   default=0)  # fmt: skip

    assert ada.listen(lambda: votes() == 2)
    assert mine["me"] not in str([event for event in ada.talk if event["kind"] == "votes"])
    told = bo.call("listen", {"stream": STAGE})["questions"]
    assert [(each["votes"], each["mine"]) for each in told if each["seq"] == question] == [(2, True)]
    assert bo.call("vote", {"stream": STAGE, "question": question, "on": False})["ok"]
    for order in ("answer", "hide"):
        assert bo.call(order, {"stream": STAGE, "question": question})["code"] == "not_allowed"


def test_what_makes_no_sense_is_refused(visit: Visit) -> None:
    ada = visit()
    assert ada.call("say", {"stream": HALL, "text": "hello"})["code"] == "not_joined"
    assert ada.call("listen", {"stream": HALL})["code"] == "not_joined"
    ada.join()
    attempts: list[tuple[str, dict[str, Any], str]] = [
        ("say", {"stream": HALL}, "malformed"),
        ("say", {"stream": HALL, "text": "x", "key": "k" * 65}, "malformed"),
        ("say", {"stream": HALL, "text": "\x00"}, "bad_text"),
        ("say", {"stream": HALL, "text": "x" * 501}, "too_long"),
        ("say", {"stream": HALL, "text": "x" * 4001}, "malformed"),
        ("say", {"stream": HALL, "text": "坏 话"}, "filtered"),
        ("say", {"stream": PARK, "text": "hello"}, "not_here"),
        ("say", {"stream": "talk/area/moon", "text": "a"}, "unknown_stream"),
        ("listen", {"stream": "fair"}, "unknown_stream"),
        ("listen", {"stream": HALL, "since": -1}, "malformed"),
        ("withdraw", {"stream": HALL, "message": 10**9}, "unknown_message"),
        ("ask", {"stream": HALL, "text": "why?"}, "no_questions"),
        ("vote", {"stream": STAGE, "question": "1"}, "malformed"),
        ("vote", {"stream": STAGE, "question": 1, "on": 1}, "malformed"),
        ("pace", {"stream": HALL, "seconds": 5}, "not_allowed"),
        ("remove", {"stream": HALL, "message": 1}, "not_allowed"),
        ("earlier", {"stream": HALL}, "malformed"),
        ("react", {"stream": HALL, "reaction": "boo"}, "malformed"),
        ("react", {"stream": PARK, "reaction": "clap"}, "not_here"),
    ]
    for event, payload, code in attempts:
        time.sleep(0.21)  # five commands a second
        assert ada.call(event, payload)["code"] == code, (event, payload)


def test_reactions_are_one_wave_and_do_not_take_from_what_one_may_say(visit: Visit) -> None:
    ada, _ = listener(visit, STAGE)
    bo, _ = listener(visit, STAGE)
    begun = time.monotonic()
    sent = [bo.emit("react", {"stream": STAGE, "reaction": "clap"}) for _ in range(20)]
    assert all(bo.acknowledged(number)["ok"] for number in sent)
    assert bo.call("say", {"stream": STAGE, "text": "bravo"})["ok"]

    def waves() -> list[dict[str, Any]]:
        return [each for each in ada.talk if each["kind"] == "wave"]

    assert ada.listen(lambda: sum(wave["counts"]["clap"] for wave in waves()) == 20)
    assert len(waves()) <= 2 * (time.monotonic() - begun) + 1, "twice a second at most"
    flood = [bo.emit("react", {"stream": STAGE, "reaction": "heart"}) for _ in range(100)]
    answers = [bo.acknowledged(number) for number in flood]
    assert {answer.get("code") for answer in answers} == {None, "too_fast"}
    assert bo.call("say", {"stream": STAGE, "text": "still here"})["ok"]


def test_one_place_takes_no_more_than_can_be_read(visit: Visit) -> None:
    crowd = [visit() for _ in range(8)]
    sent = []
    for one in crowd:
        one.join("park")
        sent += [(one, one.emit("say", {"stream": PARK, "text": f"{n}"})) for n in range(9)]
    codes = [one.acknowledged(number).get("code") for one, number in sent]
    assert codes.count(None) >= 60
    assert set(codes) <= {None, "crowded"}
    other = visit()
    other.join()
    assert other.call("say", {"stream": HALL, "text": "elsewhere one may speak"})["ok"]


def test_nobody_listens_everywhere(visit: Visit) -> None:
    ada, _ = listener(visit)
    assert ada.call("listen", {"stream": HALL})["ok"], "again is not more"
    for stream in (PARK, BOOTH, STAGE):
        assert ada.call("listen", {"stream": stream})["ok"]


def test_who_has_left_hears_no_more(visit: Visit) -> None:
    ada, _ = listener(visit)
    bo, _ = listener(visit)
    bo.call("leave", {})
    ada.call("say", {"stream": HALL, "text": "hello"})
    bo.listen(lambda: False, 0.4)
    assert bo.talk == []
    assert bo.call("say", {"stream": HALL, "text": "hello"})["code"] == "not_joined"


def test_a_place_that_is_built_anew_goes_on(forgetful: HallServer) -> None:
    ada = Visitor(forgetful.address)
    ada.join()
    ada.call("listen", {"stream": BOOTH})
    ada.call("say", {"stream": BOOTH, "text": "before"})
    forgetful.tell("rebuilt bare hall park")
    assert ada.event("rebuilt")
    assert ada.call("say", {"stream": BOOTH, "text": "gone"})["code"] == "unknown_stream"
    forgetful.tell("rebuilt r3 hall park")
    assert ada.listen(lambda: sum(event["kind"] == "rebuilt" for event in ada.events) == 2)
    answer = ada.call("listen", {"stream": BOOTH})
    assert [message["text"] for message in answer["history"]] == ["before"]
    assert ada.call("say", {"stream": BOOTH, "text": "after"})["seq"] == answer["seq"] + 1
    ada.close()
