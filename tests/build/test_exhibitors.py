"""Exhibitors in the manifest."""

from __future__ import annotations

from pathlib import Path

from hallwright.build.manifest import exhibitor_entry
from tests.build.conftest import FAIR, read_text

EXHIBITORS = """\
exhibitors:
  - {id: bare, name: {en: Bare, zh: 甲}}
  - {id: whole, name: {en: Whole, zh: 乙}, country: CN, products: [{en: Pumps, zh: 泵}],
     contact: {email: info@example.com, url: "https://example.com/?a=1", phone: "+86 551 5555 0100"}}
  - {id: half, name: {en: Half, zh: 丙}, contact: {email: info@example.com}}
"""


def test_exhibitors_say_how_they_are_reached_and_no_more_than_is_known(tmp_path: Path) -> None:
    bare, whole, half = (exhibitor_entry(each) for each in read_text(tmp_path, FAIR + EXHIBITORS).exhibitors)
    assert bare == {"id": "bare", "name": {"en": "Bare", "zh": "甲"}, "country": ""}
    assert whole["products"] == [{"en": "Pumps", "zh": "泵"}]
    reached = {"email": "info@example.com", "url": "https://example.com/?a=1", "phone": "+86 551 5555 0100"}
    assert whole["contact"] == reached
    assert half["contact"] == {"email": "info@example.com"}
