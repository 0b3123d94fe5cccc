"""What a layout need not say: names, sizes and heights that go with a kind."""

from __future__ import annotations

from hallwright.layout.board import BoardKind
from hallwright.layout.model import ShowKind, Text

GRAPHITE = "#39434d"
ZONE_COLORS = (
    "#1f6fb2", "#2fb5ae", "#65399e", "#c8561b", "#909f44", "#b3202c", "#2e6444", "#e8d38a", "#4f1248",
)  # fmt: skip
"""Blue, teal, violet, orange, olive, red, green, sand, plum: no two look alike to any eyes; all can be written on."""
GROUND = {"hall": "concrete", "park": "grass", "street": "paving"}
AISLE = {"hall": "carpet", "park": "paving", "street": "paving"}
HALL_HEIGHT = 12.0
OUTDOOR_WALL = 3.0
BOOTH_HEIGHT = {"shell": 2.5, "stall": 2.5, "island": 4.0, "pavilion": 5.0}
BOOTH_OPEN = {"shell": ("front",), "stall": ("front",), "pavilion": ("front",),
              "island": ("front", "right", "back", "left")}  # fmt: skip

DOOR_NAMES = {
    "entrance": Text("Entrance", "入口"),
    "exit": Text("Exit", "出口"),
    "emergency": Text("Emergency exit", "紧急出口"),
    "service": Text("Staff only", "工作人员通道"),
}

FACILITY_NAMES = {
    "registration": Text("Registration", "登记处"),
    "information": Text("Information", "咨询处"),
    "cafe": Text("Café", "咖啡厅"),
    "toilets": Text("Toilets", "洗手间"),
    "first-aid": Text("First aid", "医疗点"),
    "cloakroom": Text("Cloakroom", "衣帽间"),
    "lounge": Text("Lounge", "休息区"),
    "meeting": Text("Meeting rooms", "洽谈室"),
    "charging": Text("Charging", "充电站"),
    "service": Text("Service desk", "服务台"),
}

FACILITY_SIZES = {
    "registration": (12.0, 3.0), "information": (4.0, 3.0), "cafe": (10.0, 8.0), "toilets": (10.0, 5.0),
    "first-aid": (5.0, 4.0), "cloakroom": (8.0, 4.0), "lounge": (10.0, 8.0), "meeting": (10.0, 6.0),
    "charging": (4.0, 2.0), "service": (4.0, 3.0),
}  # fmt: skip

# (width, height), elevation of the lower edge, double-sided
SIGNS: dict[str, tuple[tuple[float, float], float, bool]] = {
    "hanging": ((6.0, 1.5), 6.0, True),
    "totem": ((0.9, 2.4), 0.0, True),
    "banner": ((2.0, 6.0), 5.0, True),
    "wall": ((4.0, 1.2), 3.2, False),
    "floor": ((2.0, 1.0), 0.0, False),
    "arch": ((10.0, 1.6), 4.2, True),
    "board": ((2.4, 1.6), 0.8, True),
    "flag": ((1.0, 3.0), 2.2, True),
}

BOARD_SIZES: dict[BoardKind, tuple[float, float]] = {
    "list": (7.0, 3.2), "signing": (7.0, 3.0), "counters": (6.0, 2.6),
}  # fmt: skip
BOARD_NAMES: dict[BoardKind, Text] = {
    "list": Text("Ranking", "榜单"),
    "signing": Text("Signing wall", "签约墙"),
    "counters": Text("In figures", "数说大会"),
}

DRONES_HEIGHT = 45.0
TRAFFIC_PACE = 9.0
SHOW_NAMES: dict[ShowKind, Text] = {
    "drones": Text("Drone show", "无人机表演"),
    "robots": Text("Robot show", "机器人表演"),
    "traffic": Text("Test drive", "试乘试驾"),
}
SHOW_DURATIONS: dict[ShowKind, float] = {"drones": 180.0, "robots": 90.0}
SHOW_COUNTS: dict[ShowKind, int] = {"drones": 300, "robots": 6, "traffic": 0}
