"""What a device asks before it puts the hall among its apps: its name, its pictures, where it begins.

The format has one name and, for systems that read them, names in other languages beside it; the one name is in the
language that the page asks for, or that the browser prefers.
"""

from __future__ import annotations

from flask import Blueprint, Response, json, request

from hallwright.api.reference.endpoints import Media, described
from hallwright.api.shapes.venues import Language
from hallwright.api.text.speaking import speech_of
from hallwright.organizer.halls import Halls

MIMETYPE = "application/manifest+json"
LANGUAGES = {"en": "en", "zh": "zh-CN"}
OURS = {"en": "Hallwright", "zh": "Hallwright"}
SHORT = 12  # characters that launchers show below a picture
DESCRIPTION = {
    "en": "Walk the exhibition hall, together with everyone else.",
    "zh": "与所有人一起漫步展厅。",
}
MAP = {"en": "Map and booths", "zh": "地图与展位"}
TEXT = {"en": "Text tour", "zh": "文字导览"}
ICONS = (("icon-192", "192x192", "any"), ("icon-512", "512x512", "any"), ("maskable-512", "512x512", "maskable"))
GROUND = "#eef2f4"  # as the loading page's


def blueprint(halls: Halls) -> Blueprint:
    """``/app.webmanifest``."""
    routes = Blueprint("app_manifest", __name__)

    @routes.get("/app.webmanifest")
    @described("The hall as an app of a device.", Media.of(MIMETYPE), query=Language, tagged=True)
    def app_manifest() -> Response:
        name = next((hall.name for hall in halls if hall.name), OURS)
        response = Response(json.dumps(as_app(name, speech_of(request).lang)), mimetype=MIMETYPE)
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Language"
        response.add_etag()
        response.make_conditional(request)
        return response

    return routes


def as_app(name: dict[str, str], lang: str) -> dict[str, object]:
    """The hall of this name as an app, told in one language, with the other beside it."""
    short = {each: name[each] if len(name[each]) <= SHORT else OURS[each] for each in LANGUAGES}
    return {
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "lang": LANGUAGES[lang],
        "dir": "ltr",
        **_told("name", name, lang),
        **_told("short_name", short, lang),
        **_told("description", DESCRIPTION, lang),
        "theme_color": GROUND,
        "background_color": GROUND,
        "categories": ["education", "business"],
        "icons": [_icon(*each) for each in ICONS],
        "shortcuts": [
            {**_told("name", MAP, lang), "url": "/?open=map"},
            {**_told("name", TEXT, lang), "url": "/text"},
        ],
    }


def _told(member: str, text: dict[str, str], lang: str) -> dict[str, object]:
    """A member in one language, and in all of them for who reads those."""
    localized = {LANGUAGES[each]: text[each] for each in LANGUAGES}
    return {member: text[lang], f"{member}_localized": localized}


def _icon(name: str, size: str, purpose: str) -> dict[str, str]:
    return {"src": f"/icons/{name}.png", "sizes": size, "type": "image/png", "purpose": purpose}
