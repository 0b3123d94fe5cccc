"""Reads a page of the tour as a browser without scripts would: its words, its headings, its links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

from flask.testing import FlaskClient

UNSAID = {"script", "style", "title"}
VOID = {"meta", "link", "input", "br"}


@dataclass
class Page(HTMLParser):
    """What was found in one page."""

    html: str
    lang: str = ""
    title: str = ""
    words: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()
        self.words = " ".join(self.words.split())
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        assert len(values) == len(attrs), f"an attribute twice: {attrs}"
        self.tags.append(tag)
        self.attributes |= set(values)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.lang = values["lang"]
        if tag == "a":
            self.links.append(values["href"])
        if tag == "link" and values["rel"] == "alternate":
            self.alternates[values["hreflang"]] = values["href"]
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} closes something else"

    def handle_data(self, data: str) -> None:
        if "title" in self.open:
            self.title += data
        if not UNSAID & set(self.open):
            self.words += f"{data} "
        if self.open and self.open[-1] != "svg" and any(tag[0] == "h" and tag[1:].isdigit() for tag in self.open):
            level, said = self.headings[-1]
            self.headings[-1] = level, said + data


def read(client: FlaskClient, address: str, status: int = 200) -> Page:
    """The page at an address."""
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    assert answer.mimetype == "text/html"
    return Page(answer.get_data(as_text=True))


def crawl(client: FlaskClient, start: str) -> dict[str, Page]:
    """Every page of the tour that links lead to, by its path; fails at a dead link, also at one into a page."""
    found: dict[str, Page] = {}
    waiting, anchors = [start], []
    while waiting:
        address = waiting.pop()
        path = urlsplit(address).path
        if path in found:
            continue
        found[path] = read(client, address)
        for link in found[path].links:
            plain, anchor = urldefrag(link)
            if link.startswith("/text"):
                waiting.append(plain)
            anchors += [(address, urlsplit(plain).path or path, anchor)] if anchor else []
    dead = [(source, path, anchor) for source, path, anchor in anchors if anchor not in found[path].ids]
    assert not dead, dead[:5]
    return found
