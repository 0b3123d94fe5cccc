"""What the text tour says in both languages, names and texts of venues apart.

A text with ``|`` has a form for one and a form for many: ``{n} booth|{n} booths``.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
TAGS: dict[Language, str] = {"en": "en", "zh": "zh-CN"}  # of the page, as the viewer's


def phrase(key: str, lang: Language, **values: object) -> str:
    """The text of this key; raises KeyError for one that there is not. ``n`` chooses between one and many."""
    text = WORDS[key][LANGUAGES.index(lang)]
    one, _, many = text.partition("|")
    return (many if many and values.get("n") != 1 else one).format(**values)


WORDS: dict[str, tuple[str, str]] = {
    "skip": ("Skip to the content", "跳到正文"),
    "tour": ("Text tour", "文字导览"),
    "other_language": ("中文", "English"),
    "you_are_here": ("Where this page is", "当前位置"),
    "in_3d": ("See this place in 3D", "在三维展厅中查看此处"),
    "everything": ("The whole venue on one page", "全部内容（单页）"),
    "sample_data": ("Exhibitors and booths are sample data.", "参展商与展位均为示例数据。"),
    "colon": ("{a}: {b}", "{a}：{b}"),
    "comma": (", ", "，"),
    # finding
    "search": ("Search", "搜索"),
    "search_label": ("Booth, exhibitor, exhibit or place", "展位、参展商、展品或地点"),
    "search_title": ("Search the venue", "搜索本场馆"),
    "results_for": ("Results for “{q}”", "“{q}”的搜索结果"),
    "found": ("{n} match|{n} matches", "找到 {n} 项"),
    "found_first": ("The first {n} are listed; write more to find fewer.", "仅列出前 {n} 项，可输入更多文字缩小范围。"),
    "nothing_found": (
        "Nothing matches. Try fewer letters or a booth number.",
        "没有匹配项。请减少文字，或输入展位号。",
    ),
    # venue
    "venues": ("Venues", "场馆"),
    "venue_intro": (
        "Everything in the venue in words: the same halls, booths and exhibits as in 3D, and the same visitors.",
        "以文字呈现整个场馆：展厅、展位与展品和三维展厅相同，并与三维观众同场参观。",
    ),
    "areas": ("Areas", "区域"),
    "kind_hall": ("Exhibition hall", "展馆"),
    "kind_park": ("Park", "公园"),
    "kind_street": ("Street", "街区"),
    "square_metres": ("{n} m²", "{n} 平方米"),
    "n_booths": ("{n} booth|{n} booths", "{n} 个展位"),
    "n_exhibits": ("{n} exhibit|{n} exhibits", "{n} 件展品"),
    "n_zones": ("{n} zone|{n} zones", "{n} 个展区"),
    "n_people": ("{n} visitor here now|{n} visitors here now", "现有 {n} 位观众"),
    "nobody": ("Nobody is here now", "现在没有观众"),
    "exhibitors": ("Exhibitors", "参展商"),
    "exhibitors_all": ("All exhibitors", "全部参展商"),
    "no_booth": ("no booth", "无展位"),
    # area and zone
    "zones": ("Zones", "展区"),
    "zone": ("Zone {letter}", "{letter} 区"),
    "booths": ("Booths", "展位"),
    "booths_elsewhere": ("Booths outside the zones", "展区以外的展位"),
    "elsewhere": ("Elsewhere in this area", "区域内其他位置"),
    "exhibits": ("Exhibits", "展品"),
    "boards": ("Boards", "信息墙"),
    "stages": ("Stages", "舞台"),
    "facilities": ("Facilities", "服务设施"),
    "portals": ("Ways to other areas", "通往其他区域"),
    "shows": ("Shows", "演示"),
    "nothing_here": ("Nothing stands here.", "此处没有展示内容。"),
    "where": ("Where", "位置"),
    "part": ("In the {part} of {area}", "{area}{part}"),
    "part_north-west": ("north-west", "西北部"),
    "part_north": ("north", "北部"),
    "part_north-east": ("north-east", "东北部"),
    "part_west": ("west", "西部"),
    "part_middle": ("middle", "中部"),
    "part_east": ("east", "东部"),
    "part_south-west": ("south-west", "西南部"),
    "part_south": ("south", "南部"),
    "part_south-east": ("south-east", "东南部"),
    # booth, exhibit, board
    "booth": ("Booth {number}", "展位 {number}"),
    "exhibitor": ("Exhibitor", "参展商"),
    "website": ("Website", "网站"),
    "email": ("E-mail", "电子邮箱"),
    "phone": ("Telephone", "电话"),
    "also_at": ("Also at", "另见"),
    "size": ("Size", "尺寸"),
    "metres_by": ("{a} × {b} m", "{a} × {b} 米"),
    "height": ("Height", "高度"),
    "metres": ("{n} m", "{n} 米"),
    "away": ("{n} m away", "距此 {n} 米"),
    "near": ("Near by", "附近"),
    "previous": ("Previous: {name}", "上一个：{name}"),
    "next": ("Next: {name}", "下一个：{name}"),
    "neighbours": ("Previous and next", "上一个与下一个"),
    "shown_here": ("Shown here", "此处展出"),
    "no_exhibits": ("No exhibit is listed for this booth.", "此展位未列出展品。"),
    "model": ("How it looks", "外观"),
    "facts": ("Facts", "数据"),
    "source": ("Source: {source}", "来源：{source}"),
    "details": ("Details", "细节"),
    "motions": ("What it shows in motion", "动态演示"),
    "seconds": ("{n} s", "{n} 秒"),
    "minutes": ("{n} min", "{n} 分钟"),
    "screen_telemetry": (
        "Its screens show the figures of a simulated factory, live.",
        "其屏幕实时显示一座模拟工厂的数据。",
    ),
    "screen_field": (
        "Its screen shows how the field changes as visitors pass by, live. It is a model, not a measurement.",
        "其屏幕实时显示观众经过时磁场的变化。此为模型而非实测。",
    ),
    "board_empty": ("Nothing stands here yet.", "暂无内容。"),
    "board_live": ("What it says may change while the fair goes on.", "内容会随展会进行而更新。"),
    "rank": ("Rank", "排名"),
    "company": ("Name", "名称"),
    "industry": ("Industry", "行业"),
    "project": ("Project", "项目"),
    "parties": ("Signed by", "签约方"),
    "figure": ("Figure", "指标"),
    "value": ("Value", "数值"),
    # ways
    "way_section": ("How to get there", "如何前往"),
    "way_title": ("The way to {name}", "前往{name}的路线"),
    "way_find": ("Find the way", "查找路线"),
    "way_from": ("From", "出发地"),
    "way_from_typed": ("Or from another booth or place, by number or name", "或从其他展位或地点出发（编号或名称）"),
    "way_from_entrance": ("The way from {name}", "从{name}出发的路线"),
    "way_to": ("To a booth or place, by number or name", "目的地（展位编号或名称）"),
    "way_entrance": ("Entrance", "入口"),
    "way_step_free": ("Without steps", "避开台阶"),
    "way_show": ("Show the way", "显示路线"),
    "way_sum": ("From {start}: {n} m, about {m} min on foot.", "从{start}出发：{n} 米，步行约 {m} 分钟。"),
    "way_is_step_free": ("There are no steps on this way.", "此路线没有台阶。"),
    "way_part": ("{area}, {n} m", "{area}，{n} 米"),
    "way_here": ("You are there already.", "您已在此处。"),
    "way_again": ("Try again in {n} second.|Try again in {n} seconds.", "请在 {n} 秒后重试。"),
    "way_with_steps": ("The way with steps", "含台阶的路线"),
    "way_plan": ("Plan of {area}", "{area}平面图"),
    "way_other": ("Another way", "其他路线"),
    "way_3d": ("Be led there in 3D", "在三维展厅中带路"),
    # shows
    "drones": ("{n} drone|{n} drones", "{n} 架无人机"),
    "robots": ("{n} robot|{n} robots", "{n} 台机器人"),
    "vehicles": ("{n} vehicle|{n} vehicles", "{n} 辆车"),
    "lasts": ("lasts {time}", "时长 {time}"),
    "again": ("over and over", "循环进行"),
    "state_running": ("running now", "进行中"),
    "state_paused": ("paused", "已暂停"),
    "state_resting": ("not running now", "未在进行"),
    "state_over": ("over", "已结束"),
    "state_at": ("{at} of {all}", "{at}，共 {all}"),
    "run_state": ("Now", "当前"),
    # people
    "people_in": ("Visitors in {area}", "{area}的观众"),
    "name_label": ("Your name, as the others see it", "您的名字（其他观众可见）"),
    "save": ("Save", "保存"),
    "announcements": ("Announcements", "公告"),
    # talk
    "talk_in": ("Said in {area}", "{area}的交流"),
    "say_label": ("Message to everyone in this area", "发给本区域所有观众的消息"),
    "send": ("Send", "发送"),
    "visitor": ("Visitor {number}", "观众 {number}"),
    # faults
    "fault_404": ("This page is not here", "找不到此页面"),
    "fault_503": ("Not ready yet", "尚未就绪"),
    "fault_other": ("Something went wrong", "出现错误"),
    "back": ("Back to the start of the tour", "返回导览首页"),
    "again_later": ("Try again", "重试"),
    "other_way": ("The hall in 3D", "三维展厅"),
}
