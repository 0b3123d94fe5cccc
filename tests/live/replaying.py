"""What a page does with events, at its plainest: the people, shows, boards and groups that they leave in the hall."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def people_after(events: Iterable[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """People by number; raises KeyError when an event speaks of someone who is not there."""
    people: dict[int, dict[str, Any]] = {}
    for event in events:
        match event["kind"]:
            case "joined":
                assert event["person"]["number"] not in people
                people[event["person"]["number"]] = dict(event["person"])
            case "left":
                del people[event["number"]]
            case "renamed":
                people[event["number"]]["nickname"] = event["nickname"]
            case "moved":
                people[event["number"]] |= {"area": event["area"], "via": event["via"]}
    return people


def shows_after(events: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Timelines by show; raises KeyError when an event speaks of a show that is not there."""
    shows: dict[str, dict[str, Any]] = {}
    for event in events:
        if event["kind"] == "rebuilt":
            shows = dict(event["shows"])
        elif event["kind"] == "show":
            assert shows[event["show"]] != event["timeline"], "an event that changes nothing"
            shows[event["show"]] = event["timeline"]
    return shows


def boards_after(events: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What was changed, by board and row."""
    boards: dict[str, dict[str, Any]] = {}
    for event in events:
        if event["kind"] == "rebuilt":
            boards = {board: dict(changes) for board, changes in event["boards"].items()}
        elif event["kind"] == "board":
            assert event["changes"], "an event that changes nothing"
            boards.setdefault(event["board"], {}).update(event["changes"])
    return boards


def groups_after(events: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Groups by code; raises KeyError when an event speaks of a group or a follower that is not there."""
    groups: dict[str, dict[str, Any]] = {}
    for event in events:
        match event["kind"]:
            case "group_opened":
                assert event["group"] not in groups
                groups[event["group"]] = {"guide": event["guide"], "highlight": None, "followers": {}}
            case "group_closed":
                del groups[event["group"]]
            case "followed":
                followers = groups[event["group"]]["followers"]
                assert followers.get(str(event["number"])) != event["follows"], "an event that changes nothing"
                followers[str(event["number"])] = event["follows"]
            case "unfollowed":
                del groups[event["group"]]["followers"][str(event["number"])]
            case "highlighted":
                assert groups[event["group"]]["highlight"] != event["placement"], "an event that changes nothing"
                groups[event["group"]]["highlight"] = event["placement"]
            case "rung":
                assert event["numbers"]
                assert all(str(number) in groups[event["group"]]["followers"] for number in event["numbers"])
    return groups
