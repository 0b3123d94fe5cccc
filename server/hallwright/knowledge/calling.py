"""What visitors call things that their signs call otherwise."""

from __future__ import annotations

from hallwright.knowledge.words import compact, plain, runs
from hallwright.layout.model import FacilityKind, Text

FACILITIES: dict[FacilityKind, tuple[str, str]] = {
    "registration": ("registration register check-in badge sign-in", "注册 登记 签到 报到 证件"),
    "information": ("information help desk service enquiry", "咨询 服务台 问讯处 帮助"),
    "cafe": ("café coffee drinks snack food restaurant eat hungry lunch", "咖啡 咖啡馆 餐饮 饮料 餐厅 吃饭"),
    "toilets": ("toilets restroom bathroom washroom lavatory WC", "卫生间 洗手间 厕所"),
    "first-aid": ("first aid medical doctor nurse sick ill hurt injured", "医疗 急救 医务室 医生 不舒服 受伤 生病"),
    "cloakroom": ("cloakroom coat luggage bag storage locker", "存衣 存包 寄存 行李"),
    "lounge": ("lounge rest seating", "休息 休息室 休息区"),
    "meeting": ("meeting room conference", "会议 会议室 洽谈"),
    "charging": ("charging power phone", "充电 充电宝 电源"),
    "service": ("service desk", "服务 服务处"),
}
KINDS = {
    "area": ("area", "场地"),
    "booth": ("booth stand exhibitor", "展位 展台 摊位 展商"),
    "exhibit": ("exhibit", "展品"),
    "board": ("board wall list", "信息墙 看板"),
    "stage": ("stage", "舞台"),
    "facility": ("", ""),
    "portal": ("way to exit", "通往 出口"),
    "zone": ("zone section", "展区 区域"),
    "tour": ("guided tour visit", "导览 讲解 参观路线"),
    "session": ("session event programme", "活动 场次 日程"),
}
# Who looks for one of a row means the others too.
SAME = (
    ("robot dog", "quadruped robot", "four-legged robot", "机器狗", "机器犬", "四足机器人"),
    ("drone", "UAV", "quadcopter", "unmanned aircraft", "无人机", "飞行器"),
    ("maglev", "magnetic levitation", "磁悬浮", "磁浮"),
    ("electric car", "electric vehicle", "EV", "electric sedan", "电动车", "电动汽车", "新能源汽车", "电动轿车"),
    ("humanoid robot", "android", "人形机器人", "仿生人"),
    ("shuttle", "minibus", "接驳车", "摆渡车"),
    ("semiconductor", "chip", "半导体", "芯片"),
    ("battery", "accumulator", "电池", "蓄电池"),
    ("photonics", "photoelectric", "光电", "光子"),
)
# Words around a thing's name, which say nothing of it. Longer ones first, so that none is cut in two.
SMALL_TALK = (
    "how do i get to", "where can i find", "where do i find", "where is", "where are", "show me", "take me to", "go to",
    "looking for", "nearest", "near me", "please", "find", "the", "what is", "can i", "i want to", "i want",
    "在什么地方", "在哪个位置", "怎么过去", "在哪里", "在哪儿", "哪里有", "哪儿有", "怎么走", "怎么去", "有没有",
    "我想去", "我想看", "我要去", "我要看", "我想", "我要", "带我去", "请问", "附近的", "附近", "最近的", "最近",
    "在哪", "哪里", "哪儿", "哪有", "的", "吗", "呢",
)  # fmt: skip
BOOTH_WORDS = ("booth number", "booth", "stand", "展位", "展台", "摊位", "号")


def same_as(name: Text) -> list[str]:
    """What else visitors call a thing of this name."""
    words, letters = f" {' '.join(runs(plain(name.en)))} ", compact(plain(name.zh))
    return [
        other
        for row in SAME
        if any(_says(words, letters, compact_or_words(term)) for term in row)
        for other in row
    ]


def compact_or_words(term: str) -> str:
    """A term as names are compared with it: words with spaces around, or Chinese as it is."""
    cut = runs(plain(term))
    return f" {' '.join(cut)} " if term.isascii() else "".join(cut)


def _says(words: str, letters: str, term: str) -> bool:
    return term in words if term.startswith(" ") else term in letters
