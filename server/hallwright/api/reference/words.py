"""What the pages of the reference say of their own, in both languages."""

from __future__ import annotations

from hallwright.api.text.words import LANGUAGES, Language

WORDS: dict[str, tuple[str, str]] = {
    "reference": ("Reference for programs", "接口参考"),
    "addresses": ("What is asked over HTTP", "HTTP 接口"),
    "events": ("What is told live", "实时事件"),
    "told": ("What the server sends", "服务器发送的事件"),
    "asked": ("What pages send", "页面发送的事件"),
    "shapes": ("Shapes", "数据结构"),
    "contents": ("Contents", "目录"),
    "takes": ("Takes", "参数"),
    "body": ("Body", "请求正文"),
    "brings": ("Brings", "内容"),
    "nothing": ("nothing", "无"),
    "answers": ("Answers", "响应"),
    "acknowledged": ("Acknowledged with", "确认"),
    "needed": ("needed", "必填"),
    "operator": ("The operator’s token, or the cookie of an organizer", "需要主办方令牌，或主办方账户的 Cookie"),
    "login": ("The cookie of somebody with a role", "需要已登录账户的 Cookie"),
    "document": ("The same as a document for programs", "机器可读文档"),
    "in_english": ("", "条目说明为英文。"),
    "version": ("Version", "版本"),
    "skip": ("Skip to the content", "跳到正文"),
    "other_language": ("中文", "English"),
    "home": ("To the hall", "进入展厅"),
}


def word(key: str, lang: Language) -> str:
    """The text of this key; raises KeyError for one that there is not."""
    return WORDS[key][LANGUAGES.index(lang)]
