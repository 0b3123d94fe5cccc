"""What the words of a question mean for its answer; the rest of them must be in what is cited.

A word that is listed here needs no passage. So every word more makes the guide bolder: what could be asked for is none.
"""

from __future__ import annotations

import re

_WORDS = (
    "a an the this that these those of in on at to for from with by and or as if so not no it its is are was were "
    "be been do does did doing can could will would shall should may might must have has had having i me my mine "
    "we us our you your they them their he she his her there here what which who whom whose where when why how "
    "much many any some all please tell show shows showing shown find get gets got go going goes see watch look "
    "looking want wants like need know about into hello hi hey thanks thank kind kinds sort thing things something "
    "somewhere anything anyone someone everything called named mean means exactly right way take takes taking lead "
    "nearest near closest next come comes coming came make makes making made maker makers sell sells selling "
    "produce produces producing offer offers offering product products work works working function functions "
    "explain describe used use uses start starts starting started begin begins happen happens happening held place "
    "venue fair convention expo time located location leave put feel visit also only very too than more most least "
    "s t m re ll speak speaks speaking speaker speakers talking talks give gives giving host hosts hosting present "
    "presents presenting moderate moderates fly flies flying perform performs performing stand stands run runs "
    "running while during after before up out off away one ones participate participates represented let lets "
    "number deal deals specialise specialises specialize specializes"
)
_PHRASES = (
    "请问 你好 您好 谢谢 请告诉我 告诉我 我想知道 我想看看 我想看 我想去 我想 我要看 我要去 我要 帮我 "
    "带我去 怎么走 怎么去 怎么过去 在哪里 在哪儿 在哪 哪里可以 哪里有 哪儿有 哪里 哪儿 在什么地方 "
    "什么地方 什么位置 在哪个 哪个 哪些 哪家 哪几家 有没有 有什么 有哪些 是什么 什么是 是做什么的 "
    "做什么的 做什么 干什么用的 有什么用 是怎么工作的 怎么工作 如何工作 工作原理 原理 介绍一下 介绍 什么 "
    "怎么样 怎么 如何 为什么 可以 能不能 最近的 最近 附近的 附近 展示 展出 参展 生产 制造商 提供 产品 "
    "来了 举行 举办 开始 那场 这场 这个 那个 关于 是谁的 是谁 谁在 谁 是多少 有多少 多少 多大 需要 "
    "要多少 几点 几时 什么时候 何时 讲的 演讲 发言 主讲 讲什么 主持 嘉宾 观看 飞行表演 表演 演出 用什么 "
    "使用 请 到达 位于 正在 一下 参观 路线"
)
SMALL = frozenset(_WORDS.split())
"""Words around what is asked."""
SMALL_HAN = frozenset(
    "的了吗呢吧啊呀是有在和与及被把给让做能会可要想到里上中下个些么哪几您你我它他们这"
    "那时才就也都去来看请用从对于为以多少喝吃式"
)
"""Letters of Chinese that say nothing between two words."""
SMALL_PHRASES = tuple(sorted(_PHRASES.split(), key=len, reverse=True))
"""Phrases of Chinese that are taken out, the longer ones first."""

# Kinds of things, said in general: who says one means things of that kind.
KIND_WORDS = {
    "booth": (
        "booth booths stall stalls exhibitor exhibitors company companies firm firms manufacturer manufacturers "
        "supplier suppliers brand brands business businesses enterprise enterprises",
        "展位 展台 摊位 展商 参展商 企业 公司 厂家 厂商 供应商",
    ),
    "exhibit": ("exhibit exhibits", "展品"),
    "session": (
        "session sessions talk event events lecture lectures programme program schedule performance",
        "活动 场次 日程 讲座 会议安排",
    ),
    "zone": ("zone section", "展区 区域"),
}

# Qualities: words that ask for one, in English and Chinese; how a fact that tells it is headed; and its unit.
QUALITIES: dict[str, tuple[str, str, str, str]] = {
    "duration": (
        r"\bhow long (does|do|will)\b|\bduration\b|\blasts?\b", r"多久|多长时间", r"duration|time|时间|时长",
        r"\d ?(minutes|hours|分钟|小时)",
    ),
    "speed": (r"\bhow (fast|quick)\b|\bspeed\b", r"多快|速度|时速", r"\bspeed\b|时速|速度", r"km/h|公里/小时"),
    "height": (r"\bhow (tall|high)\b|\bheight\b", r"多高|高度|身高", r"\bheight\b|高度|身高", ""),
    "length": (r"\bhow long\b|\blength\b", r"多长|长度", r"\blength\b|长度", ""),
    "temperature": (
        r"\bhow (cold|hot|warm)\b|\btemperature\b", r"多少度|温度|多冷|多热|几度|加热",
        r"\btemperature\b|温度", r"kelvin|°C|℃|\d ?开",
    ),
    "weight": (
        r"\bhow heavy\b|\b(weigh|weighs|weight|mass)\b", r"多重|重量|质量",
        r"^(total |empty )?(weight|mass)\b|重量|质量", "",
    ),
    "price": (
        r"\b(cost|costs|price|prices|expensive|cheap|fee|fees)\b", r"多少钱|价格|价钱|费用|贵不贵|卖多少",
        r"\b(price|costs?)\b|价格|费用|售价", "",
    ),
    "number": (
        r"\bhow (many|much|big|large|wide|strong)\b", r"多少|几[个台级层家块根位条支只架]|有多大|多大|多宽", "", "",
    ),
}  # fmt: skip
FIGURE = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|none)\b|[一二三四五六七八九十百千万]"
)

