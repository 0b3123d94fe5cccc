"""Scripts of commands give the transcripts that are kept."""

from __future__ import annotations

import pytest

from tests.live.replaying import after
from tests.live.scripts import SCRIPTS, TRANSCRIPTS, Script, play, text


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_gives_its_transcript(script: Script) -> None:
    kept = (TRANSCRIPTS / f"{script.name}.json").read_text("utf-8")
    assert text(script) == kept, "if this is meant: python -m tests.live.scripts"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_events_replayed_give_the_people_shows_boards_and_groups_of_the_hall(script: Script) -> None:
    transcript = play(script)
    state = after(transcript["events"])
    assert list(state.people.values()) == transcript["people"]
    assert list(state.shows.items()) == list(transcript["shows"].items())
    assert state.boards == transcript["boards"]
    assert state.sessions == transcript["sessions"]
    assert state.groups == transcript["groups"]
    assert state.queues == transcript["queues"]
    assert [event["seq"] for event in transcript["events"]] == list(range(1, len(transcript["events"]) + 1))


def test_every_transcript_has_its_script() -> None:
    assert {path.stem for path in TRANSCRIPTS.glob("*.json")} == {script.name for script in SCRIPTS}
