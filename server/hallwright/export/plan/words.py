"""What a plan says in its own words, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Language = Literal["en", "zh"]
TAGS: dict[Language, str] = {"en": "en", "zh": "zh-CN"}

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "plan": "Plan of {area}", "zones": "Zones", "booths": "Booths",
        "symbols": "Symbols", "north": "N", "northup": "North is up.", "metres": "{metres} m",
        "unplaced": "No room on the plan",
        "index": "Booths without a name on the plan", "sample": "Exhibitors and booths are sample data.",
        "size": "{width} × {depth} m", "count": "{booths} booths, {stages} stages, {exhibits} exhibits.",
        "exhibits": "Exhibits", "stages": "Stages", "facilities": "Facilities",
        "doors": "Doors", "portals": "Ways to other areas",
        "entrance": "Entrance", "exit": "Exit", "emergency": "Emergency exit", "service-door": "Service door",
        "portal": "Way to another area", "stage": "Stage", "exhibit": "Exhibit",
        "registration": "Registration", "information": "Information", "cafe": "Café", "toilets": "Toilets",
        "first-aid": "First aid", "cloakroom": "Cloakroom", "lounge": "Lounge", "meeting": "Meeting room",
        "charging": "Charging", "service": "Service",
    },
    "zh": {
        "plan": "{area}平面图", "zones": "展区", "booths": "展位",
        "symbols": "图例", "north": "北", "northup": "上方为北。", "metres": "{metres} 米", "unplaced": "图上未能标注",
        "index": "图上未写名称的展位", "sample": "展商与展位均为示例数据。",
        "size": "{width} × {depth} 米", "count": "展位 {booths} 个，舞台 {stages} 个，展品 {exhibits} 件。",
        "exhibits": "展品", "stages": "舞台", "facilities": "服务设施",
        "doors": "门", "portals": "通往其他区域",
        "entrance": "入口", "exit": "出口", "emergency": "紧急出口", "service-door": "工作门",
        "portal": "通往其他区域", "stage": "舞台", "exhibit": "展品",
        "registration": "登记处", "information": "咨询台", "cafe": "咖啡厅", "toilets": "洗手间",
        "first-aid": "医务室", "cloakroom": "寄存处", "lounge": "休息区", "meeting": "会议室",
        "charging": "充电", "service": "服务",
    },
}


def say(language: Language, key: str, **values: object) -> str:
    """The word for ``key``, its gaps filled."""
    return WORDS[language][key].format(**values)


def read(text: Mapping[str, Any] | None, language: Language) -> str:
    """A bilingual text of the manifest in this language; the other one where it is missing."""
    if not text:
        return ""
    other: Language = "zh" if language == "en" else "en"
    return str(text.get(language) or text.get(other) or "")