# What a question is after.
CUES = {
    "where": re.compile(
        r"\bwhere\b|\bhow (do|can|could) (i|we) (get|go|reach)\b|\bin (which|what) (zone|hall|booth|area)\b|\bnearest\b"
        r"|\bclosest\b|\btake me\b|\bway to\b|哪里|哪儿|在哪|怎么走|怎么去|怎么过去|哪个展区|哪个展位|什么地方"
        r"|最近的|带我去"
    ),
    "when": re.compile(r"^(and )?when\b|\bwhen (is|are|does|do|can|will)\b|\bwhat time\b|几点|什么时候|何时|几时"),
    "speaker": re.compile(
        r"\bwho('s| is| are| will)?( be)? (speak|talk|host|present|moderat)\w*|\bspeakers?\b"
        r"|谁(来|在)?(演讲|主讲|发言|讲|主持)|嘉宾"
    ),
    "now": re.compile(r"\b(now|right now|at the moment|currently)\b|现在|正在|此刻|目前"),
    "next": re.compile(r"\bnext\b|\bafter (this|that)\b|\bupcoming\b|接下来|下一[场个]|稍后|待会"),
    "many": re.compile(r"\bhow many\b|多少[个家]?|几[个家]"),
    "plan": re.compile(r"\b(plan|itinerary)\b|安排|规划|计划一|行程"),
}
MAKES = re.compile(
    r"\bwho (makes?|sells?|shows?|produces?|offers?|builds?|supplies|does|has)\b"
    r"|谁(家)?(在)?(做|卖|生产|展示|展出|提供|有)|哪[几]?家"
)
# Times of a day: words, and from which hour to which.
PARTS = (
    (re.compile(r"\b(tonight|evening|night)\b|今晚|晚上|傍晚|夜里"), 17, 24),
    (re.compile(r"\bafternoon\b|下午"), 12, 18),
    (re.compile(r"\bmorning\b|上午|早上"), 0, 12),
)
DAYS = (
    (re.compile(r"\bday after tomorrow\b|后天"), 2),
    (re.compile(r"\btomorrow\b|明天|明日"), 1),
    (re.compile(r"\b(today|tonight)\b|今天|今日|今晚"), 0),
)
DURATION = re.compile(
    r"(?P<n>\d+(?:\.\d+)?|an?|one|two|three|four|five|six|half an?|[一二两三四五六半])\s*"
    r"(?:(?P<half> and a half)|个)?\s*"
    r"(?P<zhalf>半)?(?P<unit>hours?|hrs?|h\b|minutes?|mins?|小时|钟头|分钟)"
)
NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "half an": 0.5,
    "half a": 0.5, "一": 1.0, "二": 2.0, "两": 2.0, "三": 3.0, "四": 4.0, "五": 5.0, "六": 6.0, "半": 0.5,
}  # fmt: skip
# Countries by their code: what they and who comes from there are called.
COUNTRIES = {
    "AU": "australia australian 澳大利亚 澳洲",
    "BR": "brazil brazilian 巴西",
    "CA": "canada canadian 加拿大",
    "CH": "switzerland swiss 瑞士",
    "CN": "china chinese 中国",
    "DE": "germany german 德国",
    "ES": "spain spanish 西班牙",
    "FR": "france french 法国",
    "GB": "britain british england english uk 英国",
    "IN": "india indian 印度",
    "IT": "italy italian 意大利",
    "JP": "japan japanese 日本",
    "KR": "korea korean 韩国",
    "MY": "malaysia malaysian 马来西亚",
    "NL": "netherlands dutch holland 荷兰",
    "NO": "norway norwegian 挪威",
    "RU": "russia russian 俄罗斯",
    "SE": "sweden swedish 瑞典",
    "SG": "singapore 新加坡",
    "TH": "thailand thai 泰国",
    "US": "america american usa 美国",
    "VN": "vietnam vietnamese 越南",
}
